"""A guard around every transaction of the code under test: who changes what readers see moves a version on.

Before a transaction's first write to a table that readers see, what they see is read; if it is otherwise when the
transaction ends and no version was bumped, the test fails. So a bulk write that no signal tells of is found where any
test runs it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from typing import Any

import pytest
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import QuerySet
from django.utils import timezone

from rumours import models
from rumours.models import version

# Columns that no page shows.
UNSEEN = {
    "version", "fingerprint", "simhash_a", "simhash_b", "simhash_c", "simhash_d", "near_copy_of", "suggestion",
    "created_by", "received_at", "recorded_at", "folded", "search", "ambiguous", "is_reference", "is_stub",
    "created_at", "withdrawn_by", "withdrawn_why", "ended_why", "shown_from", "handles", "domains", "set_ending_by",
    "by", "reference",
}  # fmt: skip


# Stands for the present in statements that are put together once.
SOME_TIME = datetime(2001, 2, 3, 4, 5, 6, tzinfo=UTC)


def _seen_rows() -> Iterator[QuerySet[Any]]:
    """The rows of every table that a public page may show something of."""
    reports, quotes = models.Report.objects.published(SOME_TIME), models.Quote.objects.published(SOME_TIME)
    yield models.Article.objects.published(SOME_TIME)
    yield reports
    yield quotes
    yield models.Mention.objects.published(SOME_TIME)
    yield models.QuoteFragment.objects.filter(quote__in=quotes)
    yield models.Quote.players.through.objects.filter(quote__in=quotes)
    yield models.Quote.clubs.through.objects.filter(quote__in=quotes)
    yield models.Fee.objects.filter(report__in=reports)
    yield models.Correction.objects.all()
    yield models.TransferLink.objects.published()
    yield models.LinkTie.objects.filter(link__is_public=True, other__is_public=True)
    for entity in (models.Club, models.Competition, models.Person, models.Player, models.Source):
        yield entity._base_manager.filter(is_public=True)
    yield models.PlayerSpell.objects.filter(player__is_public=True)
    yield models.SourceTier.objects.filter(source__is_public=True)
    yield models.Window.objects.all()
    yield models.WindowSpan.objects.all()


TABLES = {rows.model._meta.db_table for rows in _seen_rows()}


@cache
def _questions() -> list[tuple[str, str, Any]]:
    """Name, statement and parameters of each: putting them together takes ten times as long as their answers."""
    return [(rows.model.__name__, *_shown(rows).query.sql_with_params()) for rows in _seen_rows()]


def _shown(rows: QuerySet[Any]) -> QuerySet[Any, Any]:
    names = (field.attname for field in rows.model._meta.concrete_fields if field.name not in UNSEEN)
    return rows.order_by().values_list(*names)


def _seen() -> dict[str, list[Any]]:
    found, adapted = {}, connections["default"].ops.adapt_datetimefield_value
    some_time, now = adapted(SOME_TIME), adapted(timezone.now())
    with connections["default"].cursor() as cursor:
        for name, sql, params in _questions():
            cursor.execute(sql, [now if value == some_time else value for value in params])
            found[name] = sorted(cursor.fetchall(), key=str)
    return found


class Guard:
    """Watches one connection."""

    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        self.connection = connection
        self.before: dict[str, list[Any]] | None = None
        self._busy = False
        self.earlier: set[Any] = set()

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if not self._busy and self.before is None and self.connection.savepoint_ids and _writes(sql):
            with self._unseen():
                noted = self._noted()
                version.settle(self.connection.alias)  # of what the test itself has written before
                self.connection.__dict__.pop(version._NOTED, None)
                self.before = _seen()
                version._note(self.connection.alias, noted - self.earlier)
        return execute(sql, params, many, context)

    @contextmanager
    def _unseen(self) -> Iterator[None]:
        """What is asked meanwhile neither is watched nor counts among the questions of the code under test."""
        counted, self.connection.force_debug_cursor = self.connection.force_debug_cursor, False
        self._busy = True
        yield
        self._busy = False
        self.connection.force_debug_cursor = counted

    def begin(self) -> None:
        """A transaction begins: what the test itself has written before is not its own."""
        self.earlier, self.before = self._noted(), None

    def _noted(self) -> set[Any]:
        return set(self.connection.__dict__.get(version._NOTED) or ())

    def check(self) -> None:
        """The transaction ends."""
        before, self.before = self.before, None
        if before is None or self.connection.__dict__.get(version._NOTED):
            return
        with self._unseen():
            after = _seen()
        changed = {name: (before[name], after[name]) for name in after if before[name] != after[name]}
        assert changed == {}, f"readers see this, and no version was bumped: {changed}"


def _writes(sql: str) -> bool:
    verb = sql[:6].upper()
    return verb in ("INSERT", "UPDATE", "DELETE") and any(f'"{table}"' in sql[:120] for table in TABLES)


@pytest.fixture(autouse=True)
def guarded(monkeypatch: pytest.MonkeyPatch, _versions_of_this_test: None) -> Iterator[None]:
    """For tests of whatever writes: import this into their conftest. What it asks of the code is the same on every
    database: on SQLite it costs least."""
    if connections["default"].vendor != "sqlite":
        yield
        return
    guard = Guard(connections["default"])
    begin = BaseDatabaseWrapper.savepoint
    release, undo = BaseDatabaseWrapper.savepoint_commit, BaseDatabaseWrapper.savepoint_rollback

    def begun(connection: BaseDatabaseWrapper) -> str | None:
        if not connection.savepoint_ids:
            guard.begin()
        return begin(connection)

    def checked(connection: BaseDatabaseWrapper, sid: str) -> None:
        if not connection.savepoint_ids:
            guard.check()
        release(connection, sid)

    def undone(connection: BaseDatabaseWrapper, sid: str) -> None:
        if not connection.savepoint_ids:
            guard.before = None
        undo(connection, sid)

    monkeypatch.setattr(BaseDatabaseWrapper, "savepoint", begun)
    monkeypatch.setattr(BaseDatabaseWrapper, "savepoint_commit", checked)
    monkeypatch.setattr(BaseDatabaseWrapper, "savepoint_rollback", undone)
    with connections["default"].execute_wrapper(guard):
        yield
