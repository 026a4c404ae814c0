"""An editor's hand on the admin: does what a person would, and counts it.

An action is one click, one choice in a list, one key or chord that acts, or one burst of text typed or pasted into a
field. Scrolling, reading and waiting are none.
"""

from playwright.sync_api import Locator, Page

from rumours.text import fold

# The list under an open field shows a row that begins with the name, and no older answer.
LISTED = """name => {
  const plain = text => text.normalize("NFKD").replace(/[^\\p{L}\\p{N} ]/gu, " ").toLowerCase().trim().slice(0, 3);
  const rows = [...document.querySelectorAll(".select2-results__option[aria-selected]")];
  return !document.querySelector(".loading-results") && rows.some(row => plain(row.textContent) === name.slice(0, 3));
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
        self.page.keyboard.type(name)
        self.actions += 1
        self.page.wait_for_function(LISTED, arg=fold(name))
        rows = self.page.locator(".select2-results__option[aria-selected]")
        bearer = next(row for row in rows.all() if fold(row.inner_text()).startswith(fold(name)))
        self.click(bearer)
