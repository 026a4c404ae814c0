"""Nobody gets past the log-in with a password alone, where the site asks for a second factor."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import ResolverMatch, reverse

from rumours.accounts.second_factor import is_enrolled, is_required

VERIFY, ENROL = "admin:second-factor", "admin:second-factor-enrol"
# Open to a session that has only a password. Everything else for staff is shut, also what is added tomorrow.
OPEN = frozenset({"admin:login", "admin:logout", "admin:jsi18n", VERIFY, ENROL})
OUTSIDE_THE_DESK = frozenset({"rumours:article-preview"})


class SecondFactorMiddleware:
    """Sends whoever asks for a page of the desk to the second factor first, and refuses what would change something.

    Stands below OTPMiddleware, which knows what a session was verified with. Public pages are not looked at, so that
    they go on without a session.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *view: Any) -> HttpResponse | None:
        """Runs when the page is known and before it does anything."""
        match = request.resolver_match
        if match is None or not is_required() or not _is_shut(match):
            return None
        user: Any = request.user
        if not user.is_authenticated or user.is_verified():
            return None
        if request.method not in ("GET", "HEAD"):
            raise PermissionDenied("the second factor is missing")
        page = reverse(VERIFY if is_enrolled(user) else ENROL)
        return redirect(f"{page}?{urlencode({'next': request.get_full_path()})}")


def _is_shut(match: ResolverMatch) -> bool:
    return ("admin" in match.app_names or match.view_name in OUTSIDE_THE_DESK) and match.view_name not in OPEN
