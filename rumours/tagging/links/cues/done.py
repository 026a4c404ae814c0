"""Official: signed, announced, registered."""

from rumours.choices import Stage
from rumours.tagging.links.cues.cue import AFTER, BEFORE, NEAR, Cue

DONE = (
    Cue(
        "has-signed", Stage.OFFICIAL, player=AFTER, buyer=BEFORE, weight=0.85,
        phrases=(
            "{have} [now|also|already|officially|finally] signed", "signed P", "signed ..6 P", "sign P", "signs P",
            "{have} [..1] completed|confirmed|announced|sealed|secured|unveiled|finalised|wrapped|landed|made|bought|added",
            "completed|complete|completes|confirmed|confirm|confirms|announced|announce|announces|sealed|seal|unveiled|unveil"
            "|secured|secure|wrapped ..5 signing|arrival|transfer|capture|deal|signings|loan|acquisition|signature|return",
            "brought in", "bought", "recruited", "{have} landed", "snapped up", "{have} recruited|acquired",
            "new signing", "newest signing|recruit", "latest signing", "first signing", "brought P", "beat ..4 to [..2] signing",
        ),
    ),
    Cue(
        "has-joined", Stage.OFFICIAL, player=BEFORE, buyer=AFTER, weight=0.85,
        phrases=(
            "{have} [now|also|already|officially|finally|since] joined", "joined", "joins", "signed for", "signs for",
            "{have} [..2] signed [..8] with|at|for", "signed ..6 contract|deal with|at|until|to", "penned",
            "{have} [..1] completed|sealed|secured|made|finalised|confirmed ..5 {move} to|with|from",
            "completes|completed|complete|seals|sealed|makes|confirms ..5 {move} to|with|from", "moved to", "moves to",
            "put pen to paper", "inked", "signed on", "put ..3 pen to paper", "unveiled by|at|as", "{have} moved to",
            "sold to", "left for", "loaned [out] to", "transferred to", "swapped ..3 for C", "new boy", "arrived at",
            "{be} {join}ed", "{have} left ..4 to join", "returned to", "rejoined", "rejoins", "headed to",
        ),
    ),
    Cue(
        "lets-join", Stage.OFFICIAL, player=AFTER, buyer=AFTER, weight=0.8,
        phrases=(
            "allowed|allow|allowing|let|letting|sent|sold|loaned|allowed ..5 to {join}|move|go", "sold P to",
            "sold ..4 P to", "loaned P to", "sent P to",
        ),
    ),
)  # fmt: skip
