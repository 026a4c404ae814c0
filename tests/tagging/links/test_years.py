"""What an undated text tells of its year."""

import re
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rumours.calendar import WindowCode
from rumours.choices import Season
from rumours.tagging.links.years import latest_post, window_of

# text, the season it speaks of, the window
TELLING = [
    ("The 2025 January transfer window has shut.", Season.WINTER, "2025-winter"),
    ("They were quiet in the summer 2024 window.", Season.SUMMER, "2024-summer"),
    ("He is free to go in the 2024 summer window and the 2025 winter window.", Season.WINTER, "2025-winter"),
    ("Bids came in the January 2024 window, the summer 2024 window and again in 2025.", Season.SUMMER, "2024-summer"),
    ("The summer 2023 transfer window, the 2024 January window: two failed moves.", None, "2024-winter"),
    ("THE 2024 SUMMER WINDOW opens; the Winter 2025 Transfer Window follows.", Season.SUMMER, "2025-winter"),
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
    ("In the 2024 final he scored; the winter window was quiet.", Season.WINTER),
    ("The midsummer 2024 window display won a prize.", Season.SUMMER),
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


WHOLE = ["2021 summer window", "winter 2022 transfer window", "the January 2023 window"]
PARTS = ["2024", "2025", "summer", "winter", "January", "transfer", "window", "and"]


@given(st.lists(st.sampled_from(WHOLE + PARTS), min_size=3))
def test_all_windows_named_are_found_wherever_they_stand(words: list[str]) -> None:
    text = " ".join(words)
    found = re.findall(
        r"\b(?:(20\d\d) (january|winter|summer)|(january|winter|summer) (20\d\d)) (?:transfer )?window\b", text, re.I
    )
    named = [(first or second, (part or other).lower()) for first, part, other, second in found]
    codes = [f"{year}-{part.replace('january', 'winter')}" for year, part in named]
    window = window_of(text, None)
    assert (str(window) if window else None) == max(codes, key=WindowCode.parse, default=None)


@given(st.text(max_size=300), st.sampled_from([Season.SUMMER, Season.WINTER, None]))
def test_any_text_is_read(text: str, season: Season | None) -> None:
    assert latest_post(text) is None or latest_post(text)
    window = window_of(text, season)
    assert window is None or 2000 <= window.year <= 2101
