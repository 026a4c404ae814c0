"""The queue of articles to tag: what is in it, in which order, and who gets the next one.

Nothing here counts or sorts a whole table: a page is read along an index from its cursor, and "nearest to done" sorts
the newest NEAR articles that wait.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from re import fullmatch
from typing import Any, Self

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from rumours.choices import ArticleStatus
from rumours.editorial.desk.queue_filters import Filters, Sort, Tab, kept_of
from rumours.editorial.desk.visits import busy, hold
from rumours.models import Article, Suggestion, Visit

__all__ = ["Place", "following", "in_order", "is_in_queue", "next_in_queue", "rows_of"]

NEAR = 500
# Articles on which nothing is decided yet come after all others, however few their cards.
UNTOUCHED = 100_000
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
NEWEST_FIRST = ("-received_at", "-id")


@dataclass(frozen=True)
class Place:
    """Where a row stands in an order: a page goes on after it, whatever came in meanwhile."""

    rank: int
    received_at: datetime
    pk: int

    @classmethod
    def of(cls, row: Any) -> Self:
        """The place of a row of `in_order`."""
        return cls(getattr(row, "rank", 0), row.received_at, row.pk)

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """From the address; None for what is no place."""
        match = fullmatch(r"([0-9]{1,7})\.([0-9]{1,17})\.([0-9]{1,18})", text)
        if match is None:
            return None
        rank, micros, pk = map(int, match.groups())
        return cls(rank, EPOCH + micros * MICROSECOND, pk)

    def __str__(self) -> str:
        return f"{self.rank}.{(self.received_at - EPOCH) // MICROSECOND}.{self.pk}"


def rows_of(tab: Tab, *, by: User) -> QuerySet[Article]:
    """The articles of a tab for this editor, in no order. What he skipped has a tab of its own."""
    skipped = Visit.objects.filter(user=by, skipped_at__isnull=False)
    if tab == Tab.DROPPED:
        return Article.objects.filter(status=ArticleStatus.DROPPED)
    if tab == Tab.SKIPPED:
        return Article.objects.filter(_workable(), pk__in=skipped.order_by().values("article"))
    rows = _with_cards_open() if tab == Tab.OPEN else Article.objects.needing_tags()
    return rows.filter(~Exists(skipped.filter(article=OuterRef("pk"))))


def is_in_queue(article: Article) -> bool:
    """Whether it can be worked on at all: a draft, or published with cards open."""
    return Article.objects.filter(_workable(), pk=article.pk).exists()


def in_order(rows: QuerySet[Article], sort: Sort) -> QuerySet[Article]:
    """The rows as this order has them; of nearest to done the newest NEAR, with their `rank`."""
    if sort == Sort.OLDEST:
        return rows.order_by("received_at", "id")
    if sort == Sort.NEWEST:
        return rows.order_by(*NEWEST_FIRST)
    near = Article.objects.filter(pk__in=rows.order_by(*NEWEST_FIRST).values("pk")[:NEAR])
    return near.annotate(rank=_rank()).order_by("rank", *NEWEST_FIRST)


def following(rows: QuerySet[Article], sort: Sort, place: Place) -> QuerySet[Article]:
    """Of rows of `in_order` those after a place."""
    at = place.received_at
    if sort == Sort.OLDEST:
        return rows.filter(Q(received_at__gt=at) | Q(id__gt=place.pk), received_at__gte=at)
    below = Q(Q(received_at__lt=at) | Q(id__lt=place.pk), received_at__lte=at)
    if sort == Sort.NEWEST:
        return rows.filter(below)
    return rows.filter(Q(rank__gt=place.rank) | Q(below, rank=place.rank))


@transaction.atomic
def next_in_queue(*, by: User, filters: Filters | None = None, after: Article | None = None) -> Article | None:
    """The article that comes next for this editor, claimed for him at once; None when nothing waits.

    `filters`: those he used last when none are given. `after`: the article just left; the queue goes on behind it and
    then from its start; what he skipped comes last. Two editors who ask at once get two articles.
    """
    for rows in _stretches(by, filters or kept_of(by), after):
        found = _first_free(rows, by)
        if found is not None:
            hold(found, by)
            return found
    return None


def _stretches(by: User, filters: Filters, after: Article | None) -> Iterator[QuerySet[Article]]:
    """Where to look, one after another."""
    if filters.tab == Tab.DROPPED:
        filters = replace(filters, tab=Tab.WAITING)
    taken = Visit.objects.filter(busy(for_=by), article=OuterRef("pk"))
    free = filters.narrow(rows_of(filters.tab, by=by)).filter(~Exists(taken))
    if after is not None:
        free = free.exclude(pk=after.pk)
        if filters.sort != Sort.NEAREST:
            yield following(in_order(free, filters.sort), filters.sort, Place.of(after))
    yield in_order(free, filters.sort)
    if filters.tab == Tab.WAITING:
        skipped = rows_of(Tab.SKIPPED, by=by).filter(~Exists(taken), status=ArticleStatus.DRAFT)
        last = filters.narrow(skipped)
        mine = Visit.objects.filter(article=OuterRef("pk"), user=by).values("skipped_at")
        others = last.exclude(pk=after.pk) if after is not None else last
        yield others.order_by(Subquery(mine), "id")


def _first_free(rows: QuerySet[Article], by: User) -> Article | None:
    """The first row that nobody holds or has just taken, locked until the end of the transaction.

    What another is taking at this instant is locked by him and passed over; what he took between our look at the
    claims and our lock is seen by looking again.
    """
    lost: list[int] = []
    while True:
        locked = rows.exclude(pk__in=lost).select_for_update(skip_locked=True, no_key=True, of=("self",))
        found = locked.first()
        if found is None or not Visit.objects.filter(busy(for_=by), article=found).exists():
            return found
        lost.append(found.pk)


def _workable() -> Q:
    """A draft, or published with cards open; asked article by article, for a few of them."""
    cards = Exists(Suggestion.objects.open_cards().filter(article=OuterRef("pk")))
    return Q(status=ArticleStatus.DRAFT) | Q(cards, status=ArticleStatus.PUBLISHED)


def _with_cards_open() -> QuerySet[Article]:
    """All that are published with cards open: those marked as having any, of a kind that an editor decides."""
    cards = Exists(Suggestion.objects.open_cards().filter(article=OuterRef("pk")))
    return Article.objects.filter(cards, status=ArticleStatus.PUBLISHED, has_undecided=True)


def _rank() -> Case:
    """Fewest open cards first; where nothing is decided yet, after all others."""
    of_article = Suggestion.objects.filter(article=OuterRef("pk")).order_by()
    open_cards = of_article.open_cards().values("article").annotate(n=Count("pk")).values("n")
    cards = Coalesce(Subquery(open_cards), Value(0))
    return Case(When(Exists(of_article.decided()), then=cards), default=cards + UNTOUCHED)
