"""What browsers are told: no foreign resource anywhere, inline styles in the admin alone, no cookie for readers."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from config import urls

STRICT = {"default-src 'self'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'", "object-src 'none'"}


def page(request: HttpRequest) -> HttpResponse:
    return HttpResponse("a page")


urlpatterns = [path("page/", page), *urls.urlpatterns]


def policy(client: Client, address: str) -> set[str]:
    return {part.strip() for part in client.get(address).headers["Content-Security-Policy"].split(";")}


@pytest.mark.urls("tests.config.test_policy")
def test_a_public_page_takes_everything_from_here(client: Client) -> None:
    assert policy(client, "/page/") == STRICT


@pytest.mark.urls("tests.config.test_policy")
def test_the_admin_may_style_inline_and_no_more(client: Client) -> None:
    assert policy(client, "/admin/login/") == STRICT | {"style-src 'self' 'unsafe-inline'"}


@pytest.mark.urls("tests.config.test_policy")
def test_a_public_page_sets_no_cookie_and_is_the_same_for_all(client: Client) -> None:
    response = client.get("/page/")
    assert response.cookies == {}
    assert "Cookie" not in response.headers.get("Vary", "")


@pytest.mark.urls("tests.config.test_policy")
def test_no_page_may_be_framed_or_guessed_at(client: Client) -> None:
    headers = client.get("/page/").headers
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"


@pytest.mark.urls("tests.config.test_policy")
def test_the_same_page_again_is_not_sent_twice(client: Client) -> None:
    first = client.get("/page/")
    again = client.get("/page/", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
