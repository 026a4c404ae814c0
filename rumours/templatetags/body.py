"""An article's words on a page: tagged names as links, quotes marked with their speaker, all else escaped.

Pure: a view lays the marks over the text once, the filters below turn any stretch of it into HTML.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django import template
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from rumours.text import Span, headings, paragraphs, segments

register = template.Library()

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


@register.filter
def as_article(marked: MarkedText) -> SafeString:
    """The whole body as paragraphs and section headings (h2)."""
    titles = set(headings(marked.text))
    return format_html_join(
        "\n",
        "<{0}>{1}</{0}>",
        (("h2" if part in titles else "p", _inline(marked, part)) for part in paragraphs(marked.text)),
    )


@register.filter
def stretch(marked: MarkedText, row: object) -> SafeString:
    """The words of one row with a `start` and an `end` (a report's evidence), marked as in the body."""
    span = Span(int(getattr(row, "start")), int(getattr(row, "end")))  # noqa: B009 - any row with a span
    return _inline(marked, span)


def _inline(marked: MarkedText, part: Span) -> SafeString:
    """One stretch of the body: speech first, names inside and outside of it."""
    spoken = [(_within(span, part), speech) for span, speech in _spoken(marked) if span.overlaps(part)]
    pieces = (
        _speech(marked, piece.tag, _shifted(piece.span, part.start), part)
        if piece.tag
        else _names(marked, _shifted(piece.span, part.start))
        for piece in segments(part.of(marked.text), spoken)
    )
    return mark_safe("".join(pieces))  # noqa: S308 - every piece is escaped where it is made


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


def _speech(marked: MarkedText, speech: Speech, span: Span, part: Span) -> SafeString:
    if speech.withdrawn:
        return format_html('<span class="withdrawn">{}</span>', "[words withdrawn]")
    words = format_html('<span class="quoted">{}</span>', _names(marked, span))
    if not speech.speaker or speech.span.end > part.end:
        return words
    tag = '<a class="quoted-by" href="{1}">{0}</a>' if speech.address else '<span class="quoted-by">{0}</span>'
    return format_html("{} {}", words, format_html(tag, speech.speaker, speech.address))


def _names(marked: MarkedText, span: Span) -> SafeString:
    tagged = [(_within(link, span), address) for link, address in marked.links if span.contains(link)]
    return format_html_join("", "{}", ((part,) for part in _linked(span.of(marked.text), tagged)))


def _linked(words: str, tagged: list[tuple[Span, str]]) -> Iterator[SafeString]:
    for piece in segments(words, tagged):
        yield format_html('<a href="{}">{}</a>', piece.tag, piece.text) if piece.tag else escape(piece.text)


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
