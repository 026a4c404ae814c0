"""Rows into a SQLite file, fast: columns as the models have them, no checks of references and no indexes meanwhile."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any

from django.db import connection, models

from tests.benchmarks.world.periods import END

AT_ONCE = 2_000
_FOR_A_LOAD = ("journal_mode=OFF", "synchronous=OFF", "foreign_keys=OFF", "cache_size=-400000", "temp_store=MEMORY")


class Table:
    """Takes rows of one model as tuples of these columns; the others get their defaults."""

    def __init__(self, file: sqlite3.Connection, model: type[models.Model], *columns: str) -> None:
        fields = {field.column: field for field in model._meta.concrete_fields}
        others = [name for name in fields if name not in columns]
        self._defaults = tuple(plain(_default(fields[name])) for name in others)
        self._width = len(columns)
        names = ", ".join(f'"{name}"' for name in (*columns, *others))
        marks = ", ".join("?" * len(fields))
        self._statement = f'INSERT INTO "{model._meta.db_table}" ({names}) VALUES ({marks})'  # noqa: S608 - model names
        self._file, self._rows = file, list[tuple[Any, ...]]()

    def add(self, *values: Any) -> None:
        """One row; what SQLite does not know (dates, words of a vocabulary) is made plain."""
        if len(values) != self._width:
            raise TypeError(f"{self._width} values are wanted: {self._statement}")
        self._rows.append((*map(plain, values), *self._defaults))
        if len(self._rows) >= AT_ONCE:
            self.flush()

    def flush(self) -> None:
        self._file.executemany(self._statement, self._rows)
        self._rows.clear()


def plain(value: Any) -> Any:
    """As Django stores it in SQLite."""
    if type(value) in (int, str, type(None), bool):
        return value
    if isinstance(value, datetime):
        return str(value.astimezone(UTC).replace(tzinfo=None))
    if isinstance(value, Enum):
        return value.value
    return str(value) if isinstance(value, date) else value


def _default(field: "models.Field[Any, Any]") -> Any:
    if getattr(field, "auto_now_add", False) or getattr(field, "auto_now", False):
        return END
    default = field.get_default()
    if isinstance(default, datetime):
        return END
    return field.get_db_prep_save(default, connection)


@contextmanager
def unindexed(file: sqlite3.Connection) -> Iterator[None]:
    """The indexes of all tables are gone inside, and made again afterwards."""
    indexes = [sql for (sql,) in file.execute("SELECT sql FROM sqlite_master WHERE type = 'index' AND sql NOT NULL")]
    names = [name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'index' AND sql NOT NULL")]
    for name in names:
        file.execute(f'DROP INDEX "{name}"')
    yield
    for sql in indexes:
        file.execute(sql)


@contextmanager
def loading(path: str, say: Callable[[str], None]) -> Iterator[sqlite3.Connection]:
    """The file, opened for a load that is made again from the start if anything happens to it."""
    file = sqlite3.connect(path, isolation_level=None)
    for pragma in (
        "journal_mode=OFF",
        "synchronous=OFF",
        "foreign_keys=OFF",
        "cache_size=-400000",
        "temp_store=MEMORY",
    ):
        file.execute(f"PRAGMA {pragma}")
    with unindexed(file):
        file.execute("BEGIN")
        yield file
        file.execute("COMMIT")
        say("indexes")
    wrong = file.execute("PRAGMA foreign_key_check").fetchmany(3)
    if wrong:
        raise ValueError(f"references to rows that are not there: {wrong}")
    file.execute("PRAGMA journal_mode=WAL")
    file.close()


def flush(tables: Iterable[Table]) -> None:
    """Write what waits."""
    for table in tables:
        table.flush()
