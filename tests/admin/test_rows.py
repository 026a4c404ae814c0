"""The cells of a list, drawn by another engine than the page around them: nothing is lost and nothing let through."""

import re
from datetime import UTC, datetime

from django.test import Client
from django.urls import reverse

from rumours.models import Article
from tests import factories

ARTICLES = "admin:rumours_article_changelist"
EVIL = '<script>alert("x")</script> & co'


def cells(client: Client, name: str, column: str) -> list[str]:
    page = client.get(reverse(name)).content.decode()
    return re.findall(rf'<t[dh] class="field-{column}">(.*?)</t[dh]>', page, re.DOTALL)


def test_what_was_typed_is_shown_as_it_was_typed(chief: Client) -> None:
    factories.ArticleFactory(headline=EVIL)
    [shown] = cells(chief, ARTICLES, "headline")
    assert "<script" not in shown
    assert "&lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt; &amp; co</a>" in shown
    page = chief.get(reverse(ARTICLES)).content.decode()
    assert "<script>alert" not in page


def test_a_name_of_another_row_is_shown_as_it_was_typed(chief: Client) -> None:
    factories.ArticleFactory(publisher=factories.SourceFactory(name=EVIL))
    assert cells(chief, ARTICLES, "publisher") == ["&lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt; &amp; co"]


def test_instants_numbers_and_gaps_read_as_in_every_other_list(chief: Client) -> None:
    at = datetime(2026, 1, 14, 9, 30, tzinfo=UTC)
    article = factories.ArticleFactory(released_at=None, publisher=None)
    Article.objects.filter(pk=article.pk).update(dated_at=at)
    shown = [cells(chief, ARTICLES, column) for column in ("dated_at", "released_at", "publisher", "report_total")]
    assert shown == [["14 Jan 2026, 9:30 a.m."], ["-"], ["-"], ["0"]]


def test_yes_and_no_are_marks(chief: Client) -> None:
    factories.PlayerFactory(is_stub=True)
    [shown] = cells(chief, "admin:rumours_player_changelist", "is_stub")
    assert re.fullmatch(r'<img src="[^"]+" alt="True">', shown)


def test_links_that_the_desk_makes_stay_links(chief: Client) -> None:
    article = factories.ArticleFactory()
    address = reverse("admin:rumours_article_tag", args=[article.pk])
    assert cells(chief, ARTICLES, "tag") == [f'<a href="{address}">tag</a>']
