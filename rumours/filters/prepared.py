"""Statements of our own that PostgreSQL reads and plans once a connection, not once a page.

Of the page of a big club that is 0.8 of 1.3 milliseconds of the server's time. Behind pgbouncer, where a connection is
another's a moment later, and on SQLite, which keeps what it has read by itself, they are asked as they stand.
"""

from collections.abc import Sequence
from hashlib import blake2b
from itertools import count
from typing import Any
from weakref import WeakKeyDictionary

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

# The names of what each open connection has prepared.
_names: WeakKeyDictionary[Any, set[str]] = WeakKeyDictionary()


def fetched(using: str, sql: str, params: Sequence[Any]) -> list[tuple[Any, ...]]:
    """The rows of a statement that is always the same, but for its parameters (`%s`; `%%` for a per cent sign)."""
    connection = connections[using]
    with connection.cursor() as cursor:
        cursor.execute(_prepared_as(connection, sql, len(params)) if _keeps_statements(connection) else sql, params)
        found: list[tuple[Any, ...]] = cursor.fetchall()
    return found


def _prepared_as(connection: BaseDatabaseWrapper, sql: str, places: int) -> str:
    """What asks for a statement by its name; it is prepared where this connection has not met it yet."""
    name = f"rumours_{blake2b(sql.encode(), digest_size=8).hexdigest()}"
    names = _names.setdefault(connection.connection, set())
    if name not in names:
        # Part of making the connection ready, and no question of the page's: not by Django's cursor, which counts.
        with connection.wrap_database_errors:
            connection.connection.execute(f"PREPARE {name} AS {_numbered(sql)}")
        names.add(name)
    return f"EXECUTE {name} ({', '.join(['%s'] * places)})"


def _keeps_statements(connection: BaseDatabaseWrapper) -> bool:
    """Whether a connection stays with us, as Django's settings tell it of server-side cursors."""
    return connection.vendor == "postgresql" and not connection.settings_dict.get("DISABLE_SERVER_SIDE_CURSORS")


def _numbered(sql: str) -> str:
    """With $1, $2 … for its parameters, as PREPARE wants it."""
    places = count(1)
    parts = sql.replace("%%", "%").split("%s")
    return parts[0] + "".join(f"${next(places)}{part}" for part in parts[1:])
