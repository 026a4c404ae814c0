"""What speaks for or against a player being at a club."""

from typing import NamedTuple


class Vote(NamedTuple):
    """`weight` above 0 speaks for `player` being at `club` now, below 0 against it; both are actor numbers. `rule`
    names the wording."""

    player: int
    club: int
    weight: float
    rule: str
    line: int = -1
