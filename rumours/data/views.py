"""Data addresses: the rows of a list, one form a suffix."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.csrf import csrf_exempt

from rumours.data.asking import data_asked
from rumours.data.columns import Column, RowT, Value, absolute, record
from rumours.data.entries import MakeEntry
from rumours.data.formats import Format
from rumours.data.formats.atom import feed
from rumours.data.formats.sheet import sheet
from rumours.filters.query import CURSOR, Asked, BadQuery
from rumours.filters.strict import StrictFilters
from rumours.formatting.addresses import as_data
from rumours.views.data_errors import bad_data_query, refusal


@dataclass(frozen=True)
class Listed(Generic[RowT]):
    """Rows of a list, its name for people, the cursor of what follows (empty at the end), and what it is a list of."""

    heading: str
    rows: Sequence[RowT]
    next: str = ""
    of: dict[str, Value] | None = None


class Moved(Exception):
    """The row has another address now."""

    def __init__(self, address: str) -> None:
        self.address = address


@method_decorator(csrf_exempt, name="dispatch")  # it changes nothing: another verb is a 405 and not a missing token
class DataView(View):
    """Answers GET and HEAD; every error is JSON."""

    http_method_names = ["get", "head"]
    name: ClassVar[str]
    about: ClassVar[str]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return super().dispatch(request, *args, **kwargs)
        except BadQuery as error:
            return bad_data_query(error)
        except Moved as moved:
            return _moved(moved.address)
        except Http404:
            return refusal(404, "There is nothing at this address.")

    def http_method_not_allowed(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = refusal(405, "Data can only be read, by GET or HEAD.")
        response["Allow"] = ", ".join(name.upper() for name in self.http_method_names)
        return response


class ListData(DataView, Generic[RowT]):
    """A list of rows. Subclasses name their filters, columns and how a row becomes an entry, and find the rows."""

    filters: ClassVar[type[StrictFilters] | None] = None
    parameters: ClassVar[Sequence[str]] = (CURSOR,)
    columns: ClassVar[Sequence[Column[Any]]]
    of_columns: ClassVar[Sequence[Column[Any]]] = ()
    entry: ClassVar[MakeEntry | None] = None

    @classmethod
    def forms(cls) -> list[Format]:
        """The forms it has: directories have no movement to follow, so no feed."""
        return [Format.JSON, Format.CSV, *([Format.ATOM] if cls.entry else [])]

    def listed(self, request: HttpRequest, asked: Asked, **kwargs: Any) -> Listed[RowT]:
        """The rows asked for. Raises BadQuery, Http404, and Moved with the address of the page."""
        raise NotImplementedError

    def get(self, request: HttpRequest, form: Format, **kwargs: Any) -> HttpResponse:
        if form not in self.forms():
            raise Http404("no such form of this list")
        asked = data_asked(request, self.parameters, form)
        try:
            listed = self.listed(request, asked, **kwargs)
        except Moved as moved:
            raise Moved(as_data(moved.address, form)) from None
        return _ANSWERS[form](self, asked, listed)

    def as_json(self, asked: Asked, listed: Listed[RowT]) -> HttpResponse:
        body: dict[str, Any] = {
            "heading": listed.heading,
            "page": absolute(asked.canonical),
            "next": _next(asked, listed, Format.JSON) or None,
        }
        if self.of_columns:
            body["of"] = listed.of
        body["rows"] = [record(self.columns, row) for row in listed.rows]
        return _linked(JsonResponse(body, json_dumps_params={"ensure_ascii": False}), asked, listed, Format.JSON)

    def as_csv(self, asked: Asked, listed: Listed[RowT]) -> HttpResponse:
        response = HttpResponse(sheet(self.columns, listed.rows), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="{asked.path.strip("/").replace("/", "-")}.csv"'
        return _linked(response, asked, listed, Format.CSV)

    def as_atom(self, asked: Asked, listed: Listed[RowT]) -> HttpResponse:
        entry = type(self).entry
        entries = [entry(row) for row in listed.rows] if entry else []
        address = absolute(as_data(asked.canonical, Format.ATOM))
        text = feed(listed.heading, absolute(asked.canonical), address, entries)
        answer = HttpResponse(text, content_type="application/atom+xml; charset=utf-8")
        return _linked(answer, asked, listed, Format.ATOM)


_ANSWERS = {Format.JSON: ListData.as_json, Format.CSV: ListData.as_csv, Format.ATOM: ListData.as_atom}


def _next(asked: Asked, listed: Listed[Any], form: Format) -> str:
    """Where the list goes on in this form; empty at its end."""
    if not listed.next:
        return ""
    start = as_data(asked.canonical, form)
    return absolute(f"{start}{'&' if '?' in start else '?'}{urlencode({CURSOR: listed.next})}")


def _linked(response: HttpResponse, asked: Asked, listed: Listed[Any], form: Format) -> HttpResponse:
    """With where the list goes on, which CSV and feeds cannot say themselves (RFC 8288)."""
    if address := _next(asked, listed, form):
        response["Link"] = f'<{address}>; rel="next"'
    return response


def _moved(address: str) -> HttpResponse:
    """To be asked for again each time: a merge may be undone."""
    answer = HttpResponsePermanentRedirect(address)
    answer["Cache-Control"] = "no-cache"
    return answer


def there(found: RowT | HttpResponsePermanentRedirect) -> RowT:
    """The row that an address names. Raises Moved where it is at another one."""
    if isinstance(found, HttpResponsePermanentRedirect):
        raise Moved(found.url)
    return found
