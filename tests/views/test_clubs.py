"""The list of clubs and a club's page."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains

from rumours.calendar import Calendar, WindowCode
from rumours.models import Club
from rumours.models.version import bump, key_of
from tests.factories import (
    ClubAliasFactory,
    ClubFactory,
    CompetitionFactory,
    OldAddressFactory,
    PlayerFactory,
    TransferLinkFactory,
    WindowFactory,
    WindowSpanFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def milan() -> Club:
    club: Club = ClubFactory(name="AC Milan", is_reference=True)
    return club


def test_a_league_without_a_club_that_readers_may_see_is_not_offered(client: Client) -> None:
    hidden = CompetitionFactory(name="Hidden League", is_reference=True)
    ClubFactory(competition=hidden)
    ClubFactory(competition=CompetitionFactory(name="Open League", is_reference=True), is_reference=True)
    leagues = client.get("/clubs/").context["directory"].leagues
    assert [(league.name, league.club_count) for league in leagues] == [("Open League", 1)]


def test_in_and_out_stand_on_the_page_and_others_do_not(client: Client, milan: Club) -> None:
    TransferLinkFactory(is_public=True, to_club=milan, player=PlayerFactory(name="Ivo In"))
    TransferLinkFactory(is_public=True, from_club=milan, player=PlayerFactory(name="Otto Out"))
    TransferLinkFactory(to_club=milan, player=PlayerFactory(name="Dan Draft"))
    TransferLinkFactory(is_public=True, player=PlayerFactory(name="Eli Elsewhere"))
    page = client.get("/clubs/ac-milan/")
    assertContains(page, "Ivo In")
    assertContains(page, "Otto Out")
    assertNotContains(page, "Dan Draft")
    assertNotContains(page, "Eli Elsewhere")


def test_where_no_closing_is_known_the_usual_day_is_said_to_be_one(client: Client, milan: Club) -> None:
    coming = WindowCode.parse(Calendar().window_at(timezone.now()))
    day = f"{coming.usual_closing:%Y-%m-%d}"
    page = client.get("/clubs/ac-milan/")
    assertContains(page, f'{coming.label} shuts about <time datetime="{day}">')
    assertContains(page, "the usual day in Europe. Italy’s own is not known here.")


def test_heading_and_title_are_a_sentence_of_the_filters(client: Client, milan: Club) -> None:
    page = client.get("/clubs/ac-milan/?position=Centre-Back&window=2026-winter")
    assertContains(page, "<h1>Centre-backs linked with AC Milan, winter 2026</h1>", html=True)
    assertContains(page, "<title>Centre-backs linked with AC Milan, winter 2026 ·")
    assertContains(page, '<a class="chip chip-all" href="/clubs/ac-milan/">Clear all filters</a>', html=True)


def test_filters_need_no_script(client: Client, milan: Club) -> None:
    TransferLinkFactory(is_public=True, to_club=milan, kind="loan")
    page = client.get("/clubs/ac-milan/")
    assertContains(page, 'method="get" action="/clubs/ac-milan/"')
    assertContains(page, "<script", count=2)  # and a block of data, which is not run
    assertContains(page, '<script type="module" src="/static/rumours/filters.js"></script>', html=True)
    assertContains(page, "style=", count=0)


def test_the_window_that_counts_is_that_of_the_club_s_association(client: Client, milan: Club) -> None:
    now = timezone.now()
    code = "2199-winter" if now.year == 2199 else f"{now.year + 1}-winter"
    closes = now + timedelta(days=3)
    for association in ("Italy", "France"):
        WindowSpanFactory(
            window=WindowFactory(code=code), association=association, opens_at=None, closes_at=closes, confirmed=True
        )
    page = client.get("/clubs/ac-milan/")
    assert page.status_code == 200
    assertNotContains(page, "France")


def test_a_renamed_club_is_found_at_its_old_address_with_its_filters(client: Client, milan: Club) -> None:
    OldAddressFactory(kind="club", old="milan-fbc", target_id=milan.pk)
    moved = client.get("/clubs/milan-fbc/?stage=bid")
    assert (moved.status_code, moved.headers["Location"]) == (301, "/clubs/ac-milan/?stage=bid")


def test_a_club_known_only_from_drafts_is_not_found(client: Client) -> None:
    ClubFactory(name="Secret FC")
    assert client.get("/clubs/secret-fc/").status_code == 404
    assert client.get("/clubs/nowhere/").status_code == 404
    assertNotContains(client.get("/clubs/?q=secret"), "Secret FC")


def test_clubs_are_found_by_nickname_without_accents(client: Client, milan: Club) -> None:
    ClubAliasFactory(club=milan, name="Rossonéri")
    ClubFactory(name="Juventus", is_reference=True)
    page = client.get("/clubs/?q=rossoneri")
    assertContains(page, "AC Milan")
    assertNotContains(page, "Juventus")


def test_clubs_by_league(client: Client) -> None:
    league = CompetitionFactory(name="Serie A", is_reference=True)
    CompetitionFactory(name="Empty League", is_reference=True)
    ClubFactory(name="Juventus", competition=league, is_reference=True)
    ClubFactory(name="Chelsea", is_reference=True)
    assertNotContains(client.get("/clubs/"), "Empty League")
    page = client.get("/clubs/?competition=serie-a")
    assertContains(page, "Juventus")
    assertNotContains(page, "Chelsea")


def test_bad_values_and_misses_of_the_list(client: Client) -> None:
    assert client.get("/clubs/?competition=nowhere").status_code == 400
    assert client.get("/clubs/?q=%00").status_code == 400
    assertContains(client.get("/clubs/?q=zzz"), "No club bears that name here.")


@pytest.mark.parametrize("rows", [1, 3])
def test_a_club_s_page_takes_constant_queries(
    client: Client, milan: Club, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    TransferLinkFactory.create_batch(rows, is_public=True, to_club=milan)
    TransferLinkFactory.create_batch(rows, is_public=True, from_club=milan, position="", position_group="Defender")
    address = "/clubs/ac-milan/?position=Centre-Back"
    with django_assert_num_queries(3):  # the names, the links of the club, the rows
        client.get(address)
    with django_assert_num_queries(1):  # the versions
        client.get(address)
    with django_assert_num_queries(2):  # and rows that were not shown yet
        client.get("/clubs/ac-milan/")
    bump([key_of("club", milan.pk)])
    with django_assert_num_queries(3):  # the versions, the links of the club, the rows
        client.get(address)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_takes_constant_queries(
    client: Client, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(rows):
        ClubFactory(is_reference=True, competition=CompetitionFactory(is_reference=True))
    with django_assert_num_queries(2):
        client.get("/clubs/")
