"""A built SQLite file into an empty PostgreSQL of the same migrations, table by table, by COPY."""

import sqlite3
from collections.abc import Callable, Iterable
from typing import Any

from django.apps import apps
from django.db import connection, models

AT_ONCE = 5_000
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def copy_all(path: str, say: Callable[[str], None]) -> None:
    """Every row of every model's table of the SQLite file `path` into Django's default database, a PostgreSQL."""
    source = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")  # references were checked in SQLite
        cursor.execute("SET timezone = 'UTC'")
        indexes = _indexes(cursor)
        for name, _ in indexes:
            cursor.execute(f'DROP INDEX "{name}"')
        names = ", ".join(f'"{model._meta.db_table}"' for model in _tables())
        cursor.execute(f"TRUNCATE {names}")  # the migrations have written some
        for model in _tables():
            _copy(source, cursor, model)
        say("rows")
        for _, statement in indexes:
            cursor.execute(statement)
        say("indexes")
        for model in _tables():
            _set_sequence(cursor, model)
        cursor.execute("VACUUM (ANALYZE)")
        cursor.execute("CHECKPOINT")
    source.close()


def _tables() -> list[type[models.Model]]:
    """Every table that a model owns, those of many-to-many columns too."""
    return [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]


def _indexes(cursor: Any) -> list[tuple[str, str]]:
    """Name and statement of each index that belongs to no constraint."""
    cursor.execute(
        "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND indexname NOT IN"
        " (SELECT conname FROM pg_constraint)"
    )
    return list(cursor.fetchall())


def _copy(source: sqlite3.Connection, cursor: Any, model: type[models.Model]) -> None:
    table, fields = model._meta.db_table, model._meta.concrete_fields
    names = ", ".join(f'"{field.column}"' for field in fields)
    rows = source.execute(f'SELECT {names} FROM "{table}"')  # noqa: S608 - names of models
    with cursor.copy(f'COPY "{table}" ({names}) FROM STDIN') as copy:
        while found := rows.fetchmany(AT_ONCE):
            copy.write("".join(line_of(row) for row in found))


def line_of(row: Iterable[object]) -> str:
    """A row as COPY reads it."""
    return "\t".join(map(_text, row)) + "\n"


def _text(value: object) -> str:
    """A value as COPY reads it; SQLite's 0 and 1 are booleans to it too."""
    if value is None:
        return "\\N"
    if isinstance(value, str):
        return value.translate(_ESCAPES)
    if isinstance(value, bytes):
        return f"\\\\x{value.hex()}"
    return str(value)


def _set_sequence(cursor: Any, model: type[models.Model]) -> None:
    key = model._meta.pk
    if isinstance(key, (models.AutoField, models.BigAutoField)):
        table = model._meta.db_table
        cursor.execute(
            f"SELECT setval(pg_get_serial_sequence('\"{table}\"', '{key.column}'),"  # noqa: S608 - names of models
            f' COALESCE((SELECT MAX("{key.column}") FROM "{table}"), 1))'
        )
