"""From an address to the row it names: what was renamed or merged redirects, what readers may not see is not there."""

from typing import TypeVar

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponsePermanentRedirect

from rumours.models import Article, Club, OldAddress, Person, Player, Source, TransferLink

NamedT = TypeVar("NamedT", Club, Player, Person, Source)
NumberedT = TypeVar("NumberedT", Article, TransferLink)
AddressedT = TypeVar("AddressedT", Club, Player, Person, Source, Article, TransferLink)


def by_slug(request: HttpRequest, rows: QuerySet[NamedT], slug: str) -> NamedT | HttpResponsePermanentRedirect:
    """The row of `rows` (already narrowed to what readers may see) with this slug, or a 301 to where it is now.

    Raises Http404 where there is neither. One query for a row that is where it should be.
    """
    row = rows.filter(slug=slug).first()
    return row if row is not None else elsewhere(request, rows, slug)


def elsewhere(request: HttpRequest, rows: QuerySet[NamedT], slug: str) -> HttpResponsePermanentRedirect:
    """A 301 to where the row is now that had this slug before. Raises Http404 where there is none."""
    return moved_to(request, _moved(rows, slug).get_absolute_url())


def by_id(
    request: HttpRequest, rows: QuerySet[NumberedT], pk: int, slug: str
) -> NumberedT | HttpResponsePermanentRedirect:
    """The row of `rows` (already narrowed) with this id, or a 301 where the slug is not its own or the row has moved.

    Raises Http404 where there is no such row.
    """
    row = rows.filter(pk=pk).first()
    if row is not None and row.slug == slug:
        return row
    return moved_to(request, (row or _moved(rows, str(pk))).get_absolute_url())


def moved_to(request: HttpRequest, address: str) -> HttpResponsePermanentRedirect:
    """A 301 to `address` that keeps the query: filters of a renamed club's page still hold."""
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)


def _moved(rows: QuerySet[AddressedT], old: str) -> AddressedT:
    target = OldAddress.objects.target_of(str(rows.model._meta.model_name), old)
    row = rows.filter(pk=target).first() if target is not None else None
    if row is None:
        raise Http404(f"nothing at {old[:140]}")
    return row
