"""The menus of every page mark the page itself, and the section that a page is in; nothing else."""

import re

import pytest
from django.test import Client

from tests.factories import ClubFactory

pytestmark = pytest.mark.django_db
MARK = re.compile(r'<li><a href="([^"]+)" aria-current="(\w+)">')


def marks(client: Client, address: str) -> list[tuple[str, str]]:
    return MARK.findall(client.get(address).content.decode())


@pytest.mark.parametrize(
    ("address", "marked"),
    [
        ("/", []),
        ("/clubs/", [("/clubs/", "page")]),
        ("/clubs/kessery/", [("/clubs/", "true")]),
        ("/method/", [("/method/", "page")]),
        ("/windows/", [("/windows/", "page"), ("/windows/", "page")]),  # above, and below as "Deadlines"
        ("/nowhere/", []),
    ],
)
def test_the_page_and_its_section_are_marked(client: Client, address: str, marked: list[tuple[str, str]]) -> None:
    ClubFactory(name="Kessery", slug="kessery", is_public=True)
    assert marks(client, address) == marked


def test_a_mark_does_not_stay_for_the_next_page(client: Client) -> None:
    assert [marks(client, address) for address in ("/clubs/", "/players/", "/")] == [
        [("/clubs/", "page")], [("/players/", "page")], [],
    ]  # fmt: skip
