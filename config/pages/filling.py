"""The making of a page that is to be kept: in one snapshot of one database, its versions read before it."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from django.db import DatabaseError, connections, transaction
from django.db.utils import InterfaceError
from django.http import HttpRequest, HttpResponse

from config import router
from config.pages.addresses import Place
from config.pages.clock import is_behind
from config.pages.routes import PAGES, versions_of
from rumours.versions.keys import READ_BEFORE

log = logging.getLogger(__name__)

FILLING = "rumours.filling"  # in the environ of a request: the page that is being filled
# Browsers ask every time, and mostly hear 304. Others' caches (a CDN, nginx) ask after a second, and may give out what
# they have while they ask: what they show is at most ten seconds old.
PUBLIC = "public, max-age=0, s-maxage=1, stale-while-revalidate=9"


@dataclass(slots=True)
class Filling:
    """A page under way; `versions` stays None where it must not be kept."""

    place: Place
    versions: dict[str, int] | None = field(default=None)


class PagesMiddleware:
    """Innermost of all: public pages say how long they may be kept, and those to be kept are made in a snapshot."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        filling: Filling | None = request.META.get(FILLING)
        response = self.get_response(request) if filling is None else self._filled(request, filling)
        match = request.resolver_match
        if response.status_code == 200 and match is not None and match.view_name in PAGES:
            response.headers.setdefault("Cache-Control", PUBLIC)
            if not response.streaming and "ETag" not in response.headers:
                response.headers["ETag"] = _tag(response.content)
        return response

    def _filled(self, request: HttpRequest, filling: Filling) -> HttpResponse:
        for alias in dict.fromkeys([router.reading(), router.PRIMARY]):
            if not _is_there(alias):
                continue
            with _snapshot(alias):
                versions = _read(filling.place, alias)
                if alias != router.PRIMARY and (versions is None or is_behind(versions)):
                    router.use_primary()
                    continue
                request.META[READ_BEFORE] = versions
                response = self.get_response(request)
                filling.versions = versions
                return response
        raise AssertionError("the primary answers or raises")


def _tag(body: bytes) -> str:
    """The entity tag of a body. Django's own would come from MD5, which takes twice as long: 0.05 ms of 60 kB."""
    return f'"{sha256(body).hexdigest()[:32]}"'


def _is_there(alias: str) -> bool:
    """Whether there is a connection; a replica that gives none is left out, and the primary asked."""
    try:
        connections[alias].close_if_health_check_failed()
        connections[alias].ensure_connection()
    except (DatabaseError, InterfaceError):
        if alias == router.PRIMARY:
            raise
        router.give_up(alias)
        return False
    return True


def _read(place: Place, alias: str) -> dict[str, int] | None:
    """The versions; None where a replica does not answer, so that the primary is asked."""
    try:
        return versions_of(place.page, place.parts, alias)
    except (DatabaseError, InterfaceError):
        if alias == router.PRIMARY:
            raise
        router.give_up(alias)
        return None


@contextmanager
def _snapshot(alias: str) -> Iterator[None]:
    """All that is read inside is of one instant, and nothing is written."""
    connection = connections[alias]
    if connection.in_atomic_block:  # in a test
        yield
        return
    whole = transaction.atomic(using=alias)
    with _reading_only(connection):
        whole.__enter__()
        try:
            yield
        finally:
            try:
                whole.__exit__(None, None, None)
            except (DatabaseError, InterfaceError):  # of a replica that died; whoever read has answered otherwise
                connection.close()


@contextmanager
def _reading_only(connection: Any) -> Iterator[None]:
    """Let this connection's next transaction be a snapshot: said with its first words, so it costs no query."""
    connection.close_if_health_check_failed()
    connection.ensure_connection()
    if connection.vendor == "postgresql":
        from psycopg import IsolationLevel  # here: a site on SQLite never loads it

        inner = connection.connection
        inner.isolation_level, inner.read_only = IsolationLevel.REPEATABLE_READ, True
        try:
            yield
        finally:
            if not inner.closed:
                inner.isolation_level, inner.read_only = None, None
        return
    mode, connection.transaction_mode = connection.transaction_mode, "DEFERRED"  # ours is to take the lock at once
    try:
        yield
    finally:
        connection.transaction_mode = mode
