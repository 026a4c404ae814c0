"""Offers made, refused, improved. "Preparing a bid" is interest, and stands there."""

from rumours.choices import Stage
from rumours.tagging.links.cues.cue import AFTER, BEFORE, NEAR, Cue

_MAKE = (
    "make|makes|made|making|submit|submits|submitted|submitting|table|tables|tabled|tabling|lodge|lodges|lodged"
    "|launch|launches|launched|launching|put|puts|putting|presented|present|send|sent|sends|sending|formulated|place|placed"
)

BIDS = (
    Cue(
        "bids", Stage.BID, player=NEAR, buyer=BEFORE, weight=0.85,
        phrases=(
            f"{_MAKE} ..7 {{bid}} [for]", "offered|offering|offers ..6 for", "bid|bids|bidding ..6 for",
            "bid of", "bid worth", "offer of", "offer worth", "opening|initial|first|second|third|fresh|new|formal|official"
            "|verbal|written|concrete|significant|huge bid|offer|proposal",
            "have|has [had] ..5 bid|offer|proposal|approach|bids|offers",
        ),
    ),
    Cue(
        "bid-of-club", Stage.BID, player=NEAR, buyer=NEAR, weight=0.85,
        phrases=(
            "B ['s] [..4] bid|bids|offer|offers|proposal", "bid|bids|offer|offers|proposal|proposals [..6] from B",
            "bid|offer|bids|offers by B", "B bid for P", "C|N ['s] bid for",
        ),
    ),
    Cue(
        "bid-rejected", Stage.BID_REJECTED, player=NEAR, buyer=BEFORE, weight=0.85,
        phrases=(
            "have|has|had|saw|seen ..6 bid|bids|offer|offers|proposal|approach|approaches ..4 rejected|refused|rebuffed"
            "|declined|dismissed|knocked|turned|snubbed|refused",
        ),
    ),
    Cue(
        "rejects-bid", Stage.BID_REJECTED, player=NEAR, buyer=NEAR, weight=0.85,
        phrases=(
            "reject|rejects|rejected|refuse|refused|rebuff|rebuffed|decline|declined|dismiss|dismissed|spurned|snubbed"
            "|turned|turn|knocked|batted|rejecting|knock ..7 {bid}|bid|bids|offer",
            "bid|bids|offer|offers|proposal ..8 rejected|refused|rebuffed|declined|spurned|dismissed|snubbed",
        ),
    ),
    Cue(
        "improves-bid", Stage.IMPROVED_BID, player=NEAR, buyer=BEFORE, weight=0.85,
        phrases=(
            "increase|increased|increasing|improve|improved|improving|raise|raised ..3 {bid}",
            "return|returned|returning|come|came|coming back ..4 {bid}", "improved bid|offer|proposal",
        ),
    ),
)  # fmt: skip
