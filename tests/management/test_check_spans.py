"""The commands that look over all rows."""

from typing import Any

import pytest
from django.core.management import call_command

from rumours.models import Article, TransferLink
from tests.factories import ArticleFactory, MentionFactory, PublishedArticleFactory, QuoteFactory, ReportFactory

pytestmark = pytest.mark.django_db


def test_nothing_is_said_against_spans_that_stand(capsys: Any) -> None:
    article = ArticleFactory()
    ReportFactory(article=article)
    QuoteFactory(article=article)
    call_command("check_spans")
    assert capsys.readouterr().out == "Every span stands in its text\n"


def test_every_broken_span_is_named_and_the_status_is_1(capsys: Any) -> None:
    article = ArticleFactory()
    mention, report = MentionFactory(article=article), ReportFactory(article=article)
    MentionFactory()
    Article.objects.filter(pk=article.pk).update(body="Something else, but as long as it has to be here.")
    with pytest.raises(SystemExit) as stopped:
        call_command("check_spans")
    assert stopped.value.code == 1
    assert capsys.readouterr().out.splitlines() == [
        f"article {article.pk}: mention {mention.pk} at 0 is not in the text",
        f"article {article.pk}: report {report.pk} at 0 is not in the text",
    ]


def test_refresh_puts_derived_columns_right(capsys: Any) -> None:
    report = ReportFactory(article=PublishedArticleFactory())
    call_command("refresh")
    assert list(TransferLink.objects.published()) == [report.link]
    assert capsys.readouterr().out == "1 links recomputed\n"
