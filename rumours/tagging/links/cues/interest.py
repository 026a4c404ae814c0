"""Watching, admiring, wanting, being linked and offered: the first group of stages."""

from rumours.choices import Stage
from rumours.tagging.links.cues.cue import AFTER, BEFORE, NEAR, Cue

INTEREST = (
    # "Milan are keen on Foo". Known miss: "Foo is keen on Milan" (the player's wish) comes out the wrong way round.
    Cue(
        "wants", Stage.INTERESTED, player=AFTER, buyer=BEFORE, weight=0.75,
        phrases=(
            "keen on", "keen admirers of", "admirers of", "admirer of", "fan of", "fans of",
            "interested in [{sign}]",
            "{desire} [..1] to [finally|reportedly|potentially|also] {sign}",
            "{desire} [..1] of {sign}",
            "want|wants|wanted [the|both] P", "want|wants ..3 P",
            "in [the] hunt|market|race|running|battle|mix|chase|fight|frame|pursuit for|of", "race for", "race to {sign}",
            "chase for|of", "pursuit of", "in pursuit of",
            "chasing", "chase", "pursuing", "pursue", "pursued", "eyeing", "eye", "eyed", "eyes",
            "eyeing up", "sizing up", "weighing up", "weigh up", "weighed up", "lining up", "lined up", "line up",
            "set [..2] sights on", "sights [..1] on", "turn|turned|turning [..3] attention|focus|sights to|towards",
            "turn|turned|turning to", "prioritised|prioritising|prioritise|prioritized",
            "identified|identify|identifies|identifying", "earmarked|earmark", "singled out", "pinpointed",
            "covet|covets|coveted|coveting", "fancy|fancies", "crave|craves",
            "firm|real|big|huge|long-term|strong|serious|concrete interest in",
            "planning|plan|plotting|plot|plots|mulling|considering|contemplating|exploring|preparing [..4] move|swoop|raid"
            "|bid|offer|approach|deal [..3] for",
            "ready|prepared|willing to [..3] pay|offer|spend|splash|bid|submit|table|match|meet|trigger|activate|make",
            "join|joined|joins|joining|enter|entered|entering [..1] race|hunt|battle|chase|queue|running|fight",
            "leading|lead|leads the race|chase|hunt", "front of the queue", "head of the queue",
            "tempted by", "dream of|about", "in for", "in the market for", "make|made|making [..3] priority",
            "credited with [..3] interest", "show|showed|shown|showing [..3] interest in",
            "hold|holds|retain|retains|maintain|maintains|harbour|registered|expressed|reignited|rekindled|renewed"
            "|reignite|revive|revived [..3] interest in",
            "rival|rivals|rivalling|rivaling C for", "compete|competing|battle|battling [..4] for", "vying for",
            "in contention for|to", "consider|considers|considered [..2] {sign}", "consider|considers P",
            "mooted|mulling", "push|pushing|pushed for", "urge|urged|asked|want ..3 to {sign}",
        ),
    ),
    Cue(
        "watches", Stage.MONITORING, player=AFTER, buyer=BEFORE, weight=0.7,
        phrases=(
            "monitoring", "monitor", "monitored", "monitors", "tracking", "track", "tracked", "scouting", "scouted",
            "watching", "watched", "watches", "keeping|keep|kept [..3] tabs|eye|eyes on", "following", "follow",
            "admire", "admires", "admired", "admiring", "appreciate|appreciates",
            "looking|look|looked at", "sent|send|sending scouts", "scouts [..4] watch|watched|watching",
            "keeping tabs on", "checking on", "checked on", "assessing", "assess", "evaluating", "studying",
        ),
    ),
    Cue(
        "targets", Stage.INTERESTED, player=AFTER, buyer=BEFORE, weight=0.7,
        phrases=("target", "targets", "targeted", "targeting"),
    ),
    Cue(
        "shortlists", Stage.SHORTLISTED, player=NEAR, buyer=NEAR, weight=0.65,
        phrases=(
            "shortlist", "shortlisted", "wishlist", "wish-list", "short-list", "on [..3] list", "on [..3] radar",
            "on [..3] shortlist", "top of [..3] list", "transfer target", "transfer targets", "main target", "top target",
            "key target", "priority target", "number one target", "no.1 target", "first choice", "first-choice target",
            "in [..2] sights", "under consideration", "under evaluation", "on the agenda",
            "emerged|emerge|emerging as ..6 target|option|candidate|possibility|alternative",
            "potential|possible|ideal|likely|cheaper|surprise target|replacement|successor|alternative|signing|option",
            "name [..4] discussed|considered|mentioned", "discussed internally",
        ),
    ),
    Cue(
        "view-as", Stage.INTERESTED, player=NEAR, buyer=BEFORE, weight=0.6,
        phrases=(
            "view|views|viewed|see|sees|seen|regard|regards [..2] P as", "view|views|viewed|sees|see P as",
            "P [..4] as [..3] replacement|successor|option|opportunity|alternative",
        ),
    ),
    Cue(
        "buyer-target", Stage.INTERESTED, player=NEAR, buyer=NEAR, weight=0.7,
        phrases=(
            "B [transfer|summer|january|long-term|reported|former] target|targets [..4] P",
            "B transfer|summer|january target", "B - linked [..4] P", "B ['s] interest [in]",
            "P B target", "interest from B", "interest of B", "B admirers|suitors", "suitors B",
            "B [..1] pursuit|chase of", "target for|of B", "target for|of [..3] B", "targets for B",
            "attention of|from B", "B interest", "attention from [..4] B", "admiring glances from [..4] B",
        ),
    ),
    Cue(
        "linked", Stage.LINKED, player=BEFORE, buyer=AFTER, weight=0.75,
        phrases=(
            "linked with|to", "linked [..4] with|to", "linked with [..5] {move} to", "link|links with|to",
            "linking P with|to", "link|links|linking|linked P [..2] with|to",
            "connected with", "mentioned in connection with", "associated with",
        ),
    ),
    # "Sporting and Braga have both been linked." Known miss: a player linked, the suitors told in the next sentence.
    Cue(
        "also-linked", Stage.LINKED, player=NEAR, buyer=BEFORE, weight=0.55,
        phrases=("{be} [also|both|all|previously|heavily|strongly] linked", "among [..4] linked", "linked [..3] with P"),
    ),
    Cue(
        "wanted-by", Stage.INTERESTED, player=BEFORE, buyer=AFTER, weight=0.75,
        phrases=(
            "wanted {by}", "courted {by}", "chased {by}", "pursued {by}", "targeted {by}", "coveted {by}",
            "tracked {by}", "monitored {by}", "watched {by}", "scouted {by}", "admired {by}", "followed {by}",
            "liked {by}", "eyed {by}", "hunted {by}", "sought {by}", "sought after {by}", "shortlisted {by}",
            "identified {by}", "approached {by}", "considered {by}",
            "interest from", "interest of", "attention from|of", "attention by", "radar of", "radar at", "radars of",
            "sights of", "shortlist of|at", "list of|at", "wishlist of", "attracting|attracted|attract|drawing|drawn"
            "|garnered|generating|generated|gained|gathering|courting|commanding [..4] interest|attention|glances|suitors",
            "attracted|attracting", "caught|catch|catching|turned|turning ..3 eye|eyes|attention|heads of|at",
            "on the radar", "interesting B", "of interest to", "an option for", "option for", "candidate for",
            "target for", "target of", "targets for", "transfer target for", "a priority for", "suitors",
            "interested parties", "admirers in", "admirers including", "interested clubs",
            "tempted by", "keen on a move to", "open to {join}", "open to [..4] {move}", "dreams|dream|dreaming of [..3]",
        ),
    ),
    # "Roma are also interested." Known miss: the player is in the sentence after.
    Cue(
        "club-interested", Stage.INTERESTED, player=NEAR, buyer=NEAR, weight=0.75,
        phrases=(
            "B {be} [..3] interested|keen|admirers|monitoring|watching|tracking|considering|in", "B {have} [..3] interest|registered|shown|expressed",
            "B [..2] remain|remains [..2] interested|keen|admirers|in", "B {be} said|believed|thought|understood|reported|rumoured to be [..3] interested|keen|monitoring|tracking",
            "B {be} [..2] among|amongst", "among|amongst the|several|those clubs|sides|teams|suitors ..4 B",
        ),
    ),
    Cue(
        "has-suitors", Stage.INTERESTED, player=NEAR, buyer=NEAR, weight=0.5,
        phrases=(
            "suitors", "interest", "interested", "keen", "admirers", "in the race", "in the hunt", "in the running",
            "in the mix", "in the frame", "in contention", "have|has P ..3 on",
        ),
    ),
    Cue(
        "offered-to", Stage.OFFERED, player=BEFORE, buyer=AFTER, weight=0.75,
        phrases=(
            "offered to", "proposed to", "pitched to", "offered [..4] to", "proposed [..4] to", "suggested to",
            "put forward to", "recommended to", "touted [..3] to", "hawked [..3] to",
        ),
    ),
    Cue(
        "offered-chance", Stage.OFFERED, player=NEAR, buyer=BEFORE, weight=0.75,
        phrases=(
            "offered [the|a] chance|opportunity", "offered P", "handed [the|a] chance|opportunity", "given the chance",
            "offered the services of", "presented with [..3] opportunity",
        ),
    ),
    Cue(
        "may-go-to", Stage.LINKED, player=BEFORE, buyer=AFTER, weight=0.65,
        phrases=(
            "{move} to", "{move} back to", "{join}", "sign for", "signing for", "moving to", "heading to", "headed to",
            "bound for", "head to", "go to", "going to C", "switch to", "return to", "returning to", "leave for",
            "leaving for", "tipped ..4 to {join}", "could|may|might {join}", "end|ends up at", "land at", "loan to",
            "loaned to", "swap ..4 for C", "in favour of [..3] {move} to", "depart for", "loan {move} to", "sold to",
            "transferred to", "sell P to", "selling P to", "send P to", "sending P to", "prefer|prefers C",
            "play for C", "playing for C", "come to C", "wear ..2 colours|shirt of",
        ),
    ),
    Cue(
        "move-for", Stage.INTERESTED, player=AFTER, buyer=NEAR, weight=0.6,
        phrases=(
            "move for", "swoop for", "swooping for", "raid for", "deal for", "moves for", "moving for", "deal to {sign}",
            "bring|bringing ..2 P to", "{sign} P", "signing of", "bring ..3 P", "{sign} ..3 P", "interest in",
            "{sign} the likes of", "the likes of P", "transfer of|for", "arrival of", "acquisition of", "capture of",
            "signature of", "race for P", "suitors for", "{move} for P",
        ),
    ),
    # "REDFORD: Foo" and "Foo to Bar" as round-ups have it in headlines.
    Cue(
        "player-to-club", Stage.LINKED, player=NEAR, buyer=NEAR, weight=0.6,
        phrases=("P to B", "P - B", "P joins B", "P joining B", "P for B", "B for P", "B and P", "P to [..2] B"),
    ),
)  # fmt: skip
