"""The headers that every answer carries, whoever made it: page, file, redirect, refusal or failure."""

import json
from pathlib import Path

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import include, path

from config.urls import handler500 as handler500
from tests.config.test_start import COMPLETE, run

EXPECTED = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
UNUSED = {"camera=()", "geolocation=()", "microphone=()", "payment=()", "usb=()"}


def failing(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("no secret")


urlpatterns = [path("fail/", failing), path("", include("config.urls"))]

# What is asked for -> (address, method, status).
ANSWERS = {
    "a page": ("/method/", "get", 200),
    "a page that is not there": ("/nothing/", "get", 404),
    "a redirect": ("/favicon.ico", "get", 302),
    "a slash that was forgotten": ("/method", "get", 301),
    "a refused query": ("/method/?" + "x" * 5000, "get", 400),
    "a refused method": ("/method/", "post", 405),
    "an alive process": ("/healthz", "get", 200),
    "the map for robots": ("/robots.txt", "get", 200),
    "a failure": ("/fail/", "get", 500),
    "the log-in": ("/admin/login/", "get", 200),
    "the desk without log-in": ("/admin/rumours/club/", "get", 302),
    "a form without its token": ("/admin/login/", "post", 403),
    "a script of the site": ("/static/rumours/filters.js", "get", 200),
    "a picture of the site": ("/static/rumours/favicon.svg", "get", 200),
    "a file that is not there": ("/static/rumours/none.js", "get", 404),
}


@pytest.mark.django_db
@override_settings(ROOT_URLCONF=__name__)
@pytest.mark.parametrize("what", ANSWERS)
def test_every_answer_carries_them(what: str) -> None:
    address, method, status = ANSWERS[what]
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    response = getattr(client, method)(address)
    response.close()
    assert response.status_code == status
    assert {name: response.headers.get(name) for name in EXPECTED} == EXPECTED
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert set(response.headers["Permissions-Policy"].split(", ")) >= UNUSED


def test_a_host_that_is_not_ours_gets_them_with_its_refusal() -> None:
    response = Client().get("/", headers={"Host": "evil.example"})
    assert response.status_code == 400
    assert {name: response.headers.get(name) for name in EXPECTED} == EXPECTED
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]


PROBE = """
import json, django; django.setup()
from django.test import Client
answer = Client(raise_request_exception=False).get({address!r}, secure={secure}, headers={{"Host": "rumours.example"}})
print(json.dumps([answer.status_code, dict(answer.headers)]))
"""


def probe(var: Path, environment: dict[str, str], address: str, secure: bool) -> tuple[int, dict[str, str]]:
    """Status and headers of an address as a site with these settings answers it, without any database."""
    code = PROBE.format(address=address, secure=secure)
    with_settings = {**COMPLETE, "DJANGO_SETTINGS_MODULE": "config.settings", **environment}
    status, headers = json.loads(run(var, with_settings, "-c", code).stdout)
    return status, headers


def test_in_production_browsers_are_to_come_by_https_for_a_year(tmp_path: Path) -> None:
    status, headers = probe(tmp_path, {}, "/healthz", secure=True)
    assert (status, headers["Strict-Transport-Security"]) == (200, "max-age=31536000; includeSubDomains")
    _, headers = probe(tmp_path, {"HSTS_SUBDOMAINS": "no"}, "/healthz", secure=True)
    assert headers["Strict-Transport-Security"] == "max-age=31536000"


def test_in_production_plain_http_only_sends_on_and_already_protects(tmp_path: Path) -> None:
    status, headers = probe(tmp_path, {}, "/method/", secure=False)
    assert (status, headers["Location"]) == (301, "https://rumours.example/method/")
    assert "Strict-Transport-Security" not in headers
    assert {name: headers.get(name) for name in EXPECTED} == EXPECTED
