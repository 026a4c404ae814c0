"""What reports add up to: pure functions from claims to a saga's stage, its independent roots and best tier."""

from .claims import Claim
from .rivals import Rival, Settlement, settle
from .roots import independent_roots, root_of
from .stages import Saga, derive, height
from .tiers import Opinion, best_tier

__all__ = [
    "Claim",
    "Opinion",
    "Rival",
    "Saga",
    "Settlement",
    "best_tier",
    "derive",
    "height",
    "independent_roots",
    "root_of",
    "settle",
]
