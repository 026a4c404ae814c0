"""What intake hands on: a cleaned article, with everything that was set apart and the way back to its original."""

from dataclasses import dataclass, field
from datetime import datetime

from rumours.text.offsets import OffsetMap
from rumours.text.spans import Span


@dataclass(frozen=True, slots=True)
class AsideText:
    """A piece that cleaning set apart: `kind` is an AsideKind's value, `position` where in the body it stood.

    `original` is its span in the decoded original. Shown to the editor in place, never tagged.
    """

    kind: str
    text: str
    position: int
    original: Span


@dataclass(frozen=True, slots=True)
class Document:
    """A cleaned article. `headline` is None where the text has none; `published` is UTC, None when unknown.

    `precision` says whether `published` means a time or a day (DatePrecision's values; a day is 12:00 UTC).
    `headings` are spans of section headings that stay in the body; `language` is a guess ("en", "it", ...; "" unknown);
    `offsets` leads from the body to the decoded original.
    """

    headline: str | None
    body: str
    asides: tuple[AsideText, ...] = ()
    headings: tuple[Span, ...] = ()
    published: datetime | None = None
    precision: str = "unknown"
    language: str = ""
    offsets: OffsetMap = field(default_factory=OffsetMap)
