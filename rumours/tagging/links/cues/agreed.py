"""Terms or a fee agreed, a medical, papers."""

from rumours.choices import Stage
from rumours.tagging.links.cues.cue import AFTER, BEFORE, NEAR, Cue

_AGREE = "agree|agrees|agreed|agreeing|reach|reached|reaching|strike|struck|secured|sealed|have|has|thrash|thrashed"
_FEE = "deal|fee|agreement|price|terms|transfer|package|understanding|accord"

AGREED = (
    Cue(
        "agrees", Stage.FEE_AGREED, player=NEAR, buyer=NEAR, weight=0.85,
        phrases=(
            f"agree|agrees|agreed|agreeing ..4 {_FEE}", "agreed to {sign}|pay|buy", f"reach|reached|struck|strike|sealed ..4 {_FEE}",
            "in principle", "agreement [..3] with|between|over|for|reached|in|was", "deal agreed", "fee agreed",
            "deal [..2] in place", "accepted ..5 {bid}", "accept ..3 {bid}", "{bid} [..3] accepted", "done deal",
            "deal is done", "deal [..1] close|complete|done", "full agreement", "total agreement", "here we go",
            "have|has an agreement", "finalise|finalising|finalize|finalizing|finalised|finalized",
            "final details", "all but done|complete", "agreed in principle", "on the verge of", "on the brink of",
            "won the race", "win the race", "winning the race", "given|give|gave [..2] green light",
        ),
    ),
    Cue(
        "terms-agreed", Stage.TERMS_AGREED, player=BEFORE, buyer=AFTER, weight=0.85,
        phrases=(
            "agree|agreed|agreeing|agrees to {join}", "agree|agreed|agrees ..4 terms|contract|deal with|to",
            "accepted|accept ..4 contract|terms|{bid}", "said yes to", "given|gave ..4 yes|nod|approval to",
            "agree|agreed|agrees ..4 {move} to", "verbally agreed", "agreed ..3 switch to",
        ),
    ),
    Cue(
        "clause-triggered", Stage.CLAUSE_TRIGGERED, player=NEAR, buyer=NEAR, weight=0.8,
        phrases=("triggered|activated|met|paid ..4 clause", "trigger|triggering|activate|activating ..4 release clause"),
    ),
    Cue(
        "medical", Stage.MEDICAL, player=NEAR, buyer=NEAR, weight=0.85,
        phrases=(
            "medical", "medicals", "medical at|with|in|for|ahead", "medical tests", "flown|fly|flying|travelled|arrived"
            "|landed|flew ..4 complete|finalise|undergo|medical",
        ),
    ),
    Cue(
        "set-to-join", Stage.TERMS_AGREED, player=BEFORE, buyer=AFTER, weight=0.85,
        phrases=(
            "set|due|poised|ready|primed|destined to {join}|move", "set|due|poised to ..2 {join}", "will {join}|move|sign",
            "'ll {join}", "on [..1] way to", "on the verge|brink of {join}", "on the verge|brink of ..4 {move} to",
            "set for|to ..5 {move} to", "set to ..3 {move} to", "going to {join}", "set to sign for", "expected to {join}",
            "ahead of ..4 {move} to", "P to {join}", "P is|are {join}", "will {join}", "set to sign ..5 with|at",
            "P to sign for", "to complete ..4 {move} to", "expected to complete ..4 {move}", "heading to|for",
        ),
    ),
    Cue(
        "set-to-sign", Stage.FEE_AGREED, player=AFTER, buyer=BEFORE, weight=0.85,
        phrases=(
            "set|poised|due|primed|about|expected to [soon|now|officially|also] {sign}|complete|announce|finalise|confirm|unveil",
            "will [soon|now|also] {sign}|complete|announce", "on the verge|brink of {sign}|completing|announcing|sealing",
            "to complete [..4] signing|deal|transfer|move|swoop", "nearing completion", "B to {sign}",
            "complete [..2] deal|transfer|signing", "putting the finishing touches", "agreed to {sign}",
        ),
    ),
)  # fmt: skip
