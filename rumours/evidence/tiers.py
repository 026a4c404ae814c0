"""The best opinion an editor held, at the time, of the sources behind a saga."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from rumours.choices import Tier

from .claims import Claim, moving

RANK = {tier: rank for rank, tier in enumerate(Tier)}


@dataclass(frozen=True, slots=True)
class Opinion:
    """An editor's tier of a source from a day on: for one club, for one competition, or (both None) in general."""

    source: int
    tier: Tier
    since: date
    club: int | None = None
    competition: int | None = None


def best_tier(
    claims: Iterable[Claim],
    opinions: Iterable[Opinion],
    *,
    clubs: Collection[int] = (),
    competitions: Collection[int] = (),
) -> Tier | None:
    """The best tier that any counted source held on the day (UTC) of its claim; None where nobody has an opinion.

    For each source an opinion on one of the saga's `clubs` goes before one on its `competitions`, that before a
    general one; among equals the newest holds.
    """
    known = list(opinions)
    held = (_held(claim, known, clubs, competitions) for claim in moving(claims))
    return min((tier for tier in held if tier is not None), key=RANK.__getitem__, default=None)


def _held(
    claim: Claim, opinions: Iterable[Opinion], clubs: Collection[int], competitions: Collection[int]
) -> Tier | None:
    fitting = [
        (closeness, opinion.since, opinion.tier)
        for opinion in opinions
        if opinion.source == claim.source
        and opinion.since <= claim.at.date()
        and (closeness := _closeness(opinion, clubs, competitions))
    ]
    return max(fitting, key=lambda found: found[:2])[2] if fitting else None


def _closeness(opinion: Opinion, clubs: Collection[int], competitions: Collection[int]) -> int:
    """3 for one of these clubs, 2 for one of these competitions, 1 in general, 0 when it is about others."""
    if opinion.club is not None:
        return 3 if opinion.club in clubs else 0
    if opinion.competition is not None:
        return 2 if opinion.competition in competitions else 0
    return 1
