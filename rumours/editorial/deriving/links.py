"""The derived columns of transfer links, from the published reports on them and on the player's other links."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from rumours.choices import Ending, FeeWhat, LinkStatus, ReportRole, Section, Track
from rumours.editorial.deriving.entities import refresh_entities
from rumours.editorial.deriving.evidence import Evidence, load
from rumours.editorial.moves import refresh_moves
from rumours.editorial.touching import touch_links
from rumours.evidence import Claim, Rival, Saga, Settlement, best_tier, derive, independent_roots, settle
from rumours.evidence.claims import moving
from rumours.models import Fee, TransferLink

_ROW = ("player", "from_club", "to_club", "loan_club", "window")


@transaction.atomic
def refresh_links(ids: Iterable[int], *, now: datetime | None = None) -> None:
    """Recompute these links and the same players' others of the same windows, and what hangs on them.

    Only published reports count, as of `now` (UTC; default: the clock). Again changes nothing.
    """
    links = _with_rivals(ids)
    evidence = load(links, now or timezone.now())
    sagas = {link.pk: _saga(link, evidence.claims(link)) for link in links}
    settled = _settled(links, sagas, evidence)
    for link in links:
        columns = _columns(link, sagas[link.pk], evidence) | _ending(sagas[link.pk], settled.get(link.pk))
        changed = {name: value for name, value in columns.items() if getattr(link, name) != value}
        if changed:
            TransferLink.objects.filter(pk=link.pk).update(**changed)
        if link.is_public or columns["is_public"]:
            touch_links([link.pk])
    refresh_moves({link.player_id for link in links}, now=now)
    _refresh_named(links, now)


def _with_rivals(ids: Iterable[int]) -> list[TransferLink]:
    asked = TransferLink.objects.filter(pk__in=set(ids)).values_list("player_id", "window_id")
    pairs = set(asked)
    players, windows = {player for player, _ in pairs}, {window for _, window in pairs}
    found = TransferLink.objects.filter(player__in=players, window__in=windows).select_related(*_ROW).order_by("pk")
    return [link for link in found if (link.player_id, link.window_id) in pairs]


def _saga(link: TransferLink, claims: Sequence[Claim]) -> Saga:
    ending = Ending(link.set_ending) if link.set_ending else None
    return derive(claims, set_ending=ending, set_at=link.set_ending_at)


def _settled(links: Iterable[TransferLink], sagas: dict[int, Saga], evidence: Evidence) -> dict[int, Settlement]:
    """Which open links the player's done ones and the news that he stays have ended."""
    rivals: dict[tuple[int, int], list[Rival]] = defaultdict(list)
    for link in links:
        if link.pk in evidence.reports:
            rival = Rival(link.pk, sagas[link.pk], link.from_club_id, link.to_club_id)
            rivals[link.player_id, link.window_id].append(rival)
    return {pk: settlement for group in rivals.values() for pk, settlement in settle(group).items()}


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


def _columns(link: TransferLink, saga: Saga, evidence: Evidence) -> dict[str, Any]:
    """All derived columns but the ending; those of a link without published reports are as if nothing was known."""
    reports, claims = evidence.reports.get(link.pk, []), evidence.claims(link)
    first = reports[0].dated_at if reports else None
    moved_at = saga.moved_at or first or link.created_at
    clubs = [club for club in (link.to_club, link.from_club) if club]
    tier = best_tier(
        claims,
        evidence.opinions,
        clubs=[club.pk for club in clubs],
        competitions=[club.competition_id for club in clubs if club.competition_id],
    )
    return {
        **columns_of(saga, claims),
        "window_assumed": bool(reports) and all(report.window_assumed for report in reports),
        "best_tier": tier or "",
        "first_reported_at": first,
        "moved_at": moved_at,
        "age_then": link.player.age_on(moved_at.date()) if reports else None,
        **_fee(link, claims, evidence),
        **_closing(link, evidence),
    }


def columns_of(saga: Saga, claims: Sequence[Claim]) -> dict[str, Any]:
    """The columns that follow from a saga and its claims alone."""
    roles = [claim.role for claim in claims]
    return {
        "is_public": bool(claims),
        "stage_group": saga.group,
        "stage": saga.stage or "",
        "player_stage": saga.tracks.get(Track.PLAYER, ""),
        "club_stage": saga.tracks.get(Track.CLUB, ""),
        "joint_stage": saga.tracks.get(Track.JOINT, ""),
        "kind": saga.kind,
        "doubt": saga.doubt,
        "denied_by": saga.denied_by,
        "source_count": independent_roots(claims),
        "report_count": len(claims),
        "repeat_count": roles.count(ReportRole.REPEAT),
        "denial_count": roles.count(ReportRole.DENIAL),
    }


def _fee(link: TransferLink, claims: Sequence[Claim], evidence: Evidence) -> dict[str, Any]:
    """The newest agreed sum, else the newest offered, of reports that count."""
    counted = {claim.id for claim in moving(claims)}
    named: dict[str, Fee] = {}
    for report in evidence.reports.get(link.pk, []):
        for fee in sorted(report.fees.all(), key=lambda fee: fee.pk):
            if report.pk in counted and fee.fee_eur is not None:
                named[fee.what] = fee
    best = named.get(FeeWhat.AGREED) or named.get(FeeWhat.OFFER)
    return {"fee_eur": best.fee_eur if best else None, "fee_is_converted": best is not None and best.currency != "EUR"}


def _closing(link: TransferLink, evidence: Evidence) -> dict[str, Any]:
    """When the buyer's window shuts; the seller's where no buyer is named."""
    club = link.to_club or link.from_club or link.loan_club
    association, section = (club.association, club.section) if club else ("", Section.MEN.value)
    closes_at, known = evidence.calendar.closing(link.window.code, association, section)
    return {"closes_at": closes_at, "closing_known": known}


def _refresh_named(links: Iterable[TransferLink], now: datetime | None) -> None:
    rows = list(links)
    refresh_entities(
        players={link.player_id for link in rows},
        clubs={club for link in rows for club in (link.from_club_id, link.to_club_id, link.loan_club_id) if club},
        windows={link.window_id for link in rows},
        now=now,
    )
