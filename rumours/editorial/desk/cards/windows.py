"""Windows as people write them."""

import re

from rumours.calendar import FIRST_YEAR, LAST_YEAR

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
