"""The page of somebody who is no player, and where the addresses of others lead."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from rumours.models import Mention
from rumours.views.people import articles_with
from rumours.views.profile import MOST_LOOKED_AT
from tests import factories as make

pytestmark = pytest.mark.django_db

PAGE_QUERIES = 7  # the person, quotes, their fragments, ids of articles by mentions and quotes, articles, their reports


def test_the_page_shows_quotes_and_the_articles_that_name_somebody(client: Client) -> None:
    person = make.PersonFactory(name="Igor Tudor", role="coach", is_reference=True)
    make.QuoteFactory(article=make.PublishedArticleFactory(headline="He spoke"), speaker=person)
    make.MentionFactory(article=make.PublishedArticleFactory(headline="He is named"), player=None, person=person)
    make.MentionFactory(article=make.ArticleFactory(headline="Kept back"), player=None, person=person)
    make.PublishedArticleFactory(headline="Of others")
    page = client.get("/people/igor-tudor/").content.decode()
    shown = ("Coach", "He stays with us,", "He spoke", "He is named", "Kept back", "Of others")
    assert [words in page for words in shown] == [True, True, True, True, False, False]


def test_an_article_stays_on_the_page_however_many_drafts_name_somebody() -> None:
    person = make.PersonFactory()
    named = make.MentionFactory(article=make.PublishedArticleFactory(), player=None, person=person)
    drafts = make.ArticleFactory.create_batch(MOST_LOOKED_AT + 1)
    Mention.objects.bulk_create(
        [make.MentionFactory.build(article=draft, player=None, person=person) for draft in drafts]
    )
    assert list(articles_with(person)) == [named.article]


def test_withdrawn_words_are_not_shown(client: Client) -> None:
    person = make.PersonFactory(is_reference=True)
    article = make.PublishedArticleFactory()
    user = make.UserFactory()
    values = {"withdrawn_at": article.dated_at, "withdrawn_by": user, "withdrawn_why": "asked to"}
    make.QuoteFactory(article=article, speaker=person, **values)
    page = client.get(person.get_absolute_url()).content.decode()
    assert ("He stays" in page, article.headline in page) == (False, False)


def test_a_player_who_speaks_has_the_players_page(client: Client) -> None:
    player = make.PlayerFactory(name="Federico Gatti", is_reference=True)
    make.PersonFactory(name="F. Gatti", player=player, is_reference=True)
    response = client.get("/people/f-gatti/")
    assert (response.status_code, response.headers["Location"]) == (301, "/players/federico-gatti/")


def test_nobody_is_sent_to_a_player_who_is_not_there_for_readers(client: Client) -> None:
    make.PersonFactory(name="F. Gatti", player=make.PlayerFactory(name="Federico Gatti"), is_reference=True)
    assert client.get("/people/f-gatti/").status_code == 200


def test_a_journalists_page_points_to_the_source(client: Client) -> None:
    source = make.JournalistFactory(name="Gianluca Di Prova", is_reference=True)
    make.PersonFactory(name="Gianluca Di Prova", source=source, role="journalist", is_reference=True)
    page = client.get("/people/gianluca-di-prova/").content.decode()
    assert '<a href="/sources/gianluca-di-prova/">' in page


def test_a_club_known_only_from_drafts_is_not_named(client: Client) -> None:
    make.PersonFactory(name="Igor Tudor", club=make.ClubFactory(name="Draft Club"), is_reference=True)
    assert "Draft Club" not in client.get("/people/igor-tudor/").content.decode()


def test_somebody_known_only_from_drafts_is_not_there(client: Client) -> None:
    person = make.PersonFactory()
    make.QuoteFactory(speaker=person)
    assert client.get(person.get_absolute_url()).status_code == 404


def test_an_old_address_leads_to_the_new_one(client: Client) -> None:
    person = make.PersonFactory(name="Igor Tudor", is_reference=True)
    make.OldAddressFactory(kind="person", old="i-tudor", target_id=person.pk)
    assert client.get("/people/i-tudor/").headers["Location"] == "/people/igor-tudor/"


def test_an_old_address_of_somebody_not_public_leads_nowhere(client: Client) -> None:
    make.OldAddressFactory(kind="person", old="i-tudor", target_id=make.PersonFactory().pk)
    assert client.get("/people/i-tudor/").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_asks_the_same_number_of_questions_however_much_was_said(
    client: Client, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    person = make.PersonFactory(is_reference=True)
    for article in make.PublishedArticleFactory.create_batch(number):
        make.QuoteFragmentFactory(quote=make.QuoteFactory(article=article, speaker=person))
        make.ReportFactory(article=article, link__is_public=True)
    with django_assert_num_queries(PAGE_QUERIES):
        assert client.get(person.get_absolute_url()).status_code == 200
