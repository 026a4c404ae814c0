"""An editor's hand on the admin: does what a person would, and counts it.

An action is one click, one choice in a list, one key or chord that acts, or one burst of text typed or pasted into a
field. Scrolling, reading and waiting are none.
"""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page

ROWS = ".select2-results__option[aria-selected]"
# Which row of the list under the open field begins with the name (1 for the first), once the answer to it is there.
BEARER = """([rows, name]) => {
  const plain = text => text.normalize("NFKD").replace(/\\p{M}/gu, "").toLowerCase();
  if (document.querySelector(".loading-results")) return 0;
  return [...document.querySelectorAll(rows)].findIndex(row => plain(row.textContent).startsWith(plain(name))) + 1;
}"""


class Hand:
    """Acts on a page; `actions` is how often it has."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.actions = 0

    def click(self, place: Locator) -> None:
        """One click."""
        place.click()
        self.actions += 1

    def write(self, place: Locator, text: str) -> None:
        """A click into the field, and its text."""
        self.click(place)
        place.fill(text)
        self.actions += 1

    def choose(self, place: Locator, value: str) -> None:
        """One choice in a list."""
        place.select_option(value)
        self.actions += 1

    def pick(self, field: str, name: str) -> None:
        """A row by its name: open the field, type, and click the row that bears the name."""
        self.click(self.page.locator(f"[aria-labelledby='select2-id_{field}-container']"))
        with self.page.expect_response(lambda answer: parse_qs(urlsplit(answer.url).query).get("term") == [name]):
            self.page.locator(".select2-container--open .select2-search__field").press_sequentially(name)
        self.actions += 1
        place = self.page.wait_for_function(BEARER, arg=[ROWS, name]).json_value()
        self.click(self.page.locator(ROWS).nth(place - 1))
