"""Half-open spans of code points, and cutting a text by them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

Tag = TypeVar("Tag")


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """`start` is in, `end` is out; both count Unicode code points. ValueError unless 0 <= start <= end."""

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        # By hand: hundreds are made for an article, and what a frozen dataclass writes for itself takes twice as long.
        if not 0 <= start <= end:
            raise ValueError(f"a span cannot run from {start} to {end}")
        _set_start(self, start)
        _set_end(self, end)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words of the span in `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


_set_start, _set_end = (getattr(Span, name).__set__ for name in ("start", "end"))


@dataclass(frozen=True, slots=True)
class Segment(Generic[Tag]):
    """A piece of a text: `tag` belongs to its span, or is None for the text between."""

    span: Span
    text: str
    tag: Tag | None


def segments(text: str, tagged: Iterable[tuple[Span, Tag]]) -> list[Segment[Tag]]:
    """`text` cut into pieces that join to it again; where tags overlap the first to start, then the longest, wins."""
    pieces: list[Segment[Tag]] = []
    at = 0
    for span, tag in sorted(tagged, key=lambda item: (item[0].start, -item[0].end)):
        if span.start < at or span.end > len(text) or not len(span):
            continue
        if at < span.start:
            pieces.append(Segment(Span(at, span.start), text[at : span.start], None))
        pieces.append(Segment(span, span.of(text), tag))
        at = span.end
    if at < len(text):
        pieces.append(Segment(Span(at, len(text)), text[at:], None))
    return pieces
