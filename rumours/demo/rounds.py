"""The windows of the invented associations, laid around the anchor day: one open and closing within days."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.contrib.auth.models import User

from rumours.calendar import Calendar, WindowCode
from rumours.choices import Season, Section
from rumours.demo.places import OSTERMARK, VALDORIA
from rumours.editorial.loading.writing import create_all
from rumours.models import Window, WindowSpan

CLOSES_IN = timedelta(days=4)
HALF_YEAR = timedelta(days=182)
LENGTH = {Season.WINTER: timedelta(days=28), Season.SUMMER: timedelta(days=70)}
EARLY = timedelta(days=8)  # rumours begin before the window opens
PAST = 4
# How long after the Valdorian men's deadline another association or section shuts.
LATER = {
    (VALDORIA, Section.MEN): timedelta(0),
    (VALDORIA, Section.WOMEN): timedelta(days=2),
    (OSTERMARK, Section.MEN): timedelta(days=5),
}


@dataclass(frozen=True)
class Round:
    """One window as this world lives it: `days` (UTC) are those on which something is written."""

    window: Window
    opens: date
    closes: date
    days: tuple[date, ...]
    is_current: bool


def make_rounds(anchor: date, by: User) -> list[Round]:
    """Store the spans of five windows and of the next one, and give the five, oldest first."""
    code = WindowCode.parse(Calendar().window_at(datetime.combine(anchor, time(12), UTC)))
    spans: list[WindowSpan] = []
    rounds: list[Round] = []
    for ago in range(-1, PAST + 1):
        closes = anchor + CLOSES_IN - ago * HALF_YEAR
        window = Window.objects.get_or_create(code=str(_back(code, ago)))[0]
        opens = closes - LENGTH[WindowCode.parse(window.code).season]
        spans.extend(_spans(window, opens, closes))
        if ago >= 0:
            last = min(closes, anchor - timedelta(days=1))
            step = 1 if ago == 0 else 2
            days = tuple(day for n in range(0, (last - opens + EARLY).days + 1, step)
                         if (day := opens - EARLY + timedelta(days=n)) <= last)  # fmt: skip
            rounds.append(Round(window, opens, closes, days, is_current=ago == 0))
    create_all(WindowSpan, spans, by)
    return rounds[::-1]


def _back(code: WindowCode, steps: int) -> WindowCode:
    """The window so many windows ago; a negative number looks ahead."""
    for _ in range(abs(steps)):
        code = code.previous if steps > 0 else code.next
    return code


def _spans(window: Window, opens: date, closes: date) -> list[WindowSpan]:
    return [
        WindowSpan(
            window=window, association=association, section=section, confirmed=True, time_zone="UTC",
            opens_at=datetime.combine(opens, time(0), UTC), closes_at=datetime.combine(closes + later, time(18), UTC),
            reference="Invented for the demo, around the day on which it was made",
        )
        for (association, section), later in LATER.items()
    ]  # fmt: skip
