"""The wrapper that Django looks for by this name."""

from typing import Any

from django.db.backends.postgresql import base
from psycopg import IsolationLevel

from config import time_limit
from config.limited_connection import ALIVE, LimitedConnection


class DatabaseWrapper(base.DatabaseWrapper):
    """As Django's, but for how long a request waits: with a pool, without one, through pgbouncer."""

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """A connection of the pool, or a new one where there is none; OperationalError where it does not come in time.

        In place of Django's, which can tell neither how long to wait.
        """
        self.isolation_level = IsolationLevel.READ_COMMITTED  # PostgreSQL's own; Django wants it said
        pool = self.pool
        if not pool:
            return LimitedConnection.connect(**conn_params)
        pool.open()
        left = time_limit.patience()
        return pool.getconn(None if left is None else min(left, pool.timeout))

    def is_usable(self) -> bool:
        """As Django's: whether a connection that was kept is alive still, asked before each request."""
        if not time_limit.is_limited():
            return super().is_usable()
        with time_limit.at_most(ALIVE):
            return super().is_usable()
