"""The second factor: what a password alone opens, how one enrols, what a code is worth and for how long."""

import base64
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.contrib.auth.models import Group, User
from django.core.management import CommandError, call_command
from django.http import HttpResponse
from django.test import Client
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
from pytest_django import Settings

from rumours.accounts import second_factor
from tests import factories
from tests.accounts.addresses import DESK, OUTSIDE

PASSWORD = "correct horse battery"
NOON = datetime(2026, 1, 10, 12, 0, tzinfo=UTC)
SECRET = "31323334353637383930" * 2  # an example, in hexadecimal
VERIFY, ENROL, CODES = (f"/admin/second-factor/{page}" for page in ("", "enrol/", "codes/"))


@pytest.fixture(autouse=True)
def clock(settings: Settings, db: None) -> Iterator[time_machine.Traveller]:
    settings.STAFF_OTP = "required"
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


@pytest.fixture
def ana() -> User:
    return User.objects.create_superuser("ana", password=PASSWORD)


@pytest.fixture
def enrolled(ana: User) -> User:
    TOTPDevice.objects.create(user=ana, name="app", key=SECRET)
    return ana


def code_of(secret: str = SECRET) -> str:
    """What the app shows now."""
    return f"{TOTP(bytes.fromhex(secret)).token():06d}"


def logged_in(name: str = "ana") -> Client:
    """A session that has given the password."""
    client = Client()
    assert client.post("/admin/login/", {"username": name, "password": PASSWORD}).status_code == 302
    return client


def give(client: Client, code: str, query: str = "") -> HttpResponse:
    found = client.post(f"{VERIFY}{query}", {"code": code})
    assert isinstance(found, HttpResponse)
    return found


def is_open(client: Client) -> bool:
    return client.get("/admin/rumours/club/").status_code == 200


def enrol(client: Client) -> list[str]:
    """Set up an app by what the page shows; the recovery codes."""
    page = client.get(ENROL).content.decode()
    found = re.search(r'class="secret">([A-Z2-7 ]+)<', page)
    assert found
    secret = base64.b32decode(found[1].replace(" ", "")).hex()
    return re.findall(r"<code>([a-z0-9-]{14})</code>", client.post(ENROL, {"code": code_of(secret)}).content.decode())


def test_a_password_alone_opens_no_page_of_the_desk(enrolled: User) -> None:
    client = logged_in()
    shut = [client.get(address) for address in (*DESK, *OUTSIDE)]
    assert {(answer.status_code, answer.headers["Location"].partition("?")[0]) for answer in shut} == {(302, VERIFY)}
    assert {client.post(address, {}).status_code for address in DESK} == {403}


def test_the_code_opens_it_and_leads_to_where_one_wanted_to_go(enrolled: User) -> None:
    client = logged_in()
    sent = client.get("/admin/rumours/club/?q=milan").headers["Location"]
    assert sent == f"{VERIFY}?next=%2Fadmin%2Frumours%2Fclub%2F%3Fq%3Dmilan"
    assert "Type the code" in client.get(sent).content.decode()
    answer = client.post(sent, {"code": code_of()})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/admin/rumours/club/?q=milan")
    assert is_open(client)


