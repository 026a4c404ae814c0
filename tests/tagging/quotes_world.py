"""A few invented people and papers, and the quotations that the tagger finds among them."""

from rumours.choices import PersonRole
from rumours.tagging import Gazetteer, Key, KnownName, QuoteFinding
from rumours.tagging.gazetteer import PersonFacts
from rumours.tagging.names import read
from rumours.tagging.quotes import find_quotes
from rumours.text import Document

_NAMES = [
    KnownName(Key("club", 1), "Nordheim United"),
    KnownName(Key("club", 2), "Atletico Valdera"),
    KnownName(Key("player", 1), "Marek Novak"),
    KnownName(Key("player", 2), "Tomas Ribeira"),
    KnownName(Key("person", 1), "Jonas Bergstrom"),
    KnownName(Key("person", 2), "Luigi Carbone"),
    KnownName(Key("source", 1), "La Voce"),
    KnownName(Key("source", 2), "Radio Sette"),
    KnownName(Key("source", 3), "Pia Lindqvist"),
]
_PEOPLE = [
    PersonFacts(Key("person", 1), PersonRole.COACH, 1),
    PersonFacts(Key("person", 2), PersonRole.DIRECTOR, 2),
    PersonFacts(Key("source", 3), PersonRole.JOURNALIST),
]
GAZETTEER = Gazetteer(_NAMES, people=_PEOPLE)


def quotes(body: str, headline: str | None = None) -> tuple[QuoteFinding, ...]:
    """The quotations in an article; spans count code points of headline, empty line and body."""
    return find_quotes(read(Document(headline, body), GAZETTEER))


def texts(body: str) -> list[str]:
    return [quote.text for quote in quotes(body)]


def speakers(body: str) -> list[str | None]:
    return [quote.speaker.name if quote.speaker else None for quote in quotes(body)]


def outlets(body: str) -> list[str | None]:
    return [quote.via.name if quote.via else None for quote in quotes(body)]
