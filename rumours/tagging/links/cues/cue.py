"""What a wording tells, and where its player and buyer stand."""

from dataclasses import dataclass
from enum import Enum

from rumours.choices import Stage


class Where(Enum):
    """Where, from the wording, a name is looked for in the sentence; `NONE`: the wording has no such name."""

    BEFORE = "before"
    AFTER = "after"
    NEAR = "near"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Cue:
    """A rule: `weight` (0 to 1) is how surely the wording alone tells of a link. `leaving`: no buyer, the player goes.

    A name that a phrase holds itself (P, B) is taken from there.
    """

    rule: str
    stage: Stage
    player: Where
    buyer: Where
    weight: float
    phrases: tuple[str, ...]
    leaving: bool = False


BEFORE, AFTER, NEAR, NONE = Where.BEFORE, Where.AFTER, Where.NEAR, Where.NONE

SETS = {
    "be": "is|are|was|were|be|been|being|'re|'s",
    "have": "has|have|had|having|'ve",
    "sign": (
        "sign|signing|land|landing|recruit|recruiting|bring|bringing|add|adding|acquire|acquiring|buy|buying"
        "|secure|securing|get|getting|poach|poaching|snap|lure|luring|capture|tempt|take|taking|prise|snare|bag"
        "|steal|swoop|recruit|pinch|nab|reunite|welcome|reinforce|hijack|convince|tie|raid|entice|attract"
    ),
    "join": "join|joining|rejoin|rejoining",
    "talks": "talks|negotiations|discussions|dialogue|conversations|contact|contacts",
    "bid": "bid|bids|offer|offers|proposal|proposals|approach",
    "move": "move|switch|transfer|return|swap|departure|exit",
    "desire": (
        "keen|eager|desperate|hoping|hope|hopes|hoped|looking|look|looks|planning|plan|plans|intend|intends|intending"
        "|trying|try|seek|seeking|seeks|pushing|push|attempting|aim|aiming|aims|want|wants|wanted|wanting|wish|wishes"
        "|determined|ready|prepared|willing|poised|like|love|open|considering|tempted|preparing|bidding|battling"
        "|fighting|competing|vying|interested|race|bid|battle|attempt|effort|efforts|chance|opportunity|targeting"
        "|aspire|exploring|pursuit|attempts|scrambling|refocus|ambition|desire|fight|primed|lined|expected|working"
        "|favourites|favourite|favorites|frontrunners|queue|queuing|mission|urged|monitoring|gearing|moving"
    ),
    "by": "by|from",
}
