"""What reports make of links: the derived columns, by the project's own `rumours.evidence`, without loading a row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from rumours.calendar import Calendar
from rumours.choices import FeeWhat, LinkStatus, Section, Tier
from rumours.editorial.deriving.links import columns_of
from rumours.evidence import Claim, Opinion, Rival, Saga, Settlement, best_tier, derive, settle
from rumours.evidence.claims import moving
from tests.benchmarks.world.cast import Player, Source, country_of, league_of
from tests.benchmarks.world.periods import Period
from tests.benchmarks.world.sagas import Link, Told


@dataclass(frozen=True, slots=True)
class Known:
    """What all verdicts rest on; ids are places in these lists plus one."""

    players: Sequence[Player]
    clubs: Sequence[str]
    sources: Sequence[Source]
    people: Sequence[str]
    opinions: Mapping[int, list[Opinion]]
    calendar: Calendar


@dataclass(frozen=True, slots=True)
class Verdict:
    """A link's derived columns by name, and the day it was first reported done."""

    columns: dict[str, Any]
    done_on: date | None


def verdicts(group: Sequence[Link], period: Period, articles: Sequence[datetime], known: Known) -> list[Verdict]:
    """Of the links of one player in one window, in their order; all their reports are published."""
    claims = [[_claim(told, link, articles, known) for told in link.told] for link in group]
    sagas = [derive(each) for each in claims]
    rivals = [Rival(link.id, saga, _id(link.seller), _id(link.buyer)) for link, saga in zip(group, sagas, strict=True)]
    settled = settle(rivals)
    return [
        _verdict(link, saga, made, settled.get(link.id), period, known)
        for link, saga, made in zip(group, sagas, claims, strict=True)
    ]


def of_draft(link: Link, period: Period, created_at: datetime, known: Known) -> dict[str, Any]:
    """The derived columns of a link that only a draft speaks of: nothing but when its window shuts."""
    saga = derive([])
    return {**_columns(link, saga, [], known), **_closing(link, period, known), **_ending(saga, None)} | {
        "moved_at": created_at
    }


def _id(place: int | None) -> int | None:
    return None if place is None else place + 1


def _claim(told: Told, link: Link, articles: Sequence[datetime], known: Known) -> Claim:
    speaker = (
        known.clubs[link.seller] if told.by_seller and link.seller is not None else known.sources[told.source].name
    )
    return Claim(
        id=told.id,
        at=articles[told.article],
        stage_group=told.group,
        stage=told.stage,
        role=told.role,
        kind=told.kind,
        doubt=told.doubt,
        source=told.source + 1,
        outlet=_id(known.sources[told.source].outlet),
        speaker=speaker,
        follows=told.follows.id if told.follows else None,
    )


def _verdict(
    link: Link, saga: Saga, claims: list[Claim], settlement: Settlement | None, period: Period, known: Known
) -> Verdict:
    columns = _columns(link, saga, claims, known) | _closing(link, period, known) | _ending(saga, settlement)
    done = [claim.at for claim in claims if claim.stage_group == "done" and claim.moves]
    return Verdict(columns, min(done).date() if done and columns["outcome"] == LinkStatus.DONE else None)


def _columns(link: Link, saga: Saga, claims: list[Claim], known: Known) -> dict[str, Any]:
    player = known.players[link.player]
    first = claims[0].at if claims else None
    moved_at = saga.moved_at or first
    clubs = [club for club in (link.buyer, link.seller) if club is not None]
    tier: Tier | None = best_tier(
        claims,
        [opinion for claim in claims for opinion in known.opinions.get(claim.source or 0, ())],
        clubs=[club + 1 for club in clubs],
        competitions=[league_of(club) + 1 for club in clubs],
    )
    return {
        **columns_of(saga, claims),
        "window_assumed": bool(claims) and all(told.window_assumed for told in link.told),
        "best_tier": tier or "",
        "first_reported_at": first,
        "moved_at": moved_at,
        "age_then": _age(player.born, moved_at.date()) if claims and moved_at else None,
        "fee_eur": _fee(link, claims),
    }


def _age(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _fee(link: Link, claims: list[Claim]) -> int | None:
    counted = {claim.id for claim in moving(claims)}
    named = {told.fee[0]: told.fee[1] for told in link.told if told.fee and told.id in counted}
    return named.get(FeeWhat.AGREED) or named.get(FeeWhat.OFFER)


def _closing(link: Link, period: Period, known: Known) -> dict[str, Any]:
    club = next((each for each in (link.buyer, link.seller, link.lent_to) if each is not None), None)
    association = "" if club is None else country_of(club)
    closes_at, is_known = known.calendar.closing(period.code, association, Section.MEN)
    return {"closes_at": closes_at, "closing_known": is_known}


def _ending(saga: Saga, settlement: Settlement | None) -> dict[str, Any]:
    if settlement is None:
        ending = saga.ending.value if saga.ending else ""
        return {"outcome": saga.outcome, "ending": ending, "ended_by_id": saga.ended_by, "ended_by_link_id": None}
    return {
        "outcome": LinkStatus.OVER,
        "ending": settlement.ending,
        "ended_by_id": settlement.by_claim,
        "ended_by_link_id": settlement.by_link,
    }
