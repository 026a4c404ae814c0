"""Which verbs are answered: public pages only answer questions, the desk takes forms as well, nobody anything else."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

SAFE_METHODS = ["GET", "HEAD"]
DESK_METHODS = [*SAFE_METHODS, "POST"]


class SafeMethodsMiddleware:
    """Answers 405 to any method but GET and HEAD, and POST at the desk."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *view: Any) -> HttpResponse | None:
        """Runs before the check of CSRF tokens, which would answer 403."""
        match = request.resolver_match
        if match is not None and "api" in match.app_names:
            return None  # data refuses by itself, in its own form
        allowed = DESK_METHODS if match is not None and "admin" in match.app_names else SAFE_METHODS
        return None if request.method in allowed else HttpResponseNotAllowed(allowed)
