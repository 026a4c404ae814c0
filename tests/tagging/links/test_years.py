"""What an undated text tells of its year."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rumours.choices import Season
from rumours.tagging.links.years import latest_post, window_of

# text, the season it speaks of, the window
TELLING = [
    ("The 2025 January transfer window has shut.", Season.WINTER, "2025-winter"),
    ("They were quiet in the summer 2024 window.", Season.SUMMER, "2024-summer"),
    ("He will stay for the rest of the current 2024-25 season.", Season.WINTER, "2025-winter"),
    ("They go into the 2025/26 season without a striker.", Season.SUMMER, "2025-summer"),
    ("He scored twelve goals during the 2023/24 season.", Season.SUMMER, "2024-summer"),
    ("He hopes for a place in the squad for Euro 2024.", Season.WINTER, "2024-winter"),
]
SILENT = [
    ("His contract runs until 2027.", Season.SUMMER),
    ("He joined in 2021 and left in 2023.", Season.SUMMER),
    ("They won 24-25 in a shoot-out.", Season.SUMMER),
    ("He scored twelve goals during the 2023/24 season.", Season.WINTER),
    ("He is keen to go this summer.", Season.SUMMER),
    ("He made his name in the 2017-18 season and has a contract until 2024.", Season.SUMMER),
    ("They go into the 2025/26 season without a striker.", None),
]


@pytest.mark.parametrize(("text", "season", "window"), TELLING, ids=[row[0] for row in TELLING])
def test_a_text_that_tells(text: str, season: Season, window: str) -> None:
    assert str(window_of(text, season)) == window


@pytest.mark.parametrize(("text", "season"), SILENT, ids=[f"{row[0]} {row[1]}" for row in SILENT])
def test_a_text_that_does_not_tell(text: str, season: Season | None) -> None:
    assert window_of(text, season) is None


def test_the_latest_post_tells_the_day() -> None:
    text = "— Ola Berg (@olaberg) June 3, 2024 He goes. — Ola Berg (@olaberg) August 28, 2024"
    assert latest_post(text) == datetime(2024, 8, 28, tzinfo=UTC)


@pytest.mark.parametrize("text", ["He was born on June 3, 2004.", "Published August 28, 2024", ""])
def test_a_day_without_a_signature_is_no_post(text: str) -> None:
    assert latest_post(text) is None


@given(st.text(max_size=300), st.sampled_from([Season.SUMMER, Season.WINTER, None]))
def test_any_text_is_read(text: str, season: Season | None) -> None:
    assert latest_post(text) is None or latest_post(text)
    window = window_of(text, season)
    assert window is None or 2000 <= window.year <= 2101
