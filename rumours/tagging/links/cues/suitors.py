"""Being linked, wanted and offered: the first group of stages, told of the player; and where he may go."""

from rumours.choices import Stage
from rumours.tagging.links.cues.cue import AFTER, BEFORE, LEADS_LIST, NEAR, Cue

SUITORS = (
    # "Foo has been linked with a move to Milan." Known miss: the suitors told in the next sentence.
    Cue(
        "linked", Stage.LINKED, player=BEFORE, buyer=AFTER, weight=0.75,
        phrases=(
            "linked with|to +B", "linked with|to [a] [_6] {move} to|from|at +B",
            "linked with _8 including|like|namely|involving|such [as] +B", "linked with [_4] interest from +B",
            "linked [strongly|heavily|closely|again|also|repeatedly|previously|recently|widely] with|to +B",
            "linked with|to", "links|link [_3] with|to [a] [{move}] [to] +B", "connected with +B",
            "mentioned in connection with +B", "associated with +B", "links|link|linking|linked +P [_3] with|to _5 +B",
            "linking|link +P with|to [a] [potential|possible|shock|summer|january] {move} to +B",
            "rumours|rumors|speculation _4 {move} to +B", "speculation|rumours [_3] linking +P",
            "tipped|touted|rumoured for|with _5 {move} to +B", "heavily linked",
            "{be} [also|both|all|previously|heavily|strongly] linked",
        ),
    ),
    # "Sporting and Braga have both been linked with Foo."
    Cue(
        "also-linked", Stage.LINKED, player=AFTER, buyer=BEFORE, weight=0.8,
        phrases=(
            "linked with|to [a] [_4] [{move}] [for] +P",
            "linked with|to [_6] move|swoop|deal|transfer|interest for|in +P", "connected with +P",
            "clubs|sides|teams|names linked with +P", "linked [strongly|heavily|closely|again|also] with +P",
            "{be} [also|both|all] linked to +P",
        ),
    ),
    # "Foo is wanted by Milan." Known miss: "approached by Milan about a friendly".
    Cue(
        "wanted-by", Stage.INTERESTED, player=BEFORE, buyer=AFTER, weight=0.78,
        phrases=(
            "wanted|courted|chased|pursued|targeted|coveted|tracked|monitored|watched|scouted|admired"
            "|followed|liked|eyed|hunted|sought|shortlisted|identified|approached|considered|wooed|tracked "
            "[closely|heavily|also|strongly|not] [just|only] by +B",
            "in demand", "wanted|sought on loan by +B", "on trial at|with +B", "training with +B",
            "would welcome _6 {move} to +B", "sought after by +B", "wanted|coveted not just|only by +B",
            "not just|only by C but also [the] +B",
            "number|host|several|range|group of _4 clubs|sides interested _4 including|like|such [as] +B", "wanted in",
            "target for +B", "target of +B", "transfer target for +B",
            "attracting|attracted|attract|drawing|drawn|garnered|generating|generated|gained|gathering"
            "|courting|commanding|aroused|arousing|awakening|attracts|drew|piqued|caught|catching|turned"
            "|earned [_6] interest|attention|glances|suitors|eye|eyes|heads [from|of|at|by] [_6] [from"
            "|including|like] [+B]",
            "attracted|attracting +B", "interest from _8 including|like|such [as] +B",
            "suitors _6 including|include|like|such [as] +B", "interest from|of +B", "sights|radar|radars of|at +B",
            "list of|at +B", "interesting +B", "of interest to +B", "admirers|suitors in|at|including +B",
            "interested parties|clubs|sides", "tempted by +B",
        ),
    ),
    # The player's own wish: "Foo is open to joining Milan", "Foo prefers Milan".
    Cue(
        "wishes", Stage.INTERESTED, player=BEFORE, buyer=AFTER, weight=0.8,
        phrases=(
            "keen|eager|open|willing|happy|wants|want|wanted|hoping|hopes|desperate|ready|determined|excited"
            "|tempted|agreed|decided|chosen|pushing|dreams|dream|dreaming|priority|dreamed|desire|wish [_3] "
            "to|of|on|for|about [_3] join|joining|move|moving|{move} [to] [with] +B",
            "wants|want|keen|hoping|open|happy to sign|play for +B",
            "prefer|prefers|preferred|favours|favoured|favour +B", "preference for|is|of +B",
            "P [has|have] told|informed|promised +B that|he|of|P", "preferred|likely|likeliest destination [is] [+B]",
            "B as _4 destination", "P _3 green light|go-ahead|yes to +B", "set on _4 to|with|at +B",
            "chose|chosen|choose|picked|choosing|picking +B",
        ),
    ),
    # "Roma are also interested." Known miss: the player is in the sentence after.
    Cue(
        "club-interested", Stage.INTERESTED, player=NEAR, buyer=BEFORE, weight=0.82,
        phrases=(
            "{be} [_3] interested|admirers|monitoring|watching|tracking|keen", "{have} _3 interest",
            "{have} _4 registered|shown|expressed", "remain|remains|remained [_2] interested|keen|admirers",
            "among|amongst _6 interested|keen|clubs|sides|teams|suitors|those",
            "also|both|all keen|interested|watching|monitoring",
            "[also|both|all] {say} to be [_3] interested|keen|monitoring|tracking|watching|considering|aware"
            "|admirers",
            "expressing|showing|registering|holding _3 interest", "reportedly|also|both interested|keen",
            "in the race|hunt|running|mix|frame", "in contention", "among the other|interested suitors",
            "{be} _3 aware of", "reportedly chasing|pursuing|tracking +P",
            "join|joined|joining|enter|entered the race|hunt|chase|battle", "fighting|battling it out",
            "waiting in the wings", "come|came|coming knocking", "frontrunners|favourites|favorites",
            "leading|lead|leads the race|chase|hunt", "to pounce",
        ),
    ),
    # "…, including Milan" after a word for suitors; "Milan are among the clubs".
    Cue(
        "club-listed", Stage.INTERESTED, player=NEAR, buyer=AFTER, weight=0.75,
        phrases=(
            "suitors|interested|interest|keen|admirers|race|options|destinations _8 including|include|like"
            "|namely|among +B",
            "such as +B ['s] interest", "competition|rivalry from|with +B",
            "compete|competing|battle|rival|rivals|rivalling|rivaling|competition|battling|vying _3 with"
            "|against|from +B [for]",
            "ahead of +B in the race|running|hunt",
            "rival|rivalling|rivaling|join|joining|joins +B in [the] race|hunt|battle|pursuit|chase|wanting|interest",
            "beat|beating +B to [_4] [+P]", "hold|held off +B", "trump|trumping|pip|pipping +B to|for",
            "fend|fending|fought|fighting|see|seeing off _4 from +B", "alongside +B",
        ),
    ),
    Cue(
        "offered-to", Stage.OFFERED, player=BEFORE, buyer=AFTER, weight=0.75,
        phrases=(
            "offered|proposed|pitched|suggested|recommended|touted|hawked|shopped [_3] to +B",
            "offered|proposed|pitched to _8 including|like|such [as] +B", "put forward to +B",
        ),
    ),
    Cue(
        "offered-chance", Stage.OFFERED, player=AFTER, buyer=BEFORE, weight=0.75,
        phrases=(
            "offered|handed|given|presented [with] [the|a] chance|opportunity to {sign} [+P]", "offered +P",
            "offered|offering +P the chance", "offered [the] services of [+P]", "by offering +P",
        ),
    ),
    # "could join Milan", "a move to Milan". Known miss: an old move in the same words ("his switch to Milan").
    Cue(
        "may-go-to", Stage.LINKED, player=BEFORE, buyer=AFTER, weight=0.7,
        phrases=(
            "{move} [back] to +B", "exits|moves|switches to +B", "transfer|move with +B", "{join} [up] [with] +B",
            "could|may|might|would|can {join}|move|go|sign [_2] [to|for] +B", "sign|signing for|with +B",
            "moving|heading|headed|head|go|going [on|over|out] [loan] to +B", "bound for +B", "tipped _4 to {join} +B",
            "end|ends|ending up at|with +B", "land at +B",
            "loan|loaned|transferred|sell|selling|send|sending [+P] [on] [loan] to +B", "swap _4 for +B",
            "in favour of [_3] {move} to +B", "depart|leave|leaving|departing for +B", "leave|leaving C for +B",
            "come|coming to +B", "arrive|arriving at +B", "follow|follows +P to +B",
            "future|next destination could|may|might be|lie at +B", "destination _3 +B",
            "reunite|reunited|reunion with B at|in", "reunite|reunited|reunion with +B", "likely to play at +B",
            "happy|desire|like|love|wanting|hope|hoping to play for [a] [club] [of] +B",
            "smart|shrewd|good|excellent|ideal addition|signing for +B", "potential destinations|destination for [+P]",
            "excellent|good|ideal one|fit|move|destination _3 +B",
        ),
    ),
    # "a move for Foo", "signing Foo": somebody's, mostly the sentence's club's.
    Cue(
        "move-for", Stage.INTERESTED, player=AFTER, buyer=BEFORE, weight=0.68,
        phrases=(
            "move|moves|swoop|swooping|raid|deal|moving|offer|bid for [the] [+P]", "to {sign} [in|up|back] +P",
            "B to {sign} [+P]", "could|may|might|can|would {sign} [in|up|back] +P",
            "signing|signature|capture|acquisition|recruitment of +P", "bring|bringing +P to +B",
            "bring|bringing +P [back|in]", "transfer for +P", "B 's P deal|move|pursuit|swoop", "deal for +P",
        ),
    ),
    # "Redford continue to be linked with:", and an item for every man (`weighing` reads the list).
    Cue(
        LEADS_LIST, Stage.LINKED, player=AFTER, buyer=BEFORE, weight=0.85,
        phrases=(
            "linked|connected with [_3] :", "interested in [_3] :", "targets|shortlist|targeting|considering [_3] :",
            "want|wants|pursuing|chasing|monitoring|eyeing|tracking [_3] :",
        ),
    ),
    # "REDFORD: Foo" and "Foo to Bar" as round-ups have it in headlines.
    Cue(
        "player-to-club", Stage.LINKED, player=NEAR, buyer=NEAR, weight=0.7,
        phrases=(
            "P to +B", "P ['s] arrival at +B", "P - B", "P -|—|:|,|( F to B", "P joins B", "P joining B", "P set for B",
        ),
    ),
)  # fmt: skip
