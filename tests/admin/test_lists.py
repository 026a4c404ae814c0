"""The lists of the desk: as many queries with three rows as with one, every filter answers, search folds."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib import admin
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rumours.models import Article, Decision, ExchangeRate, Merge, Window
from tests import factories
from tests.admin.test_roles import OURS


def published_report(**given: Any) -> Any:
    return factories.ReportFactory(article=factories.PublishedArticleFactory(), via=factories.SourceFactory(), **given)


def quote() -> Any:
    return factories.QuoteFactory(club=factories.ClubFactory(), via=factories.SourceFactory())


def article() -> Any:
    made = factories.ArticleFactory(near_copy_of=factories.ArticleFactory(), created_by=factories.UserFactory())
    factories.SuggestionFactory(article=made)
    return made


def decision() -> Any:
    number = Decision.objects.count()
    return Decision.objects.create(
        client_id=f"{number}", action="accept", row_kind="suggestion", row_id=number, by=factories.UserFactory(),
        article=factories.ArticleFactory(),
    )  # fmt: skip


def merge() -> Any:
    return Merge.objects.create(
        kind="club", kept_id=1, gone_id=2, gone_name="AC", changes={}, by=factories.UserFactory()
    )


MAKERS: dict[str, Callable[[], Any]] = {
    "article": article,
    "club": lambda: factories.ClubFactory(competition=factories.CompetitionFactory()),
    "competition": factories.CompetitionFactory,
    "correction": factories.CorrectionFactory,
    "decision": decision,
    "exchangerate": lambda: factories.ExchangeRateFactory(year=2000 + ExchangeRate.objects.count()),
    "feed": lambda: factories.FeedEntryFactory(feed__publisher=factories.SourceFactory()).feed,
    "feedentry": lambda: factories.FeedEntryFactory(article=factories.ArticleFactory()),
    "mention": lambda: factories.MentionFactory(club_then=factories.ClubFactory()),
    "merge": merge,
    "oldaddress": factories.OldAddressFactory,
    "person": lambda: factories.PersonFactory(club=factories.ClubFactory(), source=factories.SourceFactory()),
    "player": lambda: factories.PlayerFactory(club=factories.ClubFactory(), owner=factories.ClubFactory()),
    "quote": quote,
    "report": published_report,
    "source": lambda: factories.SourceFactory(outlet=factories.SourceFactory()),
    "suggestion": factories.SuggestionFactory,
    "transferlink": factories.TransferLinkFactory,
    "window": lambda: factories.WindowSpanFactory(window__code=f"{2030 + Window.objects.count()}-summer"),
}


@pytest.mark.parametrize("name", sorted(MAKERS))
def test_three_rows_take_no_more_queries_than_one(chief: Client, name: str) -> None:
    address = reverse(f"admin:rumours_{name}_changelist")
    MAKERS[name]()
    chief.get(address)
    with CaptureQueriesContext(connection) as one:
        assert chief.get(address).status_code == 200
    MAKERS[name](), MAKERS[name]()
    with CaptureQueriesContext(connection) as three:
        assert chief.get(address).status_code == 200
    assert len(three) == len(one)


def test_every_list_is_counted() -> None:
    assert sorted(MAKERS) == sorted(str(model._meta.model_name) for model in OURS)


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.model_name)
def test_every_filter_answers(chief: Client, model: Any) -> None:
    page = admin.site._registry[model]
    address = reverse(f"admin:rumours_{model._meta.model_name}_changelist")
    request = RequestFactory().get(address)
    for listed in page.get_list_filter(request):
        if isinstance(listed, type) and hasattr(listed, "yes"):
            for answer in ("yes", "no"):
                found = chief.get(address, {listed.parameter_name: answer})  # type: ignore[attr-defined]
                assert (listed, found.status_code) == (listed, 200)


def listed(client: Client, name: str, **asked: str) -> set[Any]:
    return set(client.get(reverse(f"admin:rumours_{name}_changelist"), asked).context["cl"].result_list)


def test_needs_tagging(chief: Client) -> None:
    waiting, tagged = factories.ArticleFactory(), factories.ArticleFactory()
    factories.MentionFactory(article=tagged)
    shown = factories.PublishedArticleFactory()
    assert listed(chief, "article", needs_tagging="yes") == {waiting}
    assert listed(chief, "article", needs_tagging="no") == {tagged, shown}


def test_no_source_and_near_copies(chief: Client) -> None:
    first = factories.ArticleFactory(publisher=None)
    copy = factories.ArticleFactory(near_copy_of=first)
    assert listed(chief, "article", no_source="yes") == {first}
    assert listed(chief, "article", near_copies="yes") == {copy}


def test_stubs_and_namesakes(chief: Client) -> None:
    one, two = factories.PlayerFactory(name="Paulinho"), factories.PlayerFactory(name="Paulinho", is_stub=True)
    factories.PlayerFactory(name="Gomez")
    assert listed(chief, "player", namesakes="yes") == {one, two}
    assert listed(chief, "player", stubs="yes") == {two}


def test_window_assumed(chief: Client) -> None:
    assumed = factories.ReportFactory(window_assumed=True)
    factories.ReportFactory()
    assert listed(chief, "report", window_assumed="yes") == {assumed}


@pytest.mark.parametrize(
    ("name", "kind", "typed"),
    [
        ("Milan Škriniar", "player", "skrin"),
        ("Fenerbahçe", "club", "fenerbahce"),
        ("Sérgio Conceição", "person", "conceicao"),
        ("L'Équipe", "source", "lequipe"),
    ],
)
def test_search_folds(chief: Client, name: str, kind: str, typed: str) -> None:
    factory = getattr(factories, f"{kind.capitalize()}Factory")
    row = factory(name=name)
    factory(name="Somebody else")
    assert listed(chief, kind, q=typed) == {row}


def test_articles_links_reports_and_quotes_are_found_by_whom_they_name(chief: Client) -> None:
    player = factories.PlayerFactory(name="Milan Škriniar")
    report = factories.ReportFactory(link__player=player)
    quote = factories.QuoteFactory(players=[player])
    mention = factories.MentionFactory(player=player)
    factories.ReportFactory(), factories.QuoteFactory(), factories.MentionFactory()
    assert listed(chief, "article", q="skrin") == {report.article, mention.article}
    assert listed(chief, "transferlink", q="skrin") == {report.link}
    assert listed(chief, "report", q="skrin") == {report}
    assert listed(chief, "quote", q="skrin") == {quote}
    assert listed(chief, "mention", q="skrin") == {mention}


def test_an_article_is_found_by_its_headline(chief: Client) -> None:
    article = factories.ArticleFactory(headline="Milan sound out Liverpool")
    factories.ArticleFactory(headline="Another")
    assert listed(chief, "article", q="sound out") == {article}


def suggested(client: Client, model: str, field: str, term: str) -> list[str]:
    asked = {"app_label": "rumours", "model_name": model, "field_name": field, "term": term}
    response = client.get(reverse("admin:autocomplete"), asked)
    return [choice["text"] for choice in response.json()["results"]]


def test_autocompletes_fold_and_tell_namesakes_apart(contributor: Client) -> None:
    club = factories.ClubFactory(name="Fenerbahçe", association="Türkiye")
    factories.PlayerFactory(name="Milan Škriniar", birth_year=1995, nationality="Slovakia", position="", club=club)
    factories.PlayerFactory(name="Milan Škriniar", birth_year=2004, nationality="", position="")
    found = suggested(contributor, "transferlink", "player", "skrin")
    assert found == ["Milan Škriniar (1995, Slovakia, Fenerbahçe)", "Milan Škriniar (2004)"]
    assert suggested(contributor, "transferlink", "to_club", "fener") == ["Fenerbahçe (Türkiye)"]
    assert suggested(contributor, "transferlink", "to_club", "nobody") == []


@pytest.mark.parametrize(
    ("model", "field"),
    [
        ("transferlink", "window"), ("report", "follows"), ("report", "source"), ("quote", "speaker"),
        ("linktie", "other"), ("club", "competition"),
    ],
)  # fmt: skip
def test_every_autocomplete_answers(contributor: Client, model: str, field: str) -> None:
    report = factories.ReportFactory()
    factories.QuoteFactory(article=report.article)
    assert isinstance(suggested(contributor, model, field, ""), list)


def test_links_to_the_page_only_where_readers_have_one(chief: Client) -> None:
    shown = factories.ClubFactory(is_reference=True)
    hidden = factories.ClubFactory()
    page = chief.get(reverse("admin:rumours_club_changelist")).content.decode()
    assert shown.get_absolute_url() in page
    assert hidden.get_absolute_url() not in page


def test_a_draft_leads_to_its_preview_and_a_published_article_to_its_page(editor: Client) -> None:
    draft, out = factories.ArticleFactory(), factories.PublishedArticleFactory()
    for article, expected in ((draft, f"{draft.get_absolute_url()}preview/"), (out, out.get_absolute_url())):
        page = editor.get(reverse("admin:rumours_article_change", args=[article.pk]))
        assert page.context["absolute_url"] == expected
    assert Article.objects.count() == 2
