"""A new season: two windows, and spans whose dates are not known yet."""

import pytest
from django.core.exceptions import PermissionDenied

from rumours.editorial.actors import system_user
from rumours.editorial.errors import EditorialError
from rumours.editorial.seasons import add_season
from rumours.models import Window, WindowSpan
from tests.factories import UserFactory, WindowFactory, WindowSpanFactory

pytestmark = pytest.mark.django_db


def test_a_season_takes_over_the_associations_of_all_before_it() -> None:
    winter = WindowFactory(code="2030-winter")
    WindowSpanFactory(window=winter, association="Italy", time_zone="Europe/Rome", confirmed=True)
    WindowSpanFactory(window=WindowFactory(code="2029-summer"), association="Japan", section="women")
    WindowSpanFactory(window=WindowFactory(code="2024-summer"), association="Peru")
    WindowSpanFactory(window=WindowFactory(code="2032-summer"), association="Fiji")
    made = add_season(2030, by=system_user())
    assert (str(made.windows[0]), str(made.windows[1]), made.windows_made, made.spans_made) == (
        "2030-summer", "2031-winter", 2, 6,
    )  # fmt: skip
    rows = WindowSpan.objects.filter(window__in=made.windows).order_by("window__rank", "association")
    columns = ("window__code", "association", "section", "opens_at", "closes_at", "time_zone", "confirmed")
    assert list(rows.values_list(*columns)) == [
        ("2030-summer", "Italy", "men", None, None, "Europe/Rome", False),
        ("2030-summer", "Japan", "women", None, None, "UTC", False),
        ("2030-summer", "Peru", "men", None, None, "UTC", False),
        ("2031-winter", "Italy", "men", None, None, "Europe/Rome", False),
        ("2031-winter", "Japan", "women", None, None, "UTC", False),
        ("2031-winter", "Peru", "men", None, None, "UTC", False),
    ]


def test_again_it_adds_only_what_is_missing() -> None:
    WindowSpanFactory(window=WindowFactory(code="2029-summer"), association="Italy")
    known = WindowSpanFactory(window=WindowFactory(code="2030-summer"), association="Italy")
    made = add_season(2030, by=system_user())
    assert (made.windows_made, made.spans_made, list(made.windows[0].spans.all())) == (1, 1, [known])
    again = add_season(2030, by=system_user())
    assert (again.windows_made, again.spans_made) == (0, 0)


def test_a_year_outside_the_calendar_and_a_user_without_permission_are_refused() -> None:
    with pytest.raises(EditorialError, match="3000 is no year of a season"):
        add_season(3000, by=system_user())
    with pytest.raises(PermissionDenied):
        add_season(2030, by=UserFactory(permissions=("add_window",)))
    assert Window.objects.count() == 0
