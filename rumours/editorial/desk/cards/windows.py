"""Windows as people write and choose them."""

import re
from datetime import datetime
from typing import Any

from rumours.calendar import FIRST_YEAR, LAST_YEAR, Calendar, WindowCode
from rumours.text import fold

Json = dict[str, Any]

_SEASON = re.compile(r"(?P<season>w(?:i(?:n(?:t(?:er?)?)?)?)?|s(?:u(?:m(?:m(?:er?)?)?)?)?)", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20|21)\d\d")
_SEASONS = {"w": "winter", "s": "summer"}


def code_of(words: str) -> str:
    """The code of `2026-winter`, `winter 2026`, `Sum 2026`; "" for what names no single window."""
    parts = re.split(r"[\s\-/,]+", words.strip())
    if len(parts) != 2:
        return ""
    year, season = parts if _YEAR.fullmatch(parts[0]) else reversed(parts)
    if not (_YEAR.fullmatch(year) and _SEASON.fullmatch(season) and FIRST_YEAR <= int(year) <= LAST_YEAR):
        return ""
    return f"{year}-{_SEASONS[season[0].lower()]}"


def windows(q: str, at: datetime) -> list[Json]:
    """The windows around a day as a combobox offers them, the next to shut first; then none named, which is assumed.

    A window typed in full is found whatever its year.
    """
    now = WindowCode.parse(Calendar().window_at(at))
    around = [now, now.next, now.next.next, now.next.next.next, now.previous, now.previous.previous]
    code = code_of(q)
    if code:
        return [_option(WindowCode.parse(code), at)]
    found = [_option(window, at) for window in around]
    words = fold(q).split()
    offered = [*found[:1], {"value": "", "label": "Not said", "hint": "assumed by the date"}, *found[1:]]
    return [row for row in offered if all(f" {word}" in f" {row['label'].lower()} {row['value']}" for word in words)]


def _option(window: WindowCode, at: datetime) -> Json:
    if window.usual_closing <= at:
        hint = "closed by then"
    else:
        hint = "open that day" if window.usual_opening <= at else "not open yet"
    return {"value": str(window), "label": window.label, "hint": hint}
