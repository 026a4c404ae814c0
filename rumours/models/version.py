"""Versions of what readers see: counters that a change moves on in its own transaction.

`bump` notes what a transaction touches. The counters are written by one statement, sorted, as the last thing before the
commit: two transactions never wait for each other crosswise, and one waits for the other only while that commits. After
the commit the numbers go to the memory that the host's processes share. Other hosts, and this one where a process was
killed in between, find them by `catch_up`.
"""

import logging
import time
from collections.abc import Callable, Collection, Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections, models
from django.db.backends.base.base import BaseDatabaseWrapper

from rumours.versions.keys import SLOTS, key_of, slot_of
from rumours.versions.shared import SharedNumbers

log = logging.getLogger(__name__)
# Behind the places of the versions: see rumours/versions/keys.py and config/pages/clock.py.
EXTRA_PLACES = 8
_AT_ONCE = 200  # names in one statement; a transaction that touches more takes several, still in one order
_NOTED = "_rumours_touched"

# By a kind of rows: from their ids and a database to the keys of all that they stand on (`rumours.editorial.touching`).
expanders: dict[str, Callable[[set[int], str], Iterable[str]]] = {}


class Version(models.Model):
    """One counter. `changed` orders the changes for `catch_up`: PostgreSQL's transaction id, a count on SQLite."""

    key = models.CharField(max_length=40, primary_key=True)
    number = models.BigIntegerField()
    changed = models.BigIntegerField(db_index=True)

    def __str__(self) -> str:
        return f"{self.key} {self.number}"


def bump(keys: Iterable[str], using: str = DEFAULT_DB_ALIAS) -> None:
    """Let what bears these versions be new with the commit of this transaction; at once where there is none."""
    _note(using, ((None, key) for key in keys))


def note(kind: str, ids: Iterable[int], using: str = DEFAULT_DB_ALIAS) -> None:
    """As `bump`, for all that rows stand on: what that is is looked up just before the commit (see `expanders`)."""
    _note(using, ((kind, pk) for pk in ids))


def _note(using: str, touched: Iterable[tuple[str | None, Any]]) -> None:
    connection = connections[using]
    noted: set[tuple[str | None, Any]] = connection.__dict__.setdefault(_NOTED, set())
    noted.update(touched)
    if not noted:
        return
    if not connection.in_atomic_block:
        settle(using)
    elif "commit" not in connection.__dict__:
        _before_commit(connection)


def settle(using: str = DEFAULT_DB_ALIAS) -> dict[str, int]:
    """Write the counters that were noted and not written yet; their numbers."""
    connection = connections[using]
    noted: set[tuple[str | None, Any]] = connection.__dict__.get(_NOTED) or set()
    if not noted:
        return {}
    keys = {key for kind, key in noted if kind is None}
    for kind, expand in expanders.items():
        ids = {pk for of, pk in noted if of == kind}
        if ids:
            keys.update(expand(ids, using))
    touched, numbers = sorted(keys), dict[str, int]()
    for start in range(0, len(touched), _AT_ONCE):
        numbers |= _write(connection, touched[start : start + _AT_ONCE])
    if not connection.savepoint_ids:  # one may be rolled back, and the counters with it: then the commit writes again
        connection.__dict__.pop(_NOTED, None)
    if connection.in_atomic_block:
        connection.on_commit(lambda: tell(numbers))  # written early, because somebody reads them before the commit
    elif connection.get_autocommit():
        tell(numbers)
    return numbers


def read(keys: Collection[str], using: str = DEFAULT_DB_ALIAS) -> dict[str, int]:
    """The versions of these keys in a database, which may be a replica and behind; 0 for what never changed."""
    rows = Version.objects.using(using).filter(key__in=keys).values_list("key", "number")
    return {**dict.fromkeys(keys, 0), **dict(rows)}


def now(keys: Collection[str]) -> dict[str, int]:
    """The versions of these keys as this host knows them: from memory, no database is asked."""
    return dict(zip(keys, shared().at(map(slot_of, keys)), strict=True))


def tell(numbers: dict[str, int]) -> None:
    """Let all processes of this host know numbers that are committed."""
    shared().raise_to({slot_of(key): number for key, number in numbers.items()})


def catch_up(since: int, using: str = DEFAULT_DB_ALIAS) -> tuple[dict[str, int], int]:
    """The versions that were committed since an earlier look, and the mark to give to the next one; 0 begins.

    On PostgreSQL the mark is the oldest transaction that was still running: whatever commits later than it began is
    found, in whatever order. What is found twice does no harm. A SQLite file has one writer at a time.
    """
    connection = connections[using]
    table = connection.ops.quote_name(Version._meta.db_table)
    if connection.vendor == "postgresql":
        mark = "pg_snapshot_xmin(pg_current_snapshot())::text::bigint"
    else:
        mark = f"coalesce((select max(changed) + 1 from {table}), 0)"  # noqa: S608  # nosec B608
    with connection.cursor() as cursor:
        cursor.execute(
            f"select {mark}, null, null union all select 0, key, number from {table} where changed >= %s",  # noqa: S608  # nosec B608
            [since],
        )
        rows = cursor.fetchall()
    found = {key: number for _, key, number in rows if key is not None}
    return found, next(mark for mark, key, _ in rows if key is None)


def shared() -> SharedNumbers:
    """The memory of this host for the database that is written to."""
    return _opened(settings.VERSIONS_FILE)


@lru_cache(maxsize=4)
def _opened(path: str) -> SharedNumbers:
    try:
        return SharedNumbers(Path(path) if path else None, SLOTS + EXTRA_PLACES)
    except OSError as error:
        log.error("VERSIONS_FILE cannot be used (%s): other processes learn of changes only within a second", error)
        return SharedNumbers(None, SLOTS + EXTRA_PLACES)


def _before_commit(connection: BaseDatabaseWrapper) -> None:
    """Write the counters just before this connection's next commit, and tell the host just after it.

    Django has a hook after the commit only. Where the transaction is rolled back this stays for the next one, which
    then moves on some counters for nothing.
    """
    commit = connection.commit

    def counted_commit() -> None:
        numbers = settle(connection.alias)
        connection.__dict__.pop("commit", None)
        commit()
        if numbers:
            tell(numbers)

    connection.__dict__["commit"] = counted_commit


def _write(connection: BaseDatabaseWrapper, keys: list[str]) -> dict[str, int]:
    """Move counters on, in the order given. At least the clock: a number is never given twice, whatever was lost."""
    table = connection.ops.quote_name(Version._meta.db_table)
    if connection.vendor == "postgresql":
        changed, highest = "pg_current_xact_id()::text::bigint", "greatest"
    else:
        changed, highest = f"(select coalesce(max(changed), 0) + 1 from {table})", "max"  # noqa: S608  # nosec B608
    clock = time.time_ns() // 1000
    rows = ", ".join([f"(%s, %s, {changed})"] * len(keys))
    values: list[Any] = [value for key in keys for value in (key, clock)]
    with connection.cursor() as cursor:
        cursor.execute(
            f"insert into {table} as old (key, number, changed) values {rows} on conflict (key) do update "  # noqa: S608  # nosec B608
            f"set number = {highest}(old.number + 1, excluded.number), changed = excluded.changed",
            values,
        )
        marks = ", ".join(["%s"] * len(keys))
        cursor.execute(f"select key, number from {table} where key in ({marks})", keys)  # noqa: S608  # nosec B608
        return dict(cursor.fetchall())


__all__ = ["Version", "bump", "catch_up", "expanders", "key_of", "note", "now", "read", "settle", "shared", "tell"]
