"""Lists longer than can be counted or sorted: pages, numbers, orders."""

import re
from typing import Any

import pytest
from django.contrib import admin
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rumours.admin.lists import changes, paging
from rumours.models import Player
from tests import factories
from tests.admin.test_lists import listed

LISTS = sorted(str(kind._meta.model_name) for kind in admin.site._registry if kind._meta.app_label == "rumours")
AGGREGATE = re.compile(r"\b(?:COUNT|SUM|MAX|MIN|AVG|GROUP BY)\b")
PLAYERS = "admin:rumours_player_changelist"


@pytest.fixture(autouse=True)
def nothing_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """No count of an earlier test is known."""
    monkeypatch.setattr(paging, "_in_all", {})


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """A site on which more than three rows are many."""
    monkeypatch.setattr(paging, "MOST", 3)
    monkeypatch.setattr(changes, "MOST", 3)


def page_of(client: Client, **asked: Any) -> str:
    return str(client.get(reverse(PLAYERS), asked).content.decode())


def names(client: Client, **asked: Any) -> list[str]:
    response: Any = client.get(reverse(PLAYERS), asked)
    return [row.name for row in response.context_data["cl"].result_list]


def make(*made: str, **given: Any) -> None:
    for name in made:
        factories.PlayerFactory(name=name, **given)


def test_few_rows_are_counted(chief: Client) -> None:
    make("Abel", "Bram")
    assert "2 players" in page_of(chief)


@pytest.mark.usefixtures("short")
def test_of_a_long_table_that_is_narrowed_it_says_that_there_are_more(chief: Client) -> None:
    make("Abel", "Bram", "Cato", "Dov", "Eli", is_stub=True)
    assert "3+ players" in page_of(chief, stubs="yes")


@pytest.mark.usefixtures("short")
def test_pages_follow_each_other_beyond_what_is_counted(chief: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rumours.admin.players.PlayerAdmin.list_per_page", 2)
    make("Abel", "Bram", "Cato", "Dov", "Eli", is_stub=True)
    pages = [names(chief, stubs="yes", p=number) for number in (1, 2, 3)]
    assert pages == [["Eli", "Dov"], ["Cato", "Bram"], ["Abel"]]
    assert names(chief, stubs="yes", p=400) == ["Bram", "Abel"]  # beyond the end stand the last ones


@pytest.mark.usefixtures("short")
def test_pages_read_from_the_end_of_a_table_are_those_counted_from_its_start(
    chief: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rumours.admin.players.PlayerAdmin.list_per_page", 2)
    make(*"ABCDEFGHI")
    pages = [names(chief, p=number) for number in (1, 2, 3, 4, 5)]
    assert pages == [["I", "H"], ["G", "F"], ["E", "D"], ["C", "B"], ["A"]]
    assert names(chief, p=400) == ["B", "A"]


@pytest.mark.django_db
def test_the_last_pages_pass_over_none_of_the_rows_before_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "MOST", 3)
    make(*"ABCDEFGHI")
    rows = paging.BoundedPaginator(Player.objects.order_by("-pk"), 2)
    with CaptureQueriesContext(connection) as queries:
        assert len(rows.page(4).object_list) == 2
    assert [query["sql"] for query in queries if "OFFSET" in query["sql"]] == []


@pytest.mark.django_db
def test_a_long_table_is_not_counted_again_for_a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "MOST", 3)
    make(*"ABCDEFGHI")
    assert paging.in_all(Player.objects.all()) == 9
    make("J")
    assert paging.in_all(Player.objects.all()) == 9
    monkeypatch.setattr(paging, "KEPT_FOR", 0.0)
    assert paging.in_all(Player.objects.all()) == 10


@pytest.mark.django_db
def test_a_short_table_is_counted_each_time() -> None:
    make("A")
    assert paging.in_all(Player.objects.all()) == 1
    make("B")
    assert paging.in_all(Player.objects.all()) == 2


@pytest.mark.parametrize("number", ["0", "-4", "99999999999999"])
def test_what_is_no_page_leads_to_the_list(chief: Client, number: str) -> None:
    make("Abel")
    assert chief.get(reverse(PLAYERS), {"p": number}).status_code == 302


def test_a_short_list_is_sorted_by_any_column(chief: Client) -> None:
    make("Bram", "Abel", "Cato")
    assert names(chief, o="1") == ["Abel", "Bram", "Cato"]


@pytest.mark.usefixtures("short")
def test_a_long_one_is_not_sorted_without_an_index_and_says_so(chief: Client) -> None:
    make("Bram", "Abel", "Cato", "Dov")
    assert names(chief, o="1") == ["Dov", "Cato", "Abel", "Bram"]
    assert "narrow the list" in page_of(chief, o="1")


def outermost(sql: str) -> str:
    """A statement without all that stands in brackets: what is counted there is counted for the rows of the page."""
    while (shorter := re.sub(r"\([^()]*\)", "", sql)) != sql:
        sql = shorter
    return sql


@pytest.mark.parametrize("name", LISTS)
def test_no_list_counts_or_aggregates_a_whole_table(chief: Client, name: str) -> None:
    factories.ReportFactory()
    factories.FeedEntryFactory()
    with CaptureQueriesContext(connection) as queries:
        assert chief.get(reverse(f"admin:rumours_{name}_changelist")).status_code == 200
    found = [query["sql"] for query in queries if AGGREGATE.search(outermost(query["sql"]))]
    # SQLite counts an index where PostgreSQL estimates.
    whole = f'SELECT COUNT(*) AS "__count" FROM "rumours_{name}"'  # noqa: S608 - the name of a model
    assert [sql for sql in found if sql != whole and "LIMIT" not in sql.rpartition("FROM")[2]] == []


def test_what_is_aggregated_is_found() -> None:
    assert AGGREGATE.search(outermost('SELECT "a"."id", COUNT("b"."id") FROM "a" JOIN "b" GROUP BY "a"."id"'))
    assert not AGGREGATE.search(outermost('SELECT "id", COALESCE((SELECT COUNT("id") FROM "b" WHERE (1)), 0) FROM "a"'))


def test_a_search_by_name_finds_the_links_of_players_and_clubs(chief: Client) -> None:
    link = factories.TransferLinkFactory(player__name="Milan Škriniar")
    other = factories.TransferLinkFactory(to_club__name="Škrin United")
    factories.TransferLinkFactory()
    assert listed(chief, "transferlink", q="skrin") == {link, other}
    assert listed(chief, "transferlink", q="nobody") == set()


def test_an_autocomplete_counts_nothing_and_knows_whether_there_is_more(contributor: Client) -> None:
    make(*(f"Milan {letter}" for letter in "abcdefghijklmnopqrstuvwxyz"))
    asked: dict[str, str] = {
        "app_label": "rumours",
        "model_name": "transferlink",
        "field_name": "player",
        "term": "mil",
    }
    with CaptureQueriesContext(connection) as queries:
        first = contributor.get(reverse("admin:autocomplete"), asked).json()
    second = contributor.get(reverse("admin:autocomplete"), {**asked, "page": "2"}).json()
    assert not any("COUNT(" in query["sql"] for query in queries)
    assert (len(first["results"]), first["pagination"]["more"]) == (20, True)
    assert (len(second["results"]), second["pagination"]["more"]) == (6, False)
    assert Player.objects.count() == 26
