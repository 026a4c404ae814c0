"""Settings from the environment: what is read, and what stops the start."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import env


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in env.SETTINGS:
        monkeypatch.delenv(name, raising=False)


def test_text_is_stripped_and_falls_back_to_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    assert env.text("SITE_NAME") == env.SETTINGS["SITE_NAME"].default
    monkeypatch.setenv("SITE_NAME", "  Calcio Desk ")
    assert env.text("SITE_NAME") == "Calcio Desk"
    monkeypatch.setenv("SITE_NAME", " ")
    assert env.text("SITE_NAME") == env.SETTINGS["SITE_NAME"].default


def test_a_variable_nobody_declared_cannot_be_read() -> None:
    with pytest.raises(KeyError):
        env.text("SHOE_SIZE")


@pytest.mark.parametrize("value", ["65536", "-1", "80a", "²", "٨", "1_000", "8.0"])
def test_a_number_that_is_none_names_its_variable(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("PORT", value)
    with pytest.raises(ImproperlyConfigured, match=r"PORT is .*whole number from 1 to 65535"):
        env.whole_number("PORT", 1, 65535)


def test_a_number_is_read_with_both_ends_included(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "65535")
    assert env.whole_number("PORT", 1, 65535) == 65535


def test_a_choice_that_is_none_lists_the_choices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_ENV", "prod")
    with pytest.raises(ImproperlyConfigured, match=r"SITE_ENV is 'prod'.*development, demo, production"):
        env.choice("SITE_ENV", env.ENVIRONMENTS)


def test_yes_or_no(monkeypatch: pytest.MonkeyPatch) -> None:
    assert env.yes_or_no("BEHIND_PROXY") is False
    monkeypatch.setenv("BEHIND_PROXY", "yes")
    assert env.yes_or_no("BEHIND_PROXY") is True


def test_a_rate_is_so_many_in_so_many_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    assert env.rate("LIMIT_LOGIN") == env.Rate(30, 900)
    monkeypatch.setenv("LIMIT_LOGIN", "off")
    assert env.rate("LIMIT_LOGIN") is None


@pytest.mark.parametrize("value", ["120", "120/", "/60", "0/60", "10/0", "-1/60", "1.5/60", "many", "١/60", "1/60/2"])
def test_a_rate_that_is_none_names_its_variable(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("LIMIT_LOGIN", value)
    with pytest.raises(ImproperlyConfigured, match="LIMIT_LOGIN"):
        env.rate("LIMIT_LOGIN")


def test_a_list_drops_what_is_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLOWED_HOSTS", "a.example, b.example,,")
    assert env.listed("ALLOWED_HOSTS") == ["a.example", "b.example"]


@pytest.mark.parametrize(
    "value", ["rumours.example", "ftp://rumours.example", "https://", "https://a.example/", "https://a.example/x?y"]
)
def test_a_site_address_has_a_scheme_and_no_path(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("SITE_URL", value)
    with pytest.raises(ImproperlyConfigured, match="SITE_URL"):
        env.site_url("SITE_URL", default="", secure=False)


def test_a_site_address_may_be_plain_http_unless_it_must_be_secure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "http://localhost:8000")
    assert env.site_url("SITE_URL", default="", secure=False) == "http://localhost:8000"
    with pytest.raises(ImproperlyConfigured, match="https://"):
        env.site_url("SITE_URL", default="", secure=True)


def test_production_names_everything_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "set")
    with pytest.raises(ImproperlyConfigured, match="needs ALLOWED_HOSTS, SITE_URL, DATABASE_URL:"):
        env.demand_all()
