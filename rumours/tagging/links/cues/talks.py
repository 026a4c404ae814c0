"""Contact, enquiries, negotiations, closing in."""

from rumours.choices import Stage
from rumours.tagging.links.cues.cue import AFTER, BEFORE, NEAR, Cue

TALKS = (
    Cue(
        "enquires", Stage.ENQUIRY, player=AFTER, buyer=BEFORE, weight=0.75,
        phrases=(
            "enquired|inquired|enquire|inquire|enquiring|inquiring [..3] about|for|over|after|regarding",
            "enquiry|inquiry|enquiries|inquiries [..3] about|for|over|into|regarding",
            "make|made|making|lodged|launched [..2] enquiry|inquiry|enquiries|inquiries|approach|contact",
            "asked about", "ask about", "sounded|sound|sounding out", "approached|approaching", "approach for",
            "approach [..2] for", "approach to", "made|make|making [..2] contact", "in contact", "in touch", "reached out",
            "initiated|establish|established|renewed|opened [..2] contact|contacts|dialogue",
            "contacted", "first steps", "made|make|making [..2] move|moves for",
        ),
    ),
    Cue(
        "negotiates", Stage.CLUB_TALKS, player=NEAR, buyer=BEFORE, weight=0.75,
        phrases=(
            "in|into|open|opened|opening|hold|held|holding|begin|began|begun|start|started|starting|enter|entered|launch"
            "|launched|initiate|initiated|resume|resumed|continue|continued|continuing|advance|advanced|accelerate"
            "|accelerated|restart|restarted|having|had|have|conducting|ongoing [..4] {talks}",
            "{talks} with|over|about|for|regarding|between|to|at|are|is|were|have|underway|progressing|ongoing|continue",
            "negotiating", "negotiate", "negotiated", "working on|towards [..4] deal|agreement|move|transfer",
            "working to {sign}", "advanced in|negotiations|talks|discussions", "progress|progressing|progressed",
            "discussing [..4] deal|move|transfer|terms", "pushing|push to finalise|complete|close",
        ),
    ),
    Cue(
        "talks-with-club", Stage.PLAYER_TALKS, player=BEFORE, buyer=AFTER, weight=0.75,
        phrases=(
            "in|holding|held|hold|opened|open [..3] {talks} with", "negotiating [..4] with|to", "negotiating a move to",
            "discussing terms with", "met with", "agent|agents|representatives|entourage [..4] met", "talks with",
            "contract offer from", "approached by", "contacted by",
        ),
    ),
    Cue(
        "closes-in", Stage.CLUB_TALKS, player=AFTER, buyer=BEFORE, weight=0.8,
        phrases=(
            "closing in on", "close in on", "closed in on", "close to {sign}", "closing on", "nearing",
            "close to|closer to|edging|edge|edged|moving|move|moved|inching|inch [..2] closer to",
            "close to|near [..3] agreement|deal|agreeing|completing|finalising|reaching", "on course to {sign}",
            "confident|optimistic|hopeful [..3] of|about|to|that [..4] {sign}|deal|agreement|finalising|reaching|completing",
            "step up|stepped up|stepping up [..3]", "accelerate|accelerated|accelerating [..4] for|to",
            "leading the race", "front runners", "racing to|towards",
        ),
    ),
    Cue(
        "nears-club", Stage.CLUB_TALKS, player=BEFORE, buyer=AFTER, weight=0.8,
        phrases=(
            "closing in on [..4] {move} to|with", "close to {join}", "close to [..4] {move} to|with",
            "nearing [..4] {move} to|with", "edging [..2] closer to [..3] {move}|{join}",
            "closer to {join}", "closer to [..4] {move} to", "close to signing for|with", "near to {join}",
        ),
    ),
)  # fmt: skip
