"""Changing what an article says of itself: headline, publisher, date; what hangs on them follows."""

from datetime import datetime
from typing import TypedDict, Unpack

from django.contrib.auth.models import User
from django.db import models, transaction

from rumours.choices import DatePrecision
from rumours.editorial.actors import save_by
from rumours.editorial.corrections import add_correction, public_note
from rumours.editorial.deriving import refresh_article, refresh_entities
from rumours.editorial.errors import EditorialError
from rumours.editorial.fees import reprice
from rumours.editorial.permissions import require_tagging
from rumours.editorial.reporting import change_report
from rumours.editorial.touching import touch_entities
from rumours.models import Article, Fee, Source


class Details(TypedDict, total=False):
    """What `change_details` may change; `published_at` in UTC, None where unknown."""

    headline: str
    headline_ours: bool
    standfirst: str
    publisher: Source | None
    author: str
    address: str
    language: str
    section: str
    published_at: datetime | None
    precision: DatePrecision
    shown: str


@transaction.atomic
def change_details(article: Article, *, by: User, note: str = "", **details: Unpack[Details]) -> None:
    """Change an article's details, and what hangs on them.

    Its date is that of its reports and quotes, and decides the windows that were assumed; in a draft, what was credited
    to the old publisher for want of another is credited to the new one. Where readers have seen the article a public
    `note` is demanded. Raises EditorialError, PermissionDenied.
    """
    require_tagging(article, by, "rumours.change_article")
    note = public_note(article, note, what="article")
    address = details.get("address", "")
    if address and Article.objects.filter(address=address).exclude(pk=article.pk).exists():
        raise EditorialError(f"Another article has the address {address}")
    old_publisher, old_date = article.publisher, article.dated_at
    for name, value in details.items():
        setattr(article, name, value)
    save_by(article, by, [*details, "dated_at"])
    Article.objects.filter(pk=article.pk).update(version=models.F("version") + 1)
    article.refresh_from_db()
    if article.dated_at != old_date:
        _redate(article, by)
    if article.publisher != old_publisher and not article.was_shown:
        _recredit(article, old_publisher, by)
    if article.was_shown:
        add_correction(article, note, by=by)
    refresh_article(article)
    if article.was_shown and old_publisher:
        refresh_entities(sources=[old_publisher.pk])
        touch_entities(sources=[old_publisher.pk])


def _redate(article: Article, by: User) -> None:
    """Claims, words and rates are as old as their article; in a draft, assumed windows are assumed anew."""
    article.reports.update(dated_at=article.dated_at)
    article.quotes.update(dated_at=article.dated_at)
    for fee in Fee.objects.filter(report__article=article).select_related("report"):
        reprice(fee)
    if not article.was_shown:
        for report in article.reports.standing().filter(window_assumed=True):
            change_report(report, by=by, window=None)


def _recredit(article: Article, old: Source | None, by: User) -> None:
    for report in article.reports.standing().filter(source=old):
        change_report(report, by=by, source=article.publisher)
