"""Showing articles to readers and taking them back, whole or a single quote or report."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from rumours.choices import ArticleStatus
from rumours.editorial.actors import save_by
from rumours.editorial.blocking import blockers
from rumours.editorial.corrections import add_correction
from rumours.editorial.deriving import refresh_article
from rumours.editorial.errors import EditorialError, NotReady, WrongState
from rumours.editorial.hours import keep_appointment
from rumours.editorial.permissions import require
from rumours.models import Article, Quote, Report

__all__ = [
    "blockers", "drop", "publish", "republish", "undrop", "withdraw", "withdraw_quote", "withdraw_report",
]  # fmt: skip


@transaction.atomic
def publish(article: Article, *, by: User, at: datetime | None = None) -> None:
    """Show a draft to readers from `at` (UTC; default: now; a later hour schedules it).

    Raises NotReady listing what is in the way, WrongState for what is no draft, PermissionDenied.
    """
    require(by, "rumours.publish_article")
    _show(article, by, at or timezone.now(), ArticleStatus.DRAFT)


@transaction.atomic
def republish(article: Article, *, by: User, at: datetime | None = None) -> None:
    """Show a withdrawn article again, in its old place of the lists unless `at` (UTC) is given. Raises as `publish`."""
    require(by, "rumours.publish_article")
    _show(article, by, at or article.released_at or timezone.now(), ArticleStatus.WITHDRAWN)


@transaction.atomic
def withdraw(article: Article, *, by: User, why: str) -> None:
    """Take a published article from readers at once, with all that only it says. Raises WrongState, EditorialError."""
    require(by, "rumours.publish_article")
    _check_reason(why)
    _change_status(article, by, ArticleStatus.PUBLISHED, ArticleStatus.WITHDRAWN, timezone.now(), why)
    keep_appointment(article, now=timezone.now())
    refresh_article(article)


@transaction.atomic
def drop(article: Article, *, by: User) -> None:
    """Set a draft aside as no rumour; importing it again does not bring it back. Raises WrongState."""
    require(by, "rumours.change_article")
    _change_status(article, by, ArticleStatus.DRAFT, ArticleStatus.DROPPED)


@transaction.atomic
def undrop(article: Article, *, by: User) -> None:
    """Make a dropped article a draft again. Raises WrongState."""
    require(by, "rumours.change_article")
    _change_status(article, by, ArticleStatus.DROPPED, ArticleStatus.DRAFT)


@transaction.atomic
def withdraw_quote(quote: Quote, *, by: User, why: str) -> None:
    """Take one quote from readers; `why` is for the desk, the public line repeats nothing. Raises WrongState."""
    require(by, "rumours.withdraw_quote")
    _withdraw_row(quote, by, why, "A quote was withdrawn.")


@transaction.atomic
def withdraw_report(report: Report, *, by: User, why: str) -> None:
    """Take one report from readers, and what it adds to its link. As `withdraw_quote`."""
    require(by, "rumours.withdraw_report")
    _withdraw_row(report, by, why, "A report was withdrawn.")


def _withdraw_row(row: Quote | Report, by: User, why: str, line: str) -> None:
    _check_reason(why)
    if row.withdrawn_at is not None or (isinstance(row, Report) and row.ended_at is not None):
        raise WrongState("This has been withdrawn or corrected before")
    if not row.article.was_shown:
        raise WrongState("Readers have not seen this: delete it from the draft instead")
    row.withdrawn_at, row.withdrawn_by, row.withdrawn_why = timezone.now(), by, why
    save_by(row, by, ["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    add_correction(row.article, line, by=by)
    refresh_article(row.article)


def _show(article: Article, by: User, at: datetime, was: ArticleStatus) -> None:
    in_the_way = blockers(article)
    if in_the_way:
        raise NotReady(in_the_way)
    article.released_at = at
    _change_status(article, by, was, ArticleStatus.PUBLISHED)
    article.reports.filter(Q(shown_from__isnull=True) | Q(shown_from__gt=at)).update(shown_from=at)
    keep_appointment(article, now=timezone.now())
    refresh_article(article)


def _change_status(
    article: Article, by: User, was: ArticleStatus, will_be: ArticleStatus, at: datetime | None = None, why: str = ""
) -> None:
    """Move the article on, unless somebody else already did."""
    locked = Article.objects.select_for_update().values("status").get(pk=article.pk)
    if locked["status"] != was:
        raise WrongState(f"The article is {locked['status']}: only what is {was} can become {will_be}")
    article.status = will_be
    article.withdrawn_at, article.withdrawn_by, article.withdrawn_why = at, by if at else None, why if at else None
    save_by(article, by, ["status", "released_at", "withdrawn_at", "withdrawn_by", "withdrawn_why"])
    Article.objects.filter(pk=article.pk).update(version=F("version") + 1)
    article.refresh_from_db(fields=["version"])


def _check_reason(why: str) -> None:
    if not why.strip():
        raise EditorialError("Say why it is withdrawn")
