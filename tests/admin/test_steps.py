"""Publishing, withdrawing, dropping, redacting: the steps of an article, a quote and a report."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from rumours.models import Article, Correction
from tests import factories
from tests.admin.forms import fill_in


def step(client: Client, row: Any, name: str, **typed: Any) -> Any:
    address = reverse(f"admin:rumours_{row._meta.model_name}_step", args=[row.pk, name])
    return client.post(address, typed, follow=True)


def told(response: Any) -> list[str]:
    return [str(message) for message in response.context["messages"]]


def status(article: Article) -> str:
    article.refresh_from_db()
    return article.status


def test_publish_and_back(editor: Client) -> None:
    article = factories.ArticleFactory(headline="Milan want him")
    assert told(step(editor, article, "publish")) == ["Readers now see “Milan want him”. Withdraw takes it back."]
    assert status(article) == "published"
    assert editor.get(article.get_absolute_url()).status_code == 200
    assert told(step(editor, article, "withdraw", why="Wrong")) == [
        "Readers no longer see “Milan want him”. Republish brings it back."
    ]
    assert (status(article), article.withdrawn_why, article.withdrawn_by.username) == ("withdrawn", "Wrong", "editor")
    step(editor, article, "republish")
    assert status(article) == "published"


def test_an_hour_can_be_changed_by_taking_the_article_back(editor: Client) -> None:
    article = factories.ArticleFactory(headline="Milan want him")
    told_at = "Readers will see “Milan want him” from {} UTC on 1 January 2200."
    assert told(step(editor, article, "schedule", day="2200-01-01", hour="10:00")) == [told_at.format("10:00")]
    step(editor, article, "withdraw", why="Too early")
    assert told(step(editor, article, "republish")) == [told_at.format("10:00")]
    step(editor, article, "withdraw", why="Too early")
    assert told(step(editor, article, "schedule", day="2200-01-01", hour="12:30")) == [told_at.format("12:30")]
    assert (status(article), article.released_at) == ("published", datetime(2200, 1, 1, 12, 30, tzinfo=UTC))
    assert editor.get(article.get_absolute_url()).status_code == 404


def test_what_is_in_the_way_is_listed_and_refuses(editor: Client) -> None:
    article = factories.ArticleFactory()
    factories.ReportFactory(article=article, text="Nowhere in the body")
    factories.QuoteFactory(article=article, text="Nor this")
    response = step(editor, article, "publish")
    lines = [
        "The article no longer has these words of a quote: “Nor this”",
        "The article no longer has these words of a report: “Nowhere in the body”",
    ]
    assert response.context["form"].non_field_errors() == lines
    assert response.context["hinders"] == lines
    assert status(article) == "draft"


def test_save_and_publish_is_one_press(editor: Client) -> None:
    article = factories.ArticleFactory()
    address = reverse("admin:rumours_article_change", args=[article.pk])
    fill_in(editor, address, "article_form", headline="At last", _publish="1")
    assert (status(article), article.headline) == ("published", "At last")


def test_save_and_publish_saves_where_it_cannot_publish(editor: Client) -> None:
    article = factories.ArticleFactory()
    report = factories.ReportFactory(article=article)
    address = reverse("admin:rumours_article_change", args=[article.pk])
    fill_in(editor, address, "article_form", headline="At last", body="Nothing of it", _publish="1")
    assert (status(article), article.headline) == ("draft", "At last")
    assert report.text == "Milan want the defender."


def test_a_contributor_is_not_offered_to_publish(contributor: Client) -> None:
    article = factories.ArticleFactory()
    address = reverse("admin:rumours_article_change", args=[article.pk])
    assert 'name="_publish"' not in contributor.get(address).content.decode()


def test_publish_at_an_hour(editor: Client) -> None:
    article = factories.ArticleFactory()
    refused = step(editor, article, "schedule", day="2020-01-01", hour="10:00")
    assert refused.context["form"].non_field_errors() == ["That hour is past: publish it now, or choose one to come."]
    step(editor, article, "schedule", day="2130-01-01", hour="10:00")
    assert (status(article), f"{article.released_at:%Y-%m-%d %H:%M}") == ("published", "2130-01-01 10:00")
    assert editor.get(article.get_absolute_url()).status_code == 404


def test_a_withdrawal_says_why(editor: Client) -> None:
    article = factories.PublishedArticleFactory()
    assert step(editor, article, "withdraw", why="").context["form"].errors == {"why": ["This field is required."]}
    assert status(article) == "published"


def test_a_contributor_drops_a_draft(contributor: Client) -> None:
    article = factories.ArticleFactory()
    step(contributor, article, "drop")
    assert status(article) == "dropped"


def test_what_was_dropped_is_brought_back(editor: Client) -> None:
    article = factories.ArticleFactory(status="dropped")
    step(editor, article, "undrop")
    assert status(article) == "draft"


def test_a_step_that_does_not_fit_the_state_is_refused(editor: Client) -> None:
    article = factories.PublishedArticleFactory(headline="Out")
    assert told(step(editor, article, "publish")) == ["“Out” is not in a state for this: publish."]


def test_words_are_redacted(chief: Client) -> None:
    article = factories.PublishedArticleFactory()
    response = step(chief, article, "redact", words="Juventus", why="A court order")
    assert told(response) == ["8 characters redacted: A court order"]
    article.refresh_from_db()
    assert "Juventus" not in article.body
    assert "Juventus" not in response.content.decode()


@pytest.mark.parametrize("factory", [factories.QuoteFactory, factories.ReportFactory])
def test_a_single_quote_or_report_is_withdrawn_with_a_reason(editor: Client, factory: Any) -> None:
    row = factory(article=factories.PublishedArticleFactory())
    step(editor, row, "withdraw", why="He denies it")
    row.refresh_from_db()
    assert (row.withdrawn_why, row.withdrawn_by.username) == ("He denies it", "editor")
    assert Correction.objects.count() == 1


def test_what_nobody_has_seen_is_not_withdrawn(editor: Client) -> None:
    quote = factories.QuoteFactory()
    step(editor, quote, "withdraw", why="No")
    quote.refresh_from_db()
    assert quote.withdrawn_at is None


def test_the_sums_of_a_report_that_readers_have_seen_are_corrected_with_it(editor: Client) -> None:
    report = factories.ReportFactory(article=factories.PublishedArticleFactory())
    factories.FeeFactory(report=report)
    address = reverse("admin:rumours_report_change", args=[report.pk])
    response = fill_in(
        editor, address, "report_form", fees__0__low="31000000", fees__0__high="32000000", note="It is 31."
    )
    assert response.status_code == 302
    report.refresh_from_db()
    assert list(report.successor.fees.values_list("low", "high")) == [(31_000_000, 32_000_000)]
    assert list(report.fees.values_list("low", flat=True)) == [30_000_000]
    assert report.ended_why == "It is 31."
