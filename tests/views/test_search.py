"""Search by name: without accents, public rows only, and a guess where a name was misspelt."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests import factories as make

pytestmark = pytest.mark.django_db

FOUND_QUERIES = 4  # one for each kind
GUESSED_QUERIES = 11  # those, the candidates of each kind, and the rows of the three kinds that came close


def names(client: Client, query: str) -> dict[str, list[str]]:
    """What is found, by kind."""
    groups = client.get("/search/", {"q": query}).context["groups"]
    return {group.title: [row.name for row in group.rows] for group in groups}


def guessed(client: Client, query: str) -> list[str]:
    return [row.name for row in client.get("/search/", {"q": query}).context["guesses"]]


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("skrin", "Milan Škriniar"),
        ("ŠKRINIAR", "Milan Škriniar"),
        ("odegaard", "Martin Ødegaard"),
        ("martin ode", "Martin Ødegaard"),
        ("o'riley", "Matt O’Riley"),
    ],
)
def test_players_are_found_without_accents_by_the_start_of_their_names(client: Client, query: str, name: str) -> None:
    for known in ("Milan Škriniar", "Martin Ødegaard", "Matt O’Riley"):
        make.PlayerFactory(name=known, is_reference=True)
    assert names(client, query) == {"Players": [name]}


def test_each_kind_stands_under_its_own_heading(client: Client) -> None:
    for factory in (make.PlayerFactory, make.ClubFactory, make.PersonFactory, make.SourceFactory):
        factory(name="Milan", is_reference=True)
    assert names(client, "milan") == {title: ["Milan"] for title in ("Players", "Clubs", "People", "Sources")}


def test_an_exact_name_or_nickname_comes_first(client: Client) -> None:
    make.ClubFactory(name="Juventus Stabia", is_reference=True, link_count=9)
    make.ClubFactory(name="Juventus", is_reference=True)
    assert names(client, "juventus") == {"Clubs": ["Juventus", "Juventus Stabia"]}
    lady = make.ClubFactory(name="Torino", is_reference=True)
    make.ClubAliasFactory(club=lady, name="Toro")
    assert names(client, "toro") == {"Clubs": ["Torino"]}


def test_what_is_known_only_from_drafts_is_neither_found_nor_guessed(client: Client) -> None:
    for factory in (make.PlayerFactory, make.ClubFactory, make.PersonFactory, make.SourceFactory):
        factory(name="Secretissimo")
    assert (names(client, "secretissimo"), guessed(client, "secretisimo")) == ({}, [])


def test_a_player_who_speaks_and_a_journalist_are_found_once(client: Client) -> None:
    player = make.PlayerFactory(name="Federico Gatti", is_reference=True)
    make.PersonFactory(name="Federico Gatti", player=player, is_reference=True)
    source = make.JournalistFactory(name="Fabio Gatti", is_reference=True)
    make.PersonFactory(name="Fabio Gatti", source=source, is_reference=True)
    assert names(client, "gatti") == {"Players": ["Federico Gatti"], "Sources": ["Fabio Gatti"]}


@pytest.mark.parametrize("slip", ["odegard", "Odegaardt", "martin odegard", "marten odegaard"])
def test_a_slip_is_answered_with_a_guess(client: Client, slip: str) -> None:
    make.PlayerFactory(name="Martin Ødegaard", is_reference=True)
    make.PlayerFactory(name="Odsonne Édouard", is_reference=True)
    assert guessed(client, slip) == ["Martin Ødegaard"]


def test_the_closest_guess_comes_first(client: Client) -> None:
    for name in ("Fenerbahçe", "Fenerbahce Beko"):
        make.ClubFactory(name=name, is_reference=True)
    assert guessed(client, "fenerbache")[0] == "Fenerbahçe"


@pytest.mark.parametrize("query", ["", "   ", "!!!", "%", "_", "|", "\\", "'; drop table players; --"])
def test_what_holds_no_name_finds_nothing_and_breaks_nothing(client: Client, query: str) -> None:
    make.PlayerFactory(name="Federico Gatti", is_reference=True)
    response = client.get("/search/", {"q": query})
    assert (response.status_code, response.context["groups"]) == (200, [])


@pytest.mark.parametrize("query", ["x" * 141, "a\0b"])
def test_what_is_too_long_or_holds_a_nul_is_a_400(client: Client, query: str) -> None:
    assert client.get("/search/", {"q": query}).status_code == 400


def test_two_questions_at_once_are_a_400(client: Client) -> None:
    assert client.get("/search/?q=a&q=b").status_code == 400


def test_what_was_typed_is_shown_as_text(client: Client) -> None:
    page = client.get("/search/", {"q": "<script>alert(1)</script>"}).content.decode()
    assert ("<script>alert" in page, "&lt;script&gt;alert" in page) == (False, True)


@pytest.mark.parametrize("number", [1, 3])
def test_search_asks_the_same_number_of_questions_however_much_is_found(
    client: Client, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for index in range(number):
        club = make.ClubFactory(name=f"Gatto {index}", is_reference=True, competition=make.CompetitionFactory())
        make.PlayerFactory(name=f"Gatti {index}", is_reference=True, club=club)
        make.PersonFactory(name=f"Gatta {index}", is_reference=True, club=club)
        outlet = make.SourceFactory(is_reference=True)
        make.SourceFactory(name=f"Gattopress {index}", is_reference=True, outlet=outlet)
    with django_assert_num_queries(FOUND_QUERIES):
        assert len(names(client, "gatt")) == 4
    with django_assert_num_queries(GUESSED_QUERIES):
        assert guessed(client, "gattx")