@pytest.mark.parametrize("wanted", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", ""])
def test_nobody_is_led_elsewhere(enrolled: User, wanted: str) -> None:
    client = logged_in()
    assert give(client, code_of(), f"?next={wanted}").headers["Location"] == "/admin/"


def test_the_session_has_a_new_key_afterwards(enrolled: User) -> None:
    client = logged_in()
    before = client.cookies["sessionid"].value
    give(client, code_of())
    assert client.cookies["sessionid"].value != before


def test_a_new_editor_enrols_at_the_first_log_in(ana: User) -> None:
    client = logged_in()
    answer = client.get("/admin/")
    assert answer.headers["Location"].partition("?")[0] == ENROL
    page = client.get(ENROL)
    assert "'unsafe-inline'" not in page.headers["Content-Security-Policy"]
    assert re.search(r'<svg class="qr" viewBox="-4 -4 \d+ \d+"', page.content.decode())
    codes = enrol(client)
    assert (len(codes), len(set(codes)), is_open(client)) == (10, 10, True)


def test_the_secret_is_the_same_until_it_is_used_and_another_for_everybody(ana: User) -> None:
    client, other = logged_in(), logged_in()
    pages = [
        re.findall(r'class="secret">[^<]+', found.get(ENROL).content.decode()) for found in (client, client, other)
    ]
    assert pages[0] == pages[1] != pages[2]


def test_recovery_codes_are_shown_once_and_kept_as_hashes(ana: User) -> None:
    client = logged_in()
    codes = enrol(client)
    again = client.get(VERIFY).content.decode() + client.get(ENROL).content.decode()
    kept = set(StaticToken.objects.values_list("token", flat=True))
    assert [code for code in codes if code in again or code in kept or code.replace("-", "") in kept] == []


def test_a_recovery_code_works_once_however_it_is_spaced(ana: User) -> None:
    first = enrol(logged_in())[0]
    client = logged_in()
    assert (give(client, first.upper().replace("-", " ")).status_code, is_open(client)) == (302, True)
    assert give(logged_in(), first).status_code == 200
    assert second_factor.recovery_codes_left(ana) == 9


def test_a_recovery_code_of_somebody_else_is_none(ana: User) -> None:
    codes = enrol(logged_in())
    User.objects.create_superuser("bea", password=PASSWORD)
    enrol(logged_in("bea"))
    assert give(logged_in("bea"), codes[0]).status_code == 200


def test_new_codes_end_the_old_ones(ana: User) -> None:
    client = logged_in()
    old = enrol(client)
    new = re.findall(r"<code>([a-z0-9-]{14})</code>", client.post(CODES).content.decode())
    assert (len(new), set(new) & set(old)) == (10, set())
    assert give(logged_in(), old[0]).status_code == 200


def test_a_code_of_the_app_works_once(enrolled: User) -> None:
    assert give(logged_in(), code_of()).status_code == 302
    assert give(logged_in(), code_of()).status_code == 200


def test_guessing_gets_slower_and_then_the_right_code_waits_too(enrolled: User, clock: time_machine.Traveller) -> None:
    client = logged_in()
    for _ in range(5):
        assert give(client, "000000").status_code == 200
        clock.shift(timedelta(seconds=1))
    assert give(client, code_of()).status_code == 200
    clock.shift(timedelta(minutes=1))
    assert give(client, code_of()).status_code == 302


@pytest.mark.parametrize("code", ["", " ", "0", "0" * 41, "１２３４５６", "²²²²²²", "-1", "a\0b", "' OR 1=1"])
def test_no_code_makes_it_fail(enrolled: User, code: str) -> None:
    client = logged_in()
    assert (give(client, code).status_code, is_open(client)) == (200, False)


def test_who_has_a_factor_cannot_enrol_another_with_the_password_alone(enrolled: User) -> None:
    client = logged_in()
    assert client.get(ENROL).headers["Location"].partition("?")[0] == VERIFY
    assert client.post(ENROL, {"code": code_of()}).headers["Location"].partition("?")[0] == VERIFY
    assert client.post(CODES).status_code == 403
    assert TOTPDevice.objects.get().key == SECRET


def test_another_app_takes_the_place_of_the_first(enrolled: User) -> None:
    client = logged_in()
    give(client, code_of())
    enrol(client)
    assert (TOTPDevice.objects.count(), TOTPDevice.objects.get().key != SECRET, is_open(client)) == (1, True, True)


def test_a_wrong_first_code_sets_nothing_up(ana: User) -> None:
    client = logged_in()
    client.get(ENROL)
    assert client.post(ENROL, {"code": "000000"}).status_code == 200
    assert (TOTPDevice.objects.count(), is_open(client)) == (0, False)


def test_a_superuser_resets_it_and_that_is_remembered(enrolled: User, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", logger="rumours.audit")
    bea = User.objects.create_superuser("bea", password=PASSWORD)
    TOTPDevice.objects.create(user=bea, name="app", key=SECRET)
    hers = logged_in("bea")
    give(hers, code_of())
    client = logged_in()
    give(client, code_of())
    client.post("/admin/auth/user/", {"action": "reset_second_factor", "_selected_action": [bea.pk]})
    assert (is_open(client), is_open(hers), second_factor.is_enrolled(bea)) == (True, False, False)
    assert '"by": "ana"' in next(line for line in caplog.messages if line.startswith("second factor reset"))
    assert "Reset the second factor." in client.get(f"/admin/auth/user/{bea.pk}/history/").content.decode()


def test_nobody_else_resets_it(enrolled: User) -> None:
    bea = factories.UserFactory(username="bea", permissions=("view_club",))
    bea.groups.add(Group.objects.get(name="chief"))
    client = Client()
    client.force_login(bea)
    device = TOTPDevice.objects.create(user=bea, name="app", key=SECRET)
    give(client, code_of())
    sent = client.post("/admin/auth/user/", {"action": "reset_second_factor", "_selected_action": [enrolled.pk]})
    assert (sent.status_code, second_factor.is_enrolled(enrolled), device.user) == (403, True, bea)


def test_the_command_resets_it(enrolled: User) -> None:
    call_command("reset_second_factor", "ana")
    assert not second_factor.is_enrolled(enrolled)
    with pytest.raises(CommandError, match="no user 'nobody'"):
        call_command("reset_second_factor", "nobody")


def test_the_stock_pages_of_secrets_are_gone(enrolled: User) -> None:
    client = logged_in()
    give(client, code_of())
    assert client.get("/admin/otp_totp/totpdevice/").status_code == 404
    assert client.get("/admin/otp_static/staticdevice/").status_code == 404


def test_without_log_in_there_is_only_the_log_in() -> None:
    assert Client().get(VERIFY).headers["Location"] == f"/admin/login/?next={VERIFY}"
    assert Client().get(ENROL).headers["Location"] == f"/admin/login/?next={ENROL}"


@pytest.mark.parametrize("address", [VERIFY, ENROL])
def test_where_it_is_off_a_password_is_enough(settings: Settings, enrolled: User, address: str) -> None:
    settings.STAFF_OTP = "off"
    client = logged_in()
    assert (is_open(client), client.get(address).status_code) == (True, 404)


def test_readers_are_not_asked(client: Client) -> None:
    answer = client.get("/")
    assert (answer.status_code, "Cookie" in answer.headers.get("Vary", ""), dict(answer.cookies)) == (200, False, {})


def test_its_pages_are_kept_nowhere(enrolled: User) -> None:
    assert "no-store" in logged_in().get(VERIFY).headers["Cache-Control"]
