"""The likeliest stage, kind or doubt of a move by its signs: learned weights, added up.

`weights/stage.json`, `kind.json` and `doubt.json` hold for every answer how much each sign speaks for it; the sums
become probabilities (multinomial logistic regression). `tests/tagging/learning/details.py` learns them.
"""

import json
from collections.abc import Mapping
from functools import cache
from math import exp
from pathlib import Path

_FOLDER = Path(__file__).parent / "weights"

Weights = Mapping[str, Mapping[str, float]]


@cache
def weights(name: str) -> Weights:
    """The weights called `name`: answer -> sign -> weight."""
    loaded: Weights = json.loads((_FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


def chances(table: Weights, signs: Mapping[str, float]) -> dict[str, float]:
    """The probability of every answer; a sign without a weight says nothing."""
    sums = {
        answer: sum([row[sign] * strength for sign, strength in signs.items() if sign in row])
        for answer, row in table.items()
    }
    most = max(sums.values())
    raised = {answer: exp(value - most) for answer, value in sums.items()}
    whole = sum(raised.values())
    return {answer: value / whole for answer, value in raised.items()}
