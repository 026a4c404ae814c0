"""How many independent sources stand behind a saga: repeats do not inflate."""

from collections.abc import Iterable

from .claims import Claim, moving


def root_of(claim: Claim) -> int | None:
    """The newsroom behind a claim: a journalist and his outlet are one; None where no source is known."""
    return claim.outlet or claim.source


def independent_roots(claims: Iterable[Claim]) -> int:
    """How many newsrooms claim it on their own word; claims of unknown sources count together as one."""
    return len({root_of(claim) for claim in moving(claims)})
