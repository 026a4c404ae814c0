"""The names of the invented world, read from its reference files without a database."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from rumours.choices import PersonRole
from rumours.intake.table_rows import ClubRow, PersonRow, PlayerRow, Row, SourceRow
from rumours.intake.tables import read_table
from rumours.tagging import ClubFacts, Gazetteer, Key, KnownName, Spell
from rumours.tagging.gazetteer import PersonFacts, PlayerFacts
from rumours.text import fold

ARTICLES = Path(__file__).parents[1] / "articles"
REFERENCE = ARTICLES / "reference"

RowT = TypeVar("RowT", bound=Row)


def gazetteer() -> Gazetteer:
    """Clubs, players, people and sources of `tests/articles/reference`; a row's number is its place in its file."""
    clubs, players, people = _rows("clubs", ClubRow), _rows("players", PlayerRow), _rows("people", PersonRow)
    places = {(club.name, club.country): place for place, club in enumerate(clubs)}
    return Gazetteer(
        [*_clubs(clubs), *_plain("player", players), *_plain("person", people), *_sources()],
        spells=list(_spells(players, places)),
        clubs=[ClubFacts(place, club.country, club.section, club.league) for place, club in enumerate(clubs)],
        people=[
            PersonFacts(Key("person", place), PersonRole(person.role), places.get((person.club, person.club_country)))
            for place, person in enumerate(people)
        ],
        players=[
            PlayerFacts(place, player.birth_year, player.retired, " ".join(player.nationality[:1]), player.position)
            for place, player in enumerate(players)
        ],
    )


def _rows(kind: str, row: type[RowT]) -> list[RowT]:
    path = REFERENCE / f"{kind}.csv"
    return [found for found in read_table(path.read_bytes(), path.name).rows if isinstance(found, row)]


def _clubs(rows: list[ClubRow]) -> Iterator[KnownName]:
    for place, row in enumerate(rows):
        ambiguous = {fold(name) for name in row.ambiguous}
        for name in filter(None, (row.name, row.short_name, *row.aliases, *row.nicknames)):
            yield KnownName(Key("club", place), name, fold(name) in ambiguous, row.section)


def _plain(kind: str, rows: Sequence[PlayerRow | PersonRow]) -> Iterator[KnownName]:
    for place, row in enumerate(rows):
        section = row.section if isinstance(row, PlayerRow) else ""
        for name in (row.name, *row.aliases):
            yield KnownName(Key(kind, place), name, section=section)


def _sources() -> Iterator[KnownName]:
    for place, row in enumerate(_rows("sources", SourceRow)):
        ambiguous = {fold(name) for name in row.ambiguous}
        for name in (row.name, *row.aliases):
            yield KnownName(Key("source", place), name, fold(name) in ambiguous)


def _spells(players: list[PlayerRow], places: dict[tuple[str, str], int]) -> Iterator[Spell]:
    for place, player in enumerate(players):
        club = places[player.club, player.club_country]
        yield Spell(place, club, player.since, owner=places.get((player.owner, player.owner_country)))
