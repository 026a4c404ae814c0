"""Grounds and regions that stand for their clubs: "a move away from Anfield", "on his way to Tyneside". One of several
clubs stands for the one that the text names.

Known miss: a ground that is only where a match was played, "beaten at Anfield".
"""

from collections.abc import Iterator, Mapping, Sequence

from rumours.tagging.links.lines import Line
from rumours.tagging.reading import Mention
from rumours.text import Span, fold

CONFIDENCE = 0.6
RULE = "ground"

_GROUNDS = """
Arsenal: emirates stadium; the emirates; london colney
Aston Villa: villa park; bodymoor heath
Bournemouth: vitality stadium; the vitality; dean court
Brentford: gtech; gtech community stadium
Brighton & Hove Albion: amex; amex stadium
Burnley: turf moor
Chelsea: stamford bridge; cobham; kingsmeadow
Crystal Palace: selhurst park
Everton: goodison; goodison park; finch farm; hill dickinson; hill dickinson stadium; bramley-moore dock; merseyside
Fulham: craven cottage
Ipswich Town: portman road
Leeds United: elland road; thorp arch
Leicester City: king power; king power stadium
Liverpool: anfield; merseyside
Manchester City: etihad; etihad stadium; the eastlands
Manchester United: old trafford; carrington
Newcastle United: tyneside; st james park; st james's park; st . james park; saint james park
Norwich City: carrow road
Nottingham Forest: city ground
Sheffield United: bramall lane
Sheffield Wednesday: hillsborough
Southampton: st mary's; st mary's stadium
Sunderland: stadium of light; wearside
Tottenham Hotspur: white hart lane; tottenham hotspur stadium; hotspur way
Watford: vicarage road
West Bromwich Albion: the hawthorns
West Ham United: london stadium; rush green
Wolverhampton Wanderers: molineux
Blackburn Rovers: ewood park
Middlesbrough: teesside; riverside stadium; the riverside
Celtic: parkhead; celtic park
Rangers: ibrox
Aberdeen: pittodrie
Hibernian: easter road
Heart of Midlothian: tynecastle
Barcelona: camp nou; nou camp; spotify camp nou
Real Madrid: bernabeu; santiago bernabeu; bernabéu; santiago bernabéu; valdebebas
Atlético Madrid: metropolitano; wanda metropolitano
Athletic Club: san mames; san mamés
Sevilla: sanchez pizjuan; ramon sanchez pizjuan
Valencia: mestalla
Real Betis: benito villamarin
Bayern Munich: sabener strasse; säbener strasse
Borussia Dortmund: signal iduna park; westfalenstadion
Bayer Leverkusen: bayarena
Juventus: continassa; allianz stadium
AC Milan: milanello
Inter: appiano gentile
Roma: trigoria
Lazio: formello
Napoli: castel volturno; stadio maradona; diego armando maradona stadium; stadio diego armando maradona
Fiorentina: artemio franchi
Atalanta: zingonia
Paris Saint-Germain: parc des princes
Marseille: velodrome; stade velodrome; vélodrome
Lyon: groupama stadium
Ajax: johan cruyff arena
Feyenoord: de kuip
Benfica: estadio da luz; stadium of light in lisbon
Porto: estadio do dragao; dragao
Sporting CP: alvalade; jose alvalade
Galatasaray: rams park
Fenerbahçe: sukru saracoglu
"""


def _read(table: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in table.strip().splitlines():
        club, _, grounds = row.partition(":")
        for ground in grounds.split(";"):
            words = tuple(ground.split())
            found.setdefault(words[0], []).append((words, fold(club)))
    for named in found.values():
        named.sort(key=lambda entry: -len(entry[0]))
    return found


_BY_FIRST = _read(_GROUNDS)
# The longest word of each ground: a line without any of these names none.
_TELLING = frozenset(max(ground, key=len) for named in _BY_FIRST.values() for ground, _ in named)


def stand_for_clubs(line: Line, clubs: Mapping[str, int]) -> Line:
    """`line` with a C for every ground whose club the text names; `clubs`: actor numbers by folded main names."""
    if _TELLING.isdisjoint(line.places):
        return line
    runs = list(_runs(line.words, clubs))
    words, bounds, named = line.words, line.spans if runs else [], dict(line.named)
    for first, last, club in reversed(runs):
        span = Span(bounds[first][0], bounds[last][1])
        named = {place if place < first else place - last + first: mention for place, mention in named.items()}
        named[first] = Mention(span, club, CONFIDENCE, RULE, implied=True)
        words = [*words[:first], "C", *words[last + 1 :]]
        bounds = [*bounds[:first], (span.start, span.end), *bounds[last + 1 :]]
    if not runs:
        return line
    return Line(line.number, line.span, line.paragraph, line.leads, words, named, line.text, bounds=bounds)


def _runs(words: Sequence[str], clubs: Mapping[str, int]) -> Iterator[tuple[int, int, int]]:
    """The first and last word of every ground of a club that the text names, and that club."""
    free = 0
    for at, word in enumerate(words):
        found = _ground_at(words, at) if word in _BY_FIRST and at >= free else None
        named = [clubs[club] for club in found[1] if club in clubs] if found else []
        if found is not None and len(named) == 1:
            free = at + found[0]
            yield at, free - 1, named[0]


def _ground_at(words: Sequence[str], at: int) -> tuple[int, list[str]] | None:
    """How many words the ground at `at` has, and whose it may be."""
    entries = _BY_FIRST.get(words[at], ())
    for ground, _ in entries:
        if tuple(words[at : at + len(ground)]) == ground:
            return len(ground), [club for other, club in entries if other == ground]
    return None
