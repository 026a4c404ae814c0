"""An article's words on a page: tagged names as links, quotes marked with their speaker.

Pure: a view lays the marks over the text once, the functions below cut any stretch of it into pieces, which the macros
of `templates/public/rumours/macros/body.html` write as HTML.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from rumours.text import Span, headings, paragraphs, segments

OPENING_MARKS = "“‘«„\"'"
CLOSING_MARKS = "”’»“\"'"


@dataclass(frozen=True, slots=True)
class Speech:
    """A stretch of direct speech. `speaker` is empty but on the last stretch of a quote, which names him.

    `address` is the speaker's page, empty where he has none. A withdrawn stretch is never shown.
    """

    span: Span
    speaker: str = ""
    address: str = ""
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A body and what is known of its words; all spans are of `text`. A link is a span and an address."""

    text: str
    links: tuple[tuple[Span, str], ...] = ()
    speech: tuple[Speech, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """Some words in a row, a link where there is an address."""

    text: str
    address: str = ""


# What stands for words that were withdrawn, on pages and in data.
WITHDRAWN = "[words withdrawn]"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one kind: plain words, or speech, with its speaker where it is the last of a quote."""

    words: tuple[Words, ...] = ()
    is_speech: bool = False
    speaker: str = ""
    address: str = ""
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a section heading."""

    is_heading: bool
    pieces: list[Piece]


def blocks(marked: MarkedText) -> Iterator[Block]:
    """The whole body."""
    titles = set(headings(marked.text))
    return (Block(part in titles, _pieces(marked, part)) for part in paragraphs(marked.text))


def stretch(marked: MarkedText, row: Any) -> list[Piece]:
    """The words of one row with a `start` and an `end` (a report's evidence), marked as in the body."""
    return _pieces(marked, Span(row.start, row.end))


def plain(found: Iterable[Piece]) -> str:
    """The same words without marks, for what is no page."""
    return "".join(WITHDRAWN if piece.withdrawn else "".join(words.text for words in piece.words) for piece in found)


def _pieces(marked: MarkedText, part: Span) -> list[Piece]:
    """One stretch of the body: speech first, names inside and outside of it."""
    spoken = [(_within(span, part), speech) for span, speech in _spoken(marked) if span.overlaps(part)]
    return [
        _piece(marked, piece.tag, _shifted(piece.span, part.start), part)
        for piece in segments(part.of(marked.text), spoken)
    ]


def _spoken(marked: MarkedText) -> Iterator[tuple[Span, Speech]]:
    """Stretches with their quotation marks, never overlapping a withdrawn one: those are one where they overlap, and
    of the others only those that hold none of their words are marked.
    """
    spans = [(_with_marks(marked.text, speech.span), speech) for speech in marked.speech]
    withdrawn = _union(span for span, speech in spans if speech.withdrawn)
    yield from ((span, Speech(span, withdrawn=True)) for span in withdrawn)
    for span, speech in spans:
        if not any(span.overlaps(hidden) for hidden in withdrawn):
            yield span, speech


def _union(spans: Iterable[Span]) -> list[Span]:
    """Spans that cover the same characters and do not overlap."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _piece(marked: MarkedText, speech: Speech | None, span: Span, part: Span) -> Piece:
    if speech is None:
        return Piece(_names(marked, span))
    if speech.withdrawn:
        return Piece(withdrawn=True)
    whole = speech.span.end <= part.end
    speaker, address = (speech.speaker, speech.address) if whole else ("", "")
    return Piece(_names(marked, span), True, speaker, address)


def _names(marked: MarkedText, span: Span) -> tuple[Words, ...]:
    tagged = [(_within(link, span), address) for link, address in marked.links if span.contains(link)]
    return tuple(Words(piece.text, piece.tag or "") for piece in segments(span.of(marked.text), tagged))


def _with_marks(text: str, span: Span) -> Span:
    """The span with the quotation marks around it."""
    start = span.start - 1 if span.start and text[span.start - 1] in OPENING_MARKS else span.start
    end = span.end + 1 if text[span.end : span.end + 1] and text[span.end] in CLOSING_MARKS else span.end
    return Span(start, end)


def _within(span: Span, part: Span) -> Span:
    """The part of `span` that lies in `part`, counted from the start of `part`."""
    return Span(max(span.start, part.start) - part.start, min(span.end, part.end) - part.start)


def _shifted(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
