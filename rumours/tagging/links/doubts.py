"""Whether the article itself says that a move is unlikely, difficult or denied, and why."""

from collections import defaultdict
from collections.abc import Sequence

from rumours.choices import GROUP_OF_STAGE, Doubt, Stage, StageGroup
from rumours.tagging.links.attach import Topics
from rumours.tagging.links.phrases import Phrasebook
from rumours.tagging.links.scene import Scene
from rumours.tagging.links.weighing import Pair, together

ENOUGH = 0.6

_DOUBTS: Phrasebook[tuple[Doubt, float]] = Phrasebook(
    [
        *((phrase, (Doubt.UNLIKELY, 0.8)) for phrase in (
            "unlikely", "not likely", "n't likely", "highly doubtful", "slim", "remote", "long shot", "improbable", "not expected to {go}", "n't expected to {go}",
            "difficult", "complicated", "complex", "tricky", "tough", "challenging", "hard to", "not easy", "n't be easy", "not happen easily", "stumbling block",
            "obstacle", "obstacles", "hurdle", "hurdles", "setback", "blow", "dashed", "in doubt", "cast doubt", "casts doubt", "doubts", "doubtful", "sceptical", "skeptical",
            "not a priority", "not considered a priority", "cooled", "stalled", "not think ..5 happen", "n't think ..5 happen", "not happen", "won't happen", "n't happen",
            "no guarantee", "far from", "dead in the water", "not convinced", "remains to be seen", "problem", "problems", "not close", "no talks", "no contact", "no negotiations",
            "frustrated", "hopes ..3 fading|dashed|over", "wide of the mark", "not true", "no truth", "denied", "denies", "dismissed", "rubbished", "out of reach", "unattainable", "unrealistic",
            "miss out", "missing out", "missed out", "lose out", "losing out", "look elsewhere", "alternatives",
        )),
        *((phrase, (Doubt.SELLER, 0.8)) for phrase in (
            "not for sale", "no intention of {selling}", "not want to {sell}", "n't want to {sell}", "reluctant to {sell}", "unwilling to {sell}", "refuse|refuses|refused|refusing to {sell}|negotiate",
            "no plans to {sell}", "no immediate plans to {sell}", "not willing to {sell}", "not prepared to {sell}", "will not {sell}", "not {sell}", "n't {sell}", "not opened", "not ..3 open to", "not looking to {sell}",
            "keen|determined|desperate|hope|hopes|hoping|want|wants|eager|hopeful to keep|retain|hold", "not allow ..4 leave|go", "hands off", "untouchable", "not let ..3 leave|go",
            "reject|rejected|rejects|rebuffed|turned|knocked|refused|declined ..6 {bid}", "stood firm", "stand firm", "hold firm", "non-negotiable", "indispensable", "not ..2 interested in selling",
            "keep hold of", "hold on to", "hold onto", "resist", "part of ..4 plans", "not entertain", "block",
        )),
        *((phrase, (Doubt.PLAYER, 0.8)) for phrase in (
            "happy at|in|to stay|here", "not ..3 looking to leave", "not want to leave|move|join", "n't want to leave|move|join", "wants to stay", "want to stay", "prefer|prefers|preferred to stay", "no intention of leaving",
            "not interested in ..2 leaving|joining|moving", "content ..5 at", "focused on", "committed to", "committed his future", "staying", "set to stay", "will stay", "snub|snubbed|snubs", "prefers|prefer",
            "no desire to", "settled", "not going anywhere", "n't be going anywhere", "not leave", "n't leave", "new contract|deal", "extend ..3 contract|stay", "turned down",
        )),
        *((phrase, (Doubt.PRICE, 0.8)) for phrase in (
            "too expensive", "too high", "prohibitive", "beyond ..3 means|budget|reach", "out of ..3 price range", "unwilling to pay|meet", "not willing to pay|meet", "not prepared to pay|meet", "can't afford", "cannot afford",
            "afford", "wage demands", "wages ..4 obstacle|problem|issue", "well short of", "short of ..4 valuation", "below ..4 valuation|price", "financial fair play", "put off by", "price|fee|cost ..4 obstacle|problem|issue|stumbling",
            "significant|huge|massive offer", "hefty", "expensive",
        )),
    ],
    {
        "sell": "sell|lose|part|let|allow|release|offload|negotiate|sanction|listen|cash|entertain",
        "selling": "selling|losing|letting|parting|cashing|entertaining",
        "go": "leave|move|join|happen|depart|go",
        "bid": "bid|bids|offer|offers|approach|approaches|proposal|advances",
    },
)  # fmt: skip


def doubts_of(scene: Scene, pairs: Sequence[Pair], topics: Topics) -> dict[int, Doubt]:
    """The doubt about each pair, by its place in `pairs`."""
    found: defaultdict[int, defaultdict[Doubt, list[float]]] = defaultdict(lambda: defaultdict(list))
    places = {id(pair): place for place, pair in enumerate(pairs)}
    for line in scene.lines:
        for hit in _DOUBTS.find(line.words):
            doubt, weight = hit.tag
            for pair in topics.of_line(line):
                found[places[id(pair)]][doubt].append(weight)
    return {place: _decide(found[place]) for place in range(len(pairs))}


def _decide(found: dict[Doubt, list[float]]) -> Doubt:
    weights = {doubt: together(list_) for doubt, list_ in found.items()}
    best = max(weights, key=lambda doubt: weights[doubt], default=Doubt.NONE)
    return best if weights.get(best, 0.0) >= ENOUGH else Doubt.NONE


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
