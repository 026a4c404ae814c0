"""A club that stands before a player as his: "Juventus defender Sandro Milesi", "Brighton's record signing P"."""

from rumours.tagging.links.lines import Line
from rumours.tagging.links.vocabulary import CONNECTORS, MODIFIERS, SUITOR_WORDS
from rumours.tagging.names.words import listed as word_set
from rumours.tagging.names.words.places import COUNTRIES

FARTHEST, _PLAIN = 8, 3
# What a man at a club is called; one of these makes any other words before it his description.
ROLES = word_set(
    """
    defender midfielder striker forward winger goalkeeper keeper shot-stopper stopper centre-back center-back
    centre-half full-back fullback left-back right-back wing-back left-wing-back right-wing-back back
    centre-forward center-forward playmaker attacker frontman marksman hitman captain skipper star ace man
    player youngster teenager starlet wonderkid prodigy talisman international duo trio pair quartet stars
    players teammate team-mate teammates graduate product loanee gem veteran hero superstar outcast flop misfit
    sensation custodian libero sweeper no.1 no.2 no.9 no.10 goalie goalscorer asset schoolboy teen kid hopeful
    prospect scholar apprentice recruit midfielders defenders strikers forwards wingers goalkeepers youngsters
    teenagers centre-backs full-backs frontmen attackers stalwart colleague regular academy-graduate powerhouse
    enforcer maestro
    """
)
# "Chelsea duo P and P": what the club has, all of the list are.
SEVERAL = word_set(
    """
    duo trio pair quartet stars players teammates midfielders defenders strikers forwards wingers goalkeepers
    youngsters teenagers centre-backs full-backs attackers colleagues internationals
    """
)
_FORMER = frozenset({"former", "ex", "formerly", "ex-", "one-time", "onetime", "then"})
_PEOPLES = frozenset(word.lower() for country, peoples in COUNTRIES.items() for word in (country, *peoples))
# No description goes on over these: "Chelsea's interest in P", "Arsenal to sell P".
_NO_DESCRIPTION = word_set(
    """
    of in for to over with at from on by as if that is was are were be been will would could has have had may
    might must should can not who whom whose which when while after before but because his her their its than so
    what how reject interest move bid offer pursuit swoop deal talks sign signing link-up approach want wants
    make eye attempt chase hunt search need hopes plans plan plot ready set keen turn turned agreed join face
    """
)


def owner_of(line: Line, place: int) -> int | None:
    """The place of the player whom the club at `place` owns by standing before him; or None.

    Between them may stand his description: a role with what adorns it, a people, an age. Known miss: "Brazil and
    Chelsea's P" where the list goes on.
    """
    words = line.words
    at, role, plain = place + 1, False, 0
    possessive = at < len(words) and words[at] in {"'s", "'"}
    at += possessive
    start = at
    while at < len(words) and at - place <= FARTHEST:
        word = words[at]
        if at in line.named:
            if word != "P":
                return None
            return at if at == start or role or not plain else None
        if word in ROLES:
            role, plain = True, 0
        elif word in SUITOR_WORDS or word in _NO_DESCRIPTION or word in _FORMER:
            return None
        elif word in CONNECTORS:
            if not role and not plain and not describes(words[at + 1] if at + 1 < len(words) else ""):
                return None
        elif word in MODIFIERS or describes(word):
            pass
        elif "-" in word or (possessive and word.isalpha() and plain < _PLAIN):
            plain += 1
        else:
            return None
        at += 1
    return None


def describes(word: str) -> bool:
    """Whether a word may adorn a man: a people, a country, an age."""
    return word in _PEOPLES or word.endswith("-year-old")


def is_former(line: Line, place: int) -> bool:
    """Whether the club at `place` is one that somebody left: "ex-Chelsea", "the former Juventus and Milan man"."""
    for at in range(place - 1, max(place - 5, -1), -1):
        text = line.words[at]
        if text in _FORMER:
            return True
        if text not in {"-", "and", "C", "'s"}:
            return False
    return False
