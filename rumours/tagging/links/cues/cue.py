"""What a wording tells, and where its player, buyer and seller stand."""

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

    A name that a phrase holds itself (P, B, F) is taken from there. `seller`: where the club stands that has him
    ("Celtic reject a bid"): never the buyer.
    """

    rule: str
    stage: Stage
    player: Where
    buyer: Where
    weight: float
    phrases: tuple[str, ...]
    leaving: bool = False
    seller: Where = Where.NONE


# The rule of wordings that only lead a list of players.
LEADS_LIST = "leads-list"
BEFORE, AFTER, NEAR, NONE = Where.BEFORE, Where.AFTER, Where.NEAR, Where.NONE

SETS = {
    "be": "is|are|was|were|be|been|being|'re|'s",
    "have": "has|have|had|having|'ve",
    "sign": (
        "sign|signing|land|landing|recruit|recruiting|bring|bringing|add|adding|acquire|acquiring|buy|buying"
        "|secure|securing|get|poach|poaching|snap|lure|luring|capture|capturing|tempt|prise|snare|bag"
        "|steal|swoop|pinch|nab|hijack|snatch|snapping|prising|pry|purchase|purchasing|re-sign|re-signing|loan"
    ),
    "join": "join|joining|rejoin|rejoining",
    "talks": "talks|negotiations|discussions|dialogue|conversations|contact|contacts",
    "bid": "bid|bids|offer|offers|proposal|proposals|approach|approaches",
    "move": "move|switch|transfer|return|swap|departure|exit|loan",
    "deal": "deal|move|transfer|swoop|signing|loan|agreement|raid",
    "desire": (
        "keen|eager|desperate|hoping|hope|hopes|hoped|looking|look|looks|planning|plan|plans|intend|intends|intending"
        "|trying|try|tried|seek|seeking|seeks|pushing|push|attempting|aim|aiming|aims|want|wants|wanted|wanting|wish"
        "|wishes|determined|ready|prepared|willing|poised|like|love|open|considering|tempted|preparing|bidding"
        "|battling|fighting|competing|vying|interested|race|bid|battle|attempt|effort|efforts|chance|opportunity"
        "|targeting|aspire|exploring|pursuit|attempts|scrambling|refocus|ambition|desire|fight|primed|lined|working"
        "|favourites|favourite|favorites|frontrunners|queue|queuing|mission|urged|gearing|moving|tipped|pole"
    ),
    "want": (
        "want|wants|wanted|wanting|track|tracks|tracked|tracking|pursue|pursues|pursued|pursuing|chase|chases|chased"
        "|chasing|target|targets|targeted|targeting|covet|covets|coveted|coveting|eye|eyes|eyed|eyeing|prioritise"
        "|prioritised|prioritising|prioritize|prioritized|identify|identified|identifying|earmark|earmarked|hijack"
        "|hijacked|hijacking"
    ),
    "watch": (
        "monitor|monitors|monitored|monitoring|track|tracks|tracked|tracking|scout|scouts|scouted|scouting|admire"
        "|admires|admired|admiring|shortlist|shortlists|shortlisted"
    ),
    "say": "said|believed|thought|understood|reported|rumoured|rumored|reportedly|considered|known|claimed|alleged",
    "not": (
        "not|never|don't|doesn't|didn't|won't|wouldn't|isn't|aren't|wasn't|weren't|haven't|hasn't|hadn't|can't|couldn't"
        "|cannot"
    ),
}
