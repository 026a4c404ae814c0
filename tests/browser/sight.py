"""What somebody sees of the desk of an article that is open in Chromium, and what he does there."""

from typing import Any

from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import BrowserContext, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from rumours.editorial.desk.cards import card_of
from tests.editorial.desk.conftest import Desk

SELECT = """([start, end]) => {
  const block = [...document.querySelectorAll("#desk-article [data-start]")].find((each) => each.dataset.end >= end);
  const spot = (place) => {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let left = place - block.dataset.start;
    for (let node = walker.nextNode(); node; left -= node.length, node = walker.nextNode()) {
      if (left <= node.length) return [node, left];
    }
  };
  getSelection().setBaseAndExtent(...spot(start), ...spot(end));
}"""


class Sight:
    """The desk of an article, open in a browser."""

    def __init__(self, page: Page, desk: Desk, by: User) -> None:
        self.page, self.desk, self.by = page, desk, by

    @property
    def focused(self) -> Locator:
        return self.page.locator("#desk-cards [data-card][aria-current=true]")

    @property
    def key(self) -> str:
        return self.focused.get_attribute("data-card") or ""

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def write(self, text: str) -> None:
        self.page.keyboard.type(text)

    def saved(self) -> None:
        expect(self.page.locator(".desk-status")).to_have_class("desk-status saved", timeout=90_000)

    def card(self, row: Any) -> dict[str, Any]:
        """What the server now shows of a suggestion."""
        self.saved()
        card = card_of(self.desk.article, f"s{row.pk}", by=self.by)
        assert card is not None
        return card

    def mark(self, words: str) -> Locator:
        return self.page.locator("#desk-article [data-keys]", has_text=words).first

    def select(self, start: int, end: int) -> None:
        """Select a stretch inside one paragraph, by places in the body, as a mouse would."""
        self.page.evaluate(SELECT, [start, end])


def opened(page: Page, context: BrowserContext, server: LiveServer, desk: Desk, by: User) -> Sight:
    client = Client()
    client.force_login(by)
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": server.url}])
    page.set_viewport_size({"width": 1280, "height": 720})
    page.set_default_timeout(15_000)
    page.goto(f"{server.url}/admin/rumours/article/{desk.article.pk}/tag/")
    sight = Sight(page, desk, by)
    expect(sight.focused).to_be_visible()
    return sight
