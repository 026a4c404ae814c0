"""A kept page is the page that Django would make, sent without asking Django; what is not for all is never kept."""

import re

import pytest
from django.conf import LazySettings
from django.core.handlers.wsgi import WSGIHandler
from django.test import Client

from rumours.editorial.touching import touch_everything
from tests.cache.site import Site
from tests.factories import ChiefFactory, ClubFactory

CLUB = "/clubs/milan/"


@pytest.fixture(autouse=True)
def _club(site: Site) -> None:
    ClubFactory(name="Milan", slug="milan", is_reference=True)


def test_the_second_request_is_answered_from_memory_with_the_same_headers_and_bytes(site: Site) -> None:
    first, second = site.get(CLUB), site.get(CLUB)
    assert (first.status, first.made, second.status, second.made) == (200, True, 200, False)
    assert second.body == first.body
    assert second.headers == first.lasting, "a request's name is its own"


def test_it_is_what_django_alone_answers_with_every_security_header(site: Site, client: Client) -> None:
    plain = client.get(CLUB)
    site.get(CLUB)
    kept = site.get(CLUB)
    assert kept.body == plain.content
    assert kept.headers == {name: value for name, value in plain.headers.items() if name != "X-Request-ID"}
    assert kept.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert kept.headers["Cache-Control"] == "public, max-age=0, s-maxage=1, stale-while-revalidate=9"
    assert {"Set-Cookie", "Vary"}.isdisjoint(kept.headers)


def test_who_has_the_page_hears_that_it_is_unchanged(site: Site) -> None:
    etag = site.get(CLUB).headers["ETag"]
    for asked in (etag, f"W/{etag}", f'"else", {etag}', "*"):
        answer = site.get(CLUB, HTTP_IF_NONE_MATCH=asked)
        assert (answer.status, answer.body, answer.made, answer.headers["ETag"]) == (304, b"", False, etag)
        assert "Content-Security-Policy" in answer.headers
        assert "Content-Type" not in answer.headers
    assert site.get(CLUB, HTTP_IF_NONE_MATCH='"else"').status == 200


def test_the_first_to_ask_may_ask_with_an_etag_or_for_the_head_alone(site: Site) -> None:
    etag = site.get(CLUB).headers["ETag"]
    touch_everything()
    assert site.get(CLUB, HTTP_IF_NONE_MATCH=etag).status == 304
    assert site.get(CLUB).made is False, "the page was kept all the same"
    touch_everything()
    head = site.get(CLUB, "HEAD")
    assert (head.status, head.body, head.made) == (200, b"", True)
    assert int(head.headers["Content-Length"]) == len(site.get(CLUB).body)
    kept = site.get(CLUB, "HEAD")
    assert (kept.status, kept.body, kept.headers, kept.made) == (200, b"", head.lasting, False)


@pytest.mark.parametrize(
    ("spelling", "made"),
    [
        (f"{CLUB}?utm_source=mail", False),
        (f"{CLUB}?fbclid=1&utm_source=mail", False),
        (f"{CLUB}?position=", False),
        (f"{CLUB}?position=Centre-Back", True),
    ],
)
def test_parameters_that_the_page_does_not_know_make_no_other_page(site: Site, spelling: str, made: bool) -> None:
    plain = site.get(CLUB)
    other = site.get(spelling)
    assert other.made is made
    assert (other.body == plain.body) is not made


def test_the_order_of_parameters_and_values_makes_no_other_page(site: Site) -> None:
    site.get(f"{CLUB}?position=Centre-Back&position=Goalkeeper&doubt=none&utm_source=a")
    assert site.get(f"{CLUB}?doubt=none&position=Goalkeeper&position=Centre-Back").made is False


def test_what_the_address_held_beside_is_not_in_the_page(site: Site) -> None:
    assert "secret-mark" not in site.get(f"{CLUB}?utm_source=secret-mark").text


@pytest.mark.parametrize(
    "address",
    [
        "/clubs/nobody/",
        "/nowhere/",
        f"{CLUB}?position=nonsense",
        "/search/?q=milan",
        "/healthz",
        "/robots.txt",
        "/clubs/Milan/",
    ],
)
def test_what_is_no_known_page_is_made_each_time_and_takes_no_room(site: Site, address: str) -> None:
    assert [site.get(address).made for _ in range(2)] == [True, True]
    assert (len(site.cache.memory), site.cache.memory.size) == (0, 0)


def test_an_unknown_host_neither_fills_nor_hits(site: Site) -> None:
    refused = site.get(CLUB, host="evil.example")
    assert (refused.status, len(site.cache.memory)) == (400, 0)
    site.get(CLUB)
    assert site.get(CLUB, host="evil.example").status == 400


def test_where_https_is_demanded_plain_http_is_sent_there(site: Site, settings: LazySettings) -> None:
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    site = Site(WSGIHandler())
    assert site.get(CLUB, HTTP_X_FORWARDED_PROTO="https").status == 200
    assert site.get(CLUB, HTTP_X_FORWARDED_PROTO="https").made is False
    assert site.get(CLUB).status == 301
    assert site.get(CLUB, HTTP_X_FORWARDED_PROTO="http").status == 301


def test_posts_and_the_admin_pass_by(site: Site) -> None:
    assert site.get(CLUB, "POST").status == 405
    assert [site.get("/admin/login/").made for _ in range(2)] == [True, True]
    assert len(site.cache.memory) == 0


def test_editors_read_the_same_kept_page(site: Site, client: Client) -> None:
    client.force_login(ChiefFactory())
    cookie = client.cookies["sessionid"].value
    plain = site.get(CLUB)
    theirs = site.get(CLUB, HTTP_COOKIE=f"sessionid={cookie}")
    assert (theirs.body, theirs.made) == (plain.body, False)


@pytest.mark.parametrize("address", ["/", "/links/", "/clubs/", CLUB, "/players/", "/windows/", "/method/"])
def test_a_kept_page_holds_no_token_nonce_or_relative_time(site: Site, address: str) -> None:
    site.get(address)
    text = site.get(address).text
    assert re.search(r"nonce|csrf|token", text, re.IGNORECASE) is None
    assert re.search(r"\b(?:ago|yesterday|tomorrow|just now|in \d+ (?:hours?|minutes?|days?))\b", text) is None
