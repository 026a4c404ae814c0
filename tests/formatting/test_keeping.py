"""What is kept is made once for the same plain values, and anew for rows that may have changed."""

from datetime import date
from typing import Any

import pytest
from markupsafe import Markup

from rumours.filters.names import ClubName, WindowName
from rumours.formatting.keeping import kept
from rumours.models import Club


class Counting:
    """A macro that tells how often it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[Any, ...]] = []

    def __call__(self, *values: Any) -> Markup:
        self.asked.append(values)
        return Markup(len(self.asked))  # noqa: S704


@pytest.mark.parametrize(
    "values",
    [("bid", ""), (7,), (date(2026, 1, 14),), (None,), (WindowName(1, "2026-winter", "Winter 2026", 1), "open")],
)
def test_the_same_plain_values_are_made_once(values: tuple[Any, ...]) -> None:
    macro = Counting()
    made = kept(macro)
    assert (made(*values), made(*values)) == (Markup("1"), Markup("1"))
    assert made("another") == Markup("2")
    assert macro.asked == [values, ("another",)]


def test_equal_values_of_different_kinds_are_told_apart() -> None:
    made = kept(Counting())
    assert (made(1), made(True), made("1")) == (Markup("1"), Markup("2"), Markup("3"))


def test_a_row_of_the_database_is_made_each_time_as_it_may_have_changed() -> None:
    made = kept(Counting())
    club = Club(pk=1, name="Port Arden")
    assert (made(club, "open"), made(club, "open")) == (Markup("1"), Markup("2"))


def test_a_row_read_by_itself_is_told_apart_by_all_that_it_shows() -> None:
    made = kept(Counting())
    club = ClubName(1, "port-arden", "Port Arden", "#112233", "England", "men", True, False, None)
    assert made(club) == Markup("1")
    assert made(club._replace(name="Port Arden Town")) == Markup("2")
    assert made(club) == Markup("1")
