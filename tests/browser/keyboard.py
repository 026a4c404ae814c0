"""An editor at the tagging desk with nothing but the keyboard: reads the cards, puts right what is wrong, and counts.

An action is one key or chord that acts, or one burst of text typed into a field (see `hand`).
"""

from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from rumours.choices import Doubt, StageGroup, TransferKind
from rumours.editorial.desk.cards import state_of
from rumours.models import Article
from rumours.models.labels import label_of
from rumours.text import fold
from tests.browser.documents import Sheet

GROUPS = [group.value for group in StageGroup]
GIVES_UP = 100
FOCUSED = "#desk-cards [data-card][aria-current=true]"
Card = dict[str, Any]


@dataclass
class Keyboard:
    """Presses keys on a desk that is open; `actions` is how often it acted."""

    page: Page
    article: Article
    by: User
    actions: int = 0
    told: list[str] = field(default_factory=list)

    def press(self, *keys: str) -> None:
        """Each is one action."""
        for key in keys:
            self.page.keyboard.press(key)
            self.actions += 1
            self.told.append(key)

    def write(self, text: str) -> None:
        """One burst of text into the field that has the focus."""
        self.page.keyboard.type(text)
        self.actions += 1
        self.told.append(f"“{text}”")

    def focused(self) -> str:
        """The key of the card in focus; "" where none is."""
        place = self.page.locator(FOCUSED)
        return (place.get_attribute("data-card") or "") if place.count() else ""

    def saved(self) -> None:
        """Wait until nothing is on its way."""
        expect(self.page.locator(".desk-status")).to_have_class("desk-status saved")

    def cards(self) -> dict[str, Card]:
        """What the desk shows."""
        self.saved()
        shown = state_of(self.article, by=self.by)
        return {card["key"]: card for card in shown["cards"]}

    def choose(self, command: str, value: str) -> None:
        """Open a field by its key and take the row that bears the value: by its digit, else typed."""
        self.press(command)
        rows = self.page.locator("#desk-cards [role=option]")
        expect(rows.first).to_be_visible()
        for row in rows.all():
            digit = row.locator("kbd")
            if digit.count() and fold(row.locator(".value").inner_text()).startswith(fold(value)):
                self.press(digit.first.inner_text())
                return
        self.fill(value)

    def fill(self, name: str) -> None:
        """Type a name into the open field, and take the row that fits, or make one where nobody bears it."""
        at = self.page.locator("#desk-cards .card-edit input").get_attribute("id")
        self.write(name)
        expect(self.page.locator("#desk-cards [role=option].makes").first).to_contain_text(name)
        known = self.page.locator("#desk-cards [role=option]:not(.makes) .value").all_inner_texts()
        self.press("Enter" if any(fold(name) in fold(row) for row in known) else "Shift+Enter")
        expect(self.page.locator(f"#{at}")).to_have_count(0)


def play(hand: Keyboard, sheet: Sheet) -> None:
    """Tag a document as its list says, and publish it."""
    wanted = dict(enumerate(sheet.gold["links"]))
    while hand.actions < GIVES_UP:
        cards, key = hand.cards(), hand.focused()
        card = cards.get(key)
        if card is None or card["state"] != "waiting":
            break
        if card["kind"] == "quote":
            _decide_quote(hand, card, sheet)
        elif card["kind"] == "name":
            _decide_name(hand, card, sheet)
        else:
            place = _place_of(card, wanted)
            _decide_link(hand, card, wanted.pop(place) if place is not None else None, sheet.source_of(place or 0))
    for place, link in wanted.items():
        _enter_link(hand, link, sheet.source_of(place))
    hand.saved()
    hand.press("Control+Enter")


def _place_of(card: Card, wanted: dict[int, Any]) -> int | None:
    fields = card["fields"]
    for place, link in wanted.items():
        if _says(fields["player"], link["player"]) and _says(fields["to_club"], link["to"]):
            return place
    return None


def _says(shown: dict[str, Any], name: str) -> bool:
    return fold(name) in fold(shown["label"]) or (fold(shown["label"]) in fold(name) and bool(shown["label"]))


def _decide_link(hand: Keyboard, card: Card, link: dict[str, Any] | None, source: str) -> None:
    if link is None:
        hand.press("x")
        return
    fields = card["fields"]
    if not _says(fields["from_club"], link["from"]):
        hand.choose("f", link["from"])
    _set_claim(hand, {name: fields[name]["value"] for name in ("stage_group", "kind", "doubt")}, link)
    if source and not _says(fields["source"], source):
        hand.press("Shift+O")  # the first outlet that the article credits
    hand.press("a")


def _set_claim(hand: Keyboard, said: dict[str, str], link: dict[str, Any]) -> None:
    """Stage, kind and doubt as the list has them."""
    if said["stage_group"] != link["stage"]:
        hand.press(str(GROUPS.index(link["stage"]) + 1))
    if (said["kind"], link["kind"]) == (TransferKind.UNKNOWN, TransferKind.PERMANENT):
        hand.press("Shift+Y")  # the next of the list
    elif said["kind"] != link["kind"]:
        hand.choose("y", label_of(TransferKind(link["kind"])))
    if link["doubtful"] and said["doubt"] == Doubt.NONE:
        hand.press("Shift+D")
    elif not link["doubtful"] and said["doubt"] != Doubt.NONE:
        hand.choose("d", "No doubt")


def _decide_quote(hand: Keyboard, card: Card, sheet: Sheet) -> None:
    quote = next((said for said in sheet.gold["quotes"] if said["starts"] in card["words"]), None)
    if quote is None:
        hand.press("x")
        return
    for command, name in (("speaker", "p"), ("via", "v")):
        if not _says(card["fields"][command], quote[command]):
            hand.choose(name, quote[command])
    hand.press("a")


def _decide_name(hand: Keyboard, card: Card, sheet: Sheet) -> None:
    """New names: those that the list has, as what they are."""
    gold = sheet.gold
    names = [*(link["player"] for link in gold["links"]), *(who["name"] for who in gold["people"]), *gold["sources"]]
    hand.press("a" if fold(card["words"]) in map(fold, names) else "x")


def _enter_link(hand: Keyboard, link: dict[str, Any], source: str) -> None:
    """A link that nobody proposed: on the sentence of the card in focus."""
    hand.press("n")
    hand.fill(link["player"])
    hand.fill(link["to"])
    if fold(link["from"]) not in fold(hand.page.locator(FOCUSED).inner_text()):
        hand.choose("f", link["from"])
    said = {"stage_group": "", "kind": TransferKind.UNKNOWN.value, "doubt": Doubt.NONE.value}
    _set_claim(hand, said, link)
    if source:
        hand.press("Shift+O")
    hand.press("a")
