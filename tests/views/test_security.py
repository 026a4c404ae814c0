"""How to report a hole: security.txt as RFC 9116 has it, and the page it names."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.test import Client
from pytest_django import Settings

ADDRESS = "/.well-known/security.txt"


@pytest.fixture(autouse=True)
def _site(settings: Settings) -> None:
    settings.CONTACT, settings.SITE_URL = "desk@rumours.example", "https://rumours.example"


@time_machine.travel(datetime(2026, 1, 10, 17, 30, tzinfo=UTC), tick=False)
def test_security_txt_says_what_the_rfc_asks(client: Client) -> None:
    answer = client.get(ADDRESS)
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.content.decode() == (
        "Contact: mailto:desk@rumours.example\n"
        "Expires: 2026-07-09T00:00:00Z\n"
        "Canonical: https://rumours.example/.well-known/security.txt\n"
        "Policy: https://rumours.example/security/\n"
        "Preferred-Languages: en\n"
    )


def test_a_site_without_a_contact_has_none(client: Client, settings: Settings) -> None:
    settings.CONTACT = ""
    assert client.get(ADDRESS).status_code == 404
    assert "names no contact" in client.get("/security/").content.decode()


def test_the_page_names_the_contact_and_asks_no_database(client: Client) -> None:
    page = client.get("/security/").content.decode()
    assert ('href="mailto:desk@rumours.example"' in page, "within three working days" in page) == (True, True)


@pytest.mark.django_db
def test_it_is_found_from_every_page_and_in_the_map(client: Client) -> None:
    assert 'href="/security/"' in client.get("/method/").content.decode()
    assert "/security/</loc>" in client.get("/sitemap-pages.xml").content.decode()
