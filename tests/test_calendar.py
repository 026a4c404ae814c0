"""Windows by calendar: the buyer's association decides, the usual days stand in."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rumours.calendar import Calendar, WindowCode, WindowDates


def day(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


ITALY = Calendar(
    [
        WindowDates("2025-summer", "Italy", "men", day("2025-06-01"), day("2025-06-10T22:00")),
        WindowDates("2025-summer", "Italy", "men", day("2025-07-01"), day("2025-09-01T18:00")),
        WindowDates("2026-winter", "Italy", "men", day("2026-01-02"), day("2026-02-02T19:00")),
        WindowDates("2025-summer", "Saudi Arabia", "men", None, day("2025-09-23T20:59")),
        WindowDates("2025-summer", "Italy", "women", day("2025-07-01"), None),
    ]
)


@pytest.mark.parametrize(
    ("at", "association", "section", "window"),
    [
        ("2025-06-20", "Italy", "men", "2025-summer"),  # between two spans of one window
        ("2025-09-01T17:59", "Italy", "men", "2025-summer"),
        ("2025-09-01T18:00", "Italy", "men", "2026-winter"),  # shut: the next to open
        ("2025-09-10", "Saudi Arabia", "men", "2025-summer"),  # shuts later there
        ("2025-09-10", "Italy", "men", "2026-winter"),
        ("2026-02-02T18:59", "Italy", "men", "2026-winter"),
        ("2026-02-02T19:00", "Italy", "men", "2026-summer"),
        ("2025-08-20", "Italy", "women", "2025-summer"),  # closing unknown: the usual day
        ("2019-08-20", "Nowhere", "men", "2019-summer"),
        ("2019-12-31", "Nowhere", "men", "2020-winter"),
    ],
)
def test_the_window_open_or_next_to_open(at: str, association: str, section: str, window: str) -> None:
    assert ITALY.window_at(day(at), association, section) == window


def test_a_closing_says_whether_it_is_known() -> None:
    assert ITALY.closing("2025-summer", "Italy") == (day("2025-09-01T18:00"), True)
    assert ITALY.closing("2025-summer", "Italy", "women") == (day("2025-09-02"), False)
    assert ITALY.opening("2025-summer", "Italy") == (day("2025-06-01"), True)
    assert ITALY.opening("2026-winter", "Spain") == (day("2026-01-01"), False)


@pytest.mark.parametrize(
    "text", ["2026", "winter", "2026-spring", "２０２６-winter", "20260-winter", "1066-summer", "2026-winter "]
)
def test_what_is_no_window_is_refused_by_name(text: str) -> None:
    with pytest.raises(ValueError, match="is no window: write it as 2026-winter"):
        WindowCode.parse(text)


@given(st.integers(-(10**9), 5 * 10**9).map(lambda seconds: datetime.fromtimestamp(seconds, UTC)))
def test_a_window_found_is_never_shut_and_the_one_before_is(at: datetime) -> None:
    code = WindowCode.parse(ITALY.window_at(at, "Italy"))
    assert ITALY.closing(str(code), "Italy")[0] > at
    assert ITALY.closing(str(code.previous), "Italy")[0] <= at


def test_codes_follow_each_other_in_time() -> None:
    code = WindowCode.parse("2025-summer")
    assert (str(code.next), str(code.previous), code < code.next) == ("2026-winter", "2025-winter", True)


@pytest.mark.parametrize(
    ("at", "code"),
    [("2026-11-20", "2026-summer"), ("2027-01-01", "2027-winter"), ("2026-12-31T23:59", "2026-summer")],
)
def test_the_window_that_has_opened_on_the_usual_day(at: str, code: str) -> None:
    assert str(WindowCode.opened_by(day(at))) == code
