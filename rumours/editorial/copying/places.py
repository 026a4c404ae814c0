"""Where words that stand in one body stand in another with nearly the same text."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from rumours.editorial.anchoring import locate, occurrences
from rumours.editorial.errors import WordsNotFound
from rumours.editorial.quoting import stretches
from rumours.editorial.shifting import Shift
from rumours.models import Quote
from rumours.text import Span


class Placed(Protocol):
    """A row whose text stands at a span of a body."""

    start: int
    end: int
    text: str


class Places:
    """The way from the places of one body (`there`) to those of another (`here`)."""

    def __init__(self, there: str, here: str) -> None:
        self._there, self._here = there, here
        self._shift = Shift(there, here)

    def of(self, row: Placed) -> Span | None:
        """Where a row's words stand here: at the same place of the text, else where they are nearest to it; or None."""
        same = self._counterpart(row)
        if same is not None:
            return same
        try:
            return locate(self._here, row.text, near=self._shift.offset(row.start))
        except WordsNotFound:
            return None

    def of_quote(self, quote: Quote) -> list[Span]:
        """The stretches of a quote here; none where one of them is missing."""
        rows: list[Placed] = [*quote.fragments.all()] or [quote]
        same = [span for row in rows if (span := self._counterpart(row)) is not None]
        if len(same) == len(rows):
            return same
        try:
            return stretches(self._here, quote.words, near=self._shift.offset(quote.start))
        except WordsNotFound:
            return []

    def only_here(self, words: str) -> Iterator[Span]:
        """Where the words stand here at a place that the other text does not have."""
        shared = {self._shift.span(span) for span in occurrences(self._there, words)}
        return (span for span in occurrences(self._here, words) if span not in shared)

    def _counterpart(self, row: Placed) -> Span | None:
        stands = self._there[row.start : row.end] == row.text
        return self._shift.span(Span(row.start, row.end)) if stands else None


def is_free(span: Span, taken: Iterable[Span]) -> bool:
    """Whether no span of `taken` overlaps it."""
    return not any(span.overlaps(other) for other in taken)
