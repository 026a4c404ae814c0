"""A name for each request, in every line of the log that it causes and in its answer: the one finds the other."""

import re
import secrets
from collections.abc import Callable
from contextvars import ContextVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse

HEADER = "X-Request-ID"
_GIVEN = re.compile(r"[A-Za-z0-9_.-]{8,64}", re.ASCII)
_current: ContextVar[str] = ContextVar("request_id", default="")


def current() -> str:
    """The name of the request that is being answered; empty outside of one."""
    return _current.get()


def of(asked: object) -> str:
    """The name of a request that a line of the log is about; of the current one where it is about none."""
    return str(getattr(asked, "request_id", "")) or current()


def fresh() -> str:
    """A name that no other request has."""
    return secrets.token_hex(8)


class RequestIdMiddleware:
    """Names each request, outermost of all; the name that a proxy of ours gave stays, one from a stranger does not."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        name = _given(request) or fresh()
        request.request_id = name  # type: ignore[attr-defined]  # Django tells of the answer when all this is over
        token = _current.set(name)
        try:
            response = self.get_response(request)
        finally:
            _current.reset(token)
        response[HEADER] = name
        return response


def _given(request: HttpRequest) -> str:
    """What the proxy says, if there is one; it must overwrite what a visitor sends (nginx: $request_id)."""
    words = request.META.get("HTTP_X_REQUEST_ID", "") if settings.BEHIND_PROXY else ""
    return words if _GIVEN.fullmatch(words) else ""
