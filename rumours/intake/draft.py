"""A document in the making: what is left of the text, what was set apart, and the way back."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from rumours.choices import AsideKind, DatePrecision
from rumours.text import AsideText, OffsetMap, Span, TracedText, paragraphs

_GAP = re.compile(r"[^\S\n]*+\n\s*+")


@dataclass(frozen=True, slots=True)
class SetAside:
    """A piece taken out of the text, with its span in the decoded original."""

    kind: AsideKind
    text: str
    original: Span


@dataclass(frozen=True, slots=True)
class Draft:
    """What each cleaning step gets and gives. Steps only take pieces out, so every character leads back."""

    traced: TracedText
    asides: tuple[SetAside, ...] = ()
    headline: str | None = None
    published: datetime | None = None
    precision: DatePrecision = DatePrecision.UNKNOWN
    is_markdown: bool = False

    @property
    def text(self) -> str:
        return self.traced.text

    @property
    def offsets(self) -> OffsetMap:
        return self.traced.offsets

    def paragraphs(self) -> list[tuple[Span, str]]:
        """Each paragraph's span and words."""
        return [(span, span.of(self.text)) for span in paragraphs(self.text)]

    def set_aside(self, pieces: Iterable[tuple[Span, AsideKind]]) -> "Draft":
        """The draft without `pieces` (apart from each other), which stand among its asides."""
        taken = sorted(((span, kind) for span, kind in pieces if len(span)), key=lambda piece: piece[0].start)
        if not taken:
            return self
        asides = tuple(
            SetAside(kind, span.of(self.text).strip(), self.offsets.span_to_original(span)) for span, kind in taken
        )
        return replace(
            self, traced=self.traced.drop(self._with_gap(span) for span, _ in taken), asides=(*self.asides, *asides)
        )

    def _with_gap(self, span: Span) -> Span:
        """A piece that fills its lines goes with the empty lines after it, or they would show where it stood."""
        if not span.start or self.text[span.start - 1] == "\n":
            gap = _GAP.match(self.text, span.end)
            return Span(span.start, gap.end()) if gap else span
        return span

    def drop(self, spans: Iterable[Span]) -> "Draft":
        """The draft without `spans` (ascending, apart): white space and markup signs, which nobody misses."""
        return replace(self, traced=self.traced.drop(spans))

    def keep(self, spans: Iterable[Span]) -> "Draft":
        """Only `spans` (ascending, apart) of the draft, for the same reason."""
        return replace(self, traced=self.traced.keep(spans))

    def aside_texts(self) -> tuple[AsideText, ...]:
        """The asides in the order of the original, each with its place in the text as it is now."""
        placed = (
            AsideText(aside.kind, aside.text, self.offsets.from_original(aside.original.start), aside.original)
            for aside in self.asides
        )
        return tuple(sorted(placed, key=lambda aside: aside.original))
