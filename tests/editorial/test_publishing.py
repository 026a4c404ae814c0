"""Articles go from draft to readers and back, whole or in part."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from rumours.choices import ArticleStatus
from rumours.editorial.errors import EditorialError, NotReady, WrongState
from rumours.editorial.publishing import (
    blockers,
    drop,
    publish,
    republish,
    undrop,
    withdraw,
    withdraw_quote,
    withdraw_report,
)
from rumours.models import Article, Correction, Quote, Report, TransferLink
from tests.factories import (
    ArticleFactory,
    ChiefFactory,
    MentionFactory,
    PublishedArticleFactory,
    QuoteFactory,
    ReportFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def test_a_published_draft_is_seen_with_all_it_says() -> None:
    article = ArticleFactory()
    report = ReportFactory(article=article)
    other = ReportFactory()
    publish(article, by=ChiefFactory())
    assert list(Article.objects.published()) == [article]
    assert list(TransferLink.objects.published()) == [report.link]
    report.refresh_from_db()
    assert report.shown_from == article.released_at
    other.link.refresh_from_db()
    assert other.link.is_public is False


def test_a_later_hour_schedules_it() -> None:
    article = ArticleFactory()
    publish(article, by=ChiefFactory(), at=timezone.now() + timedelta(hours=2))
    assert article.status == ArticleStatus.PUBLISHED
    assert list(Article.objects.published()) == []
    assert list(Article.objects.published(timezone.now() + timedelta(hours=3))) == [article]


def test_what_is_in_the_way_is_listed_and_nothing_is_published() -> None:
    article = ArticleFactory(body="Another text altogether, and long enough for all the spans that stood in the old.")
    report, quote, mention = (
        ReportFactory(article=article),
        QuoteFactory(article=article),
        MentionFactory(article=article),
    )
    assert {(blocker.row_kind, blocker.row_id) for blocker in blockers(article)} == {
        ("report", report.pk), ("quote", quote.pk), ("mention", mention.pk),
    }  # fmt: skip
    with pytest.raises(NotReady, match="Milan want the defender"):
        publish(article, by=ChiefFactory())
    article.refresh_from_db()
    assert article.status == ArticleStatus.DRAFT


def test_withdrawn_and_shown_again_in_its_old_place() -> None:
    article, by = PublishedArticleFactory(), ChiefFactory()
    released_at = article.released_at
    withdraw(article, by=by, why="Made up.")
    article.refresh_from_db()
    assert (article.status, article.withdrawn_by, article.withdrawn_why) == (ArticleStatus.WITHDRAWN, by, "Made up.")
    assert list(Article.objects.published()) == []
    republish(article, by=by)
    article.refresh_from_db()
    assert (article.status, article.released_at, article.withdrawn_by) == (ArticleStatus.PUBLISHED, released_at, None)


def test_a_dropped_draft_comes_back_as_a_draft() -> None:
    article, by = ArticleFactory(), ChiefFactory()
    drop(article, by=by)
    assert article.status == ArticleStatus.DROPPED
    undrop(article, by=by)
    assert article.status == ArticleStatus.DRAFT


def test_what_somebody_else_did_first_is_not_done_twice() -> None:
    article, by = ArticleFactory(), ChiefFactory()
    stale = Article.objects.get(pk=article.pk)
    publish(article, by=by)
    for action in (publish, drop):
        with pytest.raises(WrongState, match="The article is published"):
            action(stale, by=by)


def test_every_step_needs_its_permission() -> None:
    nobody, article, published = UserFactory(), ArticleFactory(), PublishedArticleFactory()
    quote, report = QuoteFactory(article=published), ReportFactory(article=published)
    with pytest.raises(PermissionDenied):
        publish(article, by=UserFactory(permissions=["change_article", "add_report"]))
    with pytest.raises(PermissionDenied):
        withdraw(published, by=nobody, why="x")
    with pytest.raises(PermissionDenied):
        drop(article, by=nobody)
    with pytest.raises(PermissionDenied):
        withdraw_quote(quote, by=nobody, why="x")
    with pytest.raises(PermissionDenied):
        withdraw_report(report, by=nobody, why="x")


def test_a_single_quote_is_withdrawn_with_a_line_that_repeats_nothing() -> None:
    quote, by = QuoteFactory(article=PublishedArticleFactory()), ChiefFactory()
    other = QuoteFactory(article=quote.article, start=57, text="He")
    withdraw_quote(quote, by=by, why="He never said: He stays with us.")
    assert list(Quote.objects.published()) == [other]
    assert Correction.objects.of(quote.article).get().note == "A quote was withdrawn."
    with pytest.raises(WrongState):
        withdraw_quote(quote, by=by, why="Again.")


def test_a_single_report_is_withdrawn_and_its_link_with_it() -> None:
    report = ReportFactory(article=PublishedArticleFactory())
    withdraw_report(report, by=ChiefFactory(), why="A mistake.")
    assert list(Report.objects.published()) == []
    assert list(TransferLink.objects.published()) == []


def test_a_reason_is_demanded_and_a_drafts_rows_are_deleted_not_withdrawn() -> None:
    by = ChiefFactory()
    with pytest.raises(EditorialError, match="why"):
        withdraw(PublishedArticleFactory(), by=by, why="  ")
    with pytest.raises(WrongState):
        withdraw_quote(QuoteFactory(), by=by, why="x")


def test_history_and_version_tell_who_published() -> None:
    article, by = ArticleFactory(), ChiefFactory()
    publish(article, by=by)
    assert article.history.first().history_user == by
    assert article.version == 2
