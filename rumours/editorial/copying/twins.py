"""Which other article has the same text and something to copy."""

from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from rumours.choices import ArticleStatus
from rumours.models import Article, Mention, Quote, Report

_GONE = (ArticleStatus.DROPPED, ArticleStatus.WITHDRAWN)


def twin_of(article: Article) -> Article | None:
    """The article with (nearly) the same text that has tags to copy, the one with the most reports; None for none.

    Whichever of the two came first; also two copies of a third. One that was dropped or withdrawn is nobody's twin.
    The row has `report_total`, its standing reports. One query.
    """
    if not article.body.strip():
        return None
    same = Q(near_copy_of=article) | Q(fingerprint=article.fingerprint)
    if article.near_copy_of_id is not None:
        same |= Q(pk=article.near_copy_of_id) | Q(near_copy_of=article.near_copy_of_id)
    rows = _tagged(Article.objects.filter(same).exclude(pk=article.pk).exclude(status__in=_GONE))
    found: Article | None = rows.select_related("publisher").order_by("-report_total", "pk").first()
    return found


def _tagged(rows: QuerySet[Article]) -> QuerySet[Any]:
    """Those with a standing report, a quote or a name, with the number of their reports."""
    standing = Q(reports__ended_at__isnull=True, reports__withdrawn_at__isnull=True)
    said = Quote.objects.filter(article=OuterRef("pk"), withdrawn_at__isnull=True)
    reported = Report.objects.standing().filter(article=OuterRef("pk"))
    named = Mention.objects.filter(article=OuterRef("pk"))
    return rows.filter(Exists(reported) | Exists(said) | Exists(named)).annotate(
        report_total=Count("reports", filter=standing)
    )
