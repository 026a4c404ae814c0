"""What data addresses answer where they cannot answer: one JSON shape for all, which repeats nothing that was sent."""

import re
from http import HTTPStatus

from django.http import JsonResponse

from rumours.filters.query import BadQuery, NoSuchRow

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
    """The answer of a data address to a query that cannot be: 404 where it names a row that is not there, else 400."""
    if isinstance(error, NoSuchRow):
        return refusal(404, f"There is no such row: {error.allowed}", error.parameter)
    return refusal(400, f"It may hold: {error.allowed}", error.parameter)
