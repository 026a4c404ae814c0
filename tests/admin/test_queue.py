"""The page of the queue and what is done to its rows, with and without a script."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from rumours.choices import SuggestionKind
from rumours.editorial.desk.visits import claim, note_visit
from rumours.models import Article, Decision, DeskSettings, Visit
from tests import factories
from tests.admin.conftest import Login

QUEUE = reverse("admin:rumours_article_queue")
DO = reverse("admin:rumours_article_queue_do")
NEXT = reverse("admin:rumours_article_queue_next")
JSON = {"Accept": "application/json"}


def desk(article: Article) -> str:
    return reverse("admin:rumours_article_tag", args=[article.pk])


def draft(headline: str, **columns: Any) -> Article:
    """A draft with one open link."""
    made: Article = factories.ArticleFactory(headline=headline, **columns)
    factories.SuggestionFactory(article=made, kind=SuggestionKind.LINK, stage_group="bid", player=None)
    return made


def headlines(response: Any) -> list[str]:
    return [row.headline for row in response.context["rows"]]


def told(response: Any) -> list[str]:
    return [str(message) for message in response.context["messages"]]


# Looking


def test_the_page_lists_what_waits(contributor: Client) -> None:
    publisher = factories.SourceFactory(name="The Quayside Post")
    first = draft("Portwick want Teo Marlin", publisher=publisher)
    draft("A near copy", near_copy_of=first, published_at=None)
    response = contributor.get(QUEUE)
    page = " ".join(response.content.decode().split())
    assert headlines(response) == ["A near copy", "Portwick want Teo Marlin"]
    assert "<span>The Quayside Post</span> <span>10 Jan 2026</span>" in page
    assert "date unknown" in page
    assert f"article {first.pk}</a>" in page
    assert page.count("surest 90 %") == 2
    assert 'Waiting <span class="total">2</span>' in page


def test_keys_that_an_editor_changed_are_printed(contributor: Client) -> None:
    draft("One")
    contributor.get(QUEUE)
    user = User.objects.get(username="contributor")
    DeskSettings.objects.create(user=user, keys={"skip": "w", "undo": "d", "help": "Shift+H", "accept": "q"})
    page = contributor.get(QUEUE)
    printed = set(re.findall(r"<kbd>(.*?)</kbd>", page.content.decode()))
    assert printed == {"n", "z", "/", "Enter", "w", "d", "?", "j", "k", "Esc"}
    assert 'data-keys="' in page.content.decode()


def test_no_style_or_script_stands_in_the_page(contributor: Client) -> None:
    response = contributor.get(QUEUE)
    assert "unsafe" not in response["Content-Security-Policy"]
    assert re.findall(r"<style| style=|<script(?![^>]* src=)| on[a-z]+=", response.content.decode()) == []


def test_looking_claims_and_decides_nothing(contributor: Client) -> None:
    draft("One")
    contributor.get(QUEUE)
    assert (Visit.objects.count(), Decision.objects.count()) == (0, 0)
    for address in (DO, NEXT):
        assert contributor.get(address).status_code == 405


def test_the_last_filters_are_gone_on_with_until_they_are_cleared(contributor: Client) -> None:
    draft("One", language="it")
    draft("Two")
    assert headlines(contributor.get(QUEUE)) == ["Two", "One"]
    narrowed = f"{QUEUE}?tab=waiting&sort=oldest&language=it"
    assert headlines(contributor.get(narrowed)) == ["One"]
    again = contributor.get(QUEUE)
    assert (again.status_code, again["Location"]) == (302, narrowed)
    cleared = contributor.get(narrowed).context["clear"]
    assert cleared == f"{QUEUE}?tab=waiting&sort=oldest"
    contributor.get(cleared)
    assert contributor.get(QUEUE)["Location"] == cleared


def test_filters_are_remembered_for_each_editor_alone(contributor: Client, editor: Client) -> None:
    contributor.get(f"{QUEUE}?tab=skipped")
    assert editor.get(QUEUE).status_code == 200
    assert DeskSettings.objects.get().queue == "tab=skipped"


def test_what_was_dropped_is_looked_at_once(contributor: Client) -> None:
    contributor.get(f"{QUEUE}?tab=waiting&sort=oldest")
    contributor.get(f"{QUEUE}?tab=dropped")
    assert contributor.get(QUEUE)["Location"] == f"{QUEUE}?tab=waiting&sort=oldest"


def test_choices_are_links_with_counts(contributor: Client) -> None:
    draft("One", publisher=factories.SourceFactory(name="Echo"))
    draft("Two", publisher=factories.SourceFactory(name="Post"))
    page = " ".join(contributor.get(f"{QUEUE}?source=echo").content.decode().split())
    links = re.findall(r'<a href="\?*[^"]*\?([^"]*)"( aria-current="true")?><span class="tick"[^>]*>✓?</span><span '
                       r'class="label">([^<]*)</span> <span class="count">(\d+)</span>', page)  # fmt: skip
    assert links == [
        ("tab=waiting", ' aria-current="true"', "Echo", "1"),
        ("tab=waiting&amp;source=echo&amp;source=post", "", "Post", "1"),
    ]


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("kell", "tab=waiting&club=kell"),
        ("Škrinje", "tab=waiting&source=skrinje"),
        ("Skri", "tab=waiting&source=skrinje"),
        ("nobody", "tab=waiting"),
    ],
)
def test_a_club_or_source_may_be_typed(contributor: Client, typed: str, query: str) -> None:
    factories.ClubFactory(name="Kell")
    factories.SourceFactory(name="Škrinje")
    assert contributor.get(QUEUE, {"name": typed})["Location"] == f"{QUEUE}?{query}"


@pytest.mark.parametrize("query", ["after=x", "tab=%7F", "sort=a&sort=b", "club=%27", "name=", "after=9.9.9&tab=open"])
def test_rubbish_in_the_address_is_passed_by(contributor: Client, query: str) -> None:
    draft("One")
    assert contributor.get(f"{QUEUE}?{query}").status_code == 200


def test_the_page_goes_on_where_it_ended(contributor: Client) -> None:
    for number in range(52):
        draft(f"{number}")
    first = contributor.get(QUEUE)
    second = contributor.get(first.context["next"])
    assert headlines(first) + headlines(second) == [f"{number}" for number in reversed(range(52))]
    assert (second.context["next"], second.context["first"]) == ("", f"{QUEUE}?tab=waiting")


@pytest.mark.parametrize("tab", ["waiting", "open", "skipped", "dropped"])
@pytest.mark.parametrize("sort", ["newest", "oldest", "nearest"])
def test_eight_queries_whatever_is_there(contributor: Client, user_of: Any, tab: str, sort: str) -> None:
    other = factories.ChiefFactory()
    for status in ("draft", "dropped", "published"):
        for number in range(3):
            article = draft(f"{number}", status=status, released_at=timezone.now() if status == "published" else None)
            article.suggestions.update(to_club=factories.ClubFactory())
            note_visit(article, by=other, acted=True)
            if status == "draft" and number:
                Visit.objects.create(
                    article=article, user=User.objects.get(username="contributor"), skipped_at=timezone.now()
                )
    address = f"{QUEUE}?tab={tab}&sort={sort}&section=men&language=en&confidence=high"
    contributor.get(address)
    with CaptureQueriesContext(connection) as queries:
        contributor.get(address)
    assert len(queries) == 8


# Taking


def test_taking_claims_and_leads_to_the_desk(contributor: Client) -> None:
    article = draft("One")
    response = contributor.post(DO, {"verb": "take", "article": article.pk})
    assert response["Location"] == desk(article)
    assert Visit.objects.claiming().get().user.username == "contributor"


def test_what_another_has_taken_is_told_and_not_taken(contributor: Client, editor: Client) -> None:
    article = draft("One")
    claim(article, by=factories.ChiefFactory(username="ana"))
    page = contributor.post(DO, {"verb": "take", "article": article.pk}, follow=True)
    assert told(page) == ["Ana has taken this one"]
    assert 'value="take"' not in page.content.decode()
    assert "ana has taken it" in page.content.decode()


def test_what_is_dealt_with_is_not_taken(editor: Client) -> None:
    article = factories.PublishedArticleFactory()
    page = editor.post(DO, {"verb": "take", "article": article.pk}, follow=True)
    assert told(page) == ["This has been dealt with: nothing is left to decide"]


def test_two_who_press_next_get_different_articles(contributor: Client, editor: Client) -> None:
    first, second = draft("One"), draft("Two")
    assert contributor.post(NEXT)["Location"] == desk(second)
    assert editor.post(NEXT)["Location"] == desk(first)


def test_nothing_waits(contributor: Client) -> None:
    assert told(contributor.post(NEXT, follow=True)) == ["Nothing is waiting for you."]


def test_a_claim_lapses_after_ten_idle_minutes(contributor: Client, editor: Client) -> None:
    article = draft("One")
    contributor.post(NEXT)
    Visit.objects.update(acted_at=timezone.now() - timedelta(minutes=10))
    assert editor.post(NEXT)["Location"] == desk(article)


# Passing over


def test_drop_skip_and_undo_without_a_script(contributor: Client) -> None:
    one, two = draft("One"), draft("Two")
    dropped = contributor.post(DO, {"verb": "drop", "article": two.pk, "later": one.pk, "query": "tab=waiting"})
    assert dropped["Location"] == f"{QUEUE}?tab=waiting#article-{one.pk}"
    page = contributor.post(DO, {"verb": "skip", "article": one.pk, "query": "tab=waiting"}, follow=True)
    assert (told(page), headlines(page)) == (["“Two” is dropped.", "“One” is skipped."], [])
    page = contributor.post(DO, {"verb": "undo", "query": "tab=waiting"}, follow=True)
    assert (told(page), headlines(page)) == (["“One” is back."], ["One"])
    page = contributor.post(DO, {"verb": "undo", "query": "tab=waiting"}, follow=True)
    assert (told(page), headlines(page)) == (["“Two” is back."], ["Two", "One"])
    page = contributor.post(DO, {"verb": "undo", "query": "tab=waiting"}, follow=True)
    assert told(page) == ["There is nothing to take back."]


def test_what_no_database_holds_is_left_out(contributor: Client) -> None:
    contributor.post(DO, {"verb": "skip", "article": draft("One").pk, "client_id": "a\0b", "sitting": "\0one"})
    decision = Decision.objects.get()
    assert (decision.client_id, decision.sitting) == ("ab", "one")


def test_drop_by_script_answers_with_the_list_as_it_is_now(contributor: Client) -> None:
    article = draft("Gone")
    stays = draft("Stays")
    given = {"verb": "drop", "article": article.pk, "later": stays.pk, "client_id": "c1", "sitting": "s1"}
    answer = contributor.post(DO, given, headers=JSON).json()
    assert (answer["say"], answer["place"]) == ("“Gone” is dropped.", str(stays.pk))
    assert "Stays" in answer["html"]
    assert "Gone" not in answer["html"]
    decision = Decision.objects.get()
    assert (decision.client_id, decision.sitting, decision.action) == ("c1", "s1", "drop")
    assert contributor.post(DO, given, headers=JSON).status_code == 200
    assert Decision.objects.count() == 1


def test_what_is_refused_answers_why_with_the_list(contributor: Client) -> None:
    article = draft("Gone", status="dropped")
    response = contributor.post(DO, {"verb": "drop", "article": article.pk}, headers=JSON)
    assert response.status_code == 422
    assert response.json()["say"] == "The article is dropped: only what is draft can become dropped"
    assert contributor.post(DO, {"verb": "nonsense", "article": article.pk}, headers=JSON).status_code == 422


def test_what_somebody_dropped_is_put_back(contributor: Client) -> None:
    article = draft("Gone", status="dropped")
    page = contributor.post(DO, {"verb": "undo", "article": article.pk}, follow=True)
    assert told(page) == ["“Gone” is back."]
    assert headlines(contributor.get(f"{QUEUE}?tab=waiting")) == ["Gone"]


@pytest.mark.parametrize("article", ["", "x", "0", "99999999999999999999", "-1", "²"])
def test_there_is_no_such_article(contributor: Client, article: str) -> None:
    expected = 404
    assert contributor.post(DO, {"verb": "take", "article": article}).status_code == expected


# Who may


@pytest.mark.parametrize("role", ["contributor", "editor", "chief"])
def test_every_group_may_tag_drafts(role: str, logged_in: Login) -> None:
    article = draft("One")
    assert logged_in(role).post(DO, {"verb": "take", "article": article.pk})["Location"] == desk(article)


@pytest.mark.parametrize("verb", ["take", "skip", "drop"])
def test_what_readers_have_seen_is_for_those_who_publish(contributor: Client, verb: str) -> None:
    article = factories.PublishedArticleFactory()
    factories.SuggestionFactory(article=article, kind=SuggestionKind.LINK, player=None)
    assert 'name="verb" value="take"' not in contributor.get(f"{QUEUE}?tab=open").content.decode()
    assert contributor.post(DO, {"verb": verb, "article": article.pk}).status_code == 403


def test_those_who_publish_take_published_articles_with_open_cards(editor: Client) -> None:
    article = factories.PublishedArticleFactory()
    factories.SuggestionFactory(article=article, kind=SuggestionKind.LINK, player=None)
    page = editor.get(f"{QUEUE}?tab=open")
    assert 'name="verb" value="drop"' not in page.content.decode()
    assert editor.post(DO, {"verb": "take", "article": article.pk})["Location"] == desk(article)
    assert editor.post(NEXT, {"query": "tab=open"})["Location"] == desk(article)


@pytest.mark.django_db
def test_strangers_log_in_and_lookers_only_look(client: Client) -> None:
    article = draft("One")
    assert client.get(QUEUE)["Location"].startswith("/admin/login/")
    client.force_login(factories.UserFactory())
    assert client.get(QUEUE).status_code == 403
    client.force_login(factories.UserFactory(permissions=("view_article",)))
    page = client.get(QUEUE)
    assert 'name="verb"' not in page.content.decode()
    assert client.post(DO, {"verb": "drop", "article": article.pk}).status_code == 403
    assert client.post(NEXT).status_code == 403
