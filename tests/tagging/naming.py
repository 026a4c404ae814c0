"""A small gazetteer and short forms of readings for the tests of names. Players and people are fictional."""

from rumours.choices import PersonRole
from rumours.tagging import ClubFacts, Gazetteer, Key, KnownName, PersonFacts, PlayerFacts, Spell
from rumours.tagging.names import read
from rumours.tagging.reading import Reading
from rumours.text import Document, headings


def club(number: int, name: str, *others: str, section: str = "men", ambiguous: str = "") -> list[KnownName]:
    """The names of one club; those in `ambiguous` (with | between) are flagged."""
    flagged = ambiguous.split("|")
    return [KnownName(Key("club", number), one, one in flagged, section) for one in (name, *others)]


NAMES = [
    *club(1, "AC Milan", "Milan", "Rossoneri", ambiguous="Milan"),
    *club(2, "Liverpool", "LFC", "Liverpool FC", "Reds", ambiguous="Reds"),
    *club(3, "Nottingham Forest", "Forest", "NFFC", "Reds", ambiguous="Forest|Reds"),
    *club(4, "Chelsea", "Blues", ambiguous="Blues"),
    *club(5, "Chelsea Women", "Chelsea", section="women"),
    *club(6, "Juventus", "Bianconeri", "Juve"),
    *club(7, "Manchester United", "Man Utd", "United", "Red Devils", ambiguous="United"),
    *club(8, "Newcastle United", "Newcastle", "Magpies", ambiguous="Magpies"),
    *club(9, "Inter", "Inter Milan", "Nerazzurri", ambiguous="Inter"),
    *club(10, "Internacional", "Inter", ambiguous="Internacional|Inter"),
    *club(11, "Lazio", ambiguous="Lazio"),
    *club(12, "Roma", "AS Roma", ambiguous="Roma"),
    *club(13, "Sheffield Wednesday", "Wednesday", ambiguous="Wednesday"),
    *club(14, "Lens", "RC Lens", ambiguous="Lens"),
    *club(15, "Crystal Palace", "Palace", ambiguous="Palace"),
    *club(16, "Sporting CP", "Sporting", ambiguous="Sporting"),
    *club(17, "River Plate", "Núñez", ambiguous="Núñez"),
    *club(18, "Real Madrid"),
    *club(19, "Lyon", "Olympique Lyonnais", ambiguous="Lyon"),
    KnownName(Key("player", 1), "Milan Škriniarov"),
    KnownName(Key("player", 2), "Rice"),
    KnownName(Key("player", 3), "Endro", section="men"),
    KnownName(Key("player", 4), "Carlos Ozua"),
    KnownName(Key("player", 5), "Carlos Ozua"),
    KnownName(Key("person", 1), "Igli Tarev"),
    KnownName(Key("source", 1), "Tuttosport"),
    KnownName(Key("source", 2), "Sport", ambiguous=True),
    KnownName(Key("source", 3), "Gianni Romeri"),
    KnownName(Key("source", 3), "Romeri", ambiguous=True),
]
LEAGUES = {1: "Serie A", 2: "Premier League", 3: "Premier League", 4: "Premier League", 6: "Serie A", 19: "Ligue 1"}
COUNTRIES = {
    **dict.fromkeys((1, 6, 9, 11, 12), "Italy"),
    **dict.fromkeys((2, 3, 4, 5, 7, 8, 13, 15), "England"),
    10: "Brazil",
    14: "France",
    16: "Portugal",
    17: "Argentina",
    18: "Spain",
    19: "France",
}
GAZETTEER = Gazetteer(
    NAMES,
    clubs=[ClubFacts(number, country, "men", LEAGUES.get(number, "")) for number, country in COUNTRIES.items()],
    people=[
        PersonFacts(Key("person", 1), PersonRole.DIRECTOR, 1),
        PersonFacts(Key("source", 3), PersonRole.JOURNALIST),
    ],
    players=[PlayerFacts(4, 1970, True), PlayerFacts(5, 1999)],
    spells=[Spell(4, 4), Spell(5, 18)],
)


def reading(text: str, *, headline: str | None = None, section: str = "men") -> Reading:
    """`text` as a document without a date."""
    return read(Document(headline, text, headings=tuple(headings(text))), GAZETTEER, section=section)


def company(text: str, *, headline: str | None = None) -> list[str]:
    """Everybody named, as "player Danilo Ricci" or "coach Marco Bruni", clubs by their row's name; in order of text."""
    found = reading(text, headline=headline)
    order = dict.fromkeys(mention.actor for mention in found.mentions)
    told = []
    for number in order:
        actor = found.actors[number]
        name = GAZETTEER.name_of(actor.candidates[0]) if actor.kind == "club" and actor.candidates else actor.name
        told.append(f"{actor.role or actor.kind} {name}")
    return told


def mentions(text: str, *, implied: bool = False, headline: str | None = None) -> list[str]:
    """Mentions of one sort, as "words = actor's name"."""
    found = reading(text, headline=headline)
    return [
        f"{mention.span.of(found.text)} = {found.actors[mention.actor].name}"
        for mention in found.mentions
        if mention.implied == implied
    ]
