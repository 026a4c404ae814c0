"""Letting a later, better tagger go over drafts again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import QuerySet

from rumours.choices import ArticleStatus
from rumours.editorial.permissions import require
from rumours.editorial.shared_names import shared_gazetteer
from rumours.editorial.suggesting.running import suggest_for
from rumours.models import Article, WindowSpan
from rumours.tagging import VERSION


@dataclass(frozen=True, slots=True)
class Retagged:
    """What a new run brought for one article."""

    article: Article
    suggestions: int


def outdated() -> "QuerySet[Article]":
    """The drafts that this version of the tagger has not read, oldest first."""
    return Article.objects.drafts().exclude(tagger_run__version=VERSION).order_by("pk")


def retag(ids: Iterable[int], *, by: User) -> Iterator[Retagged]:
    """Run the tagger over these drafts, in the order given, and tell of each when it is done.

    Each is a transaction of its own, so that a run that is stopped goes on where it was; the names are built once. An
    article that is no draft any more by its turn is passed over. Raises PermissionDenied before the first.
    """
    require(by, "rumours.add_suggestion")
    return _each(list(ids), by)


def _each(ids: list[int], by: User) -> Iterator[Retagged]:
    names, calendar = shared_gazetteer(), WindowSpan.objects.calendar()
    for pk in ids:
        article = Article.objects.filter(pk=pk, status=ArticleStatus.DRAFT).first()
        if article is not None:
            yield Retagged(article, suggest_for(article, by=by, names=names, calendar=calendar))
