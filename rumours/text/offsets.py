"""The way from a cleaned text back to the original it was cut from."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from rumours.text.spans import Span


class Run(NamedTuple):
    """A stretch of `length` characters of the text at `body_start` that stand at `original_start` of the original."""

    body_start: int
    original_start: int
    length: int


@dataclass(frozen=True)
class OffsetMap:
    """Leads from a text back to the original it was cut from; the runs are ascending on both sides."""

    runs: tuple[Run, ...] = ()

    @classmethod
    def identity(cls, length: int) -> "OffsetMap":
        """The map of a text of `length` characters onto itself."""
        return cls((Run(0, 0, length),)) if length else cls()

    @classmethod
    def from_rows(cls, rows: Iterable[Iterable[int]]) -> "OffsetMap":
        """The map that was stored as `as_rows()`."""
        return cls(tuple(Run(*row) for row in rows))

    def as_rows(self) -> list[list[int]]:
        """Plain lists of three numbers, to be stored."""
        return [list(run) for run in self.runs]

    @cached_property
    def _body_starts(self) -> list[int]:
        return [run.body_start for run in self.runs]

    @cached_property
    def _original_starts(self) -> list[int]:
        return [run.original_start for run in self.runs]

    def to_original(self, index: int) -> int:
        """Where character `index` of the text stands in the original; past the last one, the end of what was kept."""
        place = bisect_right(self._body_starts, index) - 1
        if place < 0:
            return 0
        run = self.runs[place]
        return run.original_start + min(index - run.body_start, run.length)

    def span_to_original(self, span: Span) -> Span:
        """The span of the original from the first to the last character of `span` (cut pieces between included)."""
        start = self.to_original(span.start)
        return Span(start, self.to_original(span.end - 1) + 1 if span.end > span.start else start)

    def from_original(self, index: int) -> int:
        """Where in the text the original's character `index` stands, or would stand had it not been cut."""
        place = bisect_right(self._original_starts, index) - 1
        if place < 0:
            return 0
        run = self.runs[place]
        return run.body_start + min(index - run.original_start, run.length)

    def keep(self, spans: Iterable[Span]) -> "OffsetMap":
        """The map of what is left when only `spans` (ascending, apart) of the text are kept."""
        kept: list[Run] = []
        length = 0
        for span in spans:
            for run in self._runs_within(span):
                _append(kept, run._replace(body_start=run.body_start - span.start + length))
            length += len(span)
        return OffsetMap(tuple(kept))

    def _runs_within(self, span: Span) -> Iterator[Run]:
        for place in range(max(bisect_right(self._body_starts, span.start) - 1, 0), len(self.runs)):
            run = self.runs[place]
            start = max(run.body_start, span.start)
            end = min(run.body_start + run.length, span.end)
            if run.body_start >= span.end:
                return
            if start < end:
                yield Run(start, run.original_start + start - run.body_start, end - start)


def _append(runs: list[Run], run: Run) -> None:
    """Add `run`, as the last one's continuation where it is one."""
    if runs and all(old + runs[-1].length == new for old, new in zip(runs[-1][:2], run[:2], strict=True)):
        runs[-1] = runs[-1]._replace(length=runs[-1].length + run.length)
    else:
        runs.append(run)


@dataclass(frozen=True)
class TracedText:
    """A text and the way back to its original."""

    text: str
    offsets: OffsetMap

    @classmethod
    def of(cls, text: str) -> "TracedText":
        """`text` as its own original."""
        return cls(text, OffsetMap.identity(len(text)))

    @classmethod
    def join(cls, pieces: Iterable["TracedText"]) -> "TracedText":
        """Pieces of one original, in its order, one after the other."""
        texts: list[str] = []
        runs: list[Run] = []
        length = 0
        for piece in pieces:
            texts.append(piece.text)
            for run in piece.offsets.runs:
                _append(runs, run._replace(body_start=run.body_start + length))
            length += len(piece.text)
        return cls("".join(texts), OffsetMap(tuple(runs)))

    def keep(self, spans: Iterable[Span]) -> "TracedText":
        """Only `spans` (ascending, apart) of the text."""
        kept = list(spans)
        return TracedText("".join(span.of(self.text) for span in kept), self.offsets.keep(kept))

    def drop(self, spans: Iterable[Span]) -> "TracedText":
        """The text without `spans` (ascending, apart)."""
        kept, at = [], 0
        for span in spans:
            kept.append(Span(at, span.start))
            at = span.end
        return self.keep([*kept, Span(at, len(self.text))])
