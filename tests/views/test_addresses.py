"""Old addresses of every kind of row lead to where it is now, and only to what readers may see."""

import pytest
from django.test import Client

from tests import factories as make

pytestmark = pytest.mark.django_db

KINDS = [
    ("club", make.ClubFactory, "/clubs/"),
    ("player", make.PlayerFactory, "/players/"),
    ("person", make.PersonFactory, "/people/"),
    ("source", make.SourceFactory, "/sources/"),
]


@pytest.mark.parametrize(("kind", "factory", "path"), KINDS)
def test_an_old_name_leads_to_the_new_one_and_keeps_the_query(
    client: Client, kind: str, factory: type, path: str
) -> None:
    row = factory(name="New Name", is_reference=True)
    make.OldAddressFactory(kind=kind, old="old-name", target_id=row.pk)
    response = client.get(f"{path}old-name/?window=2026-winter")
    assert (response.status_code, response.headers["Location"]) == (301, f"{path}new-name/?window=2026-winter")


@pytest.mark.parametrize(("kind", "factory", "path"), KINDS)
def test_an_old_name_of_what_is_not_public_leads_nowhere(client: Client, kind: str, factory: type, path: str) -> None:
    make.OldAddressFactory(kind=kind, old="old-name", target_id=factory(name="New Name").pk)
    assert client.get(f"{path}old-name/").status_code == 404


def test_an_old_name_of_another_kind_leads_nowhere(client: Client) -> None:
    make.OldAddressFactory(kind="player", old="old-name", target_id=make.ClubFactory(is_reference=True).pk)
    assert client.get("/clubs/old-name/").status_code == 404


def test_a_joined_link_leads_to_the_one_that_was_kept(client: Client) -> None:
    link = make.TransferLinkFactory(is_public=True)
    make.OldAddressFactory(kind="transferlink", old=str(link.pk + 1000), target_id=link.pk)
    assert client.get(f"/links/{link.pk + 1000}-x/").headers["Location"] == link.get_absolute_url()
