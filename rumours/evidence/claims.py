"""One report as the evidence sees it, and which of several still stand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from rumours.choices import MOVING_ROLES, Doubt, ReportRole, Stage, StageGroup, TransferKind


@dataclass(frozen=True, slots=True)
class Claim:
    """One published report. `at` is when its source claimed it (UTC); `follows` the id of the claim it rests on.

    `source` and `outlet` are ids: who is credited, and whom that source works for. `speaker` is who is shown to deny.
    """

    id: int
    at: datetime
    stage_group: StageGroup
    stage: Stage | None = None
    role: ReportRole = ReportRole.ORIGIN
    kind: TransferKind = TransferKind.UNKNOWN
    doubt: Doubt = Doubt.NONE
    source: int | None = None
    outlet: int | None = None
    speaker: str = ""
    follows: int | None = None
    retracts: bool = False

    @property
    def key(self) -> tuple[datetime, int]:
        """Orders claims by time, totally."""
        return self.at, self.id

    @property
    def moves(self) -> bool:
        """Whether it may move a stage and counts as a source: repeats, denials and context do not."""
        return self.role in MOVING_ROLES

    @property
    def takes_back(self) -> int | None:
        """The id of its source's own earlier claim that it retracts."""
        return self.follows if self.retracts and self.role is ReportRole.DENIAL else None


def standing(claims: Iterable[Claim]) -> list[Claim]:
    """The claims in order of time, without those their source took back and whatever repeats these."""
    ordered = sorted(claims, key=lambda claim: claim.key)
    gone = {claim.takes_back for claim in ordered} - {None}
    fallen = -1
    while fallen != len(gone):
        fallen = len(gone)
        gone |= {claim.id for claim in ordered if claim.role is ReportRole.REPEAT and claim.follows in gone}
    return [claim for claim in ordered if claim.id not in gone]


def moving(claims: Iterable[Claim]) -> list[Claim]:
    """The standing claims that may move a stage, in order of time."""
    return [claim for claim in standing(claims) if claim.moves]


def all_denied(claims: Sequence[Claim]) -> bool:
    """Whether nothing is left of a saga but denials (retractions among them)."""
    left = standing(claims)
    return bool(left) and all(claim.role is ReportRole.DENIAL for claim in left)
