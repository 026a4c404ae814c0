"""How often one client may ask for what costs most: searches, forms, log-ins, data. More is answered with 429.

Windows are fixed and counted in the cache, so the second of two windows may follow on the first at once: a client gets
at most twice the limit in one stretch. Where each process has a cache of its own each counts for itself; a shared one
(Redis) makes one count of them. A cache that fails lets everybody pass: the site is worth more than the limit. It is
then left alone for some seconds, so that one that hangs costs a few requests its short wait and not all of them.
"""

import logging
import time
from collections.abc import Callable, Iterator
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import ResolverMatch

from config.env import Rate
from rumours.accounts.clients import client_of

log = logging.getLogger(__name__)
LEFT_ALONE = 5.0  # seconds
_failed_at = float("-inf")
_PASSWORDS = ("admin:login", "admin:second-factor", "admin:second-factor-enrol")


def kinds_of(request: HttpRequest, match: ResolverMatch) -> Iterator[str]:
    """The names of the limits that a request counts for; by the page, never by its query. Health checks: none."""
    if match.view_name == "rumours:search":
        yield "search"
    if match.namespaces[:1] == ["api"] or "api" in match.app_names:
        yield "api"
    if request.method == "POST":
        yield "login" if match.view_name in _PASSWORDS else "form"


class LimitsMiddleware:
    """Counts by settings.LIMITS (name -> Rate, or None for no limit) and refuses what is too much."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *view: Any) -> HttpResponse | None:
        """Runs when the page is known and before it does anything."""
        match = request.resolver_match
        for kind in kinds_of(request, match) if match else ():
            limit = settings.LIMITS.get(kind)
            if limit and (wait := _too_much(kind, limit, client_of(request))):
                return _refusal(request, wait)
        return None


def _too_much(kind: str, limit: Rate, client: str) -> int:
    """Count one more; the seconds until the window ends where it is over the limit, else 0."""
    global _failed_at
    if time.monotonic() - _failed_at < LEFT_ALONE:
        return 0
    now = int(time.time())
    window, gone = divmod(now, limit.seconds)
    key = f"limit:{kind}:{client}:{window}"
    try:
        cache = caches["limits"]
        cache.add(key, 0, timeout=limit.seconds + 1)
        count = cache.incr(key)
    except ValueError:  # dropped between the two lines: as good as a first request
        return 0
    except Exception as error:
        _failed_at = time.monotonic()
        log.warning("nothing is limited: the cache does not count (%s)", type(error).__name__)
        return 0
    return limit.seconds - gone if count > limit.most else 0


def _refusal(request: HttpRequest, wait: int) -> HttpResponse:
    """The page; who asks for data is told by config/json_errors.py."""
    response = render(request, "429.html", {"wait": wait}, status=429)
    response["Retry-After"] = str(wait)
    response["Cache-Control"] = "no-store"
    return response
