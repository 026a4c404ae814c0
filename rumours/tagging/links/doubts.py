"""Whether the article itself says that a move is unlikely, difficult or denied, and why.

What is said of a move adds up; a club that will not sell, or a player who will not go, is said of every buyer. A move
that is done is doubted no more, one that is agreed only by more than one remark.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rumours.choices import GROUP_OF_STAGE, Doubt, Stage, StageGroup
from rumours.tagging.links.attach import Tie, Topics
from rumours.tagging.links.background import NEGATIONS
from rumours.tagging.links.doubtful_words import DOUBTS
from rumours.tagging.links.lines import Line
from rumours.tagging.links.phrases import Hit
from rumours.tagging.links.scene import Scene
from rumours.tagging.links.weighing import Pair, together

ENOUGH = 0.6
_MORE = 0.85
_SHARE = {Tie.BOTH: 1.0, Tie.PLAYER: 0.95, Tie.CARRIED: 0.8, Tie.RIVAL: 0.0}
# What is said of another buyer counts for this one where it is about the club or the player himself.
_OF_ALL = {Doubt.SELLER: 0.7, Doubt.PLAYER: 0.4}


def doubts_of(scene: Scene, pairs: Sequence[Pair], topics: Topics, stages: Mapping[int, Stage]) -> dict[int, Doubt]:
    """The doubt about each pair, by its place in `pairs`."""
    found: defaultdict[int, defaultdict[Doubt, dict[int, float]]] = defaultdict(lambda: defaultdict(dict))
    places = {id(pair): place for place, pair in enumerate(pairs)}
    for line in scene.lines:
        for hit in DOUBTS.find(line.words):
            if _is_negated(line, hit):
                continue
            doubt, weight = hit.tag
            for pair, tie in topics.of_word(line, hit.first):
                share = _SHARE[tie] or _OF_ALL.get(doubt, 0.0)
                said = found[places[id(pair)]][doubt]
                said[line.number] = max(said.get(line.number, 0.0), weight * share)
    return {place: _decide(found[place], stages[place]) for place in range(len(pairs))}


def _is_negated(line: Line, hit: Hit[tuple[Doubt, float]]) -> bool:
    """ "Will not be a problem" doubts nothing; phrases that begin with a negation mean it."""
    own = line.words[hit.first].text
    before = [word.text for word in line.words[max(hit.first - 3, 0) : hit.first]]
    return own not in NEGATIONS and not NEGATIONS.isdisjoint(before)


def _decide(found: Mapping[Doubt, Mapping[int, float]], stage: Stage) -> Doubt:
    group = GROUP_OF_STAGE[stage]
    if group is StageGroup.DONE:
        return Doubt.NONE
    weights = {doubt: together(said.values()) for doubt, said in found.items()}
    best = max(weights, key=lambda doubt: weights[doubt], default=Doubt.NONE)
    return best if together(weights.values()) >= (_MORE if group is StageGroup.AGREED else ENOUGH) else Doubt.NONE


DOUBT_OF_STAGE = {
    Stage.REFUSED_BY_CLUB: Doubt.SELLER,
    Stage.REFUSED_BY_PLAYER: Doubt.PLAYER,
    Stage.STAYS: Doubt.PLAYER,
}


def doubt_of_stage(stage: Stage) -> Doubt:
    """A move that is off is doubted by that alone."""
    if GROUP_OF_STAGE[stage] != StageGroup.OFF:
        return Doubt.NONE
    return DOUBT_OF_STAGE.get(stage, Doubt.OTHER)
