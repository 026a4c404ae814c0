"""Verbs and nouns beside a name that tell what its bearer is."""

from rumours.tagging.names.words import listed

# "Marlow's side": whoever has one is a coach.
COACHES_HAVE = listed(
    """
    side men team boys charges squad players tactics system lineup reign tenure troops plans
    """
)
# "Varga's agent": whoever has one is a player.
PLAYERS_HAVE = listed(
    """
    agent agents representatives representative camp entourage contract release clause future signature services
    transfer move departure arrival availability form goals salary wages situation exit asking price buyout deal shirt
    signing entourage father brother valuation loan value advisers club performances teammates injury contract
    """
)
# "want Varga": clubs do so to players.
WANTING = listed(
    """
    sign signing signed signs buy buying bought land landing want wants wanted target targets targeting targeted
    pursue pursuing loan loaning sell selling sold recruit recruiting capture capturing poach poaching keep retain
    retaining offload offloading snap acquire acquiring monitor monitoring chase chasing eye eyeing scout scouting
    track tracking follow following watching release releasing bring bringing snare swoop lose losing tempt lure prise
    offered offering move hijack snapping loaned approach swap let admire admires rate
    rates view views like secure securing
    """
)
# "a bid for Varga", "interest in Varga": noun and preposition.
WANTED_FOR = {
    "for": listed(
    """
    bid bids offer offers move swoop approach fee price deal race chase enquiry inquiry talks battle interest proposal
    asking push contact contacts negotiations clause million m demand permission suitors market destination raid
    option hunt target moves enquiries formula pay paid paying
    """
),
    "in": listed("interest interested"),
    "of": listed(
    """
    signing signings pursuit capture signature services sale arrival departure future fan admirer admirers loss loan
    likes agents form acquisition monitoring availability
    """
),
    "on": listed("keen sights price eye eyes clause tabs loan deal move close bid sold tag"),
    "with": listed("talks contract negotiations discussions contact agreement terms linked"),
    "to": listed("alternative similar offer contract compared proposal interested successor heir"),
}  # fmt: skip
# "under Marlow", "replaced Marlow": coaches come and go so.
COACHING = listed(
    """
    under replaced succeeded succeed replaces appoint appointed hire hired sacked sack sacking
    """
)
# "the arrival of Marlow", "coached by Marlow".
COACHING_PHRASES = frozenset(
    {
        ("appointment", "of"),
        ("sacking", "of"),
        ("dismissal", "of"),
        ("coached", "by"),
        ("managed", "by"),
        ("worked", "with"),
        ("play", "under"),
        ("played", "under"),
        ("replaced", "by"),
        ("led", "by"),
        ("instructed", "by"),
    }
)
# "Marlow wants to bolster": coaches build squads.
BUILDING = listed(
    "sign bring strengthen bolster add reinforce recruit land lure improve rebuild overhaul buy snap offload sell drop"
)
# "Harte reports": those whose trade is telling.
REPORTING = listed(
    """
    reports report reported tweeted tweets writes wrote understands claims claimed claim adds posted states stated
    reporting reveals revealed
    """
)
# "according to Harte": whoever is credited.
CREDITING = listed("per via")
SAYING = listed(
    """
    said says told tells explained explains believes insists insisted admitted admits stated argued claimed claims
    suggested suggests writing write
    """
)
# "told Sport", "according to Sport".
CREDITED_AFTER = listed("to by via per told outlet newspaper daily paper in from with reports report magazine")
# "Varga feels": whoever has given up playing has opinions.
OPINIONS = listed(
    """
    believes insists thinks feels argues argued urged urges warned warns suggested suggests told tells said says
    claimed claims reckons explained hailed praised slammed backed advised questioned
    """
)
# "Varga scored": players do so, and hardly anybody else.
PLAYING = listed(
    """
    scored scores netted joins signs signed featured plays played assisted bagged started impressed suffered missed
    struggled underwent earns
    """
)
# "Varga has completed", "Varga is set to": what is said of players who move.
HAVING_DONE = listed(
    """
    completed agreed joined signed left emerged scored impressed struggled been set keen expected wanted courting
    claimed linked close closing ready open attracting attracted yet out rejected told made featured enjoyed become
    now also already under available valued contracted understood believed reportedly set likely unlikely certain
    """
)
# "the Varga deal".
DEALT_WITH = listed("replacement transfer saga swap situation sale chase")
# "joined Norvik", "side Norvik", "against Norvik".
BEFORE_CLUBS = listed(
    """
    joined joins join joining rejoin rejoined leave leaves left leaving beat beating against versus facing face side
    club outfit giants minnows strugglers champions side's newcomers team
    """
)
# "a move to Norvik", "on loan at Norvik".
CLUB_PHRASES = {
    "to": listed("move switch moved loan transfer return returned moves loaned sold sale heading switched going"),
    "at": listed(
        """
        striker defender midfielder winger goalkeeper forward loan spell time career coach manager player joined years
        season stint captain life future
        """
    ),
    "from": listed("signed joined arrived signing loan move transfer arrival moved switch player recruited came"),
    "for": listed("played signed playing left signs sign appearances goals games debut scored"),
    "with": listed("contract deal spell contracted talks"),
}
AFTER_CLUBS = listed("fc fans supporters")
