"""Which database a request reads: a replica for the public, the primary for whoever writes and for all else.

A request decides once, so that a page is of one piece. Outside a request (commands, the worker, a shell) it is always
the primary. A replica that fails under a request is left out, and the request is answered from the primary.
"""

import logging
from collections.abc import Callable
from contextvars import ContextVar
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import InterfaceError, OperationalError
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

if TYPE_CHECKING:
    from config.replicas import Watch

log = logging.getLogger(__name__)

PRIMARY = "default"
WROTE = "wrote"  # the cookie of whoever has just written
WROTE_FOR = 15  # seconds: longer than a replica may lag and be read from
_SAFE = ("GET", "HEAD")
_FAILURES = (OperationalError, InterfaceError)
_reading: ContextVar[str | None] = ContextVar("reading", default=None)


def reading() -> str:
    """The alias that the request at hand reads."""
    return _reading.get() or PRIMARY


def choose(method: str, path: str, cookies: str) -> str:
    """Decide for one request, unless it is decided: by its verb, its path and its Cookie header, as WSGI has them."""
    chosen = _reading.get()
    if chosen is None:
        chosen = (_watch().pick() if _is_public(method, path, cookies) else None) or PRIMARY
        _reading.set(chosen)
    return chosen


def done() -> None:
    """The request is over."""
    _reading.set(None)


def use_primary() -> str:
    """From here on the request reads the primary."""
    _reading.set(PRIMARY)
    return PRIMARY


def give_up(alias: str) -> str:
    """A replica failed: leave it out until it answers again, and go on with the primary."""
    if alias != PRIMARY:
        _watch().give_up(alias)
    return use_primary()


def writes_lately(cookies: str) -> bool:
    """Whether a Cookie header is that of somebody with a session, or who wrote within the last seconds."""
    return bool(cookies) and (f"{settings.SESSION_COOKIE_NAME}=" in cookies or f"{wrote_cookie()}=" in cookies)


def wrote_cookie() -> str:
    return f"__Host-{WROTE}" if settings.SESSION_COOKIE_SECURE else WROTE


def _is_public(method: str, path: str, cookies: str) -> bool:
    return bool(_replicas()) and method in _SAFE and not path.startswith(_desk()) and not writes_lately(cookies)


@lru_cache(maxsize=1)
def _replicas() -> tuple[str, ...]:
    return tuple(alias for alias in settings.DATABASES if alias != PRIMARY)


@lru_cache(maxsize=1)
def _watch() -> "Watch":
    from config.replicas import Watch  # here, since it needs psycopg, which a site on SQLite never loads

    return Watch(PRIMARY, list(_replicas()), bound=settings.REPLICA_LAG)


@lru_cache(maxsize=1)
def _desk() -> str:
    return reverse("admin:index")


class ReplicaRouter:
    """Reads as the request has it, writes on the primary; a replica is migrated by its primary."""

    def db_for_read(self, model: type[Model], **hints: Any) -> str:
        return reading()

    def db_for_write(self, model: type[Model], **hints: Any) -> str:
        return PRIMARY

    def allow_relation(self, one: Model, other: Model, **hints: Any) -> bool:
        return True  # the same rows, wherever they were read

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db == PRIMARY


class ReplicaMiddleware:
    """Decides for each request, and answers from the primary where the replica fails. Nothing where there are none.

    Stands where only the making of pages is further in: what reads before it reads the primary, and of a failure it
    hears before UnavailableMiddleware does.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if not _replicas():
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        method = request.method or ""
        choose(method, request.path_info, request.META.get("HTTP_COOKIE", ""))
        try:
            response = self.get_response(request)
        finally:
            done()
        if method not in _SAFE:
            secure = settings.SESSION_COOKIE_SECURE
            response.set_cookie(wrote_cookie(), "1", WROTE_FOR, secure=secure, httponly=True, samesite="Lax")
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A page that asks may be asked again, of somebody else."""
        failed, match = reading(), request.resolver_match
        if failed == PRIMARY or match is None or not isinstance(exception, _FAILURES):
            return None
        log.warning("%s: %s while it was read; the primary answers", failed, type(exception).__name__)
        give_up(failed)
        response: Any = match.func(request, *match.args, **match.kwargs)
        if getattr(response, "is_rendered", True) is False:
            response.render()
        answer: HttpResponse = response
        return answer
