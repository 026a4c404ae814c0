"""Pages of a list that may have a million rows: counted up to a bound, ids first."""

import math
from collections.abc import Sequence
from time import monotonic
from typing import Any

from django.core.paginator import EmptyPage, Page, Paginator
from django.db import connections
from django.db.models import QuerySet
from django.utils.functional import cached_property

MOST = 10_000
# No page lies further on than this; an offset beyond it would only cost time.
FARTHEST = 10_000_000
KEPT_FOR = 5.0  # seconds
_in_all: dict[tuple[str, str], tuple[float, int]] = {}


class BoundedPaginator(Paginator):
    """`count` is exact up to MOST; where there are more it is an estimate of the whole table, or MOST.

    Any page can be asked for. Its ids are read first, along the index of the order, and one beyond the end is the end.
    """

    object_list: Any

    def __init__(self, object_list: Any, per_page: int, *args: Any, **kwargs: Any) -> None:
        super().__init__(object_list, per_page, *args, **kwargs)
        self.reached = 0

    @cached_property
    def counted(self) -> int:
        """How many rows there are, MOST + 1 standing for more; a table known to be long is not looked at for that."""
        if is_whole(self.object_list) and self.estimate > 2 * MOST:
            return MOST + 1
        return counted(self.object_list)

    @cached_property
    def estimate(self) -> int:
        """About how many rows the table has."""
        return estimated(self.object_list)

    @property
    def is_more(self) -> bool:
        """Whether there are more than were counted."""
        return self.counted > MOST

    @cached_property
    def count(self) -> int:
        """The number that pages are made by."""
        if not self.is_more:
            return self.counted
        return max(MOST, self.estimate) if is_whole(self.object_list) else MOST

    @property
    def num_pages(self) -> int:
        """So many are known; of more than were counted the one after the page that is looked at, too."""
        known = -(-self.count // self.per_page) or 1
        return max(known, self.reached)

    @property
    def said(self) -> str:
        """How many there are, for people: `312`, `10,000+`, `about 1,000,000`."""
        if not self.is_more:
            return f"{self.counted:,}"
        return f"about {self.count:,}" if is_whole(self.object_list) else f"{MOST:,}+"

    def validate_number(self, number: Any) -> int:
        """Any page there could be; beyond what was counted it shows when its ids are read."""
        asked = int(number)
        if asked < 1 or asked * self.per_page > FARTHEST or (asked > self.num_pages and not self.is_more):
            raise EmptyPage("There is no such page")
        return asked

    def page(self, number: Any) -> Page:
        """The page as ids."""
        asked = self.validate_number(number)
        ids = self.ids(asked)
        self.reached = asked + 1 if self.is_more and len(ids) > self.per_page else asked
        return Page(ids[: self.per_page], asked, self)

    def ids(self, number: int) -> Sequence[Any]:
        """The ids of a page and of the row after it; of the last page where this one lies beyond the end."""
        rows = self.object_list.values_list("pk", flat=True)
        start = (number - 1) * self.per_page
        if is_whole(self.object_list) and self.is_more and start > self.count // 2:
            found = self._from_the_end(rows, start)
        else:
            found = list(rows[start : start + self.per_page + 1]) if self.counted else []
        return found or (list(rows.reverse()[: self.per_page])[::-1] if self.is_more else [])

    def _from_the_end(self, rows: QuerySet[Any], start: int) -> list[Any]:
        """The same rows, found backwards: to count all takes half as long as to pass over most of them, and is kept."""
        total = in_all(rows)
        stop = min(start + self.per_page + 1, total)
        return list(rows.reverse()[total - stop : total - start])[::-1] if start < stop else []


def counted(rows: QuerySet[Any]) -> int:
    """How many rows, MOST + 1 standing for more: never a count of a whole table."""
    return int(rows.order_by().values("pk")[: MOST + 1].count())


def in_all(rows: QuerySet[Any]) -> int:
    """How many rows the whole table has; a long one had so many at most KEPT_FOR seconds ago.

    Its pages move on with every row that comes in anyway: for a moment they stand still.
    """
    table = (rows.db, rows.model._meta.db_table)
    at, found = _in_all.get(table, (-math.inf, 0))
    if monotonic() - at > KEPT_FOR:
        found = int(rows.model._base_manager.using(rows.db).count())
        if found > MOST:
            _in_all[table] = (monotonic(), found)
    return found


def is_whole(rows: QuerySet[Any]) -> bool:
    """Whether nothing narrows a queryset."""
    return not rows.query.where and not rows.query.distinct


def estimated(rows: QuerySet[Any]) -> int:
    """About how many rows the table of a queryset has: by PostgreSQL's statistics; SQLite counts leaves of an index."""
    connection = connections[rows.db]
    if connection.vendor != "postgresql":
        return in_all(rows)
    with connection.cursor() as cursor:
        cursor.execute("select reltuples::bigint from pg_class where oid = %s::regclass", [rows.model._meta.db_table])
        return max(0, int(cursor.fetchone()[0]))
