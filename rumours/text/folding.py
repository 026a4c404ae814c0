"""Names without case, accents and punctuation, so that `skrin` finds Škriniar; offsets lead back to the source."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from rumours.text.spans import Span

_APOSTROPHES = "'`"


@lru_cache(maxsize=8192)
def _fold_character(character: str) -> str:
    """One character as lower-case letters and digits; punctuation is a space, apostrophes and marks are nothing."""
    plain = anyascii(character).lower()
    if not plain:
        return "" if unicodedata.category(character)[0] in "MC" and not character.isspace() else " "
    return "".join(c if c.isalnum() else "" if c in _APOSTROPHES else " " for c in plain)


_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_ASCII = {code: _fold_character(chr(code)) or None for code in range(128)}


def _fold_match(match: re.Match[str]) -> str:
    return _fold_character(match[0])


def fold(text: str) -> str:
    """`text` in lower-case ASCII letters, digits and single spaces: "Ødegaard" is "odegaard", "Al-Nassr" "al nassr"."""
    plain = text if text.isascii() else _BEYOND_ASCII.sub(_fold_match, text)
    return " ".join(plain.translate(_ASCII).split())


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `starts[i]` and `ends[i]` bound, in code points of the source, what character i was made from."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def source_span(self, start: int, end: int) -> Span:
        """The span of the source behind `text[start:end]`; ValueError when that is empty or outside the text."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no folded text between {start} and {end}")
        return Span(self.starts[start], self.ends[end - 1])


def fold_with_offsets(text: str) -> Folded:
    """As `fold`, with the way back: a match in the folded text gives a span of the source."""
    characters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for index, character in enumerate(text):
        folded = _fold_character(character)
        if not folded and ends and ends[-1] == index and unicodedata.combining(character):
            ends[-1] = index + 1
        for plain in folded:
            if plain == " " and (not characters or characters[-1] == " "):
                continue
            characters.append(plain)
            starts.append(index)
            ends.append(index + 1)
    if characters and characters[-1] == " ":
        return Folded("".join(characters[:-1]), tuple(starts[:-1]), tuple(ends[:-1]))
    return Folded("".join(characters), tuple(starts), tuple(ends))
