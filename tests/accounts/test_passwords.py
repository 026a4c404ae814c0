"""Which passwords there may be, and what the form of the log-in leaves to those who keep them for people."""

import re

import pytest
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import Client

from tests import factories

pytestmark = pytest.mark.django_db
USER = User(username="anamarlin", first_name="Ana", email="ana.marlin@desk.example")


@pytest.mark.parametrize(
    "password",
    ["", "short but x", "1234567890987654321", "1q2w3e4r5t6y", "qwertyuiop123", "anamarlin2026", "ana.marlin@desk"],
)
def test_what_is_short_common_or_ones_own_name_is_refused(password: str) -> None:
    with pytest.raises(ValidationError):
        validate_password(password, USER)


@pytest.mark.parametrize(
    "password", ["correct horse battery", "ключ от старой лодки", "a-b c" * 40, "🦢🛶🪵🧭⛵🌊🪁🏕️🧶🪡🧵🪢"]
)
def test_any_letters_and_any_length_from_twelve_on_are_taken(password: str) -> None:
    validate_password(password, USER)
    user: User = factories.ChiefFactory(username="bea")
    user.set_password(password)
    user.save()
    answer = Client().post("/admin/login/", {"username": "bea", "password": password})
    assert (answer.status_code, answer.headers.get("Location")) == (302, "/accounts/profile/")


def test_a_password_manager_may_fill_it_in() -> None:
    page = Client().get("/admin/login/").content.decode()
    (field,) = re.findall(r'<input[^>]*type="password"[^>]*>', page)
    assert ('autocomplete="current-password"' in field, "maxlength" in field, "paste" in page) == (True, False, False)


@pytest.mark.parametrize(
    "wanted",
    ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "http:evil", "\t//e"],
)
def test_nobody_is_led_away_by_the_log_in(wanted: str) -> None:
    user: User = factories.ChiefFactory(username="bea")
    user.set_password("correct horse battery")
    user.save()
    sent = {"username": "bea", "password": "correct horse battery", "next": wanted}
    answer = Client().post("/admin/login/", sent)
    assert (answer.status_code, answer.headers["Location"].startswith("/"), "evil" in answer.headers["Location"]) == (
        302,
        True,
        False,
    )
