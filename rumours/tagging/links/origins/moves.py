"""Wordings that tell of a player's moves: who wants him, whence he goes or came, where he is lent, that he is free."""

from rumours.tagging.links.origins.notation import SETS, book
from rumours.tagging.links.phrases import Phrasebook

# Interest, bids and offers from B.
WANTED: Phrasebook[float] = book(
    [
        ("{want} [..8] from [the] [likes] [of] B", 0.0),
        ("wanted|pursued|targeted|courted|chased|eyed|monitored|tracked|approached|admired|watched by B", 0.0),
    ],
    {
        "want": (
            "interest|bid|bids|offer|offers|attention|enquiry|enquiries|approach|approaches|proposal|proposals|suitors"
            "|admirers|links|competition|advances|package|glances"
        )
    },
)

# He goes away from F; where words of the past stand by, he has gone. Known miss: a move undone later.
GOING: Phrasebook[float] = book(
    [
        # "Milovac wants to leave Galatas", "his departure from Galatas"
        ("P [..6] {leave} F", 1.3),
        ("P [..5] out|away of|from F", 1.0),
        ("P ['s] ..3 {exit} from F", 1.3),
        # "sign P from C", "deal to bring P over from C"; "P joined B from C"
        ("P from F", 1.2),
        ("{buy} ..7 P ..5 from F", 1.4),
        ("P ..3 {come} ..9 from F", 1.3),
        ("P ..3 swap|swapping|swapped|swaps|trade|trading|traded F", 1.2),
        ("P [..6] from F to", 1.2),
    ],
    SETS,
)
# The same of whom the sentence names before, or who is not named in it.
GOING_BEFORE: Phrasebook[float] = book(
    [
        ("{leave} F", 0.9),
        ("left F", 0.4),
        ("out of F", 0.6),
        ("{exit} from F", 1.0),
        ("away from F", 0.9),
        ("from F for|in|on|this|as|after|and|.|,", 0.5),
    ],
    SETS,
)

# He came from F to B: now, or, where words of the past stand by, then. Either may be missing.
CAME: Phrasebook[float] = book(
    [
        ("P ..4 {came} B ..9 from F", 1.0),
        ("P ..4 {came} [for|to] B", 1.0),
        ("B ..3 {bought} ..4 P ..9 from F", 1.0),
        ("B ..3 {bought} P", 1.0),
        ("P ..4 {came} from F", 1.0),
        ("P ..6 {signed} from F", 1.0),
        ("who|he ..2 {came} [for|to] B", 1.0),
        ("who|he ..2 {came} [for|to] B ..6 from F", 1.0),
    ],
    {
        "came": "joined|joins|signed|signs|moved|moves|arrived|arrives|came|returned|rejoined|switched",
        "bought": "signed|bought|recruited|acquired|brought|landed|snapped",
        "signed": "signed|joined|bought|recruited|acquired",
    },
)

# He has no club. Known miss: a free agent of next summer, whose contract still runs.
FREE: Phrasebook[None] = book(
    [
        ("free agent|agents P", None),
        ("free agent|agents [_2] midfielder|striker|defender|winger|goalkeeper|forward|star P", None),
        ("out-of-contract|unattached|clubless|released [_3] P", None),
        ("P ..3 without a club", None),
        ("P ..2 [is|as] [currently|now] a free agent [and|after|since|following|,|.]", None),
        ("released C [_2] P", None),
    ],
    {},
)  # fmt: skip

# C is where he is on loan (1), or was (0): no club of his.
LENT: Phrasebook[float] = book(
    [
        ("on [..2] loan at|with C", 1.0),
        ("C loanee", 1.0),
        ("loan spell|stint|stay|season ..2 at|with C", 0.0),
        ("spell|stint ..2 on loan at|with C", 0.0),
        ("loaned|lent [out] to C last", 0.0),
    ],
    {},
)
