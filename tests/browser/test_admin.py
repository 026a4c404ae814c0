"""The admin in a browser: an editor logs in, and no page of it breaks the policy of the site."""

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from rumours.models import Player

PASSWORD = "correct horse battery"


@pytest.fixture
def editor(transactional_db: None) -> User:
    return User.objects.create_superuser("ana", password=PASSWORD)


def test_an_editor_logs_in(live_server: LiveServer, page: Page, editor: User) -> None:
    page.goto(f"{live_server.url}/admin/")
    page.get_by_label("Username").fill(editor.username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("heading", name="Site administration")).to_be_visible()


def test_one_types_a_new_name_at_once_and_a_double_click_saves_once(
    live_server: LiveServer, page: Page, editor: User
) -> None:
    test_an_editor_logs_in(live_server, page, editor)
    page.goto(f"{live_server.url}/admin/rumours/player/add/")
    page.keyboard.type("Wilfried Gomme")
    page.locator("[name=_continue]").dblclick()
    expect(page.locator(".messagelist li")).to_have_count(1)
    assert list(Player.objects.values_list("name", flat=True)) == ["Wilfried Gomme"]
    page.locator("#id_name").fill("Wilfried Gomez")
    page.locator("[name=_continue]").first.dblclick()
    expect(page.locator(".messagelist .success")).to_have_count(1)
    assert Player.objects.get().name == "Wilfried Gomez"
