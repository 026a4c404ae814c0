"""PostgreSQL's part of the time limit; apart, so that a site on SQLite does not load its driver."""

import math
import select
from time import monotonic
from typing import Any, TypeVar

import psycopg
from psycopg import errors
from psycopg.abc import PQGen

from config import time_limit

RV = TypeVar("RV")
ALIVE = 2.0  # seconds; the answer needs a millisecond
LONGEST = 3  # seconds to connect, where nothing else is said
JUST_NOW = 0.1  # seconds for which an answer tells that a connection is alive, unless the server has said more since


class LimitedConnection(psycopg.Connection[Any]):
    """A connection that is given up, closed and reported as lost when the time of its request is over."""

    _answered = -math.inf

    @classmethod
    def connect(cls, *args: Any, **kwargs: Any) -> "LimitedConnection":
        """As psycopg's, in no more time than is left; a failure is told to those who would wait for the next.

        Success is not: a pgbouncer lets everybody in, whatever stands behind it. The first answer ends the silence.
        """
        left = time_limit.patience()
        if left is not None:  # psycopg waits two seconds at least
            kwargs["connect_timeout"] = min(int(kwargs.get("connect_timeout", LONGEST)), math.ceil(left) or 1)
        try:
            return super().connect(*args, **kwargs)
        except psycopg.OperationalError:
            time_limit.silence.begins()
            raise

    def execute(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        """As psycopg's. The empty one is the pool's question whether the connection is alive, before each request.

        Under load that would be one round trip in four, for what the last answer has told a moment ago.
        """
        if query == "" and self._has_just_answered():
            return self.cursor()
        if query == "" and time_limit.is_limited():
            with time_limit.at_most(ALIVE):
                return super().execute(query, *args, **kwargs)
        return super().execute(query, *args, **kwargs)

    def wait(self, gen: PQGen[RV], interval: float = 0.1, timeout: float | None = None) -> RV:
        """Each wait for the server passes here: queries, transactions, the pool's look whether it is alive."""
        left = time_limit.patience()
        if left is None:
            return self._noted(super().wait(gen, interval, timeout))
        if time_limit.silence.lasts():
            gen = _heard(gen)
        try:
            return self._noted(super().wait(gen, interval, left if timeout is None else min(left, timeout)))
        except errors._WaitTimeout as error:
            time_limit.silence.begins()
            self.pgconn.finish()
            raise psycopg.OperationalError("the database did not answer in time") from error

    def _noted(self, answer: RV) -> RV:
        self._answered = monotonic()
        return answer

    def _has_just_answered(self) -> bool:
        """Nothing is to be read since: a server that ends, or ends the connection, says so or hangs up."""
        if monotonic() - self._answered > JUST_NOW:
            return False
        look = select.poll()
        look.register(self.fileno(), select.POLLIN)
        return not look.poll(0)


def _heard(gen: PQGen[RV]) -> PQGen[RV]:
    """The same; an answer ends the silence. What is done without a word to the server is none."""
    ready: Any = None
    asked = False
    while True:
        try:
            wanted = gen.send(ready)
        except StopIteration as done:
            if asked:
                time_limit.silence.ends()
            answer: RV = done.value
            return answer
        ready, asked = (yield wanted), True
