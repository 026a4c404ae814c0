"""Offers made, refused, improved. "Preparing a bid" is interest, and stands there."""

from rumours.choices import Stage
from rumours.tagging.links.cues.cue import AFTER, BEFORE, NEAR, Cue

_MAKE = (
    "make|makes|made|making|submit|submits|submitted|submitting|table|tables|tabled|tabling|lodge|lodges|lodged|lodging"
    "|launch|launches|launched|launching|put|puts|putting|presented|present|send|sent|sends|sending|formulated|place|placed"
)
_REFUSED = "rejected|refused|rebuffed|declined|dismissed|knocked|turned|snubbed|spurned|batted|rebuked"
_REFUSE = (
    "reject|rejects|refuse|refuses|rebuff|rebuffs|decline|declines|dismiss|dismisses|turn|knock|rejecting|turning|"
    + _REFUSED
)
_BID = "bid|bids|offer|offers|proposal|proposals|approach|approaches|advances|move|attempt|attempts|opening|enquiry"

BIDS = (
    # "Roma bid €40m for Foo." Known miss: a contract offer to the club's own player.
    Cue(
        "bids", Stage.BID, player=AFTER, buyer=BEFORE, weight=0.82,
        phrases=(
            f"{_MAKE} _7 {{bid}} [to] [+F] [for|to] [{{sign}}] [+P]", "offered|offering|offers|offer _6 for +P",
            "bid|bids|bidding _6 for +P", "offered _3 million|m [for] [+P]",
            "bid|offer|proposal of|worth [_8] [for] [+P]",
            "opening|initial|first|second|third|fresh|new|formal|official|verbal|written|concrete"
            "|significant|huge|loan|cash bid|offer|proposal|bids [of|worth|to|for] [_5] [for] [+P]",
            "had|seen|made _4 bid|offer|proposal|bids|offers [in] [for] [+P]", "failing|failed with _6 bid|offer",
        ),
    ),
    Cue(
        "bid-of-club", Stage.BID, player=AFTER, buyer=NEAR, weight=0.88,
        phrases=(
            "B 's _4 bid|bids|offer|offers|proposal [for|to] [{sign}] [+P]", "B [_1] bid|offer for [+P]",
            "bid|bids|offer|offers|proposal|proposals _6 from +B [for|to] [{sign}] [+P]",
            "bid|offer|bids|offers by +B [for] [+P]",
        ),
    ),
    # "Foo has had a bid rejected": the buyer's side.
    Cue(
        "bid-rejected", Stage.BID_REJECTED, player=AFTER, buyer=BEFORE, weight=0.85,
        phrases=(
            f"have|has|had|saw|seen|seeing|having _6 {_BID} [_6] [for] [+P] [_3] {_REFUSED}",
            f"{_BID} [_3] for [+P] [_4] {_REFUSED}", f"{_BID} _8 {_REFUSED}", f"{_BID} gets|get {_REFUSED}",
        ),
    ),
    # "Celtic reject a bid from Milan for Foo", "Celtic reject Milan's bid for Foo".
    Cue(
        "rejects-bid", Stage.BID_REJECTED, player=AFTER, buyer=AFTER, weight=0.88, seller=BEFORE,
        phrases=(
            f"{_REFUSE} [_5] [the] B ['s] _4 {_BID} [for|to] [{{sign}}] [+P]",
            f"{_REFUSE} _6 {_BID} from +B [for|to] [_3] [{{sign}}] [+P]", f"{_REFUSE} _6 {_BID} for +P from +B",
            f"{_REFUSE} [down] £|€|$ _3 from +B for [+P]", f"{_REFUSE} _7 {_BID} [for] [+P]",
        ),
    ),
    Cue(
        "improves-bid", Stage.IMPROVED_BID, player=AFTER, buyer=BEFORE, weight=0.88,
        phrases=(
            "increase|increased|increasing|improve|improved|improving|raise|raised _3 {bid} [for] [+P]",
            "return|returned|returning|come|came|coming|returns back|with _4 {bid} [for] [+P]",
            "improved|higher|increased|better|bigger bid|offer|proposal [for] [+P]",
            "with _3 improved|higher|increased|better|bigger bid|offer|proposal [for] [+P]",
        ),
    ),
    # "Celtic value Foo at 30m": whoever wants him must pay; no link by itself, but says who sells.
    Cue(
        "fields-interest", Stage.INTERESTED, player=AFTER, buyer=AFTER, weight=0.78, seller=BEFORE,
        phrases=(
            "receive|received|receives|receiving|fielding|field|fielded|have|had|attracted|fend|fending _4 "
            "interest|enquiries|approaches|offers|bids in|for|off [+P] [from] [+B]",
            "interest in +P ..9 from +B", "fielding|field|received|receiving _3 interest in +P ..9 from +B",
            "risk of losing +P to +B", "lose|losing +P to +B",
        ),
    ),
)  # fmt: skip
