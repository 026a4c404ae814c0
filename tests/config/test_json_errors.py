"""Who asks for data is refused in data, in one shape; who asks for pages gets pages."""

import json

import pytest
from django.test import Client

JSON = {"Accept": "application/json"}


@pytest.mark.parametrize(
    ("address", "method", "headers", "status", "error"),
    [
        ("/nothing/", "get", JSON, 404, "Not Found"),
        ("/api/nothing/", "get", {}, 404, "Not Found"),
        ("/nothing.json", "get", {}, 404, "Not Found"),
        ("/method/", "put", JSON, 405, "Method Not Allowed"),
        ("/method/", "trace", JSON, 405, "Method Not Allowed"),
        ("/method/?" + "x" * 5000, "get", JSON, 400, "Bad Request"),
    ],
)
def test_data(address: str, method: str, headers: dict[str, str], status: int, error: str) -> None:
    response = getattr(Client(raise_request_exception=False), method)(address, headers=headers)
    body = json.loads(response.content)
    assert (response.status_code, body["error"]["status"], body["error"]["title"]) == (status, status, error)
    assert (set(body), set(body["error"])) == ({"error"}, {"status", "title", "parameter", "detail"})
    assert response["Content-Type"] == "application/json"
    assert "default-src 'none'" in response["Content-Security-Policy"]


@pytest.mark.parametrize("accept", ["text/html,application/json;q=0.9", "*/*", "image/*", ""])
def test_pages(accept: str) -> None:
    response = Client().get("/nothing/", headers={"Accept": accept})
    assert (response.status_code, response["Content-Type"]) == (404, "text/html; charset=utf-8")


def test_what_is_refused_says_what_is_allowed() -> None:
    for headers in ({}, JSON):
        assert Client().post("/method/", headers=headers)["Allow"] == "GET, HEAD"


@pytest.mark.parametrize("address", ["/admin/login/", "/admin/rumours/article/add/"])
def test_too_much_is_told_the_limit(admin_client: Client, address: str) -> None:
    response = admin_client.post(address, {"text": "x" * 50_000_000, "username": "ana", "password": "x"})
    page = response.content.decode()
    assert (response.status_code, page.count("<h1>"), "Traceback" in page) == (413, 1, False)
    assert "This site takes at most 8 MB at once" in page
