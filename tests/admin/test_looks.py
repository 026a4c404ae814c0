"""Every page of the admin has the desk's own looks, also those that Django and simple_history make alone."""

import re

import pytest
from django.test import Client

from rumours.editorial.actors import save_by, system_user
from tests import factories

pytestmark = pytest.mark.django_db

PAGES = (
    "/admin/", "/admin/rumours/", "/admin/rumours/club/", "/admin/rumours/club/add/", "/admin/rumours/club/{}/change/",
    "/admin/rumours/club/{}/history/", "/admin/rumours/club/{}/delete/", "/admin/rumours/article/queue/",
    "/admin/rumours/article/fares/", "/admin/rumours/article/add/", "/admin/password_change/", "/admin/auth/group/",
)  # fmt: skip


@pytest.mark.parametrize("address", PAGES)
def test_links_are_underlined_and_targets_large_on_every_page(admin_client: Client, address: str) -> None:
    club = factories.ClubFactory()
    save_by(club, system_user())
    shown = admin_client.get(address.format(club.pk))
    sheets = re.findall(r'href="/static/(rumours/admin/desk\.css)"', shown.content.decode())
    assert (shown.status_code, sheets) == (200, ["rumours/admin/desk.css"])


def test_a_long_history_is_scrolled_beside_itself_and_not_with_the_page(admin_client: Client) -> None:
    club = factories.ClubFactory()
    save_by(club, system_user())
    shown = admin_client.get(f"/admin/rumours/club/{club.pk}/history/").content.decode()
    assert '<section class="wide" aria-label="Changes" tabindex="0">' in shown


@pytest.mark.parametrize("kind", ["source", "quote"])
def test_a_language_that_nobody_entered_is_no_choice_of_a_filter(admin_client: Client, kind: str) -> None:
    factory = factories.SourceFactory if kind == "source" else factories.QuoteFactory
    for language in ("", "it"):
        row = factory()
        type(row).objects.filter(pk=row.pk).update(language=language)
    page = admin_client.get(f"/admin/rumours/{kind}/").content.decode()
    assert re.findall(r'href="\?language__exact=(\w*)', page) == ["it"]
