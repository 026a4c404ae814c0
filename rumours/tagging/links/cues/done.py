"""Official: signed, announced, registered."""

from rumours.choices import Stage
from rumours.tagging.links.cues.cue import AFTER, BEFORE, NEAR, Cue

_LOOK_UP = (
    "completed|complete|completes|completing|confirmed|confirm|confirms|announced|announce|announces|sealed|seal|seals"
    "|unveiled|unveil|secured|secure|wrapped|sealing"
)
_ARRIVAL = "signing|arrival|transfer|capture|signings|acquisition|signature|return|addition"

DONE = (
    # "Roma have signed Foo." Known miss: an old signing told without a date.
    Cue(
        "has-signed", Stage.OFFICIAL, player=AFTER, buyer=BEFORE, weight=0.85,
        phrases=(
            "{have} [now|also|officially|finally] signed|landed|bought|recruited|acquired|snapped|captured"
            "|bagged [up] [+P]",
            f"{_LOOK_UP} [_5] {_ARRIVAL} [up] of +P", f"{_LOOK_UP} _4 deal|transfer|move|loan for +P",
            "{have} [_1] completed|announced|sealed|secured|unveiled|finalised|landed|bought|added +P",
            "{have} [also] brought in +P", "announced|confirmed|announce [that] P {have}",
            "completed|sealed deals for +P", "{have} signed|added|brought|landed|recruited _5 in|including +P",
            "completing|completed _3 signing of +P", "made|make|completed _5 signing : +P",
            "following their signing of +P", "signing|signings of +P", "unveiled|unveil|unveils +P",
        ),
    ),
    # "Roma signed Foo": simple past, less sure to be news.
    Cue(
        "signed", Stage.OFFICIAL, player=AFTER, buyer=BEFORE, weight=0.72,
        phrases=(
            "signed +P",
            "moved [quickly|fast|swiftly] to {sign} +P", "sign|signs +P", "brought in +P",
            "bought|recruited|landed|snapped|captured|acquired|added|picked|purchased [up] +P",
            "beat|beats|beaten|beating F to [the] [signing|signature] [of] [+P]",
            "beat|beats|beaten|beating F and C to [the] [signing|signature] [of] [+P]",
            "arrival|addition|additions of +P from +F",
            "paid|spent|splashed _9 on|for [_5] [including] +P",
        ),
    ),
    Cue("new-signing", Stage.OFFICIAL, player=NEAR, buyer=NEAR, weight=0.72,
        phrases=(
            "B ['s] new|newest|latest|first|second|third|marquee signing|recruit|arrival|addition",
            "their|they _4 new|newest|latest|first|second|third|marquee|only signing|recruit|arrival|addition",
            "new B signing|boy|striker|defender|midfielder|goalkeeper|winger +P", "P is|becomes B 's _3 signing",
            "P {have} [_2] become [_2] +B", "become|becomes|became [_2] B [_2] player|signing", "P 's arrival at +B",
            "confirmation of +P arrival", "welcome to B [,] P", "signed for +B",
        ),
    ),
    # "Foo has joined Milan."
    Cue(
        "has-joined", Stage.OFFICIAL, player=BEFORE, buyer=AFTER, weight=0.87,
        phrases=(
            "{have} [now|also|officially|finally] joined|rejoined [up] [with] [+B]",
            "{have} [_2] signed [_8] with|at|for +B", "{have} [_2] signed for|with [+B]",
            "signed|signs|penned|inked _6 contract|deal with|at|until|to|through [+B]",
            "{have} [_1] completed|sealed|secured|made|finalised|confirmed _6 {move} to +B",
            "completes|completed|complete|seals|sealed|seal|makes|confirms|completing|sealing _6 {move} to +B",
            "put _3 pen to paper", "won the race to be _4 B signing", "P signed by +B", "P _6 contract , B said",
            "unveiled by|at|as [+B]", "{have} moved|gone|returned|switched [on] [loan] to +B", "{have} left C for +B",
            "sold|loaned|transferred|snapped|signed [out|up] to|by +B", "F {have} [_1] sold|loaned +P to +B",
            "F sold|loaned +P to +B", "new boy",
            "moves|heads|returns|switches to +B", "joins|rejoins +B", "signs for +B", "from F to +B",
            "teaming|teamed|teams up with|at +B",
        ),
    ),
    Cue(
        "joined", Stage.OFFICIAL, player=BEFORE, buyer=AFTER, weight=0.62,
        phrases=(
            "joined|rejoined +B", "signed for|with +B", "moved|went|returned|switched to +B",
            "left F for|to [join] +B", "swapped _4 for +B", "arrived at +B", "departed for|to +B",
            "moved on loan to +B", "signed|signing _6 with|for +B",
        ),
    ),
    # "Lyon have allowed Foo to join Milan."
    Cue(
        "lets-join", Stage.OFFICIAL, player=AFTER, buyer=AFTER, weight=0.8, seller=BEFORE,
        phrases=(
            "allowed|allow|allowing|let|letting|lets +P [to] {join}|move|go [to|with] +B",
            "allowed|letting|let +P leave|go|depart for +B",
        ),
    ),
    # "Lyon lost Foo to Milan": mostly told of moves long known.
    Cue(
        "lost-to", Stage.OFFICIAL, player=AFTER, buyer=AFTER, weight=0.4, seller=BEFORE,
        phrases=(
            "lost|sold|sells|loaned|sent|follow|followed|welcoming|welcomed +P [out] [on] [loan] to +B",
            "sale|exit|departure|transfer|loss of +P to +B",
        ),
    ),
)  # fmt: skip
