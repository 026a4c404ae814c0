"""Which key means what at the tagging desk: on every layout, in fields, with single letters off, changed."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from rumours.admin.desk.commands import COMMANDS
from rumours.models import Article, DeskSettings
from tests import factories

BODY = "Portwick want Tom Aldous of Harrowgate. Talks have begun.\n\nNobody at Harrowgate would say."

pytestmark = pytest.mark.django_db(transaction=True)

# What a keyboard sends, and the name of the key by which commands are found.
PRESSED = [
    ({"key": "a", "code": "KeyA"}, "a"),
    ({"key": "q", "code": "KeyA"}, "q"),  # French: by what is printed on the key
    ({"key": "A", "code": "KeyA"}, "a"),  # with Caps Lock
    ({"key": "A", "code": "KeyA", "shiftKey": True}, "Shift+A"),
    ({"key": "1", "code": "Digit1", "shiftKey": True}, "1"),  # French: digits take Shift
    ({"key": "?", "code": "Minus", "shiftKey": True}, "?"),  # German
    ({"key": "ф", "code": "KeyA"}, "a"),  # Cyrillic: by its place
    ({"key": "Ф", "code": "KeyA", "shiftKey": True}, "Shift+A"),
    ({"key": "a", "code": "KeyA", "altKey": True}, "a"),
    ({"key": "Enter", "code": "Enter", "ctrlKey": True}, "Ctrl+Enter"),
    ({"key": "Enter", "code": "Enter", "metaKey": True}, "Ctrl+Enter"),
    ({"key": "ArrowDown", "code": "ArrowDown"}, "ArrowDown"),
    ({"key": "a", "code": "KeyA", "ctrlKey": True}, None),
    ({"key": "z", "code": "KeyZ", "metaKey": True}, None),
    ({"key": "Shift", "code": "ShiftLeft", "shiftKey": True}, None),
    ({"key": "a", "code": "KeyA", "isComposing": True}, None),
    ({"key": "@", "code": "KeyQ", "modifierAltGraph": True}, None),
]


@pytest.fixture
def desk(page: Page, context: BrowserContext, live_server: LiveServer) -> Iterator[Page]:
    """The desk of an article with two links that wait, and a name."""
    editor = User.objects.create_user("ana", is_staff=True)
    editor.groups.add(Group.objects.get(name="editor"))
    client = Client()
    client.force_login(editor)
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
    article = factories.ArticleFactory(body=BODY)
    for words in ("Portwick want Tom Aldous of Harrowgate.", "Talks have begun."):
        factories.SuggestionFactory(
            article=article, kind="link", text=words, start=BODY.index(words), stage_group="interest",
            to_club=factories.ClubFactory(), doubt="none", transfer_kind="unknown",
        )  # fmt: skip
    page.goto(f"{live_server.url}/admin/rumours/article/{article.pk}/tag/")
    expect(page.locator("[data-card][aria-current=true]")).to_be_visible()
    yield page


def in_focus(page: Page) -> int:
    """The place of the card in focus, from 0."""
    found: int = page.evaluate(
        "[...document.querySelectorAll('#desk-cards [data-card]')].findIndex(c => c.ariaCurrent)"
    )
    return found


def saved(page: Page) -> None:
    expect(page.locator(".desk-status")).to_have_class("desk-status saved")


def test_a_key_has_one_name_on_every_layout(desk: Page) -> None:
    found = desk.evaluate(
        """async events => {
            const { src } = document.querySelector("script[src*='tagging/main']");
            const { nameOf } = await import(src.replace(/main[^/]*$/, "keys.js"));
            return events.map(event => nameOf(new KeyboardEvent("keydown", event)));
        }""",
        [event for event, _ in PRESSED],
    )
    assert found == [name for _, name in PRESSED]


def test_single_keys_act_and_looking_decides_nothing(desk: Page) -> None:
    places = []
    for key in ("j", "j", "k", "ArrowDown", "ArrowUp"):
        desk.keyboard.press(key)
        places.append(in_focus(desk))
    assert places == [1, 1, 0, 1, 0]
    expect(desk.locator(".is-waiting.is-link")).to_have_count(2)


def test_inside_a_field_letters_are_text_and_alt_acts(desk: Page) -> None:
    desk.keyboard.press("t")
    field = desk.locator(".card-edit input")
    expect(field).to_be_focused()
    desk.keyboard.type("ax")
    expect(field).to_have_value("ax")
    desk.keyboard.press("Alt+j")
    assert in_focus(desk) == 1
    expect(desk.locator(".is-waiting.is-link")).to_have_count(2)


def test_without_single_letters_only_alt_acts(desk: Page) -> None:
    desk.keyboard.press("?")
    desk.get_by_label("Single letters act").uncheck()
    expect(desk.locator(".desk-keys-told")).to_have_text("Kept.")
    assert DeskSettings.objects.get().single_keys is False
    desk.reload()
    expect(desk.locator("[data-card][aria-current=true] [data-command=accept] kbd")).to_have_text("Alt+a")
    desk.keyboard.press("a")
    desk.keyboard.press("j")
    assert in_focus(desk) == 0
    desk.keyboard.press("ArrowDown")
    assert in_focus(desk) == 1
    desk.keyboard.press("Alt+a")
    saved(desk)
    expect(desk.locator(".is-accepted")).to_have_count(1)


def test_a_key_of_ones_own_is_pressed_and_kept(desk: Page) -> None:
    told = desk.locator(".desk-keys-told")
    change = desk.get_by_role("button", name="Change the key of Accept", exact=True)
    desk.keyboard.press("?")
    change.click()
    desk.keyboard.press("x")
    expect(told).to_have_text("x is the key of Reject: change that one first.")
    change.click()
    desk.keyboard.press("Escape")
    expect(told).to_have_text("It stays as it was.")
    change.click()
    desk.keyboard.press(";")
    expect(told).to_have_text("Kept.")
    expect(change).to_be_focused()
    desk.keyboard.press("Escape")
    expect(desk.locator("#desk-help")).to_be_hidden()
    expect(desk.locator("[data-card][aria-current=true] [data-command=accept] kbd")).to_have_text(";")
    desk.keyboard.press("a")
    desk.keyboard.press(";")
    saved(desk)
    expect(desk.locator(".is-accepted")).to_have_count(1)


def test_a_key_held_down_decides_once(desk: Page) -> None:
    desk.keyboard.down("x")
    desk.keyboard.down("x")
    desk.keyboard.up("x")
    saved(desk)
    expect(desk.locator(".is-rejected")).to_have_count(1)


def test_the_same_digit_steps_through_the_stages_of_its_group(desk: Page) -> None:
    stages = []
    for key in "4444444":
        desk.keyboard.press(key)
        saved(desk)
        chosen = desk.locator("[data-card][aria-current=true] [data-open=stage_group]").inner_text()
        stages.append(chosen.removeprefix("Exact stage").strip(" :\n"))
    assert stages == ["", "Fee agreed", "Terms agreed", "Medical", "Documents", "Clause triggered", ""]


def test_the_script_does_what_the_table_names(desk: Page) -> None:
    done = desk.evaluate(
        """async () => {
            const { src } = document.querySelector("script[src*='tagging/main']");
            return Object.keys((await import(src.replace(/main[^/]*$/, "commands.js"))).RUN);
        }"""
    )
    assert {command.id for command in COMMANDS} - set(done) == set()


def test_every_command_has_a_button(desk: Page) -> None:
    desk.keyboard.press("?")
    commands = desk.evaluate(
        "JSON.parse(document.getElementById('desk-settings').textContent).commands.map(c => c.label)"
    )
    buttons = desk.locator("#desk-help .desk-keys li > button:first-child").all_inner_texts()
    assert buttons == commands


def test_the_rest_is_accepted_only_once_every_card_was_on_the_screen(desk: Page) -> None:
    article = Article.objects.get()
    for place, word in enumerate(BODY.split()[:20]):
        factories.SuggestionFactory(article=article, kind="player", player=None, text=word, start=BODY.index(word))
        factories.SuggestionFactory(
            article=article, kind="club", player=None, text=word, start=BODY.index(word) + place % 2
        )
    desk.set_viewport_size({"width": 1280, "height": 600})
    desk.reload()
    expect(desk.locator("[data-card][aria-current=true]")).to_be_visible()
    desk.evaluate("() => new Promise(seen => requestAnimationFrame(() => setTimeout(seen, 100)))")
    desk.keyboard.press("Shift+A")
    expect(desk.locator("#desk-live")).to_contain_text("have not been on the screen yet")
    assert in_focus(desk) > 1
    saved(desk)
    assert article.suggestions.decided().count() == 0


def test_what_was_on_the_screen_is_accepted_in_one_go_and_taken_back_in_one(desk: Page) -> None:
    desk.keyboard.press("j")
    desk.keyboard.press("Shift+A")
    saved(desk)
    expect(desk.locator(".is-accepted")).to_have_count(2)
    desk.keyboard.press("z")
    saved(desk)
    expect(desk.locator(".is-waiting.is-link")).to_have_count(2)


def test_the_desk_without_javascript_leads_to_the_form(desk: Page, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies([cookie for cookie in desk.context.cookies() if cookie["name"] == "sessionid"])  # type: ignore[misc]
    plain = context.new_page()
    plain.goto(desk.url)
    plain.get_by_role("link", name="the form of this article").click()
    expect(plain.locator("#article_form")).to_be_visible()
    context.close()
