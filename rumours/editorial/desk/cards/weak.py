"""Rules of the tagger that editors seldom agree with: what they propose is shown dimmed.

That is counted over every suggestion that was ever decided, and hardly changes within minutes: a process keeps the
answer for so long, since each open desk asks every ten seconds.
"""

from dataclasses import dataclass
from time import monotonic

from rumours.editorial.faring import rules_under

KEPT_SECONDS = 300


@dataclass(slots=True)
class _Kept:
    until: float = float("-inf")
    rules: frozenset[str] = frozenset()


_kept = _Kept()


def weak_rules() -> frozenset[str]:
    """The rules that were decided on often enough and accepted too seldom."""
    if monotonic() >= _kept.until:
        _kept.rules = frozenset(rules_under())
        _kept.until = monotonic() + KEPT_SECONDS
    return _kept.rules


def forget() -> None:
    """Count anew at the next call."""
    _kept.until = float("-inf")
