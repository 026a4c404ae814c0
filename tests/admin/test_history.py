"""Who changed what and when: looked at, never put back raw."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests import factories
from tests.admin.forms import fill_in

KEEPING = [
    factories.ArticleFactory, factories.ClubFactory, factories.CompetitionFactory, factories.PersonFactory,
    factories.PlayerFactory, factories.QuoteFactory, factories.ReportFactory, factories.SourceFactory,
    factories.TransferLinkFactory, factories.WindowFactory,
]  # fmt: skip


@pytest.mark.parametrize("factory", KEEPING)
def test_an_old_version_is_shown_and_not_put_back(chief: Client, factory: Any) -> None:
    row = factory()
    first = row.history.first()
    address = reverse(f"admin:rumours_{row._meta.model_name}_simple_history", args=[row.pk, first.pk])
    assert chief.get(address).status_code == 200
    before = row.history.count()
    assert chief.post(address, {"name": "Old", "headline": "Old"}).status_code == 403
    assert row.history.count() == before


def test_the_history_says_who(editor: Client) -> None:
    article = factories.ArticleFactory(headline="Old")
    fill_in(editor, reverse("admin:rumours_article_change", args=[article.pk]), "article_form", headline="New")
    page = editor.get(reverse("admin:rumours_article_history", args=[article.pk])).content.decode()
    assert "editor" in page
    assert "Old" in page
    assert "New" in page


def test_everything_of_an_article_is_one_press_away(editor: Client) -> None:
    report = factories.ReportFactory()
    factories.ReportFactory()
    listed = editor.get(reverse("admin:rumours_report_changelist"), {"article__id__exact": report.article.pk})
    assert list(listed.context["cl"].result_list) == [report]
