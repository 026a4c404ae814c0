"""No page waits for the database longer than TIME_LIMIT, nor does a statement of a form: what takes longer is a 503.

PostgreSQL's own statement_timeout ends slow queries. It helps nobody where the server or the network between has gone
silent: the query never arrives, and the machine at the other end may still acknowledge every packet. So the waiting
itself is limited, in config/limited_connection.py for PostgreSQL and below for SQLite. Reading is limited as a whole;
what writes is limited by statement, since a form may do much.
"""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper
from django.http import HttpRequest, HttpResponse

SHORTER, LONGEST = {"/readyz": 3.0}, float("inf")  # whoever watches the site wants to know soon
LONGEST_WRITE = 5  # so many times TIME_LIMIT a request that writes may use in all
SILENT_FOR = 5.0  # seconds after a wait in vain during which others wait only briefly
BRIEFLY = 1.0
_STEPS = 100_000  # of SQLite's machine between two looks at the clock: some milliseconds


class Limit:
    """When a request has to be done, and how long one statement of it may take; in seconds of `time.monotonic`."""

    __slots__ = ("end", "statement")

    def __init__(self, seconds: float, statement: float) -> None:
        self.end, self.statement = time.monotonic() + seconds, statement

    def left(self) -> float:
        """Seconds that a statement which begins now may take."""
        return max(0.0, min(self.statement, self.end - time.monotonic()))


_limit: ContextVar[Limit | None] = ContextVar("time_limit", default=None)


@contextmanager
def at_most(seconds: float, statement: float | None = None) -> Iterator[None]:
    """Whatever asks the database inside has so long; outside of any limit it may take as long as it likes."""
    token = _limit.set(Limit(seconds, statement or seconds))
    try:
        yield
    finally:
        _limit.reset(token)


class TimeLimitMiddleware:
    """Gives each request its time."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        each = min(float(settings.TIME_LIMIT), SHORTER.get(request.path_info, LONGEST))
        if not each:
            return self.get_response(request)
        with at_most(each if request.method in ("GET", "HEAD") else each * LONGEST_WRITE, each):
            return self.get_response(request)


class Silence:
    """Since when the database has been silent or away, as far as this process knows; the first answer ends it.

    While it lasts requests wait only briefly, so that a few that hang do not hold every thread. The pool asks whether a
    connection is alive before each request: so after one slow query everything is as before at once.
    """

    since = float("-inf")

    def lasts(self) -> bool:
        """Whether no answer has come since it began."""
        return self.since > float("-inf")

    def patience(self, left: float) -> float:
        """Seconds to wait where `left` are left."""
        return min(left, BRIEFLY) if time.monotonic() - self.since < SILENT_FOR else left

    def begins(self) -> None:
        self.since = time.monotonic()

    def ends(self) -> None:
        self.since = float("-inf")


silence = Silence()


def is_limited() -> bool:
    """Whether whoever asks the database now does so for a request."""
    return _limit.get() is not None


def patience() -> float | None:
    """Seconds that whoever asks the database now may wait; None for as long as it takes."""
    limit = _limit.get()
    return None if limit is None else silence.patience(limit.left())


def watch(connection: BaseDatabaseWrapper, **kwargs: Any) -> None:
    """Let SQLite look at the clock while it works; a receiver of `connection_created`."""
    opened = connection.connection
    if isinstance(opened, sqlite3.Connection):
        opened.set_progress_handler(_is_over, _STEPS)


def _is_over() -> bool:
    limit = _limit.get()
    return limit is not None and limit.left() <= 0.0
