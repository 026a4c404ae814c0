"""Finding words in a body: the one place that does. What is stored are always the body's own words."""

import re
from collections.abc import Iterator

from rumours.editorial.errors import WordsNotFound
from rumours.text import Span, normalise

# What an editor's keyboard or a copy from elsewhere may have instead of what the body has.
_ALIKE = ("'`‘’‚‛′´", '"“”„‟«»″', "-‐‑‒–—―−")
_CLASS_OF = {character: f"[{re.escape(alike)}]" for alike in _ALIKE for character in alike}
_DOTS = r"(?:…|\.\.\.)"
_TOKEN = re.compile(r"\s+|…|\.\.\.|.", re.DOTALL)


def locate(body: str, words: str, *, near: int | None = None) -> Span:
    """Where the words stand in the body: the occurrence nearest to offset `near`, else the first.

    White space, curly or straight quotes, dashes and dots need not agree; whole words go before parts of words.
    Raises WordsNotFound, naming how the words begin.
    """
    found = list(occurrences(body, words)) or list(_matches(body, words, whole=False))
    if not found:
        raise WordsNotFound(f"The article does not contain these words: “{_beginning(words)}”")
    return min(found, key=lambda span: abs(span.start - (near or 0)))


def occurrences(body: str, words: str) -> Iterator[Span]:
    """Every place in the body where the words stand as whole words, in order, without overlap."""
    return _matches(body, words, whole=True)


def _matches(body: str, words: str, *, whole: bool) -> Iterator[Span]:
    wanted = normalise(words).strip()
    if not wanted:
        return
    end = r"(?!\w)" if whole and _is_word(wanted[-1]) else ""
    pattern = re.compile("".join(_pattern_of(token) for token in _TOKEN.findall(wanted)) + end)
    begins = whole and _is_word(wanted[0])  # looked at here: a pattern that begins with a letter is found quicker
    found = pattern.search(body)
    while found is not None:
        inside = begins and found.start() > 0 and _is_word(body[found.start() - 1])
        if not inside:
            yield Span(*found.span())
        found = pattern.search(body, found.start() + 1 if inside else found.end())


def _pattern_of(token: str) -> str:
    if token.isspace():
        return r"\s+"
    if token in ("…", "..."):
        return _DOTS
    return _CLASS_OF.get(token) or re.escape(token)


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _beginning(words: str) -> str:
    shown = " ".join(words.split())
    return shown if len(shown) <= 60 else f"{shown[:60]}…"
