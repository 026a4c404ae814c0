"""Changing what an article says of itself."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import PermissionDenied

from rumours.choices import DatePrecision
from rumours.editorial.deriving import refresh_article
from rumours.editorial.describing import change_details
from rumours.editorial.errors import EditorialError
from rumours.models import Correction, Source
from tests import factories

pytestmark = pytest.mark.django_db

JULY = datetime(2025, 7, 1, 12, tzinfo=UTC)


def test_a_headline_is_changed_and_history_says_by_whom() -> None:
    article, chief = factories.ArticleFactory(headline="Old"), factories.ChiefFactory()
    change_details(article, by=chief, headline="New")
    article.refresh_from_db()
    assert (article.headline, article.version) == ("New", 2)
    assert article.history.first().history_user == chief
    assert Correction.objects.count() == 0


def test_claims_and_words_are_as_old_as_their_article() -> None:
    article = factories.ArticleFactory()
    quote, report = factories.QuoteFactory(article=article), factories.ReportFactory(article=article)
    change_details(article, by=factories.ChiefFactory(), published_at=JULY, precision=DatePrecision.DAY)
    quote.refresh_from_db()
    report.refresh_from_db()
    assert (article.dated_at, quote.dated_at, report.dated_at) == (JULY, JULY, JULY)
    assert report.link.window.code == "2026-winter"


def test_sums_are_worth_what_they_were_in_the_year_of_their_article() -> None:
    for year, eur in ((2024, "1.1"), (2025, "1.25")):
        factories.ExchangeRateFactory(year=year, eur=eur)
    factories.ExchangeRateFactory(year=2026, eur="1.15")
    report = factories.ReportFactory(article=factories.ArticleFactory())
    fee = factories.FeeFactory(report=report, currency="GBP", low=10, high=30, fee_eur=23)
    change_details(report.article, by=factories.ChiefFactory(), published_at=JULY, precision=DatePrecision.DAY)
    fee.refresh_from_db()
    assert fee.fee_eur == 25


def test_what_was_dropped_unseen_is_changed_without_a_public_line() -> None:
    article = factories.ArticleFactory(headline="Old", status="dropped")
    change_details(article, by=factories.UserFactory(permissions=("change_article",)), headline="New")
    article.refresh_from_db()
    assert (article.headline, Correction.objects.count()) == ("New", 0)


def test_a_window_that_was_assumed_is_assumed_anew() -> None:
    article = factories.ArticleFactory()
    assumed = factories.ReportFactory(article=article, window_assumed=True)
    change_details(article, by=factories.ChiefFactory(), published_at=JULY, precision=DatePrecision.DAY)
    assumed.refresh_from_db()
    assert assumed.link.window.code == "2025-summer"


def test_what_was_credited_to_the_publisher_is_credited_to_the_next() -> None:
    article, other = factories.ArticleFactory(), factories.SourceFactory()
    publishers = factories.ReportFactory(article=article)
    credited = factories.ReportFactory(article=article, source=other)
    paper = factories.SourceFactory()
    change_details(article, by=factories.ChiefFactory(), publisher=paper)
    publishers.refresh_from_db()
    credited.refresh_from_db()
    assert (publishers.source, credited.source) == (paper, other)


def test_a_publisher_named_nowhere_else_is_public_no_more() -> None:
    old, new = factories.SourceFactory(), factories.SourceFactory()
    article = factories.PublishedArticleFactory(publisher=old)
    refresh_article(article)
    change_details(article, by=factories.ChiefFactory(), publisher=new, note="It was another paper.")
    assert [source.pk for source in Source.objects.published()] == [new.pk]


def test_what_readers_have_seen_wants_a_note_and_gets_a_public_line() -> None:
    article, chief = factories.PublishedArticleFactory(headline="Old"), factories.ChiefFactory()
    with pytest.raises(EditorialError, match="say in a note"):
        change_details(article, by=chief, headline="New")
    article.refresh_from_db()
    assert article.headline == "Old"
    change_details(article, by=chief, headline="New", note="The headline named another club.")
    assert [line.note for line in Correction.objects.of(article)] == ["The headline named another club."]


def test_an_address_is_one_articles() -> None:
    factories.ArticleFactory(address="https://example.org/a")
    article = factories.ArticleFactory()
    with pytest.raises(EditorialError, match="Another article has the address"):
        change_details(article, by=factories.ChiefFactory(), address="https://example.org/a")


def test_it_takes_permission() -> None:
    with pytest.raises(PermissionDenied):
        change_details(factories.ArticleFactory(), by=factories.UserFactory(), headline="New")
    tagger = factories.UserFactory(permissions=("change_article",))
    with pytest.raises(PermissionDenied):
        change_details(factories.PublishedArticleFactory(), by=tagger, headline="New", note="Better")
