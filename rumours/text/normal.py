"""The one form in which a text is stored: newlines `\\n`, NFC, no control or direction characters."""

import re
import unicodedata
from collections.abc import Iterator

from rumours.text.offsets import OffsetMap, Run, TracedText
from rumours.text.spans import Span

# What ends a line in some system: "\r\n", "\r", VT, FF, NEL, U+2028, U+2029.
_LINE_END = "\r\n|[\r\v\f\x85\u2028\u2029]"
# Control characters but "\t" and "\n", lone surrogates, byte order marks, and marks that turn the direction of writing.
_UNWANTED = "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\u202a-\u202e\u2066-\u2069]"
_REPLACED = re.compile(f"({_LINE_END})|{_UNWANTED}")
# No ASCII character joins the one before it, so a text may be composed piece by piece from one to the next.
_COMPOSABLE = re.compile("[\x00-\x7f]?[^\x00-\x7f]+")


def normalise(text: str) -> str:
    """`text` as it is stored: `\\n` newlines, NFC, nothing invisible that controls; again changes nothing."""
    return unicodedata.normalize("NFC", _REPLACED.sub(_replacement, text))


def normalise_with_offsets(text: str) -> TracedText:
    """As `normalise`, with the way back; what was composed of several characters leads to the first of them."""
    replaced = TracedText.join(_replace(text))
    if unicodedata.is_normalized("NFC", replaced.text):
        return replaced
    return TracedText.join(_compose(replaced))


def _replacement(match: re.Match[str]) -> str:
    return "\n" if match[1] else ""


def _replace(text: str) -> Iterator[TracedText]:
    whole = TracedText.of(text)
    at = 0
    for match in _REPLACED.finditer(text):
        yield whole.keep([Span(at, match.start())])
        if match[1]:
            yield TracedText("\n", OffsetMap((Run(0, match.start(), 1),)))
        at = match.end()
    yield whole.keep([Span(at, len(text))])


def _compose(traced: TracedText) -> Iterator[TracedText]:
    at = 0
    for match in _COMPOSABLE.finditer(traced.text):
        for piece in _composed_alone(match[0], match.start()):
            composed = unicodedata.normalize("NFC", piece.of(traced.text))
            if composed != piece.of(traced.text):
                yield traced.keep([Span(at, piece.start)])
                yield TracedText(composed, OffsetMap((Run(0, traced.offsets.to_original(piece.start), 1),)))
                at = piece.end
    yield traced.keep([Span(at, len(traced.text))])


def _composed_alone(text: str, offset: int) -> Iterator[Span]:
    """`text`, which begins at `offset`, in the shortest pieces that compose by themselves: a letter with its marks."""
    start = 0
    for index in range(1, len(text)):
        if unicodedata.combining(text[index]):
            continue
        before, after = text[start:index], text[index]
        apart = unicodedata.normalize("NFC", before) + unicodedata.normalize("NFC", after)
        if unicodedata.normalize("NFC", before + after) == apart:
            yield Span(offset + start, offset + index)
            start = index
    yield Span(offset + start, offset + len(text))
