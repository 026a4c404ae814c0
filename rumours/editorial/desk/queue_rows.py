"""A page of the queue: its rows with what they show, read in one query."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Case, CharField, Count, F, Max, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce, Concat, Trim

from rumours.choices import SuggestionKind
from rumours.editorial.desk.queue import Place, following, in_order, rows_of
from rumours.editorial.desk.queue_filters import Filters
from rumours.models import Article, Suggestion, Visit

SIZE = 50
# What a row shows beside the article's own columns.
Row = Any


@dataclass(frozen=True)
class Page:
    """A stretch of the queue; `next` names where it goes on, empty at its end."""

    rows: list[Row]
    next: str


def page_of(filters: Filters, *, by: User, after: str = "", size: int = SIZE) -> Page:
    """The rows that follow a place (as in `Page.next`; else from the start). One query.

    Each row has `open_links`, `open_quotes`, `open_names` (cards), `surest` (best confidence of an open link or None),
    `here` and `held` (names of another editor who is there, of whoever has claimed it; empty for none).
    """
    rows = in_order(filters.narrow(rows_of(filters.tab, by=by)), filters.sort)
    place = Place.parse(after)
    if place is not None:
        rows = following(rows, filters.sort, place)
    found = list(_shown(rows, by)[: size + 1])
    return Page(found[:size], str(Place.of(found[size - 1])) if len(found) > size else "")


def _shown(rows: QuerySet[Article], by: User) -> QuerySet[Any]:
    cards = Suggestion.objects.open_cards().filter(article=OuterRef("pk")).order_by()
    links = cards.filter(kind=SuggestionKind.LINK)
    visits = Visit.objects.filter(article=OuterRef("pk"))
    return (
        rows.select_related("publisher")
        .defer("body", "standfirst")
        .annotate(
            open_links=_total(links),
            open_quotes=_total(cards.filter(kind=SuggestionKind.QUOTE)),
            open_names=_total(cards.names()),
            surest=Subquery(links.values("article").annotate(most=Max("confidence")).values("most")),
            here=_name(visits.present().exclude(user=by)),
            held=_name(visits.claiming()),
            is_mine=_name(visits.claiming().filter(user=by)),
        )
    )


def _total(cards: QuerySet[Suggestion]) -> Coalesce:
    return Coalesce(Subquery(cards.values("article").annotate(n=Count("pk")).values("n")), Value(0))


def _name(visits: QuerySet[Visit]) -> Coalesce:
    """Who made the last of these visits, as colleagues read it."""
    full = Trim(Concat("user__first_name", Value(" "), "user__last_name"))
    name = Case(When(user__first_name="", user__last_name="", then=F("user__username")), default=full)
    return Coalesce(Subquery(visits.order_by("-seen_at").values_list(name)[:1], output_field=CharField()), Value(""))
