"""Invented players with a part in the stories that are told at length, and the desk that tells them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from typing import NamedTuple

from django.contrib.auth.models import User

from rumours.choices import PersonRole, Position, Section
from rumours.demo.names import last_name
from rumours.demo.pages import new_page, read
from rumours.demo.rounds import Round
from rumours.demo.world import World
from rumours.demo.writing import Subject
from rumours.editorial.loading.book import Book
from rumours.editorial.loading.summary import Counts
from rumours.editorial.publishing import publish
from rumours.editorial.squads import add_spell
from rumours.models import Article, Club, Person, Player, PlayerAlias, Window


class Part(NamedTuple):
    """One player: the club he begins at (empty: none) and who has lent him there."""

    name: str
    place: Position
    club: str
    nation: str
    born: date
    lent_by: str = ""


PARTS = (
    Part("Lars Ødemark", Position.CENTRE_BACK, "Kessery", "Ostermark", date(2001, 3, 9)),
    Part("Mirko Švandel", Position.RIGHT_WINGER, "Redfen", "Corvane", date(2003, 7, 21)),
    Part("Idris Okwelle", Position.CENTRE_FORWARD, "Castervale", "Tarabia", date(1998, 11, 2)),
    Part("Bruno Tavarel", Position.ATTACKING_MIDFIELD, "Oldavia", "Valdoria", date(1999, 1, 30)),
    Part("Yannick d’Orlane", Position.LEFT_BACK, "Torvane", "Ilmaria", date(2000, 5, 17)),
    Part("Çağdaş Erkunt", Position.DEFENSIVE_MIDFIELD, "", "Kaldorn", date(1993, 8, 8)),
    Part("Emil Vaskelin", Position.GOALKEEPER, "Hallowby", "Valdoria", date(1996, 2, 14)),
    Part("Emil Vaskelin", Position.LEFT_WINGER, "Altenwyk", "Ostermark", date(2004, 9, 3)),
    Part("Nuno Vilarçal", Position.CENTRAL_MIDFIELD, "Brenn", "Valdoria", date(2000, 12, 5)),
    Part("Sólveig Brandsdal", Position.CENTRE_FORWARD, "Oldavia Femina", "Ostermark", date(2002, 4, 26)),
    Part("Orazio Belvente", Position.CENTRE_BACK, "Belcastra", "San Merino del Lago", date(1999, 10, 11)),
    Part("Petr Houslák", Position.RIGHT_BACK, "Lorrimar", "Corvane", date(2002, 6, 19)),
    Part("Aurélien Morvandais", Position.SECOND_STRIKER, "Pelagia", "Ilmaria", date(1997, 3, 28)),
    Part("Kwabena Asarefu", Position.CENTRAL_MIDFIELD, "Quillon", "Tarabia", date(2001, 1, 12)),
    Part("Sindre Falkholt", Position.GOALKEEPER, "Zuvane", "Ostermark", date(2003, 5, 6), "Grimsund"),
    Part("Teodor Lisskov", Position.LEFT_MIDFIELD, "Cindermere", "Valdoria", date(1995, 9, 24)),
    Part("Matteo Rivalonga", Position.RIGHT_MIDFIELD, "Saltmarch", "Ilmaria", date(2000, 8, 30), "Belcastra"),
    Part("Tobias Ulvargren", Position.CENTRE_BACK, "Torvane", "Valdoria", date(1994, 7, 7)),
    Part("Jonas Grenquist", Position.CENTRE_FORWARD, "Vintermoor", "Ostermark", date(1998, 4, 4)),
)  # fmt: skip


@dataclass
class Column:
    """Where the long stories are written: the world, its windows, the cast by name, and who enters it all."""

    world: World
    rounds: Sequence[Round]
    anchor: date
    by: User
    players: dict[str, Player]
    second_vaskelin: Player

    def club(self, short: str) -> Club:
        return self.world.clubs[short]

    def person(self, short: str, role: PersonRole) -> Person:
        """Coach, director or president of a club."""
        return self.world.staff[self.club(short)][role]

    @property
    def window(self) -> Window:
        """The one that is open."""
        return self.rounds[-1].window

    @cached_property
    def names(self) -> dict[str, Subject]:
        """Every name that the texts may use; of the namesakes the first."""
        found: dict[str, Subject] = {}
        for club in self.world.clubs.values():
            found[club.name] = found[club.display] = club
        found |= {source.name: source for source in self.world.sources.values()}
        staff = [person for posts in self.world.staff.values() for person in posts.values()]
        people = (*staff, *self.world.agents, *self.world.pundits)
        found |= {person.name: person for person in people}
        for name, player in self.players.items():
            found[last_name(name)] = found[name] = player
        return found

    def ago(self, days: int, hour: int = 9) -> datetime:
        """So many days before the anchor day, at an hour (UTC)."""
        return datetime.combine(self.anchor - timedelta(days=days), time(hour), UTC)

    def write(
        self,
        slug: str,
        *,
        outlet: str,
        at: datetime,
        section: Section = Section.MEN,
        language: str = "en",
        **people: str,
    ) -> Article:
        """A tagged draft of the text of that name, in which `people` are filled in."""
        return new_page(
            read(slug, **people), publisher=self.world.sources[outlet], at=at, by=self.by, names=self.names,
            section=section, language=language,
        )  # fmt: skip

    def publish(self, article: Article) -> None:
        """Show the article from half an hour after its own date."""
        publish(article, by=self.by, at=article.dated_at + timedelta(minutes=30))


def gather(world: World, rounds: Sequence[Round], anchor: date, by: User) -> Column:
    """Store the cast with their clubs, and open the column."""
    book, since = Book(Player, PlayerAlias), rounds[0].opens - timedelta(days=200)
    rows = [book.add(_player(part, world, anchor)) for part in PARTS]
    book.save(by, Counts())
    for part, player in zip(PARTS, rows, strict=True):
        owner = world.clubs.get(part.lent_by)
        if owner is not None:
            add_spell(player, club=owner, since=since, by=by)
        if part.club:
            begun = rounds[-1].opens - timedelta(days=60) if owner else since
            add_spell(player, club=world.clubs[part.club], since=begun, on_loan_from=owner, by=by)
    players = {player.name: player for player in reversed(rows)}
    second = next(row for row in rows if row.name == "Emil Vaskelin" and row != players["Emil Vaskelin"])
    return Column(world, rounds, anchor, by, players, second)


def _player(part: Part, world: World, anchor: date) -> Player:
    section = world.clubs[part.club].section if part.club else Section.MEN
    player = Player(
        name=part.name, section=section, nationality=part.nation, position=part.place, born=part.born,
        contract_end=date(anchor.year + 2, 6, 30), is_fictional=True,
    )  # fmt: skip
    player.settle_derived()
    return player
