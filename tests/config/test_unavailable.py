"""While the database is away every address answers 503, says when to come back, and gives back what was typed."""

import json
import re
from html import unescape
from typing import Any

import pytest
from django.db import InterfaceError, OperationalError, ProgrammingError, connection
from django.test import Client

from tests.factories import ArticleFactory, ChiefFactory

AWAY = 'connection to server at "10.1.2.3", port 5432 failed: Connection refused\n\tIs the server running?'
TYPED = "Milan want him.\n\n<script>alert(1)</script> " + "A long report. " * 20


class Away:
    """An execute_wrapper that fails as a database does; `only` where its SQL begins so."""

    def __init__(self, error: Exception | None = None, only: str = "") -> None:
        self.error, self.only = error or OperationalError(AWAY), only

    def __call__(self, execute: Any, sql: str, *args: Any) -> Any:
        if sql.startswith(self.only):
            raise self.error
        return execute(sql, *args)


@pytest.fixture
def reader() -> Client:
    return Client(raise_request_exception=False)


@pytest.fixture
def desk(db: None) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(ChiefFactory())
    client.get("/admin/")
    return client


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/links/", "/clubs/", "/search/?q=milan", "/articles/", "/sitemap-links.xml"])
@pytest.mark.parametrize("error", [OperationalError(AWAY), InterfaceError("connection already closed")])
def test_a_public_page(reader: Client, caplog: pytest.LogCaptureFixture, address: str, error: Exception) -> None:
    with connection.execute_wrapper(Away(error)):
        response = reader.get(address)
    page = response.content.decode()
    assert (response.status_code, response["Retry-After"], response["Cache-Control"]) == (503, "5", "no-store")
    assert ("<h1>Back in a moment</h1>" in page, "10.1.2.3" in page, "Traceback" in page) == (True, False, False)
    assert [made.exc_info for made in caplog.records if made.exc_info] == []
    assert "the database failed: connection" in caplog.text


@pytest.mark.django_db
def test_a_mistake_in_a_query_is_no_absence(reader: Client) -> None:
    with connection.execute_wrapper(Away(ProgrammingError("no such column"))):
        assert reader.get("/links/").status_code == 500


def test_the_desk_where_not_even_the_session_can_be_read(desk: Client) -> None:
    with connection.execute_wrapper(Away()):
        response = desk.get("/admin/rumours/club/")
    assert (response.status_code, "<h1>Back in a moment</h1>" in response.content.decode()) == (503, True)


def test_what_asks_for_json_gets_json(desk: Client) -> None:
    address = f"/admin/rumours/article/{ArticleFactory().pk}/tag/state/"
    with connection.execute_wrapper(Away()):
        response = desk.post(address, {"have": {}}, content_type="application/json")
    assert (response.status_code, json.loads(response.content)["error"]) == (503, "unavailable")


def form_in(page: str) -> dict[str, str]:
    """The fields of the form on the page."""
    hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page)
    areas = re.findall(r'<textarea name="([^"]+)"[^>]*>\n(.*?)</textarea>', page, re.S)
    return {name: unescape(value) for name, value in (*hidden, *areas)}


@pytest.mark.parametrize("only", ["", "INSERT", "SAVEPOINT"])
def test_what_was_typed_comes_back_and_can_be_sent_again(desk: Client, only: str) -> None:
    """The disk is full, or everything is away: the text of a new article, pasted by an editor."""
    token = desk.get("/admin/rumours/article/add/").context["csrf_token"]
    sent = {"text": TYPED, "csrfmiddlewaretoken": str(token)}
    with connection.execute_wrapper(Away(OperationalError("database or disk is full"), only)):
        response = desk.post("/admin/rumours/article/add/", sent)
    page = response.content.decode()
    assert (response.status_code, form_in(page)) == (503, sent)
    assert ("<script>alert" in page, 'action="/admin/rumours/article/add/"' in page) == (False, True)
    assert re.findall(r'<textarea name="([^"]+)"', page) == ["text"], "the form's token is nobody's words"
    assert desk.post("/admin/rumours/article/add/", form_in(page)).status_code in (200, 302)


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/admin/login/", "/admin/password_change/"])
def test_a_form_with_a_password_never_comes_back(desk: Client, address: str) -> None:
    sent = {"username": "ana", "password": "my secret slip", "old_password": "my secret slip"}
    with connection.execute_wrapper(Away()):
        response = desk.post(address, sent)
    assert (response.status_code, "my secret slip" in response.content.decode()) == (503, False)


def test_pages_that_need_no_database_go_on(reader: Client) -> None:
    with connection.execute_wrapper(Away()):
        assert [reader.get(address).status_code for address in ("/method/", "/security/", "/healthz")] == [200] * 3


@pytest.mark.django_db
def test_ready_says_what_is_wrong_and_nothing_inside(reader: Client) -> None:
    with connection.execute_wrapper(Away()):
        response = reader.get("/readyz")
    assert (response.status_code, response.content) == (503, b"the database does not answer\n")
    assert reader.get("/readyz").status_code == 200
