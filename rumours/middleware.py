"""Public pages only answer questions: whatever would write is refused before anything else looks at it."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

SAFE_METHODS = ["GET", "HEAD"]


class SafeMethodsMiddleware:
    """Answers 405 to any other method on a page of the public site; the admin is left alone."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *view: Any) -> HttpResponse | None:
        """Runs before the check of CSRF tokens, which would answer 403."""
        match = request.resolver_match
        public = match is not None and "rumours" in match.app_names
        return HttpResponseNotAllowed(SAFE_METHODS) if public and request.method not in SAFE_METHODS else None
