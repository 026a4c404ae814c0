"""The nouns by which the sports pages call people: what they do, and where on the pitch."""

from rumours.choices import PersonRole, Position
from rumours.tagging.names.words import listed

# Where a player plays, by the words' folded run; the place is "" for words that name none.
POSITIONS: dict[str, Position | None] = {
    "goalkeeper": Position.GOALKEEPER,
    "keeper": Position.GOALKEEPER,
    "shot stopper": Position.GOALKEEPER,
    "shotstopper": Position.GOALKEEPER,
    "goalie": Position.GOALKEEPER,
    "custodian": Position.GOALKEEPER,
    "number one": None,
    "free agent": None,
    "sweeper": Position.SWEEPER,
    "libero": Position.SWEEPER,
    "centre back": Position.CENTRE_BACK,
    "centreback": Position.CENTRE_BACK,
    "center back": Position.CENTRE_BACK,
    "centre half": Position.CENTRE_BACK,
    "central defender": Position.CENTRE_BACK,
    "left back": Position.LEFT_BACK,
    "left wing back": Position.LEFT_BACK,
    "right back": Position.RIGHT_BACK,
    "right wing back": Position.RIGHT_BACK,
    "wing back": None,
    "wingback": None,
    "full back": None,
    "fullback": None,
    "defender": None,
    "stopper": None,
    "defensive midfielder": Position.DEFENSIVE_MIDFIELD,
    "holding midfielder": Position.DEFENSIVE_MIDFIELD,
    "central midfielder": Position.CENTRAL_MIDFIELD,
    "box to box midfielder": Position.CENTRAL_MIDFIELD,
    "attacking midfielder": Position.ATTACKING_MIDFIELD,
    "left midfielder": Position.LEFT_MIDFIELD,
    "right midfielder": Position.RIGHT_MIDFIELD,
    "midfielder": None,
    "midfield": None,
    "playmaker": Position.ATTACKING_MIDFIELD,
    "trequartista": Position.ATTACKING_MIDFIELD,
    "regista": Position.DEFENSIVE_MIDFIELD,
    "left winger": Position.LEFT_WINGER,
    "right winger": Position.RIGHT_WINGER,
    "winger": None,
    "wide man": None,
    "wideman": None,
    "second striker": Position.SECOND_STRIKER,
    "centre forward": Position.CENTRE_FORWARD,
    "center forward": Position.CENTRE_FORWARD,
    "striker": Position.CENTRE_FORWARD,
    "number nine": Position.CENTRE_FORWARD,
    "marksman": Position.CENTRE_FORWARD,
    "forward": None,
    "attacker": None,
    "frontman": None,
    "hitman": None,
}

# Words for players that say nothing of a place on the pitch.
PLAYER_WORDS = listed(
    """
    player footballer star starlet superstar international captain skipper ace youngster teenager wonderkid prospect
    loanee talent talisman target signing newcomer recruit forward man playmaker graduate
    teammate hotshot sensation goalscorer scorer veteran prodigy gem outcast flop favourite hero substitute sub
    phenomenon maestro asset powerhouse speedster international
    """
)

ROLE_WORDS: dict[str, PersonRole] = {
    **dict.fromkeys(
        (
            "manager", "boss", "head coach", "coach", "gaffer", "tactician", "trainer", "assistant coach",
            "assistant manager", "interim manager", "caretaker", "mister", "manageress", "coaches",
        ),
        PersonRole.COACH,
    ),
    **dict.fromkeys(
        (
            "sporting director", "director of football", "technical director", "sports director", "ds",
            "director", "transfer chief", "recruitment chief", "football director", "head of recruitment",
            "recruitment director", "sporting chief", "chief scout", "transfer guru", "technical chief",
            "market director", "transfer supremo",
        ),
        PersonRole.DIRECTOR,
    ),
    **dict.fromkeys(
        (
            "agent", "representative", "intermediary", "entourage", "super agent", "superagent", "lawyer", "adviser",
            "advisor", "agents", "football agent",
        ),
        PersonRole.AGENT,
    ),
    **dict.fromkeys(
        (
            "pundit", "analyst", "commentator", "presenter", "broadcaster", "summariser", "host", "columnist",
            "podcaster", "pundits",
        ),
        PersonRole.PUNDIT,
    ),
    **dict.fromkeys(
        (
            "journalist", "reporter", "correspondent", "insider", "transfer expert", "expert", "writer", "editor",
            "transfer insider", "transfer journalist", "chief writer", "football correspondent", "market expert",
            "transfer specialist", "transfer guru", "reporters", "journalists", "newshound",
        ),
        PersonRole.JOURNALIST,
    ),
    **dict.fromkeys(
        ("owner", "co owner", "majority owner", "billionaire", "shareholder", "majority shareholder", "owners"),
        PersonRole.OWNER,
    ),
    **dict.fromkeys(
        ("president", "chairman", "chairwoman", "vice president", "patron", "supremo"), PersonRole.PRESIDENT
    ),
    **dict.fromkeys(
        (
            "ceo", "chief executive", "chief executive officer", "managing director", "general manager", "executive",
            "board member", "chief", "director general", "secretary", "spokesman", "spokesperson",
            "chief operating officer",
            "managing", "deputy chairman",
        ),
        PersonRole.EXECUTIVE,
    ),
    **dict.fromkeys(
        ("legend", "great", "icon", "hero", "cult hero", "ex player", "former player", "former footballer"),
        PersonRole.FORMER_PLAYER,
    ),
    **dict.fromkeys(("referee", "doctor", "fan", "father", "mother", "wife", "brother", "singer", "minister", "scout"),
                    PersonRole.OTHER),
}  # fmt: skip

# Words that may stand between a role and the name, or before the role, without ending the description.
DESCRIBING = listed(
    """
 current new old young veteran experienced versatile talented highly rated prolific powerful towering promising
 influential key star top first second third choice team senior main big money million rated long time longtime
 serving out form favour contracted record club england reported rumoured proposed potential summer winter
 january transfer interim caretaker assistant vice co deputy fellow compatriot fit again injured wantaway unsettled
 exciting dynamic creative footed sided central attacking defensive box holding deep lying all action
 one cap capped fringe academy homegrown youth reserve back up backup loan loaned available free departing
 outgoing incoming former ex one time two then ballon dor winning world cup winner european champion league title
 treble club's record breaking goal scoring hot shot teen teenage year olds wonder
 """
)
