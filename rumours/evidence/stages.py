"""How far a saga has come: the furthest step on each track since its last `off`, by origin and independent claims."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from rumours.choices import (
    ENDING_OF_STAGE,
    GROUP_OF_STAGE,
    TRACK_OF_STAGE,
    Doubt,
    Ending,
    LinkStatus,
    ReportRole,
    Stage,
    StageGroup,
    Track,
    TransferKind,
)

from .claims import Claim, all_denied, moving

_ORDER = {stage: place for place, stage in enumerate(GROUP_OF_STAGE)}
_LOWEST = {group: min(_ORDER[stage] for stage in Stage if GROUP_OF_STAGE[stage] is group) for group in StageGroup}


@dataclass(frozen=True, slots=True)
class Saga:
    """What the claims on one link add up to.

    `stage` is None where the furthest claim names only a group. `ended_by` is the id of the claim the ending rests on.
    `moved_at` is the date (UTC) of the last claim that began, moved or ended it; None while nothing has.
    """

    group: StageGroup = StageGroup.INTEREST
    stage: Stage | None = None
    tracks: dict[Track, Stage] = field(default_factory=dict)
    kind: TransferKind = TransferKind.UNKNOWN
    doubt: Doubt = Doubt.NONE
    denied_by: str = ""
    outcome: LinkStatus = LinkStatus.OPEN
    ending: Ending | None = None
    ended_by: int | None = None
    moved_at: datetime | None = None


def height(group: StageGroup, stage: Stage | None = None) -> int:
    """How far a step is; a claim of only a group counts as the lowest step of it."""
    return _LOWEST[group] if stage is None else _ORDER[stage]


def derive(claims: Sequence[Claim], *, set_ending: Ending | None = None, set_at: datetime | None = None) -> Saga:
    """The saga of one link from its published claims, in any order.

    An editor's `set_ending` ends what was claimed up to `set_at`; a later claim reopens it, as it reopens an `off`.
    """
    saga = Saga()
    for claim in moving(claims):
        if set_at is not None and claim.at > set_at >= (saga.moved_at or claim.at):
            saga = Saga()
        saga = _end(saga, claim) if claim.stage_group is StageGroup.OFF else _advance(saga, claim)
    saga = replace(saga, kind=_newest_kind(claims))
    if set_ending is not None and set_at is not None and claims and not _reopened(claims, set_at):
        saga = replace(saga, outcome=LinkStatus.OVER, ending=set_ending, ended_by=None)
    if all_denied(claims):
        saga = replace(saga, outcome=LinkStatus.OVER, ending=saga.ending or Ending.DENIED)
    return _with_doubts(saga, claims)


def _reopened(claims: Sequence[Claim], set_at: datetime) -> bool:
    return any(claim.at > set_at for claim in moving(claims))


def _end(saga: Saga, claim: Claim) -> Saga:
    """The claim puts the saga off: nothing reached before counts any more."""
    if saga.group is StageGroup.OFF and saga.stage == claim.stage:
        return saga
    return Saga(
        group=StageGroup.OFF,
        stage=claim.stage,
        tracks={TRACK_OF_STAGE[claim.stage]: claim.stage} if claim.stage else {},
        outcome=LinkStatus.OVER,
        ending=ENDING_OF_STAGE[claim.stage] if claim.stage else Ending.COLLAPSED,
        ended_by=claim.id,
        moved_at=claim.at,
    )


def _advance(saga: Saga, claim: Claim) -> Saga:
    """The claim takes its step, if it is further than what was reached on its track or on the whole."""
    began = saga.moved_at is None or saga.group is StageGroup.OFF
    if began:
        saga = Saga()
    tracks = dict(saga.tracks)
    if claim.stage is not None:
        track = TRACK_OF_STAGE[claim.stage]
        if track not in tracks or _ORDER[claim.stage] > _ORDER[tracks[track]]:
            tracks[track] = claim.stage
    group, stage = saga.group, saga.stage
    reached, offered = height(group, stage), height(claim.stage_group, claim.stage)
    if began or offered > reached or (offered == reached and stage is None):
        group, stage = claim.stage_group, claim.stage
    outcome = LinkStatus.DONE if group is StageGroup.DONE else LinkStatus.OPEN
    moved = replace(saga, group=group, stage=stage, tracks=tracks, outcome=outcome)
    return saga if moved == saga and not began else replace(moved, moved_at=claim.at)


def _newest_kind(claims: Sequence[Claim]) -> TransferKind:
    stated = [claim.kind for claim in moving(claims) if claim.kind is not TransferKind.UNKNOWN]
    return stated[-1] if stated else TransferKind.UNKNOWN


def _with_doubts(saga: Saga, claims: Sequence[Claim]) -> Saga:
    """The newest doubt stated, and who denies it since the last movement; neither is left once it is done."""
    if saga.group is StageGroup.DONE:
        return saga
    doubts = [claim.doubt for claim in moving(claims) if claim.doubt is not Doubt.NONE]
    denials = sorted((claim for claim in claims if claim.role is ReportRole.DENIAL), key=lambda claim: claim.key)
    shown = [claim.speaker for claim in denials if saga.moved_at is None or claim.at >= saga.moved_at]
    return replace(saga, doubt=doubts[-1] if doubts else Doubt.NONE, denied_by=shown[-1] if shown else "")
