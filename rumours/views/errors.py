"""Pages for what cannot be shown: each says what happened and where to go on. None of them reads the database."""

from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.template.loader import render_to_string

PLAIN_WORDS = (
    "<!doctype html><html lang=en><title>Something broke</title><h1>Something broke here</h1><p>Try again later."
)


def gone(request: HttpRequest) -> HttpResponse:
    """410: what was here has been withdrawn. It names nothing of what it was."""
    return render(request, "410.html", status=410)


def server_error(request: HttpRequest) -> HttpResponse:
    """500, without context; in plain words where even the template fails, for a page about a failure must not."""
    try:
        return HttpResponseServerError(render_to_string("500.html"))
    except Exception:
        return HttpResponseServerError(PLAIN_WORDS)
