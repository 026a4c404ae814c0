"""What no address may ask, at the desk as little as in public: refused with a 400 before anything else reads it."""

import logging
import re
from collections.abc import Callable
from urllib.parse import unquote_to_bytes

from django.core.exceptions import BadRequest
from django.db import DataError
from django.http import HttpRequest, HttpResponse

from rumours.filters.query import LONGEST_QUERY, BadQuery
from rumours.views.base import bad_query

log = logging.getLogger(__name__)
MOST_FIELDS = 400
WHOLE = "the address"
_PATTERN = re.compile(rb"__i?regex(?:=|&|$)")  # the stock admin would run it, and one can be made to take for ever
_PLAIN_NAME = re.compile(r"[a-z_]{1,20}", re.ASCII)  # nothing else of what was sent is repeated


class BoundedQueryMiddleware:
    """Refuses queries that are too long, have too many parts, hold a NUL or are no UTF-8; and paths that hold a NUL.

    Views read what is left as text, as they must. A database could not take a NUL, and a broken letter would be
    replaced in silence.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\0" in request.path_info:
            raise BadRequest("a NUL in a path")
        try:
            refuse(request.META.get("QUERY_STRING", ""))
        except BadQuery as error:
            return bad_query(request, error)
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The stock admin hands any value of any column on to the database; what that cannot take is a bad address."""
        match = request.resolver_match
        if match is None or "admin" not in match.app_names or request.method not in ("GET", "HEAD"):
            return None
        looked_up = "__" in request.META.get("QUERY_STRING", "") and isinstance(exception, ValueError)
        if looked_up or isinstance(exception, (OverflowError, DataError)):
            log.warning("refused at %s: %s", match.view_name, type(exception).__name__)
            return bad_query(request, BadQuery(WHOLE, "numbers and dates that a column can hold"))
        return None


def refuse(query: str) -> None:
    """Raise BadQuery for a query string, as it was sent, that no page can answer."""
    if not query:
        return
    if len(query) > LONGEST_QUERY:
        raise BadQuery(WHOLE, f"at most {LONGEST_QUERY:,} characters after the question mark")
    if query.count("&") >= MOST_FIELDS:
        raise BadQuery(WHOLE, f"at most {MOST_FIELDS} parts after the question mark")
    if not _is_text(query):
        broken = next(part for part in query.split("&") if not _is_text(part))
        name = broken.partition("=")[0]
        raise BadQuery(name if _PLAIN_NAME.fullmatch(name) else WHOLE, "text in UTF-8 without a NUL")
    if _PATTERN.search(unquote_to_bytes(query)):
        raise BadQuery(WHOLE, "no regular expression")


def _is_text(sent: str) -> bool:
    """Whether the percent-encoded characters are UTF-8, and none a NUL. WSGI hands bytes on as Latin-1."""
    try:
        return "\0" not in unquote_to_bytes(sent.encode("latin-1")).decode()
    except UnicodeError:
        return False
