"""The system checks speak up when the site stands on what nobody has tried."""

from types import SimpleNamespace

import pytest
from django.core.checks import CheckMessage
from pytest_django import Settings

from rumours import checks


def found(monkeypatch: pytest.MonkeyPatch, vendor: str, version: tuple[int, ...]) -> list[str | None]:
    server = SimpleNamespace(vendor=vendor, get_database_version=lambda: version)
    monkeypatch.setattr(checks, "connections", {"default": server})
    return ids(checks.known_database(databases=["default"]))


def ids(messages: list[CheckMessage]) -> list[str | None]:
    return [message.id for message in messages]


@pytest.mark.parametrize(
    ("vendor", "version", "expected"),
    [
        ("sqlite", (3, 31), []),
        ("postgresql", (15, 0), []),
        ("postgresql", (18, 4), []),
        ("postgresql", (14, 12), ["rumours.E002"]),
        ("mysql", (9, 0), ["rumours.E001"]),
    ],
)
def test_the_database_is_one_the_tests_run_on(
    monkeypatch: pytest.MonkeyPatch, vendor: str, version: tuple[int, ...], expected: list[str]
) -> None:
    assert found(monkeypatch, vendor, version) == expected


def test_readers_have_somewhere_to_write_to(settings: Settings) -> None:
    settings.CONTACT = ""
    assert ids(checks.contact_given(app_configs=None)) == ["rumours.W001"]
    settings.CONTACT = "desk@rumours.example"
    assert ids(checks.contact_given(app_configs=None)) == []
