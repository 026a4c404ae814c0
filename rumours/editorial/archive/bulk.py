"""Writing very many rows: what is particular to SQLite and to PostgreSQL.

Indexes and references are taken away first and made again at the end: an index that is built once costs a fraction of
one that grows row by row, and PostgreSQL would keep a note in memory for each reference that is to be checked.
Everything happens inside one transaction, so a failure leaves them as they were.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.core.management.color import no_style
from django.db import connections, models

_SQLITE_INDEXES = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ({})"
_POSTGRESQL_INDEXES = (
    "SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index "
    "WHERE indrelid = ANY(%s::regclass[]) AND NOT indisunique"
)
_POSTGRESQL_REFERENCES = (
    "SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) FROM pg_constraint "
    "WHERE contype = 'f' AND conrelid = ANY(%s::regclass[])"
)


@contextmanager
def unchecked(using: str) -> Iterator[None]:
    """Inside, SQLite looks at no reference: without indexes it would read a whole table for each row.

    It can only be told so before a transaction begins; inside one this changes nothing. Whoever fills tables looks
    himself whether every reference leads somewhere.
    """
    with connections[using].constraint_checks_disabled():
        yield


@contextmanager
def unindexed(of: Sequence[type[models.Model]], using: str) -> Iterator[None]:
    """Inside, these tables have no indexes but unique ones, and on PostgreSQL no references; afterwards as before."""
    names = [model._meta.db_table for model in of]
    again = _drop_on_postgresql(names, using) if connections[using].vendor == "postgresql" else _drop(names, using)
    yield
    with connections[using].cursor() as cursor:
        for statement in again:
            cursor.execute(statement)


def finish(of: Sequence[type[models.Model]], using: str) -> None:
    """Let the next row of each table get a key that is free, and the planner of PostgreSQL know what is there."""
    connection = connections[using]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(of)):
            cursor.execute(statement)
        if connection.vendor == "postgresql":
            cursor.execute("ANALYZE " + ", ".join(connection.ops.quote_name(model._meta.db_table) for model in of))


def _drop(tables: list[str], using: str) -> list[str]:
    with connections[using].cursor() as cursor:
        cursor.execute(_SQLITE_INDEXES.format(", ".join(["%s"] * len(tables))), tables)
        found = [(name, sql) for name, sql in cursor.fetchall() if not sql.upper().startswith("CREATE UNIQUE")]
        for name, _ in found:
            cursor.execute(f"DROP INDEX {connections[using].ops.quote_name(name)}")
    return [sql for _, sql in found]


def _drop_on_postgresql(tables: list[str], using: str) -> list[str]:
    quoted = [connections[using].ops.quote_name(name) for name in tables]
    with connections[using].cursor() as cursor:
        # A table with checks that wait for the end of the transaction cannot be altered.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(_POSTGRESQL_REFERENCES, [quoted])
        references = cursor.fetchall()
        for table, name, _ in references:
            cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
        cursor.execute(_POSTGRESQL_INDEXES, [quoted])
        indexes = cursor.fetchall()
        for name, _ in indexes:
            cursor.execute(f"DROP INDEX {name}")
    again = [f"ALTER TABLE {table} ADD CONSTRAINT {name} {definition}" for table, name, definition in references]
    return [definition for _, definition in indexes] + again + ["SET CONSTRAINTS ALL DEFERRED"]
