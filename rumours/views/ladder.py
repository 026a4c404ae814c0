"""The stage ladder of a saga: the player's side, the clubs' side, and the steps both take together."""

from collections.abc import Iterable
from dataclasses import dataclass

from rumours.choices import GROUP_OF_STAGE, TRACK_OF_STAGE, Stage, StageGroup, Track
from rumours.models import Report, TransferLink
from rumours.models.labels import label_of

TITLES = {Track.PLAYER: "With the player", Track.CLUB: "Between the clubs", Track.JOINT: "To finish"}
NOW, REPORTED, AHEAD = "now", "reported", "ahead"


@dataclass(frozen=True)
class Step:
    """One stage: `now` where the saga stands on this side, `reported` where a report names it, else `ahead`."""

    label: str
    state: str


@dataclass(frozen=True)
class Rung:
    """One side of the ladder, its steps in order."""

    title: str
    steps: list[Step]


def ladder_of(link: TransferLink, reports: Iterable[Report]) -> list[Rung]:
    """The three sides with every step of progress; endings are told elsewhere."""
    reached = {link.player_stage, link.club_stage, link.joint_stage} - {""}
    named = {report.stage for report in reports}
    rungs = []
    for track, title in TITLES.items():
        stages = [stage for stage in Stage if TRACK_OF_STAGE[stage] is track and _is_progress(stage)]
        rungs.append(Rung(title, [Step(label_of(stage), _state(stage, reached, named)) for stage in stages]))
    return rungs


def _is_progress(stage: Stage) -> bool:
    return GROUP_OF_STAGE[stage] is not StageGroup.OFF


def _state(stage: Stage, reached: set[str], named: set[str]) -> str:
    if stage in reached:
        return NOW
    return REPORTED if stage in named else AHEAD
