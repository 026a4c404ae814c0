"""Terms or a fee agreed, a medical, papers."""

from rumours.choices import Stage
from rumours.tagging.links.cues.cue import AFTER, BEFORE, NEAR, Cue

_FEE = "deal|fee|agreement|price|terms|transfer|package|understanding|accord|switch|move"

AGREED = (
    # "Roma have agreed a fee with Lyon for Foo": the club after "with" sells.
    Cue(
        "agrees", Stage.FEE_AGREED, player=AFTER, buyer=BEFORE, weight=0.85,
        phrases=(
            "agree|agrees|agreed|agreeing|reach|reached|reaches|strike|struck|sealed|thrash|thrashed|secured"
            f"|reaching _7 {_FEE} [in] [principle] [with] [+F] [for|over|to] [the] [{{sign}}] [of] [+P]",
            f"agree|agrees|agreed|agreeing|reach|reached|struck _6 {_FEE} [_5] to {{sign}} [+P]",
            "agreed to {sign}|pay [+P]", "agreement|deal in principle [for|over|with] [+P]",
            "agreement [_3] with|between|over|for|reached|in|was [+F] [for|over] [+P]",
            "deal|fee agreed|reached [for|with] [+P]", "deal|agreement [_2] in place [for|with] [+P]",
            "accepted|accept|accepts _5 {bid} [from] [+B]", "{bid} _3 accepted", "done deal [for] [+P]",
            "deal is done", "deal for +P [_2] agreed|done|close|complete", "here we go", "have|has an agreement",
            "finalise|finalising|finalize|finalizing|finalised|finalized|complete|completing|completes _4 "
            "{deal} [for|of] [+P]",
            "final details", "all but done|complete", "won|win|winning the race [for|to] [{sign}] [+P]",
            "given|give|gave _2 green light [for|to] [{sign}] [+P]",
            "hijacked|hijacking|hijack [_3] [pursuit|move|deal] [of|for] [+P]",
            "exchange|exchanging|exchanged documents", "verge|brink|cusp of {sign} [+P]",
        ),
    ),
    Cue(
        "terms-agreed", Stage.TERMS_AGREED, player=BEFORE, buyer=AFTER, weight=0.85,
        phrases=(
            "agree|agreed|agreeing|agrees to {join}",
            "agree|agreed|agrees|agreeing _5 terms|contract|deal with|to|at +B",
            "accepted|accept _4 contract|terms|{bid} [from] [+B]", "said|say yes to +B",
            "given|gave|giving _4 yes|nod|approval|light to +B", "agree|agreed|agrees|agreeing _5 {move} to +B",
            "verbally agreed", "personal terms|agreement with +B",
        ),
    ),
    Cue(
        "club-terms", Stage.TERMS_AGREED, player=AFTER, buyer=BEFORE, weight=0.85,
        phrases=(
            "agree|agreed|agreeing|agrees _5 terms|contract with +P", "personal terms [_3] with +P",
            "agree|agreed|agreeing _4 terms",
        ),
    ),
    Cue(
        "clause-triggered", Stage.CLAUSE_TRIGGERED, player=NEAR, buyer=BEFORE, weight=0.82,
        phrases=(
            "triggered|activated|met|paid|meeting|triggering|activating +P [_6] clause",
            "triggered|activated|met|paid|trigger|triggering|activate|activating|meet _6 release|buyout"
            "|buy-out clause",
            "triggered|activated|met|paid _4 clause",
        ),
    ),
    Cue(
        "medical", Stage.MEDICAL, player=NEAR, buyer=NEAR, weight=0.8,
        phrases=(
            "medical [at|with|for|ahead|in] [+B]", "medicals", "medical tests",
            "flown|fly|flying|travelled|travel|arrived|landed|flew|flies _4 complete|finalise|undergo"
            "|medical [_3] [to|with] [+B]",
        ),
    ),
    # "Foo is set to join Milan." Known miss: "set to return to Milan" when a loan ends.
    Cue(
        "set-to-join", Stage.TERMS_AGREED, player=BEFORE, buyer=AFTER, weight=0.85,
        phrases=(
            "set|due|poised|ready|primed|destined|expected to [_2] {join}|move|sign [to|for|with|up] [+B]",
            "will|'ll [now|soon] {join}|sign|move [for|to|up] [with] +B", "on [_1] way to +B",
            "set|bound for|to _5 {move} to +B", "set for +B [_2] {move}", "set to _3 {move} to +B",
            "going to {join} [+B]", "ahead of _5 {move} to +B", "P to {join} [+B]", "P is|are {join} [+B]",
            "P to sign for +B", "complete|completing _5 {move} to +B", "heading to|for +B",
            "will become a|an +B player",
        ),
    ),
    Cue(
        "set-to-sign", Stage.FEE_AGREED, player=AFTER, buyer=BEFORE, weight=0.85,
        phrases=(
            "set|poised|due|primed|about|expected|hopeful to [soon|now|officially|also] {sign}|complete"
            "|announce|finalise|confirm|unveil|open|activate|pay [_5] [by] [signing|signing|of|for] [+P]",
            "will [soon|now|also] {sign}|complete|announce +P",
            "on the verge|brink of {sign}|completing|announcing|sealing [_4] [+P]",
            "to complete [_4] signing|deal|transfer|move|swoop [of|for] [+P]", "nearing completion",
            "putting the finishing touches", "get|getting|got _3 deal _2 over the line",
        ),
    ),
)  # fmt: skip
