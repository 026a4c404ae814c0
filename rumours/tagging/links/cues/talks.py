"""Contact, enquiries, negotiations, closing in."""

from rumours.choices import Stage
from rumours.tagging.links.cues.cue import AFTER, BEFORE, Cue

TALKS = (
    # "Roma have asked about Foo." Known miss: "inquired" of a journalist.
    Cue(
        "enquires", Stage.ENQUIRY, player=AFTER, buyer=BEFORE, weight=0.85,
        phrases=(
            "enquired|inquired|enquire|inquire|enquiring|inquiring _2 about|for|over|after|regarding [+P]",
            "enquired|inquired",
            "enquiry|inquiry|enquiries|inquiries|approach|approaches [_4] about|for|over|into|regarding [+P]",
            "make|made|making|makes|lodged|launched [_3] enquiry|inquiry|enquiries|inquiries|approach|contact",
            "asked|asking|ask about [+P]", "sounded|sound|sounding|sounds out [+P]", "approached|approaching +P",
            "approached|contacted F about|over|for|with|regarding [_6] [+P]",
            "make|made|making|makes [_2] contact [over|with|about|for] [+P]",
            "in contact|touch [with|over|about] [+P]", "reached|reaching out to [+P]",
            "initiated|establish|established|renewed|opened [_2] contact|contacts|dialogue", "contacted +P",
            "took|taken|taking first steps", "make|made|making|makes a|their|first|opening move|moves for [+P]",
            "informed _6 of _3 wish|wishes|desire|intention|interest to|in {sign} [+P]",
        ),
    ),
    # "Milan are in talks with Chelsea over Foo": the club after "with" sells. Known miss: "in talks with both clubs".
    Cue(
        "negotiates", Stage.CLUB_TALKS, player=AFTER, buyer=BEFORE, weight=0.85,
        phrases=(
            "in|into|open|opened|opening|hold|holds|held|holding|begin|began|begun|start|started|starting"
            "|enter|entered|launch|launched|initiate|initiated|resume|resumed|continue|continued|continuing"
            "|advance|advanced|accelerate|accelerated|restart|restarted|having|had|have|conducting|ongoing"
            "|intensified [_4] {talks} [with] [+F] [over|about|for|regarding|on] [the] [signing] [of] [+P]",
            "{talks} with +F over|about|for|regarding|to [_5] [+P]", "{talks} over|about|for|regarding|on _6 [+P]",
            "{talks} to {sign} [+P]",
            "{talks} are|is|were|have|underway|progressing|ongoing|continue|advancing|advanced",
            "negotiating|negotiate|negotiated for|with|over|to [+F] [for|over] [+P]",
            "working on|towards _6 deal|agreement|move|transfer [for] [+P]", "advanced in {talks}",
            "progress|progressing|progressed in|on|with|over _3 deal|talks|negotiations|pursuit|move [+P]",
            "discussing|discuss|discussed _4 deal|move|transfer|terms", "pushing|push to finalise|complete|close [+P]",
            "{talks} with +P", "{talks} with [_5] representatives|agent|agents|entourage|camp [of] [+P]",
            "spoken|speak|spoke|speaking to|with _3 agent|agents|representatives|camp of +P",
            "almost|nearly there for|with [+P]",
            "meet|met|meeting with [_5] representatives|agent|agents|entourage|camp [of] [+P]", "hold|held talks",
        ),
    ),
    # "Foo's agents are in talks with Milan."
    Cue(
        "talks-with-club", Stage.PLAYER_TALKS, player=BEFORE, buyer=AFTER, weight=0.85,
        phrases=(
            "in|holding|held|hold|opened|open|holds [_4] {talks} with +B", "negotiating [_6] with|to +B",
            "discussing terms with +B", "agent|agents|representatives|entourage _4 met [with] +B",
            "contract offer|proposal from +B", "approached|contacted by +B", "talks with +B",
            "{talks} between [_6] and +B", "met [with] +B", "meet|met|meeting with +B",
            "speaking|spoken|speak to|with +B",
        ),
    ),
    Cue(
        "closes-in", Stage.CLUB_TALKS, player=AFTER, buyer=BEFORE, weight=0.88,
        phrases=(
            "closing|close|closed|closes|homing in on [_3] [{deal}] [for] [+P]", "close to {sign} [+P]",
            "nearing|near|nears _6 {deal} [for|of] [+P]", "on course to {sign} [+P]",
            "close|closer|edging|edge|edged|inching|inch|nearer [_2] to|towards [_2] {sign} [+P]",
            "close|closer|near|nearer|nearing [to] [_4] agreement|deal|agreeing|completing|finalising"
            "|reaching|wrapping [up] [with|for] [+P]",
            "confident|optimistic|hopeful _4 {sign}|deal|agreement|finalising|reaching|completing [for|of] [+P]",
            "step|stepped|stepping|steps up _3 [interest|pursuit|efforts|attempts|bid] [in|of|to|for] [{sign}] [+P]",
            "accelerate|accelerated|accelerating|accelerates _4 for|to [{sign}] [+P]",
            "racing to|towards _4 [agreement|deal|sign|signing]", "advance|advancing|advanced in|on|for _4 [+P]",
            "front runners|frontrunners _3 [{sign}] [+P]",
        ),
    ),
    Cue(
        "nears-club", Stage.CLUB_TALKS, player=BEFORE, buyer=AFTER, weight=0.85,
        phrases=(
            "closing|close in on _4 {move} to|with +B",
            "close|closer|near|nearer|nearing|nears|inching|edging|edges|moving|heading|on [to] [_3] {join} +B",
            "close|closer|near|nearer|nearing|nears|inching|edging|edges [to] [_5] {move} to|with +B",
            "close|closer to signing for|with +B", "on [the] verge|brink|cusp of [_5] {move}|{join} [to|with] +B",
        ),
    ),
)  # fmt: skip
