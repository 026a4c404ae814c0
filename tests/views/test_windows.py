"""The list of windows and the page of one."""

from datetime import UTC, datetime

import pytest
from django.conf import settings
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains

from tests.factories import PlayerFactory, TransferLinkFactory, WindowFactory, WindowSpanFactory

pytestmark = pytest.mark.django_db


def test_spans_are_shown_in_their_own_zone_and_unconfirmed_ones_say_so(client: Client) -> None:
    window = WindowFactory(code="2026-winter")
    WindowSpanFactory(
        window=window, association="Italy", time_zone="Europe/Rome", closes_at=datetime(2026, 2, 2, 19, tzinfo=UTC)
    )
    WindowSpanFactory(window=window, association="England", opens_at=None, closes_at=None, confirmed=True)
    page = client.get("/windows/2026-winter/")
    assertContains(page, "Mon 2 Feb 2026, 20:00 CET")
    assertContains(page, "Not confirmed", count=1)
    assertContains(page, "not known", count=2)


def test_links_of_the_window_with_filters_but_no_other_window_s(client: Client) -> None:
    TransferLinkFactory(is_public=True, player=PlayerFactory(name="Wim Winter"))
    TransferLinkFactory(
        is_public=True, player=PlayerFactory(name="Sol Summer"), window=WindowFactory(code="2026-summer")
    )
    page = client.get("/windows/2026-winter/?window=2026-summer&stage=interest")
    assertContains(page, "Wim Winter")
    assertNotContains(page, "Sol Summer")
    assertContains(
        page, f'<link rel="canonical" href="{settings.SITE_URL}/windows/2026-winter/?stage=interest">', html=True
    )


def test_every_window_is_listed_and_an_unknown_one_is_not_found(client: Client) -> None:
    WindowFactory(code="2026-winter")
    assertContains(client.get("/windows/"), "Winter 2026")
    assert client.get("/windows/2031-winter/").status_code == 404
    assert client.get("/windows/nonsense/").status_code == 404


def test_windows_with_rumours_come_before_those_without(client: Client) -> None:
    WindowFactory(code="2030-winter")
    TransferLinkFactory(is_public=True, window=WindowFactory(code="2026-winter", link_count=1))
    page = client.get("/windows/")
    assert ([row.code for row in page.context["talked_about"]], [row.code for row in page.context["quiet"]]) == (
        ["2026-winter"],
        ["2030-winter"],
    )


@pytest.mark.parametrize("rows", [1, 3])
def test_constant_queries(client: Client, rows: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    window = WindowFactory(code="2026-winter")
    for n in range(rows):
        TransferLinkFactory(is_public=True, window=window)
        WindowSpanFactory(window=window, association=f"A{n}", closes_at=datetime(2199, 1, 1, tzinfo=UTC))
        WindowFactory(code=f"202{n}-summer")
    with django_assert_num_queries(12):
        client.get("/windows/2026-winter/")
    with django_assert_num_queries(2):
        client.get("/windows/")
