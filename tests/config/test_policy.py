"""Which addresses get which policy, and that a page for readers sets no cookie and is not sent twice."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from config import urls
from config.csp import policy_for

FROM_HERE = "'self'"
STRICT = {
    "default-src": "'none'",
    **dict.fromkeys(
        ("script-src", "style-src", "img-src", "font-src", "connect-src", "manifest-src", "form-action"), FROM_HERE
    ),
    **dict.fromkeys(("object-src", "base-uri", "frame-ancestors"), "'none'"),
}
STOCK = {**STRICT, "style-src": "'self' 'unsafe-inline'"}


def page(request: HttpRequest) -> HttpResponse:
    return HttpResponse("a page")


urlpatterns = [path("page/", page), *urls.urlpatterns]


def parts(policy: str) -> dict[str, str]:
    return dict(part.strip().split(" ", 1) for part in policy.split(";"))


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/", STRICT),
        ("/links/", STRICT),
        ("/no/such/page/", STRICT),
        ("/static/admin/css/base.css", STRICT),
        ("/administrator/", STRICT),
        ("/admin/login/", STRICT),
        ("/admin/second-factor/", STRICT),
        ("/admin/second-factor/enrol/", STRICT),
        ("/admin/queue/", STRICT),
        ("/admin/rumours/article/queue/", STRICT),
        ("/admin/rumours/article/7/tag/", STRICT),
        ("/admin/rumours/article/7/tag/do/", STRICT),
        ("/admin/", STOCK),
        ("/admin/rumours/article/", STOCK),
        ("/admin/rumours/article/7/change/", STOCK),
        ("/admin/rumours/article/7/tagged/", STOCK),
        ("/admin/rumours/club/7/tag/", STOCK),
        ("/admin/queues/", STOCK),
    ],
)
def test_only_the_stock_admin_may_style_inline_and_nothing_may_script_inline(
    address: str, expected: dict[str, str]
) -> None:
    assert parts(policy_for(address)) == expected


@pytest.mark.urls("tests.config.test_policy")
def test_a_public_page_sets_no_cookie_and_is_the_same_for_all(client: Client) -> None:
    response = client.get("/page/")
    assert response.cookies == {}
    assert "Cookie" not in response.headers.get("Vary", "")


@pytest.mark.urls("tests.config.test_policy")
def test_the_same_page_again_is_not_sent_twice(client: Client) -> None:
    first = client.get("/page/")
    again = client.get("/page/", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
