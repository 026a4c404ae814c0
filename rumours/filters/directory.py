"""The lists of clubs and of players: by league, by place, by name."""

from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.db.models import Case, Count, IntegerField, Q, QuerySet, When

from rumours.choices import Position, PositionGroup
from rumours.filters.cursor import Order, Page, page_of
from rumours.filters.fields import OneValueFilter, RowsFilter, VocabularyFilter, WordsFilter
from rumours.filters.query import CURSOR, Asked
from rumours.filters.strict import StrictFilters
from rumours.models import Club, Competition, Player
from rumours.models.positions import plays, unplaced

CLUB_PARAMETERS = ("competition", "q")
CLUB_DATA_PARAMETERS = (*CLUB_PARAMETERS, CURSOR)
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
    """Clubs that were asked for; else the most written-about, and every league to choose from.

    `more`: others bear the name too.
    """

    query: str
    leagues_chosen: list[Competition]
    clubs: list[Club]
    leagues: QuerySet[Competition]
    more: bool

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
    clubs, more = _clubs(chosen), False
    if chosen["q"]:
        found, more = _first(clubs)
    elif chosen["competition"]:
        found = list(clubs.order_by("competition__level", "name", "id"))
    else:
        found = list(clubs.order_by("-link_count", "name", "id")[:MOST_CLUBS])
    public = Count("clubs", filter=Q(clubs__in=Club.objects.published()))
    leagues = Competition.objects.published().annotate(club_count=public).filter(club_count__gt=0)
    return ClubDirectory(
        chosen["q"] or "",
        chosen["competition"],
        found,
        leagues.order_by("country", "section", "level", "name", "id"),
        more,
    )


def club_page(asked: Asked) -> Page[Club]:
    """Every club that passes the filters, those with most links first; raises BadQuery."""
    rows = _clubs(ClubFilters(asked, Club.objects.none()).chosen)
    return page_of(rows, Order("link_count"), asked.one(CURSOR), asked.size)


def _clubs(chosen: dict[str, Any]) -> Any:
    rows = Club.objects.published().with_competition()
    if chosen["competition"]:
        rows = rows.filter(competition__in=chosen["competition"])
    return rows.named(chosen["q"]) if chosen["q"] else rows


def _first(named: Any) -> tuple[list[Any], bool]:
    """The first of those that bear a name, and whether there are more."""
    found = list(named[: MOST_NAMED + 1])
    return found[:MOST_NAMED], len(found) > MOST_NAMED


@dataclass(frozen=True)
class PlayerDirectory:
    """Players that were asked for, the most written-about first; those without a known place after the others.

    `more`: others bear the name too.
    """

    query: str
    positions: list[str]
    players: list[Player]
    unplaced: list[Player]
    next_address: str
    first_address: str
    more: bool
    positions_to_choose: list[tuple[str, str]] = field(default_factory=list)

    @property
    def is_narrowed(self) -> bool:
        return bool(self.query or self.positions)


def player_directory(asked: Asked) -> PlayerDirectory:
    """The page of players for an address; raises BadQuery."""
    filters = PlayerFilters(asked, Player.objects.none())
    chosen = filters.chosen
    cursor, following, more = asked.one(CURSOR), "", False
    if chosen["q"]:
        found, more = _first(_players(chosen))
    else:
        page = _page(chosen, asked)
        found, following = page.rows, page.next
    return PlayerDirectory(
        query=chosen["q"] or "",
        positions=chosen["position"],
        players=[row for row in found if row.part == PLACED],
        unplaced=[row for row in found if row.part == UNPLACED],
        next_address=asked.address(**{CURSOR: [following]}) if following else "",
        first_address=asked.address() if cursor else "",
        more=more,
        positions_to_choose=filters.base_filters["position"].extra["choices"],
    )


def player_page(asked: Asked) -> Page[Player]:
    """Every player who passes the filters, in the order of the directory; raises BadQuery."""
    return _page(PlayerFilters(asked, Player.objects.none()).chosen, asked)


def _page(chosen: dict[str, Any], asked: Asked) -> Page[Player]:
    return page_of(_players(chosen), Order("link_count", part="part"), asked.one(CURSOR), asked.size)


def _players(chosen: dict[str, Any]) -> Any:
    rows = Player.objects.published().with_club()
    if places := chosen["position"]:
        rows = rows.filter(plays(places) | unplaced(places))
    if chosen["club"]:
        rows = rows.filter(club__in=chosen["club"])
    if countries := chosen["nationality"]:
        rows = rows.filter(Q(nationality__in=countries) | Q(second_nationality__in=countries))
    part = Case(When(unplaced(places), then=UNPLACED), default=PLACED, output_field=IntegerField())
    rows = rows.annotate(part=part)
    return rows.named(chosen["q"]) if chosen["q"] else rows
