"""The year that an undated text is written in, from what it says itself: a post's date, a season, a window with its
year. Most undated texts do not say, and get no window.

Each way of telling is named, with an example and a known miss.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from rumours.calendar import WindowCode
from rumours.choices import Season

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_MONTH = "|".join(name.capitalize() for name in _MONTHS)
# A post's signature: "— Someone (@someone) August 28, 2024". Known miss: a post of long ago shown again.
_POST = re.compile(rf"(?P<month>{_MONTH}) (?P<day>[0-9]{{1,2}}), (?P<year>20[0-9]{{2}})")
_SIGNED = re.compile(r"(?:@\w{1,30}\)|(?:twitter|x)\.com/\w{1,20})\s{0,3}$")
# "The 2025 January transfer window", "the January 2025 window". Known miss: "January 2025 deals".
_YEAR, _PART = "20[0-9]{2}", "january|winter|summer"
_WINDOW = re.compile(
    rf"\b(?:(?P<year1>{_YEAR}) (?P<part1>{_PART})|(?P<part2>{_PART}) (?P<year2>{_YEAR})) (?:transfer )?window\b",
    re.IGNORECASE,
)
# A season: "the current 2024-25 season", "in 2022/23". Known miss: "the 24/25 campaign" without a word for it after.
_SEASON = re.compile(
    r"\b20(?P<first>[0-9]{2})[/–-](?:20)?(?P<second>[0-9]{2})\b"
    r"|\b(?P<first2>[0-9]{2})[/–-](?P<second2>[0-9]{2})\b(?= (?:\w{1,15} )?(?:season|campaign|term)\b)"
)
# No season is written without it.
_SPLIT_YEAR = re.compile(r"[0-9][/–-][0-9]")
# How far before its year a window's words begin: with the year, "summer 2024", "January 2024".
_BEFORE_YEAR = (0, len("summer "), len("january "))
_ANY_YEAR = re.compile(r"\b20[0-9]{2}\b")
# A text that names a year so long after a season was not written in that season.
_LONGEST_CONTRACT = 5
_RUNNING = re.compile(r"\b(?:current|this|ongoing|rest of|remainder of|so far)\b[\w' ]{0,25}$", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:next|ahead of|upcoming|into|before|for|prepar\w{1,5}|start of|new|from)\b[\w' ]{0,14}$", re.IGNORECASE
)
# "His place in the Euro 2024 squad", "ahead of the 2026 World Cup": the tournament is to come.
_TOURNAMENT = re.compile(
    r"\b(?:ahead of|before|place (?:in|at)|squad for|to play at|looking to|make)\b[^.]{0,40}?"
    r"\b(?:Euros? (?P<year1>20[0-9]{2})|(?P<year2>20[0-9]{2}) (?:World Cup|Euros?)|World Cup (?P<year3>20[0-9]{2}))"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SeasonHint:
    """A season the text names: the year it `starts` in, and whether it is said to run or to lie ahead."""

    starts: int
    running: bool = False
    ahead: bool = False


def latest_post(text: str) -> datetime | None:
    """The day of the latest post shown in the text: it was written then or soon after."""
    days = []
    for match in _POST.finditer(text) if ", 20" in text else ():
        if _SIGNED.search(text[max(match.start() - 40, 0) : match.start()]):
            month = _MONTHS.index(match["month"].lower()) + 1
            days.append(datetime(int(match["year"]), month, min(max(int(match["day"]), 1), 28), tzinfo=UTC))
    return max(days, default=None)


def window_of(text: str, season: Season | None) -> WindowCode | None:
    """The window that an undated text speaks of; `season` is the one it names most. None: it does not tell.

    Of a season that runs ("the current 2024-25 season") January is its own and the summer the one after it; a season
    ahead is prepared in the summer it begins. A season only spoken of counts where the talk is of the summer after it.
    """
    windows = list(_windows(text))
    if windows:
        return max(windows)
    latest = max(_seasons(text), key=lambda hint: (hint.starts, hint.running, hint.ahead), default=None)
    if latest is None or season is None:
        return None
    if not latest.running and not latest.ahead and _last_year(text) - latest.starts > _LONGEST_CONTRACT:
        return None
    if season is Season.WINTER:
        return WindowCode(latest.starts + 1, 0) if latest.running else None
    return WindowCode(latest.starts if latest.ahead else latest.starts + 1, 1)


def _last_year(text: str) -> int:
    """The latest year named, mostly the end of a contract."""
    return max((int(match[0]) for match in _ANY_YEAR.finditer(text)), default=0)


def _windows(text: str) -> Iterator[WindowCode]:
    """All that are named: looked for only where a year stands, since most of a text has none."""
    for year in _ANY_YEAR.finditer(text):
        for before in _BEFORE_YEAR:
            match = _WINDOW.match(text, year.start() - before) if year.start() >= before else None
            if match is not None:
                half = 1 if (match["part1"] or match["part2"]).lower() == Season.SUMMER else 0
                yield WindowCode(int(match["year1"] or match["year2"]), half)


def _seasons_written(text: str) -> Iterator[re.Match[str]]:
    for split in _SPLIT_YEAR.finditer(text):
        for start in (split.start() - 3, split.start() - 1):
            match = _SEASON.match(text, start) if start >= 0 else None
            if match is not None:
                yield match
                break


def _seasons(text: str) -> Iterator[SeasonHint]:
    for match in _seasons_written(text):
        first = int(match["first"] or match["first2"])
        if (first + 1) % 100 == int(match["second"] or match["second2"]) and first < 90:
            before = text[max(match.start() - 40, 0) : match.start()]
            running = bool(_RUNNING.search(before))
            yield SeasonHint(2000 + first, running, not running and bool(_AHEAD.search(before)))
    for match in _TOURNAMENT.finditer(text) if "20" in text and ("Euro" in text or "World Cup" in text) else ():
        yield SeasonHint(int(match["year1"] or match["year2"] or match["year3"]) - 1, running=True)
