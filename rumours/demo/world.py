"""The invented world as rows: leagues, clubs, squads, the people around them, and the press."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from django.contrib.auth.models import User

from rumours.choices import AliasKind, Foot, PersonRole, Position, Section, SourceKind, Tier
from rumours.demo import names, places, press
from rumours.editorial.loading.book import Book
from rumours.editorial.loading.summary import Counts
from rumours.editorial.loading.writing import create_all
from rumours.models import (
    Club,
    ClubAlias,
    Competition,
    Person,
    Player,
    PlayerAlias,
    PlayerSpell,
    Source,
    SourceAlias,
    SourceTier,
)

# A squad's places in the order in which they are filled.
LINE_UP = (
    Position.GOALKEEPER, Position.CENTRE_BACK, Position.CENTRE_BACK, Position.RIGHT_BACK, Position.LEFT_BACK,
    Position.DEFENSIVE_MIDFIELD, Position.CENTRAL_MIDFIELD, Position.ATTACKING_MIDFIELD, Position.LEFT_WINGER,
    Position.RIGHT_WINGER, Position.CENTRE_FORWARD, Position.CENTRE_FORWARD, Position.RIGHT_MIDFIELD,
    Position.SECOND_STRIKER, Position.LEFT_MIDFIELD,
)  # fmt: skip
ALSO = {
    Position.CENTRE_BACK: (Position.RIGHT_BACK, Position.LEFT_BACK, Position.SWEEPER),
    Position.RIGHT_BACK: (Position.RIGHT_MIDFIELD, Position.LEFT_BACK),
    Position.LEFT_BACK: (Position.LEFT_MIDFIELD, Position.CENTRE_BACK),
    Position.DEFENSIVE_MIDFIELD: (Position.CENTRAL_MIDFIELD, Position.CENTRE_BACK),
    Position.CENTRAL_MIDFIELD: (Position.DEFENSIVE_MIDFIELD, Position.ATTACKING_MIDFIELD),
    Position.ATTACKING_MIDFIELD: (Position.SECOND_STRIKER, Position.LEFT_WINGER),
    Position.LEFT_WINGER: (Position.RIGHT_WINGER, Position.LEFT_MIDFIELD),
    Position.RIGHT_WINGER: (Position.LEFT_WINGER, Position.RIGHT_MIDFIELD),
    Position.CENTRE_FORWARD: (Position.SECOND_STRIKER, Position.RIGHT_WINGER),
}
FREE_AGENTS = 14
AGENTS = 12


@dataclass
class World:
    """Everything that stories can be told about. Squads say where players are at the beginning."""

    clubs: dict[str, Club] = field(default_factory=dict)
    squads: dict[Club, list[Player]] = field(default_factory=dict)
    free: list[Player] = field(default_factory=list)
    spells: dict[Player, list[PlayerSpell]] = field(default_factory=lambda: defaultdict(list))
    staff: dict[Club, dict[PersonRole, Person]] = field(default_factory=lambda: defaultdict(dict))
    agents: list[Person] = field(default_factory=list)
    pundits: list[Person] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    official: dict[Club, Source] = field(default_factory=dict)
    tiers: dict[Source, Tier] = field(default_factory=dict)

    @property
    def players(self) -> list[Player]:
        return [*(player for squad in self.squads.values() for player in squad), *self.free]


def make_world(rng: Random, start: date, by: User) -> World:
    """Store the world as it stood on the day `start`, and give it."""
    world = World()
    _make_clubs(world, by)
    _make_squads(world, rng, start, by)
    _make_people(world, rng, by)
    _make_press(world, start, by)
    return world


def _make_clubs(world: World, by: User) -> None:
    competitions, clubs = Book(Competition), Book(Club, ClubAlias)
    leagues = {
        league.name: competitions.add(
            Competition(name=league.name, country=league.country, section=league.section, level=league.level)
        )
        for league in places.LEAGUES
    }
    competitions.save(by, Counts())
    for place in places.PLACES:
        league = leagues[place.league]
        club = clubs.add(
            Club(
                name=place.name, short_name=place.short if place.short != place.name else "", section=league.section,
                association=league.country, competition=league, colours=place.colours, is_fictional=True,
            )
        )  # fmt: skip
        for other in place.other:
            clubs.name_too(club, other)
        for nickname in place.nicknames:
            clubs.name_too(club, nickname, kind=AliasKind.NICKNAME)
        world.clubs[place.short] = club
    clubs.save(by, Counts())


def _make_squads(world: World, rng: Random, start: date, by: User) -> None:
    book, taken = Book(Player, PlayerAlias), set(names.SINGLE)
    makers = {section: names.full_names(rng, section, taken) for section in Section}
    single = list(names.SINGLE)
    sizes = {league.name: league.squad for league in places.LEAGUES}
    for place in places.PLACES:
        club = world.clubs[place.short]
        section = Section(club.section)
        squad = []
        for number in range(sizes[place.league]):
            one = single and section is Section.MEN and number == 10
            name = single.pop() if one else next(makers[section])
            squad.append(book.add(_player(rng, name, section, LINE_UP[number], start)))
        world.squads[club] = squad
    for number in range(FREE_AGENTS):
        section = Section.WOMEN if number % 4 == 3 else Section.MEN
        world.free.append(book.add(_player(rng, next(makers[section]), section, LINE_UP[number], start)))
    book.save(by, Counts())
    for club, squad in world.squads.items():
        for player in squad:
            player.club = club
            since = start - timedelta(days=rng.randint(60, 1900))
            world.spells[player] = [PlayerSpell(player=player, club=club, since=since)]


def _player(rng: Random, name: str, section: Section, place: Position, start: date) -> Player:
    born = start - timedelta(days=int(rng.triangular(17.2, 36.5, 23.5) * 365.25))
    others = rng.sample(ALSO.get(place, ()), k=min(rng.choice((0, 0, 1, 1, 2)), len(ALSO.get(place, ()))))
    player = Player(
        name=name, section=section, nationality=rng.choices(names.NATIONS, (9, 5, 2, 2, 1, 1, 1))[0],
        second_nationality=names.NATIONS[2] if rng.random() < 0.06 else "", position=place, born=born,
        second_position=others[0] if others else "", third_position=others[1] if len(others) > 1 else "",
        foot=rng.choices(tuple(Foot), (3, 6, 1))[0], contract_end=date(start.year + rng.randint(3, 7), 6, 30),
        is_fictional=True,
    )  # fmt: skip
    if player.nationality == player.second_nationality:
        player.second_nationality = ""
    player.settle_derived()
    if rng.random() < 0.04:  # only the line is known of some
        player.position = player.second_position = player.third_position = ""
    return player


def _make_people(world: World, rng: Random, by: User) -> None:
    book, taken = Book(Person), {player.name for player in world.players}
    men, women = (names.full_names(rng, section, taken) for section in (Section.MEN, Section.WOMEN))

    def somebody(role: PersonRole, club: Club | None = None) -> Person:
        maker = women if rng.random() < (0.6 if club and club.section == Section.WOMEN else 0.2) else men
        nation = rng.choice(names.NATIONS)
        return book.add(Person(name=next(maker), role=role, club=club, nationality=nation, is_fictional=True))

    for club in world.clubs.values():
        for role in (PersonRole.COACH, PersonRole.DIRECTOR):
            world.staff[club][role] = somebody(role, club)
        if club.competition and club.competition.name == places.FIRST:
            world.staff[club][PersonRole.PRESIDENT] = somebody(PersonRole.PRESIDENT, club)
    world.agents = [somebody(PersonRole.AGENT) for _ in range(AGENTS)]
    world.pundits = [somebody(role) for role in (PersonRole.PUNDIT, PersonRole.PUNDIT, PersonRole.FORMER_PLAYER)]
    book.save(by, Counts())


def _make_press(world: World, start: date, by: User) -> None:
    book, people = Book(Source, SourceAlias), Book(Person)
    for voice in press.VOICES:
        domain = f"|{voice.name.lower().replace(' ', '').replace('’', '')}.example|"
        world.sources[voice.name] = book.add(Source(
            name=voice.name, kind=voice.kind, country=voice.country, language=voice.language, interest=voice.interest,
            domains=domain if voice.kind != SourceKind.JOURNALIST else "", outlet=world.sources.get(voice.outlet),
        ))  # fmt: skip
        if voice.kind != SourceKind.JOURNALIST:
            book.save(by, Counts())
    for club in world.clubs.values():
        official = Source(name=f"{club.name} official site", kind=SourceKind.OFFICIAL, country=club.association)
        world.official[club] = book.add(official)
    book.save(by, Counts())
    for voice in press.JOURNALISTS:
        source = world.sources[voice.name]
        people.add(Person(name=voice.name, role=PersonRole.JOURNALIST, source=source, is_fictional=True))
    people.save(by, Counts())
    create_all(SourceTier, _opinions(world, start), by)


def _opinions(world: World, start: date) -> list[SourceTier]:
    since = start - timedelta(days=400)
    found = []
    for voice in press.VOICES:
        if voice.tier is not None:
            source = world.sources[voice.name]
            world.tiers[source] = voice.tier
            found.append(SourceTier(source=source, tier=voice.tier, since=since, reason=voice.why))
    for source in world.official.values():
        world.tiers[source] = Tier.OFFICIAL
        found.append(SourceTier(source=source, tier=Tier.OFFICIAL, since=since, reason="The club’s own word."))
    post, pennant = world.sources["Kessery Evening Post"], world.sources[press.PENNANT]
    first = world.clubs["Kessery"].competition
    later = start + timedelta(days=300)
    return [
        *found,
        SourceTier(source=post, tier=Tier.TWO, club=world.clubs["Kessery"], since=since, reason="Sound on Kessery."),
        SourceTier(source=pennant, tier=Tier.ONE, competition=first, since=later, reason="First with nine moves."),
        SourceTier(
            source=world.sources["Radio Pelagia"], tier=Tier.FIVE, since=later, reason="A window of false alarms."
        ),
    ]
