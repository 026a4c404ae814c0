"""What every page says of itself in its head, for search engines and whoever passes its address on."""

import json
import re
from typing import Any

import pytest
from django.test import Client

from tests import factories as make
from tests.cache.world import make_world, pages

pytestmark = pytest.mark.django_db

SITE = "https://rumours.example"
WITHOUT_ROWS = ("/method/", "/security/", "/api/")
DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)">')
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)">')


def is_page(address: str) -> bool:
    """Whether people read it: data and maps end in the name of their form."""
    return address.partition("?")[0].endswith("/")


@pytest.fixture
def heads(client: Client, settings: Any) -> dict[str, str]:
    """The head of every page, by its address."""
    settings.SITE_URL = SITE
    make_world()
    shown = [address for address in (*pages(), *WITHOUT_ROWS) if is_page(address)]
    return {address: client.get(address).content.decode().partition("</head>")[0] for address in shown}


def test_every_page_describes_itself_in_a_sentence_of_its_own(heads: dict[str, str]) -> None:
    found = {address: DESCRIPTION.findall(head) for address, head in heads.items()}
    assert {address: sentences for address, sentences in found.items() if len(sentences) != 1} == {}
    sentences = [sentence for address, (sentence,) in found.items() if "?" not in address]
    assert sorted(sentences) == sorted(set(sentences))
    assert [sentence for sentence in sentences if not 40 <= len(sentence) <= 200] == []


def test_every_page_names_its_one_address_in_full(heads: dict[str, str]) -> None:
    found = {address: CANONICAL.findall(head) for address, head in heads.items()}
    assert found == {address: [SITE + address] for address in heads}


KINDS = {
    "/": ["WebSite"],
    "/clubs/milan/": ["SportsTeam", "BreadcrumbList"],
    "/clubs/milan/?position=Centre-Back": [],
    "/players/aldo-rossi/": ["Person", "BreadcrumbList"],
    "/people/ugo-neri/": ["Person", "BreadcrumbList"],
    "/sources/evening-outlet/": ["Organization", "BreadcrumbList"],
    "/windows/2026-winter/": ["BreadcrumbList"],
    "/links/": [],
    "/method/": [],
}


def test_a_page_of_a_row_says_what_it_is_about(heads: dict[str, str]) -> None:
    found = {address: BLOCK.findall(heads[address]) for address in KINDS}
    assert {
        address: [thing["@type"] for block in blocks for thing in json.loads(block)["@graph"]]
        for address, blocks in found.items()
    } == KINDS
    assert titles(heads, "/articles/") == ["Milan ask for Rossi", "Verdi as well"]
    assert titles(heads, "/links/") == ["Aldo Rossi to Milan", "Bruno Verdi to Turin"]


def titles(heads: dict[str, str], folder: str) -> list[str]:
    """The last step of the way to each page whose address begins with a folder and a number."""
    found = [BLOCK.findall(head) for address, head in heads.items() if re.match(rf"{folder}\d", address)]
    return sorted(json.loads(block)["@graph"][-1]["itemListElement"][-1]["name"] for (block,) in found)


def test_names_are_told_as_they_are_and_not_as_markup(client: Client) -> None:
    club = make.ClubFactory(name="Brighton & Hove <b>Albion", is_reference=True)
    link = make.TransferLinkFactory(is_public=True, to_club=club, player__name="Teo O'Marl")
    for row, expected in ((club, club.name), (link, f"Teo O'Marl to {club.name}")):
        head = client.get(row.get_absolute_url()).content.decode()
        assert titles({"/links/1": head}, "/links/") == [expected]


def test_a_preview_tells_nothing_to_programs(admin_client: Client) -> None:
    draft = make.ArticleFactory()
    page = admin_client.get(f"{draft.get_absolute_url()}preview/").content.decode()
    assert ("<h1" in page, BLOCK.findall(page)) == (True, [])


def test_what_is_told_of_a_club_is_small(heads: dict[str, str]) -> None:
    (block,) = BLOCK.findall(heads["/clubs/milan/"])
    assert len(block) < 600


def test_no_line_of_a_page_ends_in_white_space(client: Client) -> None:
    make_world()
    found = {
        address: re.findall(r"[ \t]+$", client.get(address).content.decode(), re.M)
        for address in pages()
        if is_page(address)
    }
    assert {address: ends for address, ends in found.items() if ends} == {}
