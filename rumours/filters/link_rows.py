"""The links of one page, read by their ids in one short query: what a list row shows, and nothing else.

Twenty-five links as models, with player, clubs and window, cost some 4 ms to read and make; these cost a quarter of
one. The statement is the ORM's, put together once. Names of clubs and windows come from `rumours.filters.names`.
What was read once is kept beside the club's index.
"""

from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any, NamedTuple

from django.db import connections
from django.db.models import F, Subquery

from rumours.choices import LinkStatus
from rumours.filters.names import ClubName, Names, WindowName, names_again
from rumours.filters.prepared import fetched
from rumours.models import TransferLink
from rumours.models.instants import Microseconds, instant, microseconds
from rumours.models.link import address_of
from rumours.models.slugs import link_slug
from rumours.models.version import Version

_OF_LINK = (
    "pk", "to_club_id", "from_club_id", "loan_club_id", "window_id", "free_agent", "position", "position_group",
    "second_position", "third_position", "stage_group", "stage", "kind", "doubt", "denied_by", "outcome", "ending",
    "window_assumed", "source_count", "report_count", "denial_count", "best_tier", "fee_eur", "fee_is_converted",
    "age_then",
)  # fmt: skip
_DAY = 86_400_000_000  # microseconds


class PlayerName(NamedTuple):
    name: str


class LinkRow(NamedTuple):
    """A link as a list row shows it; the same names as of `TransferLink`. Two that are equal look the same."""

    pk: int
    to_club: ClubName | None
    from_club: ClubName | None
    loan_club: ClubName | None
    window: WindowName
    free_agent: bool
    position: str
    position_group: str
    second_position: str
    third_position: str
    stage_group: str
    stage: str
    kind: str
    doubt: str
    denied_by: str
    outcome: str
    ending: str
    window_assumed: bool
    source_count: int
    report_count: int
    denial_count: int
    best_tier: str
    fee_eur: int | None
    fee_is_converted: bool
    age_then: int | None
    player: PlayerName
    closes: int | None
    moved: int
    part: int

    def get_absolute_url(self) -> str:
        return address_of(self.pk, link_slug(self.player.name, self.to_club.name if self.to_club else ""))

    def status_at(self, at: datetime) -> LinkStatus:
        """As `TransferLink.status_at`."""
        if self.outcome == LinkStatus.OPEN and not self.free_agent and self.closes is not None:
            return LinkStatus.OVER if self.closes <= microseconds(at) else LinkStatus.OPEN
        return LinkStatus(self.outcome)

    @property
    def moved_at(self) -> date:
        """The day of its last movement, in UTC."""
        return date.fromordinal(_FIRST_DAY + self.moved // _DAY)


_FIRST_DAY = instant(0).date().toordinal()


Rows = dict[tuple[int, int], LinkRow]  # by id and part of the list


class ShownRows:
    """The rows that pages of one club have shown, as of a version of it and of the names: asked for once.

    Another choice of filters, another page, another reader shows many of the same rows. The statement that reads them
    reads the club's version too: a row is kept only where it is of this one.
    """

    MOST, BYTES = 200, 1500  # rows, and about how much memory one takes

    def __init__(self, key: str, version: int | None) -> None:
        """`key` names the club's version, of which `version` is meant; None: nothing is kept."""
        self._key, self._version = key, version
        # One value, so that no thread sees the rows of some names under others.
        self._kept: tuple[Names | None, Rows] = (None, {})

    def read(self, using: str, parts: Mapping[int, int], names: Names) -> list[LinkRow]:
        """Those of these links that readers may see, in their order; `parts`: the part of the list by id.

        One query where some of them were not shown before.
        """
        named, rows = self._kept
        kept = rows if names is named else {}
        if unseen := [pk for pk, part in parts.items() if (pk, part) not in kept]:
            kept = self._with(kept, using, {pk: parts[pk] for pk in unseen}, names)
        return [kept[row] for row in parts.items() if row in kept]

    def _with(self, kept: Rows, using: str, parts: Mapping[int, int], names: Names) -> Rows:
        """These rows too: kept where they may be. A dict that another thread reads is never changed."""
        found = _found(using, list(parts), self._key)
        if names.lack({pk for row in found for pk in row[1:4]}, {row[4] for row in found}):
            names = names_again(using)
        read = {(row[0], parts[row[0]]): _row(row, parts[row[0]], names) for row in found}
        rows = kept | read
        if all((row[-1] or 0) == self._version for row in found):
            self._kept = (names, rows if len(rows) <= self.MOST else read)
        return rows


def _row(row: tuple[Any, ...], part: int, names: Names) -> LinkRow:
    pk, to_club, from_club, loan_club, window, *rest, player, closes, moved, _ = row
    club_of = names.clubs.get
    clubs = (club_of(to_club), club_of(from_club), club_of(loan_club))
    return LinkRow._make((pk, *clubs, names.windows[window], *rest, PlayerName(player), closes, moved, part))


def _found(using: str, ids: list[int], key: str) -> list[tuple[Any, ...]]:
    """Rows with the version of that name behind them."""
    if connections[using].vendor == "postgresql":  # which takes any number of ids as one array
        return fetched(using, _statement(using, 1).replace("IN (%s)", "= ANY(%s)"), [key, ids])
    return fetched(using, _statement(using, len(ids)), [key, *ids])


@lru_cache(maxsize=64)
def _statement(using: str, number: int) -> str:
    """The query for so many ids: its parameters are the name of a version and the ids."""
    rows = TransferLink.objects.order_by().filter(is_public=True, pk__in=range(number))
    version = Subquery(Version.objects.filter(key="").values("number"))
    columns = rows.values_list(
        *_OF_LINK, "player__name", Microseconds("closes_at"), Microseconds(F("moved_at")), version
    )
    sql, _ = columns.query.get_compiler(using=using).as_sql()
    return str(sql)
