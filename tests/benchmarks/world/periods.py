"""When it happens: twenty windows, and the stretch of time in which each was written about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from rumours.calendar import Calendar, WindowCode, WindowDates
from rumours.choices import Section
from tests.benchmarks.world.cast import COUNTRIES

WINDOWS = 20
LAST = WindowCode.parse("2027-winter")
# The world's last day: so the last window is still open while its links are read, as on a living site.
END = datetime(2026, 11, 20, 12, tzinfo=UTC)
SHARE_OF_LAST = 0.12
WITH_DATES = COUNTRIES[:15]


@dataclass(frozen=True, slots=True)
class Period:
    """One window and the stretch of time, `begin` to `end`, whose articles speak of it."""

    code: str
    begin: datetime
    end: datetime

    def moment(self, place: int, number: int) -> datetime:
        """When the article at `place` of `number` came, in whole seconds."""
        into = (self.end - self.begin).total_seconds() * (place + 0.5) / number
        return self.begin + timedelta(seconds=int(into))


def periods() -> list[Period]:
    """The windows in order of time."""
    found: list[Period] = []
    code = LAST
    for _ in range(WINDOWS):
        found.append(Period(str(code), code.previous.usual_closing, min(code.usual_closing, END)))
        code = code.previous
    return found[::-1]


def shares(number: int) -> list[int]:
    """`number` rows dealt out to the windows, the last one having most."""
    each = int(number * (1 - SHARE_OF_LAST) / (WINDOWS - 1))
    return [each] * (WINDOWS - 1) + [number - each * (WINDOWS - 1)]


def spans(windows: Sequence[Period]) -> list[WindowDates]:
    """The known dates: those of most associations; for the others the usual day stands in."""
    rows = []
    for window in windows:
        code = WindowCode.parse(window.code)
        for place, country in enumerate(WITH_DATES):
            opens, closes = code.usual_opening, code.usual_closing + timedelta(hours=place - 30)
            rows.append(WindowDates(window.code, country, Section.MEN, opens, closes))
    return rows


def calendar(windows: Sequence[Period]) -> Calendar:
    return Calendar(spans(windows))
