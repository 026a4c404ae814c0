"""A log-in ends on the server when nothing was done with it for a while, and after a day whatever was done.

Django ends a session SESSION_COOKIE_AGE after it was saved. Saving it with every request would write a row each time;
so it is saved when a tenth of that is gone. What a page asks for by itself, its user being at lunch, does not count.
"""

import logging
import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.sessions.backends.base import UpdateError
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse

from rumours.accounts.audit import record
from rumours.accounts.gate import OUTSIDE_THE_DESK

log = logging.getLogger(__name__)
BEGUN, SEEN = "begun_at", "seen_at"
BY_ITSELF = frozenset({"admin:rumours_article_tag_state"})
_TENTH = 10


class IdleMiddleware:
    """Stands below AuthenticationMiddleware. Public pages never come here with a session that was read."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *view: Any) -> HttpResponse | None:
        """Runs when the page is known and before it does anything."""
        match = request.resolver_match
        if match is None or settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return None
        is_of_staff = "admin" in match.app_names or match.view_name in OUTSIDE_THE_DESK
        if is_of_staff and request.user.is_authenticated:
            _keep(request, is_act=match.view_name not in BY_ITSELF)
        return None


def _keep(request: HttpRequest, *, is_act: bool) -> None:
    """End the session where it is too old; else keep it, where its user did something."""
    now, session = int(time.time()), request.session
    begun = session.get(BEGUN)
    if begun is not None and now - begun >= settings.SESSION_LONGEST:
        record("log-in ended by time", request)
        logout(request)
    elif is_act and (begun is None or now - session.get(SEEN, 0) >= settings.SESSION_COOKIE_AGE / _TENTH):
        session.setdefault(BEGUN, now)
        session[SEEN] = now
        _save(request)


def _save(request: HttpRequest) -> None:
    """Save now: a page that only reads is not to fail because the disk is full."""
    try:
        request.session.save()
        request.session.modified = False
        request.session.accessed = True
    except (DatabaseError, UpdateError) as error:
        request.session.modified = False
        log.warning("a session could not be kept: %s", type(error).__name__)
