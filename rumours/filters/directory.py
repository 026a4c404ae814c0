"""The lists of clubs and of players: by league, by place, by name."""

from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.db.models import Case, Count, IntegerField, Q, QuerySet, When

from rumours.choices import Position, PositionGroup
from rumours.filters.cursor import Order, page_of, read_cursor
from rumours.filters.fields import OneValueFilter, RowsFilter, VocabularyFilter, WordsFilter
from rumours.filters.query import CURSOR, Asked
from rumours.filters.strict import StrictFilters
from rumours.models import Club, Competition, Player
from rumours.models.positions import plays, unplaced

CLUB_PARAMETERS = ("competition", "q")
PLAYER_PARAMETERS = ("position", "club", "nationality", "q", CURSOR)
MOST_NAMED, MOST_CLUBS = 50, 24
PLACED, UNPLACED = 0, 1
ANY_NAME = "part of a name"


class ClubFilters(StrictFilters):
    competition = RowsFilter(Competition.objects.published, "a league's short name in addresses")
    q = OneValueFilter(ANY_NAME)


class PlayerFilters(StrictFilters):
    position = VocabularyFilter(Position, PositionGroup)
    club = RowsFilter(Club.objects.published, "the last part of a club's address on this site")
    nationality = WordsFilter("countries in English")
    q = OneValueFilter(ANY_NAME)


@dataclass(frozen=True)
class ClubDirectory:
    """Clubs that were asked for; else the most written-about, and every league to choose from."""

    query: str
    leagues_chosen: list[Competition]
    clubs: QuerySet[Club]
    leagues: QuerySet[Competition]

    @property
    def is_narrowed(self) -> bool:
        return bool(self.query or self.leagues_chosen)

    @property
    def countries(self) -> list[tuple[str, list[Competition]]]:
        """The leagues under the names of their countries."""
        return [(name, list(found)) for name, found in groupby(self.leagues, lambda league: league.country)]


def club_directory(asked: Asked) -> ClubDirectory:
    """The page of clubs for an address; raises BadQuery."""
    chosen = ClubFilters(asked, Club.objects.none()).chosen
    clubs = Club.objects.published().with_competition()
    if chosen["competition"]:
        clubs = clubs.filter(competition__in=chosen["competition"]).order_by("competition__level", "name", "id")
    if chosen["q"]:
        clubs = clubs.named(chosen["q"])[:MOST_NAMED]
    elif not chosen["competition"]:
        clubs = clubs.order_by("-link_count", "name", "id")[:MOST_CLUBS]
    public = Count("clubs", filter=Q(clubs__in=Club.objects.published()))
    leagues = Competition.objects.published().annotate(club_count=public).filter(club_count__gt=0)
    return ClubDirectory(
        chosen["q"] or "", chosen["competition"], clubs, leagues.order_by("country", "section", "level", "name", "id")
    )


@dataclass(frozen=True)
class PlayerDirectory:
    """Players that were asked for, the most written-about first; those without a known place after the others."""

    query: str
    positions: list[str]
    players: list[Player]
    unplaced: list[Player]
    next: str
    next_address: str
    first_address: str
    positions_to_choose: list[tuple[str, str]] = field(default_factory=list)

    @property
    def is_narrowed(self) -> bool:
        return bool(self.query or self.positions)


def player_directory(asked: Asked) -> PlayerDirectory:
    """The page of players for an address; raises BadQuery."""
    filters = PlayerFilters(asked, Player.objects.none())
    chosen = filters.chosen
    rows = _players(chosen)
    cursor = asked.one(CURSOR)
    if chosen["q"]:
        if cursor:
            read_cursor(cursor)  # those of a name are one page; what is no cursor is refused all the same
        found, more = list(rows.named(chosen["q"])[:MOST_NAMED]), ""
    else:
        page = page_of(rows, Order("link_count", part="part"), cursor, asked.size)
        found, more = page.rows, page.next
    return PlayerDirectory(
        query=chosen["q"] or "",
        positions=chosen["position"],
        players=[row for row in found if row.part == PLACED],
        unplaced=[row for row in found if row.part == UNPLACED],
        next=more,
        next_address=asked.address(**{CURSOR: [more]}) if more else "",
        first_address=asked.address() if cursor else "",
        positions_to_choose=filters.base_filters["position"].extra["choices"],
    )


def _players(chosen: dict[str, Any]) -> Any:
    rows = Player.objects.published().with_club()
    if places := chosen["position"]:
        rows = rows.filter(plays(places) | unplaced(places))
    if chosen["club"]:
        rows = rows.filter(club__in=chosen["club"])
    if countries := chosen["nationality"]:
        rows = rows.filter(Q(nationality__in=countries) | Q(second_nationality__in=countries))
    part = Case(When(unplaced(places), then=UNPLACED), default=PLACED, output_field=IntegerField())
    return rows.annotate(part=part)
