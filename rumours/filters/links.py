"""The filters of every list of transfer links: OR within a parameter, AND between parameters."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Any, Protocol, cast

from django.db.models import Exists, OuterRef, Q, QuerySet

from rumours.choices import (
    Doubt,
    LinkStatus,
    Position,
    PositionGroup,
    ReportRole,
    StageGroup,
    TransferKind,
)
from rumours.filters.fields import (
    OneOfFilter,
    OneValueFilter,
    RowsFilter,
    SinceFilter,
    VocabularyFilter,
    WholeNumberFilter,
    WindowsFilter,
    WordsFilter,
)
from rumours.filters.query import CURSOR, Asked
from rumours.filters.rare import Few
from rumours.filters.strict import StrictFilters
from rumours.models import Club, Competition, Player, Report, Source, TransferLink
from rumours.models.link import TransferLinkQuerySet
from rumours.text import fold


class Direction(StrEnum):
    """Whether a player comes to the club or leaves it."""

    IN = "in"
    OUT = "out"


class Sort(StrEnum):
    MOVED = "moved"
    SOURCES = "sources"
    NEW = "new"


SORT_COLUMNS = {Sort.MOVED: "moved_at", Sort.SOURCES: "source_count", Sort.NEW: "created_at"}
SORT_LABELS = {Sort.MOVED: "Latest movement", Sort.SOURCES: "Most sources", Sort.NEW: "Newest sagas"}
FACETS = ("direction", "position", "window", "status", "stage", "doubt", "kind", "club")
PARAMETERS = (
    *FACETS, "competition", "source", "role", "fee_min", "fee_max", "age_min", "age_max", "nationality", "since", "q",
    "sort", CURSOR,
)  # fmt: skip


def _slug(example: str) -> str:
    return f"the last part of an address on this site, as in {example}"


Rows = QuerySet[Any] | Callable[[], QuerySet[Any]]


class PageClub(Protocol):
    """The club that a page is about, as a row or as its name."""

    @property
    def pk(self) -> Any: ...

    @property
    def name(self) -> Any: ...


class LinkFilters(StrictFilters):
    """Narrows published links. `club` is the page's club, where there is one: `direction` is then seen from it."""

    direction = VocabularyFilter(Direction, method="by_direction")
    position = VocabularyFilter(Position, PositionGroup, method="by_position")
    window = WindowsFilter(field_name="window__code", lookup_expr="in")
    status = VocabularyFilter(LinkStatus, method="by_status")
    stage = VocabularyFilter(StageGroup, field_name="stage_group")
    doubt = VocabularyFilter(Doubt)
    kind = VocabularyFilter(TransferKind)
    club = RowsFilter(Club.objects.published, _slug("/clubs/juventus/: juventus"), method="by_club")
    competition = RowsFilter(Competition.objects.published, "a league's short name in addresses", method="by_league")
    source = RowsFilter(Source.objects.published, _slug("/sources/calciomercato/: calciomercato"), method="by_report")
    role = VocabularyFilter(ReportRole, method="by_report")
    fee_min = WholeNumberFilter(digits=12, method="by_fee")
    fee_max = WholeNumberFilter(digits=12, method="by_fee")
    age_min = WholeNumberFilter(digits=3, method="by_age")
    age_max = WholeNumberFilter(digits=3, method="by_age")
    nationality = WordsFilter("countries in English", method="by_nationality")
    since = SinceFilter(method="by_movement")
    q = OneValueFilter("part of a player's or club's name", method="by_name")
    sort = OneOfFilter(Sort, method="no_narrowing")

    class Meta:
        model = TransferLink
        fields: list[str] = []

    def __init__(self, asked: Asked, rows: Rows, *, now: datetime, club: PageClub | None = None) -> None:
        """Raises BadQuery for a parameter with a value it may not hold."""
        super().__init__(asked, rows)
        self.now, self.seen_from = now, club
        self._few = Few(asked.size)

    def rows(self, *, ignoring: str = "") -> TransferLinkQuerySet:
        """The links that pass every filter, or every one but `ignoring`."""
        narrowed: Any = self.narrowed(ignoring=ignoring)
        return cast(TransferLinkQuerySet, narrowed)

    @property
    def order(self) -> Sort:
        order: Sort = self.chosen["sort"] or Sort.MOVED
        return order

    @property
    def sort_column(self) -> str:
        return SORT_COLUMNS[self.order]

    def by_direction(self, rows: TransferLinkQuerySet, name: str, chosen: list[str]) -> TransferLinkQuerySet:
        """As seen from the page's club, else from the clubs asked for; without either it says nothing."""
        clubs = [self.seen_from] if self.seen_from else self.chosen["club"]
        if not clubs or len(set(chosen)) != 1:
            return rows
        ids = [club.pk for club in clubs]
        return rows.into(*ids) if Direction.IN in chosen else rows.out_of(*ids)

    def by_position(self, rows: TransferLinkQuerySet, name: str, chosen: list[str]) -> TransferLinkQuerySet:
        return rows.playing_or_unplaced(chosen)

    def by_status(self, rows: TransferLinkQuerySet, name: str, chosen: list[str]) -> TransferLinkQuerySet:
        return rows.with_status(chosen, self.now)

    def by_club(self, rows: TransferLinkQuerySet, name: str, clubs: list[Club]) -> TransferLinkQuerySet:
        """On a club's page the other club; anywhere else either of the two."""
        return rows.filter(Q(to_club__in=clubs) | Q(from_club__in=clubs))

    def by_league(self, rows: TransferLinkQuerySet, name: str, leagues: list[Competition]) -> TransferLinkQuerySet:
        return rows.filter(Q(to_club__competition__in=leagues) | Q(from_club__competition__in=leagues))

    def by_report(self, rows: TransferLinkQuerySet, name: str, chosen: list[Any]) -> TransferLinkQuerySet:
        """Links with a public report of one of these sources in one of these roles: one and the same report."""
        if name == "role" and self.chosen["source"]:
            return rows
        reports = Report.objects.published(self.now)
        if self.chosen["source"]:
            reports = reports.filter(source__in=self.chosen["source"])
        if self.chosen["role"]:
            reports = reports.filter(role__in=self.chosen["role"])
        if self.chosen["source"]:
            ids = self._few.ids(name, reports.values_list("link", flat=True).distinct())
            if ids is not None:
                return rows.filter(pk__in=ids)
        return rows.filter(Exists(reports.filter(link=OuterRef("pk"))))

    def by_fee(self, rows: TransferLinkQuerySet, name: str, value: int) -> TransferLinkQuerySet:
        return self._between(rows, "fee_eur", name, self.chosen["fee_min"], self.chosen["fee_max"])

    def by_age(self, rows: TransferLinkQuerySet, name: str, value: int) -> TransferLinkQuerySet:
        return self._between(rows, "age_then", name, self.chosen["age_min"], self.chosen["age_max"])

    def _between(
        self, rows: TransferLinkQuerySet, column: str, name: str, least: int | None, most: int | None
    ) -> TransferLinkQuerySet:
        """Both bounds at once, with the first of them: what is few is found by the index of the column."""
        if name.endswith("_max") and least is not None:
            return rows
        bounds = {f"{column}__gte": least, f"{column}__lte": most}
        within = Q(**{bound: value for bound, value in bounds.items() if value is not None})
        if self.seen_from is not None:  # the links of one club
            return rows.filter(within)
        ids = self._few.ids(column, TransferLink.objects.published().filter(within).values_list("pk", flat=True))
        return rows.filter(within) if ids is None else rows.filter(pk__in=ids)

    def by_nationality(self, rows: TransferLinkQuerySet, name: str, chosen: list[str]) -> TransferLinkQuerySet:
        of_these = Q(nationality__in=chosen) | Q(second_nationality__in=chosen)
        players = self._few.bearers(name, Player.objects.filter(of_these)) if chosen else None
        if players is not None:
            return rows.filter(player__in=players)
        return rows.filter(Q(player__nationality__in=chosen) | Q(player__second_nationality__in=chosen))

    def by_movement(self, rows: TransferLinkQuerySet, name: str, day: date) -> TransferLinkQuerySet:
        return rows.filter(moved_at__gte=datetime.combine(day, time.min, UTC))

    def by_name(self, rows: TransferLinkQuerySet, name: str, query: str) -> TransferLinkQuerySet:
        """Every word starts a word of the player's or a club's names, accents aside."""
        words = fold(query).split()
        return _with_words(rows, words, self._few) if words else rows.none()

    def no_narrowing(self, rows: TransferLinkQuerySet, name: str, value: str) -> TransferLinkQuerySet:
        return rows


def _with_words(rows: TransferLinkQuerySet, words: Iterable[str], few: Few) -> TransferLinkQuerySet:
    """Who bears a rare word is looked up first (two queries a word); a common one is met soon in any list."""
    for word in words:
        players = few.bearers(f"player {word}", Player.objects.with_word(word))
        clubs = few.bearers(f"club {word}", Club.objects.with_word(word))
        if players is None or clubs is None:
            start = f" {word}"
            rows = rows.filter(
                Q(player__search__contains=start)
                | Q(to_club__search__contains=start)
                | Q(from_club__search__contains=start)
            )
        else:
            rows = rows.filter(Q(player__in=players) | Q(to_club__in=clubs) | Q(from_club__in=clubs))
    return rows
