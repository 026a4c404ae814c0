"""Headings of lists: a sentence of what is asked for."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from rumours.calendar import WindowCode
from rumours.choices import Position, PositionGroup

PLURALS: dict[str, str] = {
    Position.GOALKEEPER: "goalkeepers",
    Position.SWEEPER: "sweepers",
    Position.CENTRE_BACK: "centre-backs",
    Position.LEFT_BACK: "left-backs",
    Position.RIGHT_BACK: "right-backs",
    Position.DEFENSIVE_MIDFIELD: "defensive midfielders",
    Position.CENTRAL_MIDFIELD: "central midfielders",
    Position.ATTACKING_MIDFIELD: "attacking midfielders",
    Position.LEFT_MIDFIELD: "left midfielders",
    Position.RIGHT_MIDFIELD: "right midfielders",
    Position.LEFT_WINGER: "left wingers",
    Position.RIGHT_WINGER: "right wingers",
    Position.SECOND_STRIKER: "second strikers",
    Position.CENTRE_FORWARD: "centre-forwards",
    PositionGroup.DEFENDER: "defenders",
    PositionGroup.MIDFIELD: "midfielders",
    PositionGroup.ATTACK: "forwards",
}


@lru_cache(maxsize=512)
def window_name(code: str) -> str:
    """`2026-winter` as `Winter 2026`."""
    return WindowCode.parse(code).label


def joined(words: Sequence[str], last: str = "and") -> str:
    """`a, b and c`."""
    return f" {last} ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def plural(positions: Sequence[str]) -> str:
    """`Centre-backs and left-backs`; empty for none."""
    words = joined([PLURALS[position] for position in positions])
    return capital(words)


def capital(sentence: str) -> str:
    """With a capital first letter, the rest as it is."""
    return sentence[:1].upper() + sentence[1:]


def euros(sum_of_money: int) -> str:
    """Whole euros with their thousands apart: `€1,500,000`."""
    return f"€{sum_of_money:,}"


def day_name(day: date) -> str:
    """`1 Jun 2025`."""
    return f"{day.day} {day:%b %Y}"
