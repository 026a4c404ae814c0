"""When transfer windows open and close: pure rules over plain rows, shared by the models and the tagger.

A window's code is `YYYY-winter` or `YYYY-summer`. Instants are zone-aware datetimes. The buyer's association
decides; where its dates are not known, the usual European ones stand in and the answer says so.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from rumours.choices import Season, Section

CODE = re.compile(r"((?:19|20|21)[0-9]{2})-(summer|winter)")
FIRST_YEAR, LAST_YEAR = 1900, 2199  # those that a code can hold

# What the five big leagues agreed on in most recent years; used only where an association's own dates are unknown.
USUAL_OPENING = {Season.WINTER: (1, 1), Season.SUMMER: (7, 1)}
USUAL_CLOSING = {Season.WINTER: (2, 3), Season.SUMMER: (9, 2)}


@dataclass(frozen=True, order=True)
class WindowCode:
    """A window's year and season; ordered by time, winter before summer of one year."""

    year: int
    half: int

    @classmethod
    def parse(cls, text: str) -> "WindowCode":
        """`2026-winter` -> WindowCode. Raises ValueError naming what was given and what is allowed."""
        match = CODE.fullmatch(text)
        if match is None:
            raise ValueError(f"{text[:40]!r} is no window: write it as 2026-winter or 2026-summer")
        return cls(int(match[1]), 0 if match[2] == Season.WINTER else 1)

    @classmethod
    def opened_by(cls, at: datetime) -> "WindowCode":
        """The latest window that has opened by an instant where it opens on the usual day."""
        code = cls(at.astimezone(UTC).year, 1)
        while code.usual_opening > at:
            code = code.previous
        return code

    @property
    def season(self) -> Season:
        return Season.SUMMER if self.half else Season.WINTER

    def __str__(self) -> str:
        return f"{self.year}-{self.season}"

    @property
    def label(self) -> str:
        """`Winter 2026`."""
        return f"{self.season.capitalize()} {self.year}"

    @property
    def next(self) -> "WindowCode":
        return WindowCode(self.year, 1) if not self.half else WindowCode(self.year + 1, 0)

    @property
    def previous(self) -> "WindowCode":
        return WindowCode(self.year, 0) if self.half else WindowCode(self.year - 1, 1)

    @property
    def usual_opening(self) -> datetime:
        return datetime(self.year, *USUAL_OPENING[self.season], tzinfo=UTC)

    @property
    def usual_closing(self) -> datetime:
        return datetime(self.year, *USUAL_CLOSING[self.season], tzinfo=UTC)


@dataclass(frozen=True)
class WindowDates:
    """One span of one window for one association and section; an instant is None where it is not known."""

    window: str
    association: str
    section: str
    opens: datetime | None
    closes: datetime | None


class Calendar:
    """The spans of all associations, asked by association, section and day."""

    def __init__(self, spans: Iterable[WindowDates] = ()) -> None:
        self._closing: dict[tuple[str, str, str], datetime] = {}
        self._opening: dict[tuple[str, str, str], datetime] = {}
        for span in spans:
            key = (span.window, span.association, span.section)
            if span.closes is not None:
                self._closing[key] = max(span.closes, self._closing.get(key, span.closes))
            if span.opens is not None:
                self._opening[key] = min(span.opens, self._opening.get(key, span.opens))

    def closing(self, window: str, association: str, section: str = Section.MEN) -> tuple[datetime, bool]:
        """When `window` shuts for the association, and whether that is known (else the usual day)."""
        known = self._closing.get((window, association, section))
        return (known, True) if known else (WindowCode.parse(window).usual_closing, False)

    def opening(self, window: str, association: str, section: str = Section.MEN) -> tuple[datetime, bool]:
        """When `window` first opens for the association, and whether that is known (else the usual day)."""
        known = self._opening.get((window, association, section))
        return (known, True) if known else (WindowCode.parse(window).usual_opening, False)

    def window_at(self, at: datetime, association: str = "", section: str = Section.MEN) -> str:
        """The code of the window that is open, or else next to open, for the association at an instant."""
        code = _usual_window(at).previous
        while self.closing(str(code), association, section)[0] <= at:
            code = code.next
        return str(code)


def _usual_window(at: datetime) -> WindowCode:
    code = WindowCode(at.astimezone(UTC).year, 0)
    while code.usual_closing <= at:
        code = code.next
    return code
