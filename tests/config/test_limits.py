"""How often one client may ask: counted by page and address, whatever else the request says."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import include, path
from pytest_django import Settings

from config import limits
from config.env import Rate

NOON = datetime(2026, 1, 10, 12, 0, 10, tzinfo=UTC)


def page(request: HttpRequest) -> HttpResponse:
    return HttpResponse("data")


data = ([path("links/", page)], "api")
urlpatterns = [path("api/", include(data)), path("", include("config.urls"))]
pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.config.test_limits")]


@pytest.fixture(autouse=True)
def _three_a_minute(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(limits, "_failed_at", float("-inf"))
    settings.LIMITS = {kind: Rate(3, 60) for kind in ("search", "form", "login", "api")}
    caches["limits"].clear()
    with time_machine.travel(NOON, tick=False):
        yield
    caches["limits"].clear()


def statuses(addresses: list[str], **more: str) -> list[int]:
    return [Client().get(address, **more).status_code for address in addresses]  # type: ignore[arg-type]


@pytest.mark.parametrize("address", ["/search/", "/api/links/"])
def test_the_fourth_of_a_minute_waits_for_the_next(address: str) -> None:
    assert statuses([address] * 4) == [200, 200, 200, 429]
    with time_machine.travel(NOON.replace(second=59), tick=False):
        refused = Client().get(address)
    assert (refused.status_code, refused.headers["Retry-After"]) == (429, "1")
    assert refused.headers["Cache-Control"] == "no-store"
    told = (
        "the header Retry-After says in how many seconds" if address.startswith("/api/") else "Try again in 1 second."
    )
    assert told in refused.content.decode()
    with time_machine.travel(NOON.replace(minute=1, second=0), tick=False):
        assert statuses([address]) == [200]


def test_another_query_is_no_way_round() -> None:
    assert statuses(["/search/?q=a", "/search/?q=b&x=1", "/search/?", "/search/?q=c"]) == [200, 200, 200, 429]


def test_another_header_is_no_way_round() -> None:
    answers = [
        Client().get("/search/", headers={"X-Forwarded-For": f"198.51.100.{n}", "User-Agent": str(n)}).status_code
        for n in range(4)
    ]
    assert answers == [200, 200, 200, 429]


def test_another_address_of_the_same_household_is_no_way_round_and_a_neighbour_is_let_in() -> None:
    assert [statuses(["/search/"], REMOTE_ADDR=f"2001:db8:1:2::{n:x}")[0] for n in range(4)] == [200, 200, 200, 429]
    assert statuses(["/search/"], REMOTE_ADDR="2001:db8:1:3::1") == [200]
    assert statuses(["/search/"], REMOTE_ADDR="203.0.113.9") == [200]


@pytest.mark.parametrize("address", ["/healthz", "/readyz", "/", "/links/?position=Winger", "/admin/login/"])
def test_what_is_not_costly_and_health_checks_are_never_counted(address: str) -> None:
    assert 429 not in statuses([address] * 8)


def test_passwords_are_counted_by_address_whoever_is_named(client: Client) -> None:
    sent = [client.post("/admin/login/", {"username": f"u{n}", "password": "x"}).status_code for n in range(4)]
    assert sent == [200, 200, 200, 429]


def test_forms_are_counted_apart(admin_client: Client) -> None:
    sent = [admin_client.post("/admin/rumours/club/add/", {}).status_code for n in range(4)]
    assert sent == [200, 200, 200, 429]
    assert statuses(["/search/"]) == [200]


def test_no_limit_where_it_is_off(settings: Settings) -> None:
    settings.LIMITS = {"search": None}
    assert statuses(["/search/"] * 8) == [200] * 8


def test_a_cache_that_fails_lets_readers_in(settings: Settings, caplog: pytest.LogCaptureFixture) -> None:
    settings.CACHES = {**settings.CACHES, "limits": {"BACKEND": "tests.config.test_limits.Broken"}}
    assert statuses(["/search/"] * 5) == [200] * 5
    assert "nothing is limited: the cache does not count (ConnectionError)" in caplog.text


def test_a_cache_that_fails_is_asked_once_in_five_seconds(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.CACHES = {**settings.CACHES, "limits": {"BACKEND": "tests.config.test_limits.Broken"}}
    Broken.asked = 0
    statuses(["/search/"] * 5)
    assert Broken.asked == 1
    monkeypatch.setattr(limits, "_failed_at", limits._failed_at - limits.LEFT_ALONE)
    statuses(["/search/"] * 5)
    assert Broken.asked == 2


class Broken:
    asked = 0

    def __init__(self, location: str, options: object) -> None:
        pass

    def add(self, *args: object, **kwargs: object) -> bool:
        Broken.asked += 1
        raise ConnectionError("no cache")

    def clear(self) -> None:
        pass

    def close(self, **kwargs: object) -> None:
        pass
