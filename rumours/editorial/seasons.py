"""A new season's windows and spans, in one go."""

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction

from rumours.calendar import FIRST_YEAR, LAST_YEAR
from rumours.editorial.actors import save_by
from rumours.editorial.errors import EditorialError
from rumours.editorial.permissions import require
from rumours.models import Window, WindowSpan


@dataclass(frozen=True, slots=True)
class NewSeason:
    """The two windows of a season, and how many windows and spans had to be made."""

    windows: tuple[Window, Window]
    windows_made: int
    spans_made: int


@transaction.atomic
def add_season(first_year: int, *, by: User) -> NewSeason:
    """Make `YYYY-summer` and `YYYY+1-winter` where missing, with an unconfirmed span without dates for each
    association and section that had a span in an earlier window and has none yet in this one.

    Again changes nothing. Raises EditorialError for a year outside the calendar, PermissionDenied unless `by` may add
    windows and spans.
    """
    require(by, "rumours.add_window")
    require(by, "rumours.add_windowspan")
    if not FIRST_YEAR < first_year < LAST_YEAR:
        raise EditorialError(f"{first_year} is no year of a season: {FIRST_YEAR + 1} to {LAST_YEAR - 1} are")
    codes = (f"{first_year}-summer", f"{first_year + 1}-winter")
    missing = set(codes) - set(Window.objects.with_codes(codes).values_list("code", flat=True))
    for code in codes:
        if code in missing:
            save_by(Window(code=code), by)
    summer, winter = (Window.objects.get(code=code) for code in codes)
    spans = sum(_add_spans(window, by) for window in (summer, winter))
    return NewSeason((summer, winter), len(missing), spans)


def _add_spans(window: Window, by: User) -> int:
    """The spans that the window lacks; how many there were."""
    before = WindowSpan.objects.filter(window__rank__lt=window.rank)
    zones = {(span.association, span.section): span.time_zone for span in before.order_by("window__rank", "pk")}
    there = set(window.spans.values_list("association", "section"))
    lacking = [key for key in sorted(zones) if key not in there]
    for association, section in lacking:
        span = WindowSpan(
            window=window, association=association, section=section, time_zone=zones[association, section]
        )
        save_by(span, by)
    return len(lacking)
