"""The map of the site: every public page once, absolute by SITE_URL, dated by the last movement."""

import re
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests import factories as make

pytestmark = pytest.mark.django_db

MOVED = datetime(2026, 1, 10, 12, tzinfo=UTC)
INDEX_QUERIES = 14  # for each of seven kinds of rows, how many there are and the newest of them


@pytest.fixture(autouse=True)
def _site(settings: Any) -> None:
    settings.SITE_URL = "https://rumours.example"


def places(client: Client, address: str) -> list[str]:
    return re.findall("<loc>(.*?)</loc>", client.get(address).content.decode())


def test_the_index_names_each_part_that_has_rows(client: Client) -> None:
    make.ClubFactory(is_reference=True)
    make.PlayerFactory()
    site = "https://rumours.example"
    assert places(client, "/sitemap.xml") == [f"{site}/sitemap-pages.xml", f"{site}/sitemap-clubs.xml"]


def test_a_part_lists_published_rows_with_their_last_movement(client: Client) -> None:
    link = make.TransferLinkFactory(
        is_public=True,
        moved_at=MOVED,
        player__is_reference=True,
        player__name="Federico Gatti",
        to_club__name="AC Milan",
    )
    make.TransferLinkFactory(player__name="Draft Player")
    page = client.get("/sitemap-players.xml").content.decode()
    assert re.findall("<loc>(.*?)</loc><lastmod>(.*?)</lastmod>", page) == [
        ("https://rumours.example/players/federico-gatti/", "2026-01-10")
    ]
    assert places(client, "/sitemap-links.xml") == [f"https://rumours.example{link.get_absolute_url()}"]


def test_each_kind_of_row_is_listed_where_it_is_public(client: Client) -> None:
    article = make.PublishedArticleFactory(publisher=make.SourceFactory(name="Tuttojuve", is_reference=True))
    make.ArticleFactory(headline="Draft")
    make.PersonFactory(name="Igor Tudor", is_reference=True)
    make.PersonFactory(name="A Player", is_reference=True, player=make.PlayerFactory())
    make.WindowFactory()
    site = "https://rumours.example"
    assert places(client, "/sitemap-articles.xml") == [site + article.get_absolute_url()]
    assert places(client, "/sitemap-sources.xml") == [f"{site}/sources/tuttojuve/"]
    assert places(client, "/sitemap-people.xml") == [f"{site}/people/igor-tudor/"]
    assert places(client, "/sitemap-windows.xml") == [f"{site}/windows/2026-winter/"]


def test_every_listed_page_is_there(client: Client) -> None:
    pages = places(client, "/sitemap-pages.xml")
    assert "https://rumours.example/api/" in pages
    for address in pages:
        assert client.get(address.removeprefix("https://rumours.example")).status_code == 200


def test_no_such_part_or_page_of_it(client: Client) -> None:
    statuses = [client.get(f"/sitemap-{rest}").status_code for rest in ("none.xml", "clubs.xml?p=2", "clubs.xml?p=x")]
    assert statuses == [404, 404, 404]


@pytest.mark.parametrize("number", [1, 3])
def test_the_index_asks_the_same_number_of_questions_however_long_it_is(
    client: Client, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for index in range(number):
        link = make.TransferLinkFactory(is_public=True, window__code=f"202{index}-winter", player__is_reference=True)
        make.ClubFactory(is_reference=True)
        make.PersonFactory(is_reference=True)
        source = make.SourceFactory(is_reference=True)
        make.ReportFactory(article=make.PublishedArticleFactory(), link=link, source=source)
    with django_assert_num_queries(INDEX_QUERIES):
        assert client.get("/sitemap.xml").status_code == 200
