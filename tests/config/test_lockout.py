"""Wrong passwords: how many, of whom, for how long, and what is said of it."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command
from django.http import HttpResponse
from django.test import Client

PASSWORD = "correct horse battery"
LOGIN = "/admin/login/"
NOON = datetime(2026, 1, 10, 12, 0, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def ana(db: None) -> User:
    return User.objects.create_superuser("ana", password=PASSWORD)


def try_in(password: str, name: str = "ana", address: str = "203.0.113.9") -> HttpResponse:
    found = Client().post(LOGIN, {"username": name, "password": password, "next": "/admin/"}, REMOTE_ADDR=address)
    assert isinstance(found, HttpResponse)
    return found


def test_five_wrong_ones_close_the_door_even_to_the_right_one() -> None:
    assert [try_in("wrong").status_code for _ in range(6)] == [200, 200, 200, 200, 429, 429]
    refused = try_in(PASSWORD)
    assert (refused.status_code, refused.headers["Retry-After"]) == (429, "900")
    assert "default-src 'none'" in refused.headers["Content-Security-Policy"]


def test_nobody_can_lock_out_another() -> None:
    for _ in range(20):
        try_in("wrong")
    assert try_in(PASSWORD, address="198.51.100.1").status_code == 302
    assert try_in(PASSWORD, name="ana", address="2001:db8::1").status_code == 302


def test_another_address_of_one_household_is_no_way_round() -> None:
    sent = [try_in("wrong", address=f"2001:db8:1:2::{n:x}").status_code for n in range(1, 6)]
    assert sent == [200, 200, 200, 200, 429]


def test_it_opens_again_after_a_quarter_of_an_hour() -> None:
    with time_machine.travel(NOON, tick=False):
        for _ in range(6):
            try_in("wrong")
    with time_machine.travel(NOON + timedelta(minutes=14), tick=False):
        assert try_in(PASSWORD).status_code == 429
    with time_machine.travel(NOON + timedelta(minutes=16), tick=False):
        assert try_in(PASSWORD).status_code == 302


def test_the_right_one_forgets_the_wrong_ones() -> None:
    for _ in range(4):
        try_in("wrong")
    assert try_in(PASSWORD).status_code == 302
    assert try_in("wrong").status_code == 200


def test_an_administrator_opens_it_earlier() -> None:
    for _ in range(5):
        try_in("wrong")
    call_command("axes_reset_username", "ana", verbosity=0)
    assert try_in(PASSWORD).status_code == 302


def page(response: HttpResponse, name: str) -> str:
    """What is said, without the name that was typed and the token of the form."""
    lines = response.content.decode().replace(name, "NAME").splitlines()
    return "\n".join(line for line in lines if "csrfmiddlewaretoken" not in line)


def test_nothing_says_whether_there_is_such_a_user() -> None:
    User.objects.create_user("reader", password=PASSWORD)
    gone = User.objects.create_user("gone", password=PASSWORD, is_staff=True, is_active=False)
    tried = {"ana": "wrong", "nobody": "wrong", "reader": PASSWORD, gone.username: PASSWORD}
    answers = {name: [try_in(password, name) for _ in range(6)] for name, password in tried.items()}
    said = {name: [page(answer, name) for answer in found] for name, found in answers.items()}
    known = said.pop("ana")
    assert said == {"nobody": known, "reader": known, "gone": known}


@pytest.mark.parametrize("name", ["n" * 5000, "ána", "'; --", "a\0b", "a\r\nb", "\ud83d\ude00" * 80, " "])
def test_no_name_makes_it_fail(name: str) -> None:
    assert {try_in("wrong", name.encode("utf-16", "surrogatepass").decode("utf-16")).status_code} <= {200, 429}


def test_no_password_is_kept() -> None:
    try_in("a secret slip")
    kept = str(list(AccessAttempt.objects.values()))
    assert ("a secret slip" in kept, "203.0.113.9" in kept) == (False, True)


def test_its_tables_have_no_page() -> None:
    assert settings.AXES_ENABLE_ADMIN is False
    client = Client()
    client.force_login(User.objects.get(username="ana"))
    assert client.get("/admin/axes/accessattempt/").status_code == 404


@pytest.mark.parametrize("change", [{"is_staff": False}, {"is_active": False}])
def test_whoever_is_taken_off_the_staff_is_out_at_once(change: dict[str, bool]) -> None:
    client = Client()
    client.force_login(User.objects.get(username="ana"))
    assert client.get("/admin/").status_code == 200
    User.objects.filter(username="ana").update(**change)
    assert client.get("/admin/").status_code == 302
