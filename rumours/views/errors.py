"""Pages for what cannot be shown: each says what happened and where to go on. None of them reads the database."""

import sys

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseServerError, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from rumours.views.data_errors import is_data, refusal

PLAIN_WORDS = (
    "<!doctype html><html lang=en><title>Something broke</title><h1>Something broke here</h1><p>Try again later."
)
RETRY_AFTER = 5  # seconds
_AWAY = "The site cannot reach its data just now. Nothing was changed; try again in a moment."
# Forms of these pages, and those with a password in them, are not given back.
_SECRET_PAGES = ("admin:login", "admin:second-factor")
_MOST_FIELDS = 5000


def gone(request: HttpRequest) -> HttpResponse:
    """410: what was here has been withdrawn. It names nothing of what it was."""
    return render(request, "410.html", status=410)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400; 413 with the limit where what was sent is too large to be read at all."""
    if isinstance(exception, RequestDataTooBig):
        megabytes = settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 1_000_000
        return render(request, "413.html", {"megabytes": megabytes}, status=413)
    return render(request, "400.html", status=400)


def server_error(request: HttpRequest) -> HttpResponse:
    """500, without context; in plain words where even the template fails, for a page about a failure must not.

    503 where it was the database that failed.
    """
    if isinstance(sys.exc_info()[1], (OperationalError, InterfaceError)):
        return unavailable(request)
    try:
        return HttpResponseServerError(render_to_string("500.html"))
    except Exception:
        return HttpResponseServerError(PLAIN_WORDS)


def unavailable(request: HttpRequest) -> HttpResponse:
    """503: the database is away, full or too slow. A form that was sent comes back with what was typed in it."""
    if request.content_type == "application/json":  # the desk's
        response: HttpResponse = JsonResponse({"error": "unavailable", "message": _AWAY}, status=503)
    elif wants_json(request):
        response = refusal(503, _AWAY)
    else:
        typed = typed_in(request)
        page = render_to_string("503.html", {"typed": typed, "address": request.get_full_path() if typed else ""})
        response = HttpResponse(page, status=503)
    response["Retry-After"] = str(RETRY_AFTER)
    response["Cache-Control"] = "no-store"
    return response


def wants_json(request: HttpRequest) -> bool:
    """Whether the asker reads JSON and no pages."""
    if is_data(request.path):
        return True
    return request.accepts("application/json") and not request.accepts("text/html")


def typed_in(request: HttpRequest) -> list[tuple[str, str]]:
    """Names and values of the form that was sent, so that they can be sent once more; none of one with a password.

    Its token goes back with it: one that was made up by a stranger is refused as it would have been the first time.
    """
    if request.method != "POST":
        return []
    try:
        sent = [(name, value) for name, values in request.POST.lists() for value in values if isinstance(value, str)]
    except Exception:  # what could not be read cannot be given back
        return []
    match = request.resolver_match
    if match is None or match.view_name.startswith(_SECRET_PAGES) or any("password" in name for name, _ in sent):
        return []
    return sent[:_MOST_FIELDS]


def cause_of(error: BaseException) -> str:
    """The first line of what the database said, for the log."""
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
