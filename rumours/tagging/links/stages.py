"""How far a move has come by all that is said of it."""

from collections.abc import Sequence

from rumours.choices import GROUP_OF_STAGE, Stage, StageGroup
from rumours.tagging.links.signs import Signs
from rumours.tagging.links.verdicts import chances, weights
from rumours.tagging.links.weighing import Pair

# What stands for a group where no wording of the pair names the exact step.
_USUAL = {
    StageGroup.INTEREST: Stage.LINKED,
    StageGroup.TALKS: Stage.CLUB_TALKS,
    StageGroup.BID: Stage.BID,
    StageGroup.AGREED: Stage.FEE_AGREED,
    StageGroup.DONE: Stage.OFFICIAL,
    StageGroup.OFF: Stage.COLLAPSED,
}
_ELSEWHERE = ("rival done", "rival agreed")


def stages_of(pairs: Sequence[Pair], found: Sequence[Signs]) -> dict[int, Stage]:
    """The stage of each pair, by its place in `pairs`; `found` are their signs."""
    return {place: _stage(pair, signs) for place, (pair, signs) in enumerate(zip(pairs, found, strict=True))}


def _stage(pair: Pair, signs: Signs) -> Stage:
    """The likeliest group, and of its steps the one that is told most surely."""
    judged = chances(weights("stage"), signs)
    group = StageGroup(max(judged, key=lambda name: judged[name]))
    claims = [claim for claim in pair.claims if GROUP_OF_STAGE[claim.cue.stage] == group]
    if claims:
        return max(claims, key=lambda claim: claim.weight).cue.stage
    if group is StageGroup.OFF and any(signs.get(name, 0.0) > 0.5 for name in _ELSEWHERE):
        return Stage.CHOSE_ANOTHER
    return _USUAL[group]
