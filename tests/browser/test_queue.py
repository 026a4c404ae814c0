"""The queue played by editors: with keys alone, without a script, without a connection, two at a time."""

import re
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from rumours.choices import ArticleStatus, SuggestionKind
from rumours.models import Article, DeskSettings
from tests import factories
from tests.browser.accessibility import assert_accessible

QUEUE = reverse("admin:rumours_article_queue")
Open = Callable[[BrowserContext, str], Page]


@pytest.fixture
def drafts(transactional_db: None) -> list[Article]:
    """Five drafts with an open link; the first in the queue is called 4."""
    made: list[Article] = factories.ArticleFactory.create_batch(5)
    for number, article in enumerate(made):
        Article.objects.filter(pk=article.pk).update(headline=f"Draft {number}")
        factories.SuggestionFactory(
            article=article, kind=SuggestionKind.LINK, stage_group="bid", player=None,
            to_club=factories.ClubFactory(name=f"Portwick {number}"),
        )  # fmt: skip
    return made


@pytest.fixture
def open_queue(live_server: LiveServer, drafts: list[Article]) -> Open:
    """Opens the queue for an editor of this name."""

    def open_for(context: BrowserContext, name: str) -> Page:
        client = Client()
        client.force_login(User.objects.filter(username=name).first() or factories.ChiefFactory(username=name))
        context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
        page = context.new_page()
        page.goto(f"{live_server.url}{QUEUE}")
        return page

    return open_for


def in_hand(page: Page, headline: str) -> None:
    expect(page.locator("[data-main]:focus")).to_have_text(headline)


def rows(page: Page) -> list[str]:
    return page.locator("[data-row]:visible [data-main]").all_inner_texts()


def test_rows_are_passed_over_taken_back_and_taken_by_keys(context: BrowserContext, open_queue: Open) -> None:
    page = open_queue(context, "ana")
    said = page.get_by_role("status")
    in_hand(page, "Draft 4")
    page.keyboard.press("j")
    in_hand(page, "Draft 3")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("k")
    page.keyboard.press("d")
    expect(said).to_have_text("“Draft 3” is dropped.")
    in_hand(page, "Draft 2")
    page.keyboard.press("s")
    expect(said).to_have_text("“Draft 2” is skipped.")
    in_hand(page, "Draft 1")
    assert rows(page) == ["Draft 4", "Draft 1", "Draft 0"]
    page.keyboard.press("z")
    expect(said).to_have_text("“Draft 2” is back.")
    in_hand(page, "Draft 2")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/article/\d+/tag/$"))


def test_keys_pressed_faster_than_answers_come_all_count(context: BrowserContext, open_queue: Open) -> None:
    page = open_queue(context, "ana")
    in_hand(page, "Draft 4")
    for _ in range(3):
        page.keyboard.press("d")
    in_hand(page, "Draft 1")
    expect(page.locator(".queue-tabs .total")).to_have_text("2")
    assert rows(page) == ["Draft 1", "Draft 0"]
    assert set(Article.objects.filter(status=ArticleStatus.DROPPED).values_list("headline", flat=True)) == {
        "Draft 4", "Draft 3", "Draft 2",
    }  # fmt: skip


def test_without_a_connection_the_row_comes_back_and_that_is_said(
    context: BrowserContext, open_queue: Open, complaints: list[str]
) -> None:
    page = open_queue(context, "ana")
    context.set_offline(True)
    page.keyboard.press("d")
    expect(page.get_by_role("status")).to_have_text(re.compile("there is no connection"))
    in_hand(page, "Draft 4")
    context.set_offline(False)
    complaints.clear()
    page.keyboard.press("d")
    expect(page.get_by_role("status")).to_have_text("“Draft 4” is dropped.")


def test_letters_do_nothing_in_a_field_nor_when_they_are_turned_off(context: BrowserContext, open_queue: Open) -> None:
    page = open_queue(context, "ana")
    page.keyboard.press("/")
    page.keyboard.type("dsz")
    expect(page.get_by_label("Club or source")).to_have_value("dsz")
    page.keyboard.press("Escape")
    in_hand(page, "Draft 4")
    page.keyboard.press("?")
    expect(page.get_by_text("drop: no rumour, for nobody")).to_be_visible()
    DeskSettings.objects.create(user=User.objects.get(username="ana"), single_keys=False)
    page.reload()
    page.keyboard.press("d")
    page.keyboard.press("Alt+j")
    in_hand(page, "Draft 3")
    assert len(rows(page)) == 5


def test_a_typed_club_is_a_filter(context: BrowserContext, open_queue: Open) -> None:
    page = open_queue(context, "ana")
    page.keyboard.press("/")
    page.keyboard.type("portwick 2")
    page.keyboard.press("Enter")
    expect(page.locator("[data-row]")).to_have_count(1)
    assert rows(page) == ["Draft 2"]
    page.get_by_role("link", name="Clear all filters").click()
    expect(page.locator("[data-row]")).to_have_count(5)


def test_two_editors_get_two_articles_and_see_who_has_one(
    context: BrowserContext, browser: Browser, open_queue: Open
) -> None:
    other = browser.new_context()
    ana, ben = open_queue(context, "ana"), open_queue(other, "ben")
    ana.keyboard.press("n")
    expect(ana).to_have_url(re.compile("/tag/$"))
    ben.keyboard.press("Enter")
    expect(ben.get_by_role("status")).to_have_text("Ana has taken this one")
    expect(ben.get_by_text("ana has taken it")).to_be_visible()
    ben.get_by_role("button", name="Take the next").click()
    expect(ben).to_have_url(re.compile("/tag/$"))
    assert ana.url != ben.url
    other.close()


def test_all_of_it_works_without_a_script(browser: Browser, open_queue: Open) -> None:
    plain = browser.new_context(java_script_enabled=False)
    page = open_queue(plain, "ana")
    page.get_by_role("button", name="Drop d: Draft 4").click()
    expect(page.get_by_text("“Draft 4” is dropped.")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("“Draft 4” is back.")).to_be_visible()
    page.get_by_role("link", name="Oldest first").click()
    assert rows(page)[0] == "Draft 0"
    page.get_by_role("button", name="Draft 3", exact=True).click()
    expect(page).to_have_url(re.compile("/tag/$"))
    plain.close()


@pytest.mark.parametrize("width", [1280, 768, 375])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_every_screen_and_keeps_nothing_from_anybody(
    context: BrowserContext, open_queue: Open, width: int, scheme: str
) -> None:
    page = open_queue(context, "ana")
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 720})
    page.reload()
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert_accessible(page)
