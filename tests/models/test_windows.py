"""Windows: which are open, and how they are called."""

from datetime import UTC, datetime

import pytest

from rumours.models import Window, WindowSpan

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def span(code: str, association: str, opens: datetime | None, closes: datetime | None) -> WindowSpan:
    window, _ = Window.objects.get_or_create(code=code)
    return WindowSpan.objects.create(window=window, association=association, opens_at=opens, closes_at=closes)


def test_open_are_those_begun_and_known_to_shut() -> None:
    later, earlier, spring = (datetime(2026, 11, day, tzinfo=UTC) for day in (28, 2, 5))
    begun = span("2026-summer", "Valdoria", earlier, later)
    unknown_opening = span("2026-summer", "Ostermark", None, datetime(2026, 11, 24, tzinfo=UTC))
    span("2026-summer", "Shut", earlier, spring)
    span("2026-summer", "Unknown", earlier, None)
    span("2027-winter", "England", None, datetime(2027, 2, 1, tzinfo=UTC))
    span("2027-winter", "Italy", datetime(2027, 1, 2, tzinfo=UTC), datetime(2027, 2, 1, tzinfo=UTC))
    assert list(WindowSpan.objects.open_at(NOW)) == [unknown_opening, begun]


def test_a_window_reads_as_people_say_it() -> None:
    assert Window.objects.create(code="2027-winter").label == "Winter 2027"
