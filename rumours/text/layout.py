"""How an article is laid out: paragraphs, section headings, sentences; all as spans of the text."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from rumours.text.spans import Span

_LINE = re.compile(r"[^\n]+")
_END_MARKS = ".!:;,…-–—"
_CLOSING = "\"'”’»)]"
_LONGEST_REMEMBERED = 50_000
_HEADING_WORDS = 14
_HEADING_LENGTH = 100
_OPENING = "\"'“‘«¿¡("
# A line that credits somebody is no heading: "Source: Mundo Deportivo".
_CREDIT_LINE = re.compile(r"(?:source|fonte|quelle|fuente|via)\b\s*:", re.IGNORECASE)

# A sentence may end here: "is out. The", "sure?” He", "option.According" (no space). Not known: "etc. and so on".
# Possessive, and begun only where the marks begin: a wall of full stops costs one pass.
_SENTENCE_END = re.compile(
    r"(?<![.!?…])(?P<marks>[.!?…]++)[\"'”’»)\]]*+(?:(?P<gap>\s++)(?=[\"'“‘«(\[¿¡]*+[^\W_a-z])|(?=[“\"]?[A-Z][\w’']))"
)
_LAST_WORD = re.compile(r"\w{0,12}+\Z")
_ABBREVIATIONS = re.compile(
    r"(?:mr|mrs|ms|dr|st|jr|sr|prof|sig|dott|vs|a?fc|cf|ac|sc|no|nr|approx|est|feat|gen|gov|col|capt"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)",
    re.IGNORECASE,
)
_LONGEST_ABBREVIATION = len("approx")
_DOMAIN = re.compile(r"(?:com|it|net|org|co|london|fr|de|es|uk|tv)\b", re.IGNORECASE)


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of `text` without the white space around them; a line broken in mid-sentence goes on."""
    return list(_remembered(text)) if len(text) < _LONGEST_REMEMBERED else _laid_out(text)


@lru_cache(maxsize=8)
def _remembered(text: str) -> tuple[Span, ...]:
    """Each step of cleaning and reading asks for those of the text that it is given, mostly the same."""
    return tuple(_laid_out(text))


def _laid_out(text: str) -> list[Span]:
    lines = [_trimmed(text, match.start(), match.end()) for match in _LINE.finditer(text)]
    found: list[Span] = []
    for line in lines:
        if not len(line):
            continue
        if found and _goes_on(text, found[-1], line):
            found[-1] = Span(found[-1].start, line.end)
        else:
            found.append(line)
    return found


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end].rstrip()
    if piece:
        end = start + len(piece)
    return Span(end - len(piece.lstrip()), end)


def _goes_on(text: str, before: Span, line: Span) -> bool:
    """Whether `line` continues the sentence of the line right before it ("free agent in the / summer")."""
    gap = text[before.end : line.start]
    return gap.count("\n") == 1 and text[line.start].islower() and text[before.end - 1].isalnum()


def title_like(words: str) -> bool:
    """Whether `words` could be a headline or heading: short, one sentence without its full stop, starting large."""
    bare = words.strip().rstrip(_CLOSING).rstrip()
    if not bare or len(bare) > _HEADING_LENGTH or len(bare.split()) > _HEADING_WORDS or bare[-1] in _END_MARKS:
        return False
    first = words.strip().lstrip(_OPENING)[:1]
    return first.isalnum() and not first.islower() and "\n" not in words


def headings(text: str, laid_out: Iterable[Span] | None = None) -> list[Span]:
    """The section headings of a cleaned body: a title-like paragraph that is followed by prose. `laid_out` are its
    paragraphs, where they are known."""
    return [
        span
        for span, following in pairwise(paragraphs(text) if laid_out is None else laid_out)
        if title_like(span.of(text)) and not _CREDIT_LINE.match(span.of(text)) and not title_like(following.of(text))
    ]


def sentences(text: str, laid_out: Iterable[Span] | None = None) -> list[Span]:
    """The sentences of `text`, paragraph by paragraph; a heading is a sentence of its own. `laid_out` are the
    paragraphs, where they are known."""
    laid_out = paragraphs(text) if laid_out is None else laid_out
    return [sentence for paragraph in laid_out for sentence in _sentences_of(text, paragraph)]


def _sentences_of(text: str, paragraph: Span) -> list[Span]:
    found: list[Span] = []
    start = paragraph.start
    for match in _SENTENCE_END.finditer(text, paragraph.start, paragraph.end):
        if _ends_sentence(text, match):
            end = match.end()
            found.append(_trimmed(text, start, end))
            start = end
    return [*found, _trimmed(text, start, paragraph.end)]


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    marks, gap = match.group("marks", "gap")
    if marks != ".":
        return bool(gap)
    word = _LAST_WORD.search(text[max(match.start() - 12, 0) : match.start()])
    last = word[0] if word else ""
    if not gap:
        return len(last) > 1 and last[-1].islower() and not _DOMAIN.match(text, match.end())
    is_initial = len(last) == 1 and last.isupper()
    return not is_initial and (len(last) > _LONGEST_ABBREVIATION or not _ABBREVIATIONS.fullmatch(last))
