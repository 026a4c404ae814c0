"""Whether the article itself says that a move is unlikely, difficult or denied, and why."""

from collections.abc import Mapping, Sequence

from rumours.choices import GROUP_OF_STAGE, Doubt, Stage, StageGroup
from rumours.tagging.links.signs import Signs
from rumours.tagging.links.verdicts import chances, weights

# Set where most are right in cross-validation by article.
ENOUGH = 0.4
_REASONS = (Doubt.UNLIKELY, Doubt.SELLER, Doubt.PLAYER, Doubt.PRICE)


def doubts_of(found: Sequence[Signs], stages: Mapping[int, Stage]) -> dict[int, Doubt]:
    """The doubt about each pair by its signs, under its place in `found`. What is done is doubted no more."""
    return {place: _doubt(signs, stages[place]) for place, signs in enumerate(found)}


def _doubt(signs: Signs, stage: Stage) -> Doubt:
    group = GROUP_OF_STAGE[stage]
    if group is StageGroup.OFF:
        return doubt_of_stage(stage)
    if group is StageGroup.DONE or chances(weights("doubt"), signs)["yes"] < ENOUGH:
        return Doubt.NONE
    said = {doubt: signs.get(f"doubt {doubt.value}", 0.0) for doubt in _REASONS}
    best = max(said, key=lambda doubt: said[doubt])
    return best if said[best] else Doubt.OTHER


DOUBT_OF_STAGE = {
    Stage.REFUSED_BY_CLUB: Doubt.SELLER,
    Stage.REFUSED_BY_PLAYER: Doubt.PLAYER,
    Stage.CHOSE_ANOTHER: Doubt.PLAYER,
    Stage.STAYS: Doubt.PLAYER,
}


def doubt_of_stage(stage: Stage) -> Doubt:
    """A move that is off is doubted by that alone."""
    if GROUP_OF_STAGE[stage] != StageGroup.OFF:
        return Doubt.NONE
    return DOUBT_OF_STAGE.get(stage, Doubt.OTHER)
