"""Small sets of words that several rules of links share."""

from rumours.tagging.names.words import listed as word_set

# May stand between a club and its player: "Juventus defender Federico Gatti".
MODIFIERS = word_set(
    """
    defender midfielder striker forward winger goalkeeper keeper shot-stopper centre-back center-back centre-half
    full-back fullback left-back right-back wing-back left-wing-back right-wing-back back centre half playmaker
    attacker frontman marksman hitman captain skipper star ace man player youngster teenager starlet wonderkid
    prodigy talisman international duo trio pair stars players teammate team-mate academy graduate product loanee
    gem veteran hero icon defensive attacking central versatile young talented experienced left right wide no.1 no
    number 1 one first-choice holding box-to-box out-of-favour in-form highly-rated highly rated prolific teenage
    talent sensation superstar centre-forward center-forward number-one stopper legend outcast flop forgotten
    wantaway target-man full wing midfield attack defence custodian libero sweeper ’s 's and the club-record record
    ,
    """
)
# Not there: what makes the club before it a suitor, not an owner.
SUITOR_WORDS = word_set("target targets transfer linked bound signing move bid offer interest pursuit swoop deal")
CONNECTORS = frozenset({",", "and", "or", "&", "/", "plus", "alongside", "nor"})
LIST_WORDS = word_set(
    """
    both also the fellow rivals side sides club clubs giants league premier serie a la liga ligue 1 bundesliga city
    champions spanish italian english french german portuguese turkish saudi scottish dutch belgian outfit
    heavyweights well as even perhaps then alike either possibly potentially like likes of his their its
    newly-promoted promoted relegated reigning title europa european big-spending north south east west london
    merseyside manchester
    """
)
