"""A card's version: told when it changed, and when somebody changed it.

The first half stands for what was decided and chosen, the second for all that the card shows. What is only looked up
(a stub that somebody made, a name told apart) changes the second half: the card is sent again, but an answer to the
card as it was before is not stale.
"""

import json
from hashlib import sha256
from typing import Any

HALF = 6


def version_of(chosen: Any, shown: Any) -> str:
    """Twelve hexadecimal digits for what was chosen and what is shown, both as JSON."""
    return _digest(chosen) + _digest(shown)


def is_stale(seen: str, now: str) -> bool:
    """Whether a card was changed by somebody since it was seen in that version."""
    return seen[:HALF] != now[:HALF]


def _digest(value: Any) -> str:
    canonical = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return sha256(canonical.encode()).hexdigest()[:HALF]
