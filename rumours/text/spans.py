"""Half-open spans of code points, and cutting a text by them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

Tag = TypeVar("Tag")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`start` is in, `end` is out; both count Unicode code points. ValueError unless 0 <= start <= end."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span cannot run from {self.start} to {self.end}")

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
