"""The admin in a browser: an editor logs in, and no page of it breaks the policy of the site."""

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from rumours.models import Player
from tests import factories
from tests.browser.accessibility import assert_accessible

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


def test_suggestions_fit_a_phone_and_the_keyboard_goes_on_at_the_next(
    live_server: LiveServer, page: Page, editor: User
) -> None:
    article = factories.ArticleFactory(body="Portwick have bid €20m for Teo Marlin. “He stays,” said Abel Quist.")
    claim = {"player": None, "player_name": "Teo Marlin", "to_club": factories.ClubFactory(name="Portwick")}
    for start, text, columns in (
        (0, "Portwick have bid €20m for Teo Marlin.", {"kind": "link", "stage_group": "bid", **claim}),
        (40, "He stays,", {"kind": "quote", "player": None, "person_name": "Abel Quist"}),
        (56, "Abel Quist", {"kind": "person", "player": None, "person_name": "Abel Quist"}),
    ):
        factories.SuggestionFactory(article=article, text=text, start=start, **columns)
    test_an_editor_logs_in(live_server, page, editor)
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(f"{live_server.url}/admin/rumours/article/{article.pk}/change/")
    assert page.evaluate("document.documentElement.scrollWidth") == 375
    assert_accessible(page)
    page.get_by_role("button", name="Reject Teo Marlin to Portwick").press("Enter")
    expect(page.locator(".messagelist .success")).to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Accept He stays,")).to_be_focused()
