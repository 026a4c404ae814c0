"""The list of players and a player's page."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains

from rumours.models import Mention, Player
from rumours.views.profile import MOST_LOOKED_AT, Profile
from tests.factories import (
    ArticleFactory,
    ClubFactory,
    MentionFactory,
    OldAddressFactory,
    PersonFactory,
    PlayerFactory,
    PlayerSpellFactory,
    PublishedArticleFactory,
    QuoteFactory,
    ReportFactory,
    TransferLinkFactory,
    WindowFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def tomori() -> Player:
    player: Player = PlayerFactory(
        name="Fikayo Tomori", born=date(1997, 12, 19), nationality="England", foot="right", is_reference=True
    )
    return player


def test_details_and_spells(client: Client, tomori: Player) -> None:
    PlayerSpellFactory(
        player=tomori, club=ClubFactory(name="Derby"), on_loan_from=ClubFactory(name="Chelsea"), since=date(2018, 8, 6)
    )
    page = client.get("/players/fikayo-tomori/")
    for shown in ("19 Dec 1997", "England", "Centre-Back", "Right", "Derby", "on loan from Chelsea", "6 Aug 2018"):
        assertContains(page, shown)
    assertNotContains(page, "/clubs/derby/")


def test_open_links_stand_apart_from_settled_ones_and_drafts_do_not_stand_at_all(
    client: Client, tomori: Player
) -> None:
    TransferLinkFactory(player=tomori, is_public=True, to_club=ClubFactory(name="Openham"))
    TransferLinkFactory(
        player=tomori,
        is_public=True,
        to_club=ClubFactory(name="Shutford"),
        window=WindowFactory(code="2025-summer"),
        closes_at=datetime(2025, 9, 1, tzinfo=UTC),
    )
    TransferLinkFactory(player=tomori, to_club=ClubFactory(name="Draftley"))
    page = client.get("/players/fikayo-tomori/").content.decode()
    assert page.index("Open links") < page.index("Openham") < page.index("Settled sagas") < page.index("Shutford")
    assert "Draftley" not in page


def test_words_by_and_about_him_and_articles_that_name_him(client: Client, tomori: Player) -> None:
    PersonFactory(name="Fikayo Tomori", player=tomori)
    article = PublishedArticleFactory(headline="Tomori speaks")
    QuoteFactory(article=article, speaker=tomori.person, text="He stays with us,")
    QuoteFactory(
        article=PublishedArticleFactory(headline="Legend on Tomori"),
        speaker=PersonFactory(name="Nicola Legrottaglie"),
        players=[tomori],
    )
    QuoteFactory(article=PublishedArticleFactory(headline="Tomori on Tomori"), speaker=tomori.person, players=[tomori])
    MentionFactory(article=article, player=tomori)
    ReportFactory(article=PublishedArticleFactory(headline="Only reported"), link__player=tomori, link__is_public=True)
    MentionFactory(article__headline="Still a draft", player=tomori)
    page = client.get("/players/fikayo-tomori/")
    for shown in ("Own words", "Said by others", "Nicola Legrottaglie", "Tomori speaks", "Only reported"):
        assertContains(page, shown)
    assertNotContains(page, "Still a draft")
    profile = page.context["profile"]
    assert (len(profile.quotes_by), [quote.speaker_name for quote in profile.quotes_about]) == (
        2,
        ["Nicola Legrottaglie"],
    )


def test_an_article_stays_on_his_page_however_many_drafts_name_him(client: Client, tomori: Player) -> None:
    MentionFactory(article=PublishedArticleFactory(headline="Tomori speaks"), player=tomori)
    drafts = ArticleFactory.create_batch(MOST_LOOKED_AT + 1)
    Mention.objects.bulk_create([MentionFactory.build(article=draft, player=tomori) for draft in drafts])
    assert [article.headline for article in Profile(tomori).articles] == ["Tomori speaks"]


def test_a_player_without_links_is_told_plainly(client: Client, tomori: Player) -> None:
    assertContains(client.get("/players/fikayo-tomori/"), "No open link just now.")


def test_old_addresses_lead_on_and_drafts_are_not_found(client: Client, tomori: Player) -> None:
    OldAddressFactory(kind="player", old="f-tomori", target_id=tomori.pk)
    moved = client.get("/players/f-tomori/")
    assert (moved.status_code, moved.headers["Location"]) == (301, "/players/fikayo-tomori/")
    PlayerFactory(name="Ugo Segreto")
    assert client.get("/players/ugo-segreto/").status_code == 404
    assertNotContains(client.get("/players/"), "Ugo Segreto")


def test_players_by_name_place_and_country(client: Client, tomori: Player) -> None:
    PlayerFactory(name="Milan Škriniar", nationality="Slovakia", position="Sweeper", is_reference=True)
    PlayerFactory(name="Line Only", position="", position_group="Defender", is_reference=True)
    assertContains(client.get("/players/?q=skrin"), "Milan Škriniar")
    assertNotContains(client.get("/players/?q=skrin"), "Fikayo Tomori")
    page = client.get("/players/?position=Centre-Back").content.decode()
    assert page.index("Fikayo Tomori") < page.index("Players whose exact position is not known")
    assert page.index("Players whose exact position is not known") < page.index("Line Only")
    assert "Škriniar" not in page
    assertNotContains(client.get("/players/?nationality=Slovakia"), "Fikayo Tomori")


def test_the_list_pages_through_every_player_once(client: Client) -> None:
    players = [PlayerFactory(name=f"Player No {n:02}", is_reference=True, link_count=n % 3) for n in range(30)]
    first = client.get("/players/")
    second = client.get(first.context["directory"].next_address)
    shown = [*first.context["directory"].players, *second.context["directory"].players]
    assert len(shown) == 30
    assert set(shown) == set(players)


def test_of_a_name_that_many_bear_the_first_are_shown_and_the_rest_is_told(client: Client) -> None:
    PlayerFactory.create_batch(50, name="Ugo Vale", is_reference=True)
    assertNotContains(client.get("/players/?q=vale"), "The first")
    PlayerFactory(name="Ada Vale", is_reference=True)
    assertContains(client.get("/players/?q=vale"), "The first 50; add a word to see fewer")


def test_bad_values_are_refused(client: Client) -> None:
    for query in ("position=Libero", "club=nowhere", "after=1", "q=%00"):
        assert client.get(f"/players/?{query}").status_code == 400


@pytest.mark.parametrize("rows", [1, 3])
def test_constant_queries(
    client: Client, tomori: Player, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    PersonFactory(player=tomori)
    for n in range(rows):
        article = PublishedArticleFactory()
        TransferLinkFactory(player=tomori, is_public=True)
        TransferLinkFactory(player=tomori, is_public=True, outcome="over", window=WindowFactory(code=f"202{n}-summer"))
        QuoteFactory(article=article, speaker=tomori.person)
        QuoteFactory(article=PublishedArticleFactory(), players=[tomori], club=ClubFactory())
        MentionFactory(article=article, player=tomori)
        PlayerSpellFactory(player=tomori, on_loan_from=ClubFactory())
        PlayerFactory(is_reference=True, club=ClubFactory())
    with django_assert_num_queries(10):
        client.get("/players/fikayo-tomori/")
    with django_assert_num_queries(1):
        client.get("/players/")
