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
_OPEN = (StageGroup.INTEREST, StageGroup.TALKS, StageGroup.BID)


def stages_of(pairs: Sequence[Pair], found: Sequence[Signs]) -> dict[int, Stage]:
    """The stage of each pair, by its place in `pairs`; `found` are their signs.

    Who has signed for one club is off for every other that only wanted him. Known miss: a loan away right after.
    """
    groups = [_likeliest(signs) for signs in found]
    gone = {
        pair.player
        for pair, group in zip(pairs, groups, strict=True)
        if group is StageGroup.DONE and pair.buyer is not None
    }
    for place, pair in enumerate(pairs):
        if pair.player in gone and groups[place] in _OPEN:
            groups[place] = StageGroup.OFF
    return {place: _step(pair, groups[place], pair.player in gone) for place, pair in enumerate(pairs)}


def _likeliest(signs: Signs) -> StageGroup:
    judged = chances(weights("stage"), signs)
    return StageGroup(max(judged, key=lambda name: judged[name]))


def _step(pair: Pair, group: StageGroup, is_gone: bool) -> Stage:
    """Of the group's steps the one that is told most surely."""
    claims = [claim for claim in pair.claims if GROUP_OF_STAGE[claim.cue.stage] == group]
    if claims:
        return max(claims, key=lambda claim: claim.weight).cue.stage
    return Stage.CHOSE_ANOTHER if group is StageGroup.OFF and is_gone else _USUAL[group]
