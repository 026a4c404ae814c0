"""A player said to be going, no buyer named."""

from rumours.choices import Stage
from rumours.tagging.links.cues.cue import AFTER, BEFORE, NONE, Cue

LEAVING = (
    # "Foo is expected to leave." Known miss: "leave" of the pitch or the training ground.
    Cue(
        "leaves", Stage.LINKED, player=BEFORE, buyer=NONE, weight=0.6, leaving=True,
        phrases=(
            "set|expected|likely|due|free|allowed|poised|keen|hoping|looking|want|wants|able|told|permitted"
            "|ready|determined|tipped|decided|open [_2] to leave|leaving|depart|exit",
            "could|may|might|will leave|depart|exit [+F]", "seeking _2 {move}|exit|departure", "leave the club",
            "leave|leaving|leaves F", "on [_1] way out", "surplus to requirements", "up for sale", "for sale",
            "on [the] market|block", "on [_1] transfer list", "transfer list", "transfer-listed",
            "attracting|attract|attracted|drawing|courting _4 interest from across|abroad|europe|elsewhere"
            "|rival|rivals|clubs|several",
            "listed for sale", "available for transfer|sale|loan",
            "linked with _5 exit|exits|departure|moves|{move} away [from] [+F]", "linked with _4 exit|exits|departure",
            "linked with _5 moves|{move} away [from] [+F] _9 including +P", "linking P with _3 exit|departure",
            "{move} away from [+F]", "exit door", "handed|submitted|hand in _4 transfer request", "transfer request",
            "not in _3 plans", "out of _4 plans", "be sold", "told to find _3 club|employer|team",
            "expect|expecting|resigned|braced|fear to|for lose|losing +P",
            "among the players expected|set to leave|depart", "both departing|depart|depart",
            "those ..5 offload|jettison|sell", "probably|likely [to] move on", "departed on loan", "find a new club",
            "find an exit|solution", "push|pushing for _4 exit|departure|move|transfer",
        ),
    ),
    # "Roma are ready to sell Foo." Known miss: "sell" of tickets or rights.
    Cue(
        "sells", Stage.LINKED, player=AFTER, buyer=NONE, weight=0.6, leaving=True, seller=BEFORE,
        phrases=(
            "offload|offloading|sell|selling|jettison [the] [likes] [of] [+P]", "ship|move +P on|out", "ship out [+P]",
            "offload|sell|clear|jettison _9 including|like|such [as] +P", "listen|listening to _2 {bid} for [+P]",
            "open to _3 {bid}|sale|selling|offers|letting [for|of] [+P]", "get|getting rid of [+P]",
            "move|moving on from [+P]", "cash|cashing in on [+P]",
            "let|letting|allow|allowing +P [to] leave|go|depart|exit", "part|parting with|ways [with] [+P]",
            "willing|ready|prepared to sell|let|offload|part [with] [+P]", "sale of +P", "offers for +P",
            "trying|attempts|looking|hoping to move on +P", "put +P up for sale", "put|place|placed +P on the",
        ),
    ),
)  # fmt: skip
