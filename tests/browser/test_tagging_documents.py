"""The desk's promise: how many actions an article costs by keyboard alone, from opening it to published."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.test import Client
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from rumours.choices import ArticleStatus
from rumours.editorial.importing import import_document
from rumours.intake import read_pasted
from rumours.models import Article, Person, Player
from rumours.text import fold
from tests.browser.documents import OURS, WORLDS, Sheet, World
from tests.browser.keyboard import Keyboard, play
from tests.browser.test_editor_path import listed, stored

# The most that each document of a world may cost.
MOST = (12, 6, 5)
MOST_STRANGERS = 40
UNKNOWN = ["Dario Funes", "Piet Holmann", "Ruben Askerud"]
STRANGERS = Sheet(OURS, "strangers", "2026-01-20")

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def editor(page: Page, context: BrowserContext, live_server: LiveServer) -> Iterator[User]:
    """An editor who is logged in."""
    editor = User.objects.create_user("ana", is_staff=True)
    editor.groups.add(Group.objects.get(name="editor"))
    client = Client()
    client.force_login(editor)
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
    page.set_viewport_size({"width": 1280, "height": 720})
    page.set_default_timeout(15_000)
    yield editor


def opened(page: Page, base: str, sheet: Sheet, editor: User) -> Keyboard:
    """The document brought in, and its desk open."""
    published = date.fromisoformat(sheet.given) if sheet.given else None
    article = import_document(read_pasted(sheet.text), by=editor, published=published).article
    page.goto(f"{base}/admin/rumours/article/{article.pk}/tag/")
    expect(page.locator("#desk-cards [data-card][aria-current=true]")).to_be_visible()
    return Keyboard(page, article, editor)


def gone_on(page: Page, article: Article) -> None:
    """Wait until the desk has gone on to what is next."""
    page.wait_for_url(lambda address: f"/{article.pk}/" not in address)


def published(article: Article) -> Article:
    article.refresh_from_db()
    assert article.status == ArticleStatus.PUBLISHED
    return article


def credited(article: Article) -> list[str]:
    """The sources of its reports."""
    return [fold(report.source.name) for report in article.reports.select_related("source") if report.source]


@pytest.mark.parametrize("name", WORLDS)
def test_three_documents_by_keyboard(page: Page, live_server: LiveServer, editor: User, name: str) -> None:
    world: World = WORLDS[name]
    call_command("load_reference", *sorted(map(str, world.reference.glob("*.csv"))), verbosity=0)
    counted = {}
    for sheet in world.sheets:
        hand = opened(page, live_server.url, sheet, editor)
        play(hand, sheet)
        gone_on(page, hand.article)
        counted[sheet.name] = (hand.actions, " ".join(hand.told))
        article = published(hand.article)
        assert sorted(stored(article)) == sorted(listed(sheet))
        assert credited(article) == [fold(sheet.credited)] * sheet.credited_links
    print("actions:", counted)  # noqa: T201  shown by pytest -s
    assert [actions <= most for (actions, _), most in zip(counted.values(), MOST, strict=True)] == [True] * 3, counted


def test_an_article_with_half_of_its_names_unknown(page: Page, live_server: LiveServer, editor: User) -> None:
    world = WORLDS["invented"]
    call_command("load_reference", *sorted(map(str, world.reference.glob("*.csv"))), verbosity=0)
    hand = opened(page, live_server.url, STRANGERS, editor)
    play(hand, STRANGERS)
    gone_on(page, hand.article)
    print("actions:", hand.actions, " ".join(hand.told))  # noqa: T201  shown by pytest -s
    article = published(hand.article)
    assert sorted(stored(article)) == sorted(listed(STRANGERS))
    assert article.quotes.get().speaker == Person.objects.get(name="Marko Tellin")
    assert sorted(stub.name for stub in Player.objects.filter(is_stub=True)) == UNKNOWN
    assert hand.actions <= MOST_STRANGERS
