"""A player said to be going, no buyer named."""

from rumours.choices import Stage
from rumours.tagging.links.cues.cue import AFTER, BEFORE, NONE, Cue

LEAVING = (
    Cue(
        "leaves", Stage.LINKED, player=BEFORE, buyer=NONE, weight=0.6, leaving=True,
        phrases=(
            "set|expected|likely|due|free|allowed|poised|keen|hoping|looking|want|wants|able|told|permitted|ready|determined|tipped"
            " [..2] to leave|depart|exit|go", "could|may|might|will leave|depart|exit|go", "seeking [..2] {move}|exit|departure",
            "leave the club", "leave C", "leaving C", "on [..1] way out", "surplus to requirements", "up for sale", "for sale",
            "on the market", "transfer list", "transfer-listed", "listed for sale", "available for transfer", "available for [..3]",
            "linked with ..4 exit|departure|{move} away", "{move} away from", "exit from", "departure from", "exit door", "the exit",
            "handed|submitted|hand in ..4 transfer request", "transfer request", "out of favour", "out of contract",
            "not in [..3] plans", "out of [..3] plans", "uncertain future", "future [..5] uncertain|doubt", "to be sold", "be sold",
            "move on", "moving on", "part ways", "find a new club", "new club", "find an exit|solution",
        ),
    ),
    Cue(
        "sells", Stage.LINKED, player=AFTER, buyer=NONE, weight=0.6, leaving=True,
        phrases=(
            "offload", "offloading", "sell", "selling", "listen|listening to [..2] {bid} for", "open to [..3] {bid}|sale|selling",
            "open to selling|letting|offers", "get|getting rid of", "move on [from]", "cash in on", "let P leave|go", "part with",
            "willing|ready|prepared to sell|let|offload|part", "ship out", "shift", "jettison", "sale of", "exit for", "offers for",
            "departure of", "exit of", "clear out", "raise|raising funds",
        ),
    ),
)  # fmt: skip
