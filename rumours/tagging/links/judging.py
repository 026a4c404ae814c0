"""Whether a club is a player's suitor, his own club, or neither: learned weights of signs, added up.

`weights/roles.json` holds, for every sign that tells anything, how much it speaks for "buyer" and for "home" against
"neither"; the three sums become probabilities (multinomial logistic regression). How the weights were learned stands
in `tests/tagging/learning/`.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path

_FOLDER = Path(__file__).parent / "weights"
_ALWAYS, _MOST = "always", 30.0


@dataclass(slots=True)
class Odds:
    """Probabilities; what is left to 1 is "neither"."""

    buyer: float
    home: float


@cache
def _weights(name: str) -> dict[str, list[float]]:
    rows: dict[str, list[float]] = json.loads((_FOLDER / name).read_text(encoding="utf-8"))
    return rows


def odds(signs: Iterable[str]) -> Odds:
    """The odds of a player and a club by their signs; a sign without a weight says nothing."""
    weights = _weights("roles.json")
    buyer, home = weights[_ALWAYS]
    for sign in weights.keys() & signs:
        more_buyer, more_home = weights[sign]
        buyer += more_buyer
        home += more_home
    buyer, home = exp(min(buyer, _MOST)), exp(min(home, _MOST))
    return Odds(buyer / (1 + buyer + home), home / (1 + buyer + home))
