"""Which articles have suggestions that wait: marked on the article, so that those among many are found by an index."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q

from rumours.models import Article, Suggestion


def mark_waiting(articles: Iterable[int] | None = None) -> None:
    """Mark these articles (default: all) as their suggestions are now; one statement, which writes what has changed.

    To be called in the transaction in which suggestions are made, decided or reopened.
    """
    waits = Exists(Suggestion.objects.undecided().filter(article=OuterRef("pk")))
    rows = Article.objects.filter(Q(waits, has_undecided=False) | Q(~Q(waits), has_undecided=True))
    (rows if articles is None else rows.filter(pk__in=list(articles))).update(has_undecided=waits)
