"""The indexes of clubs that this process keeps: each as of one version, all together bounded by their size.

A club's version is read first (by the page cache, or here, with the club's id); an index of another version is thrown
away. The statement that builds one reads the version again: what is kept is exactly what its version says, also where a
commit falls between the two, or a pool leads to another replica.
"""

from collections import OrderedDict
from threading import Lock
from typing import Any

from django.db import connections
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce

from rumours.filters.index import COLUMNS, LinkIndex
from rumours.models import TransferLink
from rumours.models.instants import Microseconds
from rumours.models.version import Version
from rumours.versions.keys import key_of

# All indexes of a process together: those of some thirty of the most linked clubs at a million links.
MOST_BYTES = 16_000_000


class Indexes:
    """Indexes by database and club; the one that was not asked for the longest goes first."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most, self._lock = most_bytes, Lock()
        self._kept: OrderedDict[tuple[str, int], tuple[int, LinkIndex]] = OrderedDict()
        self.bytes = 0

    def at(self, using: str, club: int, version: int | None) -> LinkIndex:
        """The index of a club as of a version that was just read from this database; a query where it is not kept.

        None: no version was read; a new one then.
        """
        key = (using, club)
        with self._lock:
            kept = self._kept.get(key)
            if kept is not None and version is not None and kept[0] == version:
                self._kept.move_to_end(key)
                return kept[1]
        index = read_index(using, club)
        with self._lock:
            known = version if index.version is None else index.version
            if known is not None:
                self._put(key, known, index)
        return index

    def forget(self) -> None:
        """Drop all of them."""
        with self._lock:
            self._kept.clear()
            self.bytes = 0

    def _put(self, key: tuple[str, int], version: int, index: LinkIndex) -> None:
        if old := self._kept.pop(key, None):
            self.bytes -= old[1].size
        if index.size > self._most:
            return
        self._kept[key] = (version, index)
        self.bytes += index.size
        while self.bytes > self._most:
            _, (_, gone) = self._kept.popitem(last=False)
            self.bytes -= gone.size


indexes = Indexes()


def read_index(using: str, club: int) -> LinkIndex:
    """The index of a club with the version it is of (None where the club has no link: then there is no row to tell)."""
    version = Version.objects.filter(key=key_of("club", club)).values("number")
    rows = (
        TransferLink.objects.published()
        .filter(Q(to_club=club) | Q(from_club=club))
        .order_by("-moved_at", "-pk")
        .values_list(
            *COLUMNS, Microseconds("closes_at"), Microseconds(F("moved_at")), Coalesce(version, Value(0))
        )
    )  # fmt: skip
    found = _fetched(rows, using)
    if not found:
        return LinkIndex(club, [()] * len(COLUMNS), (), ())
    *columns, closes, moved, versions = zip(*found, strict=True)
    return LinkIndex(club, columns, closes, moved, versions[0])


def _fetched(rows: Any, using: str) -> list[tuple[Any, ...]]:
    """As the database gives them: of 20,000 rows Django's own way takes a third of the time for converting nothing."""
    sql, params = rows.query.get_compiler(using=using).as_sql()
    with connections[using].cursor() as cursor:
        cursor.execute(sql, params)
        found: list[tuple[Any, ...]] = cursor.fetchall()
    return found
