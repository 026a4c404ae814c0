"""What is answered while the database is away, full, overloaded or too slow: 503 and a page that needs none."""

import logging
from collections.abc import Callable

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse

from rumours.views.errors import cause_of, unavailable

log = logging.getLogger(__name__)


class UnavailableMiddleware:
    """Turns a failure of the database into the page, and one line in the log. Innermost, so that it sees it first.

    What fails further out, in the session or at the second factor, comes to the same page by `handler500`.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, (OperationalError, InterfaceError)):
            return None
        log.error("the database failed: %s", cause_of(exception))
        return unavailable(request)
