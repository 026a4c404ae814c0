"""A player's age on a day."""

from datetime import date

import pytest

from rumours.models import Player


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(2000, 5, 10), date(2026, 5, 9), 25),
        (date(2000, 5, 10), date(2026, 5, 10), 26),
        (date(2004, 2, 29), date(2026, 2, 28), 21),
        (date(2004, 2, 29), date(2026, 3, 1), 22),
        (date(2004, 2, 29), date(2028, 2, 29), 24),
        (None, date(2026, 5, 10), None),
    ],
)
def test_a_birthday_counts(born: date | None, day: date, age: int | None) -> None:
    assert Player(born=born).age_on(day) == age
