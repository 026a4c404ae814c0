"""Reading everything as it was at one moment, while editors go on working."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connections, transaction


@contextmanager
def snapshot(using: str) -> Iterator[None]:
    """All reads inside see the same state of the database and hold nobody up.

    A transaction that is open already is taken as it is. On SQLite the site's transactions take the write lock at
    their beginning (`config.databases`): this one must not, so it is begun by hand.
    """
    connection = connections[using]
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("BEGIN DEFERRED")
        try:
            yield
        finally:
            with connection.cursor() as cursor:
                cursor.execute("ROLLBACK")
    else:
        with transaction.atomic(using=using):
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
