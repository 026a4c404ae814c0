"""The front page."""

from datetime import timedelta

import pytest
from django.test import Client, override_settings
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains

from tests.factories import ClubFactory, PlayerFactory, TransferLinkFactory, WindowSpanFactory

pytestmark = pytest.mark.django_db


def test_the_latest_movement_names_player_clubs_stage_evidence_and_date(client: Client) -> None:
    TransferLinkFactory(player=PlayerFactory(name="Ugo Segreto"))
    TransferLinkFactory(is_public=True, moved_at=timezone.now())
    TransferLinkFactory(
        player=PlayerFactory(name="Fikayo Tomori"),
        from_club=ClubFactory(name="AC Milan", short_name="Milan", is_public=True),
        to_club=ClubFactory(name="Juventus", is_public=True),
        is_public=True,
        stage_group="bid",
        stage="bid rejected",
        doubt="price",
        denied_by="the agent",
        source_count=2,
        report_count=9,
        best_tier="2",
        window_assumed=True,
        fee_eur=30_000_000,
        fee_is_converted=True,
        moved_at=timezone.now() - timedelta(days=400),
    )
    page = client.get("/")
    for shown in (
        "Fikayo Tomori",
        "Milan</a>",
        "Juventus</a>",
        "Bid rejected",
        "Doubt over price",
        "Denied by the agent",
        "2 sources, 9 reports",
        "Tier 2",
        "(assumed)",
        "≈ €30m",
    ):
        assertContains(page, shown)
    assertNotContains(page, "Ugo Segreto")


def test_windows_that_are_open_stand_with_their_hour_and_shut_ones_do_not(client: Client) -> None:
    now = timezone.now()
    WindowSpanFactory(association="Italy", opens_at=now - timedelta(days=9), closes_at=now + timedelta(days=1))
    WindowSpanFactory(association="France", opens_at=now - timedelta(days=9), closes_at=now - timedelta(days=1))
    WindowSpanFactory(association="Spain", opens_at=now + timedelta(days=1), closes_at=now + timedelta(days=9))
    page = client.get("/")
    assertContains(page, "Italy")
    assertNotContains(page, "France")
    assertNotContains(page, "Spain")


def test_an_empty_site_says_so(client: Client) -> None:
    page = client.get("/")
    assertContains(page, "Nothing published yet.")
    assertContains(page, "No window is known to be open today.")


@pytest.mark.parametrize("rows", [1, 3])
def test_constant_queries(client: Client, rows: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    now = timezone.now()
    for association in range(rows):
        TransferLinkFactory(is_public=True)
        TransferLinkFactory(is_public=True, outcome="done")
        ClubFactory(is_public=True)
        WindowSpanFactory(association=f"A{association}", opens_at=None, closes_at=now + timedelta(days=1))
    with django_assert_num_queries(4):
        client.get("/")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options", "trace"])
@pytest.mark.parametrize("address", ["/", "/links/", "/clubs/x/", "/players/", "/windows/", "/favicon.ico"])
def test_public_pages_only_answer_questions(client: Client, method: str, address: str) -> None:
    refused = Client(enforce_csrf_checks=True).generic(method.upper(), address)
    assert (refused.status_code, refused.headers["Allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
@pytest.mark.parametrize("address", ["/admin/", "/admin/login/", "/admin/rumours/club/", "/admin/jsi18n/"])
def test_the_desk_answers_no_unused_method(admin_client: Client, method: str, address: str) -> None:
    refused = admin_client.generic(method, address)
    assert (refused.status_code, refused.headers["Allow"]) == (405, "GET, HEAD, POST")


def test_the_admin_may_be_written_to(client: Client) -> None:
    assert client.post("/admin/login/", {}).status_code == 200


def test_a_reader_gets_no_cookie_and_one_page_for_all(client: Client) -> None:
    page = client.get("/")
    assert not page.cookies
    assert "Cookie" not in page.headers.get("Vary", "")


def test_the_demo_says_what_is_invented(client: Client) -> None:
    assertNotContains(client.get("/"), "Ostermark")
    with override_settings(DEMO=True):
        assertContains(client.get("/"), "Valdoria and Ostermark are invented")
