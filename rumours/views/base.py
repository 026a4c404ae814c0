"""What the public pages share: reading only, and a clear 400 where an address asks for what cannot be."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views import View

from rumours.filters.query import BadQuery
from rumours.views.data_errors import bad_data_query, is_data

# Browsers keep these without asking again, but a merge may be undone and an article shown again.
KEPT_FOR_EVER = (301, 410)


class PublicView(View):
    """A page for readers: GET and HEAD only."""

    http_method_names = ["get", "head"]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            response = super().dispatch(request, *args, **kwargs)
        except BadQuery as error:
            return bad_query(request, error)
        if response.status_code in KEPT_FOR_EVER:
            response.headers.setdefault("Cache-Control", "no-cache")
        return response


def bad_query(request: HttpRequest, error: BadQuery) -> HttpResponse:
    """The 400 page (JSON at data addresses): it names the parameter and what it may hold, and repeats nothing."""
    if is_data(request.path):
        return bad_data_query(error)
    return render(request, "rumours/bad_query.html", {"error": error, "path": request.path}, status=400)
