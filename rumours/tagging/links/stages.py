"""How far a move has come by all that is said of it."""

from collections import defaultdict
from collections.abc import Sequence

from rumours.choices import GROUP_OF_STAGE, Stage, StageGroup
from rumours.tagging.links.attach import Topics
from rumours.tagging.links.scene import Scene
from rumours.tagging.links.weighing import Pair, together

_ORDER = (StageGroup.DONE, StageGroup.AGREED, StageGroup.BID, StageGroup.TALKS)
_FLOOR = {
    StageGroup.DONE: 0.6,
    StageGroup.AGREED: 0.55,
    StageGroup.BID: 0.55,
    StageGroup.TALKS: 0.5,
    StageGroup.OFF: 0.6,
}


def stages_of(scene: Scene, pairs: Sequence[Pair], topics: Topics) -> dict[int, Stage]:
    """The stage of each pair, by its place in `pairs`."""
    return {place: stage_of(pair) for place, pair in enumerate(pairs)}


def stage_of(pair: Pair) -> Stage:
    """The furthest stage with enough weight; off where that outweighs."""
    weights: defaultdict[StageGroup, list[float]] = defaultdict(list)
    for claim in pair.claims:
        weights[GROUP_OF_STAGE[claim.cue.stage]].append(claim.weight)
    strength = {group: together(found) for group, found in weights.items()}
    if strength.get(StageGroup.OFF, 0) >= _FLOOR[StageGroup.OFF]:
        return _best(pair, StageGroup.OFF)
    for group in _ORDER:
        if strength.get(group, 0) >= _FLOOR[group]:
            return _best(pair, group)
    return _best(pair, StageGroup.INTEREST)


def _best(pair: Pair, group: StageGroup) -> Stage:
    claims = [claim for claim in pair.claims if GROUP_OF_STAGE[claim.cue.stage] == group]
    if not claims:
        return max(pair.claims, key=lambda claim: claim.weight).cue.stage
    return max(claims, key=lambda claim: claim.weight).cue.stage
