"""What data addresses answer where they cannot answer: one JSON shape for all, which repeats nothing that was sent."""

import re
from http import HTTPStatus

from django.http import JsonResponse

from rumours.filters.query import BadQuery

_DATA = re.compile(r"/api/.*|/.*\.(?:json|csv|atom)", re.ASCII | re.DOTALL)


def is_data(path: str) -> bool:
    """Whether an address is one of data, there or not: its errors are for programs."""
    return _DATA.fullmatch(path) is not None


def refusal(status: int, detail: str, parameter: str | None = None) -> JsonResponse:
    """An error: its status, what it is in a word, which parameter is at fault (null: none), and what may be asked."""
    title = HTTPStatus(status).phrase
    error = {"status": status, "title": title, "parameter": parameter, "detail": detail}
    response = JsonResponse({"error": error}, status=status)
    response["Cache-Control"] = "no-store"
    return response


def bad_data_query(error: BadQuery) -> JsonResponse:
    """The 400 of a data address."""
    return refusal(400, f"It may hold: {error.allowed}", error.parameter)
