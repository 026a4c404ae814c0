"""A log-in ends on the server: when nothing was done for a while, and after a day whatever was done."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.db import OperationalError
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.factories import ArticleFactory, ChiefFactory

pytestmark = pytest.mark.django_db
BEGUN = datetime(2026, 11, 21, 10, tzinfo=UTC)
PAGE = "/admin/rumours/club/"


@pytest.fixture(autouse=True)
def clock(settings: Any) -> Iterator[time_machine.Traveller]:
    settings.SESSION_COOKIE_AGE, settings.SESSION_LONGEST = 3600, 24 * 3600
    with time_machine.travel(BEGUN, tick=False) as traveller:
        yield traveller


@pytest.fixture
def ana() -> User:
    return ChiefFactory(username="ana")


@pytest.fixture
def desk(ana: User) -> Client:
    client = Client()
    client.force_login(ana)
    assert client.get(PAGE).status_code == 200
    return client


def test_who_does_nothing_for_an_hour_is_out_and_the_old_cookie_is_worth_nothing(
    desk: Client, clock: time_machine.Traveller
) -> None:
    clock.shift(timedelta(minutes=59))
    assert desk.get(PAGE).status_code == 200
    clock.shift(timedelta(minutes=61))
    kept = desk.cookies.output()
    response = desk.get(PAGE)
    assert (response.status_code, response.headers["Location"]) == (302, f"/admin/login/?next={PAGE}")
    assert kept


def test_who_works_stays_in_but_not_for_more_than_a_day(desk: Client, clock: time_machine.Traveller) -> None:
    for _ in range(47):
        clock.shift(timedelta(minutes=30))
        assert desk.get(PAGE).status_code == 200
    clock.shift(timedelta(minutes=30))
    assert desk.get(PAGE).status_code == 302
    assert desk.get(PAGE).status_code == 302


def test_a_page_that_asks_by_itself_keeps_nobody_in(desk: Client, clock: time_machine.Traveller) -> None:
    address = f"/admin/rumours/article/{ArticleFactory().pk}/tag/state/"
    for _ in range(6):
        clock.shift(timedelta(minutes=9))
        assert desk.get(address).status_code == 200
    clock.shift(timedelta(minutes=9))
    assert desk.get(address).status_code == 302


def test_a_session_is_not_saved_with_every_page(
    desk: Client, clock: time_machine.Traveller, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    before = Session.objects.get().expire_date
    clock.shift(timedelta(minutes=5))
    desk.get(PAGE)
    assert Session.objects.get().expire_date == before
    clock.shift(timedelta(minutes=5))
    desk.get(PAGE)
    assert Session.objects.get().expire_date == before + timedelta(minutes=10)


def test_a_page_that_reads_does_not_fail_because_the_session_cannot_be_saved(
    desk: Client, clock: time_machine.Traveller, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(*args: Any, **given: Any) -> None:
        raise OperationalError("database or disk is full")

    clock.shift(timedelta(minutes=30))
    monkeypatch.setattr("django.contrib.sessions.backends.db.SessionStore.save", full)
    assert desk.get(PAGE).status_code == 200
    assert "a session could not be kept: OperationalError" in caplog.text


def test_the_cookie_ends_with_the_browser(ana: User) -> None:
    ana.set_password("correct horse battery")
    ana.save()
    client = Client()
    client.post("/admin/login/", {"username": "ana", "password": "correct horse battery", "next": "/admin/"})
    assert client.cookies["sessionid"]["max-age"] == ""


def test_logging_out_ends_it_on_the_server(desk: Client) -> None:
    stolen = desk.cookies["sessionid"].value
    desk.post("/admin/logout/")
    thief = Client()
    thief.cookies["sessionid"] = stolen
    assert thief.get(PAGE).status_code == 302


def test_logging_in_makes_a_new_session(ana: User) -> None:
    ana.set_password("correct horse battery")
    ana.save()
    client = Client()
    client.cookies["sessionid"] = planted = "a" * 32
    client.post("/admin/login/", {"username": "ana", "password": "correct horse battery", "next": "/admin/"})
    assert (client.get(PAGE).status_code, client.cookies["sessionid"].value == planted) == (200, False)


def test_readers_cookies_are_not_looked_at(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    client = Client()
    client.cookies["sessionid"] = "a" * 32
    with django_assert_num_queries(0):
        client.get("/method/")
