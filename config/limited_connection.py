"""PostgreSQL's part of the time limit; apart, so that a site on SQLite does not load its driver."""

from typing import Any, TypeVar

import psycopg
from psycopg import errors
from psycopg.abc import PQGen

from config import time_limit

RV = TypeVar("RV")
ALIVE = 2.0  # seconds; the answer needs a millisecond


class LimitedConnection(psycopg.Connection[Any]):
    """A connection that is given up, closed and reported as lost when the time of its request is over."""

    @classmethod
    def connect(cls, *args: Any, **kwargs: Any) -> "LimitedConnection":
        """As psycopg's; what became of it is told to those who would wait for the next."""
        try:
            made = super().connect(*args, **kwargs)
        except psycopg.OperationalError:
            time_limit.silence.begins()
            raise
        time_limit.silence.ends()
        return made

    def execute(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        """As psycopg's. The empty one is the pool's question whether the connection is alive, before each request."""
        if query == "" and time_limit.is_limited():
            with time_limit.at_most(ALIVE):
                return super().execute(query, *args, **kwargs)
        return super().execute(query, *args, **kwargs)

    def wait(self, gen: PQGen[RV], interval: float = 0.1, timeout: float | None = None) -> RV:
        """Each wait for the server passes here: queries, transactions, the pool's look whether it is alive."""
        left = time_limit.patience()
        if left is None:
            return super().wait(gen, interval, timeout)
        try:
            answer = super().wait(gen, interval, left if timeout is None else min(left, timeout))
        except errors._WaitTimeout as error:
            time_limit.silence.begins()
            self.pgconn.finish()
            raise psycopg.OperationalError("the database did not answer in time") from error
        time_limit.silence.ends()
        return answer
