"""Watching, admiring, wanting: the first group of stages, told of the club."""

from rumours.choices import Stage
from rumours.tagging.links.cues.cue import AFTER, BEFORE, NEAR, Cue

INTEREST = (
    # "Milan are keen on Foo". Known miss: "Foo is keen on Milan" (the player's wish) names no player after it.
    Cue(
        "wants", Stage.INTERESTED, player=AFTER, buyer=BEFORE, weight=0.8,
        phrases=(
            "keen on [signing] [+P]", "admirers|admirer|fan|fans of [+P]", "interested in [{sign}] [in|up] [+P]",
            "{desire} to [finally|reportedly|potentially|also|now] {sign} [in|up|back|the] +P",
            "{desire} [_4] to [finally|reportedly|potentially|also|now] {sign} [in|up|back|the] +P",
            "{desire} of {sign} [in|up|back] +P", "{desire} to {sign} [in|up|back|the]",
            "want|wants|wanted|wanting [both] +P",
            "in [the] hunt|market|race|running|battle|mix|chase|fight|frame|pursuit|talks for|of [+P]",
            "race|battle|fight|scrap|scramble|duel for +P", "race|battle|fight to {sign} [+P]",
            "pursuit|chase|hunt|admiration|wooing|courting of|for +P",
            "pursue|pursues|pursued|pursuing|chase|chases|chased|chasing|eye|eyes|eyed|eyeing|covet|covets"
            "|coveted|coveting|fancy|fancies|fancied|prioritise|prioritised|prioritising|prioritized|hijack"
            "|hijacked|hijacking [up|the] +P",
            "sizing|weighing|weigh|weighed|lining|lined|line up [+P]", "set [their|its|his] sights on [+P]",
            "sights [firmly] on|at [+P]",
            "turn|turned|turning|switched|switch|shifted|shift|switching [_3] attention|focus|sights|gaze to"
            "|towards|onto [+P]",
            "turn|turned|turning to +P", "fixed [_2] gaze on [+P]",
            "identified|identify|identifies|identifying|earmarked|earmark|pinpointed|earmarking +P",
            "singled out [+P]",
            "[firm|real|big|huge|long-term|strong|serious|concrete] interest in [signing|landing|recruiting"
            "|bringing] [in|both] +P",
            "planning|plan|plans|plotting|plot|plots|mulling|considering|contemplating|exploring|weighing"
            "|eyeing|preparing|prepare|readying|eye|ponder|considers|consider _6 move|swoop|raid|bid|bids"
            "|offer|approach|deal|transfer|proposal [for|on] [+P]",
            "ready|prepared|willing|preparing|set to _3 pay|offer|spend|splash|bid|submit|table|match|meet"
            "|trigger|activate|make [_4] for|on|of [+P]",
            "ready|prepared|willing|preparing to _3 pay|offer|spend|splash|bid|submit|table|match|trigger|activate",
            "join|joined|joins|joining|enter|entered|entering|enters|lead|leads|leading [_2] race|hunt"
            "|battle|chase|queue|running|fight [for|to] [{sign}] [+P]",
            "front|head of the queue [for|to] [{sign}] [+P]", "pole position to {sign} [+P]", "in for +P",
            "make|made|making _3 priority", "credited with _3 interest [in] [+P]",
            "show|showed|shown|showing|held|holding _3 interest [in] [+P]",
            "hold|holds|retain|retains|retained|maintain|maintains|harbour|harbours|registered|register"
            "|registering|expressed|expressing|reignited|rekindled|renewed|reignite|revive|revived|reviving "
            "_3 interest [in] [+P]",
            "compete|competing|battle|battling|vying|vie|scrap _4 for [the] [+P]",
            "consider|considers|considered|considering {sign} [+P]", "push|pushing|pushed for +P",
            "go|going|went|gone [all|out|in] for +P", "could use +P", "smart|good|great|ideal addition for +B",
            "attentive to +P", "looking|look|looked|looks into +P", "move|moved|moving [quickly|fast] for +P",
            "make|made|making _3 pitch [for] [+P]", "working to {sign} [+P]",
            "in pole position _2 for|to [{sign}] [+P]", "have|has|had|with an eye on [+P]",
            "test F 's resolve [with|over] [_6] [for] [+P]", "may|might|could|will bid|move|go|swoop|return for +P",
            "swap|exchange deal _3 involving|with|for +P", "turned|turn|turning to _5 target , [_4] P",
            "kept|keeping|keep a watching brief on|over [+P]", "determined|persistent in _2 pursuit of +P",
            "intentions|intention|wishes|wish to|of [try] [and] {sign} [+P]", "[could|can] secure +P ['s] signature",
            "earn|win|land|secure|chasing|chase +P ['s] signature|services",
            "competition [from] _8 for +P services|signature", "aware of [the] [+P]",
            "see|sees|view|views|viewed|saw|regard|regards|consider|rate|rates +P as", "line|want a|the move for +P",
            "targeting|targeted +P",
            "contenders|favourites|frontrunners|candidates|contender|desperate to {sign} [+P]",
            "taken|take|taking _3 interest in +P",
            "trump|trumping|pip|gazump|beating F to [the] [signing|signature] [of] [+P]", "dream of {sign} +P",
            "well-known to +B", "attempted +P",
        ),
    ),
    # "Leipzig are tracking Foo." Known miss: "tracking" of an injury or of a runner in a match report.
    Cue(
        "watches", Stage.MONITORING, player=AFTER, buyer=BEFORE, weight=0.82,
        phrases=(
            "{watch} +P",
            "monitor|monitors|monitoring|monitored _3 situation [of|around|surrounding|closely|involving] [+P]",
            "watching|watched|watches|followed|liked [closely|both] +P",
            "keeping|keep|keeps|kept|casting|cast|casts _4 tabs|eye|eyes on|over [+P]", "looking|look|looked at +P",
            "sent|send|sends|sending _2 scouts",
            "scouts|officials|representatives ..4 watch|watched|watching|saw [+P]", "checking|checked on +P",
            "studying +P", "appreciate|appreciates|appreciated +P",
        ),
    ),
    Cue(
        "targets", Stage.INTERESTED, player=AFTER, buyer=BEFORE, weight=0.8,
        phrases=(
            "target|targets|targeted|targeting +P",
            "long-standing|long-term|main|top|prime|key|priority|number-one target [+P]",
        ),
    ),
    Cue(
        "shortlists", Stage.SHORTLISTED, player=NEAR, buyer=NEAR, weight=0.7,
        phrases=(
            "on B ['s] _3 shortlist|wishlist|wish-list|list|radar",
            "B ['s] _3 shortlist|wishlist|wish-list|radar|short-list", "shortlist|wishlist|wish-list|radar of|at +B",
            "on the radar of|at|for +B", "shortlist [_3] include|includes|included|including|features [+P]",
            "shortlist|wishlist|wish-list", "on _3 radar", "shortlisted [+P]", "name|names|named on _3 list",
            "[drawn|draw|drew] up [a|their] shortlist", "top|high of _3 list|agenda|wishlist",
            "on _3 list|agenda [of|at] [+B]",
        ),
    ),
    # "Foo is seen as a replacement": what the club does with a name in mind.
    Cue(
        "view-as", Stage.INTERESTED, player=NEAR, buyer=NEAR, weight=0.8,
        phrases=(
            "seen|viewed|regarded|considered|mooted|touted|earmarked|identified|emerged|emerge|emerges|lined "
            "up|mentioned|named|listed|discussed|floated as _8 target|option|replacement|successor"
            "|alternative|candidate|solution|signing|addition [to|for|of|at] [+B]",
            "emerged as B ['s] _3 target|option|priority", "emerged on|as B ['s] [_2] radar|target",
            "has|have emerged [_2] as [_5] target|option [for|of] [+B]",
            "remains|remain|is|was|be|become B ['s] _5 target|priority|choice",
            "option|solution|target|candidate|priority|alternative|favourite|favorite for|at +B", "targets for +B",
            "target of +B", "number|no one|1|one target|choice", "first-choice|first choice _2 target|option",
            "preferred|prime|primary|top|main|key|leading|priority target|candidate|option|choice",
            "bumped|moved up B ['s] _3 wishlist|list|shortlist",
        ),
    ),
    # "Chelsea target Foo", "Milan-linked Foo", "interest from Milan".
    Cue(
        "buyer-target", Stage.INTERESTED, player=NEAR, buyer=NEAR, weight=0.8,
        phrases=(
            "B _3 target|targets +P", "B ['s] _4 target|targets [,] P", "B target|targets|suitors|admirers",
            "B ['s] transfer|summer|january target", "B - linked +P",
            "B ['s] _3 interest in [signing|landing] [both] +P", "B 's _2 interest",
            "B [reported|potential|transfer|summer|january|recent|late|loan] interest in [signing] [+P]", "P B target",
            "interest|advances|approach|attention|enquiries|enquiry|offers from +B", "interest of|by +B",
            "B [_1] pursuit|chase|hunt|courting of|for [the] [+P]", "target|targets for|of +B", "attention of +B",
            "admiring glances from +B", "B - bound +P", "B bound +P",
            "unsuccessful|failed approaches|bids|attempts from|by +B",
        ),
    ),
)  # fmt: skip
