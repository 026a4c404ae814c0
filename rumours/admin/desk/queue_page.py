"""What the page of the queue shows: its tabs, its filters as links, its rows."""

from itertools import zip_longest
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.models import User
from django.http import HttpRequest, QueryDict
from django.urls import reverse

from rumours.admin.base import editor
from rumours.choices import ArticleStatus
from rumours.editorial.desk.queue_counts import counts_of
from rumours.editorial.desk.queue_filters import CHOICES, Filters, Sort, Tab
from rumours.editorial.desk.queue_rows import Page, page_of
from rumours.models import Club, DeskSettings, Source

TABS = {Tab.WAITING: "Waiting", Tab.OPEN: "Cards open", Tab.SKIPPED: "Skipped", Tab.DROPPED: "Dropped"}
SORTS = {Sort.NEWEST: "Newest first", Sort.OLDEST: "Oldest first", Sort.NEAREST: "Nearest to done"}
EMPTY = {
    Tab.WAITING: "Nothing waits.",
    Tab.OPEN: "No published article has open cards.",
    Tab.SKIPPED: "You have skipped nothing that still waits.",
    Tab.DROPPED: "Nothing has been dropped.",
}
AFTER = "after"
# By the names of the desk's commands where there is such a one: what an editor remapped there is so here.
KEYS = {
    "next": "j", "previous": "k", "take_next": "n", "skip": "s", "drop": "d", "undo": "z", "filter": "/", "help": "?",
}  # fmt: skip
_SHARED = ("next", "previous", "skip", "undo", "help")


def filters_in(query: QueryDict) -> Filters:
    """The filters that a query string asks for."""
    return Filters.parse(dict(query.lists()))


def address(filters: Filters, after: str = "") -> str:
    """Where the queue shows this."""
    more = "&" + urlencode({AFTER: after}) if after else ""
    return f"{reverse('admin:rumours_article_queue')}?{filters.query}{more}"


def keys_of(settings: DeskSettings | None) -> dict[str, str]:
    """The keys of the queue as this editor has them; one that he gave to something else stays as it was."""
    keys = dict(KEYS)
    for name in _SHARED:
        own = settings.keys.get(name) if settings is not None else None
        if isinstance(own, str) and len(own) == 1 and own not in keys.values():
            keys[name] = own
    return keys


def queue_context(request: HttpRequest, filters: Filters, after: str, settings: DeskSettings | None) -> dict[str, Any]:
    """Everything that the list and its filters show. Three queries."""
    by = editor(request)
    page = page_of(filters, by=by, after=after)
    _mark(page, by)
    counts = counts_of(filters, by=by)
    return {
        "filters": filters,
        "tabs": [
            (label, address(Filters(tab=tab, sort=filters.sort)), tab == filters.tab) for tab, label in TABS.items()
        ],
        "sorts": [(label, _sorted(filters, sort), sort == filters.sort) for sort, label in SORTS.items()],
        "facets": [(facet, _links(filters, facet)) for facet in counts.facets],
        "kept": [(name, value) for name in ("tab", "sort", *CHOICES) for value in _values(filters, name)],
        "counts": counts,
        "rows": page.rows,
        "keys": keys_of(settings),
        "may_act": by.has_perm("rumours.change_suggestion"),
        "after": after,
        "first": address(filters),
        "next": address(filters, page.next) if page.next else "",
        "clear": address(filters.cleared()) if filters.is_narrow else "",
        "empty": "Nothing here fits these filters." if filters.is_narrow else EMPTY[filters.tab],
    }


def named(typed: str, filters: Filters) -> Filters | None:
    """The filters with the clubs and sources of this name chosen too; None where nothing is so called."""
    found = filters
    for name, model in (("club", Club), ("source", Source)):
        entities: Any = model.objects
        slugs = list(entities.called(typed).values_list("slug", flat=True)[:4])
        for slug in slugs or list(entities.named(typed).values_list("slug", flat=True)[:1]):
            found = found if slug in getattr(found, name) else found.toggled(name, slug)
        if found is not filters:
            return found
    return None


def _mark(page: Page, by: User) -> None:
    """What may be done with each row, and the row after it, at which the page goes on without JavaScript."""
    may_publish = by.has_perm("rumours.publish_article")
    for row, later in zip_longest(page.rows, page.rows[1:]):
        row.is_draft = row.status == ArticleStatus.DRAFT
        row.is_dropped = row.status == ArticleStatus.DROPPED
        row.may_take = (row.is_draft or may_publish) and not row.is_dropped and (row.is_mine or not row.held)
        row.percent = round(100 * row.surest) if row.surest is not None else None
        row.later = later.pk if later is not None else None


def _sorted(filters: Filters, sort: Sort) -> str:
    values = {name: getattr(filters, name) for name in CHOICES}
    return address(Filters(tab=filters.tab, sort=sort, **values))


def _links(filters: Filters, facet: Any) -> list[tuple[Any, str]]:
    return [(choice, address(filters.toggled(facet.name, choice.value))) for choice in facet.choices]


def _values(filters: Filters, name: str) -> tuple[str, ...]:
    value = getattr(filters, name)
    return value if isinstance(value, tuple) else (value.value,)
