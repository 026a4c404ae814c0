"""Whatever was done at the desk: all of it taken back is as at the start, all of it done again as at the end."""

from random import Random
from typing import Any

import pytest
from django.contrib.auth.models import User

from rumours.editorial.desk.cards import overlay, stack
from rumours.editorial.desk.cards.opened import Opened
from rumours.editorial.desk.cards.trail import stacks
from rumours.editorial.errors import EditorialError
from rumours.models import Article, Club, Person, Player, Quote, Report, Source, TransferLink
from tests.editorial.desk.asking import ask
from tests.editorial.desk.conftest import SAID, TALKS, Desk

pytestmark = pytest.mark.django_db

Json = dict[str, Any]
NAMES = ("Teo Marlin", "Paulinho", "Portwick", "Harbour Town", "Rovers", "Abel Quist", "Oskar Vinde")

VERBS = (
    "accept", "accept", "accept", "accept", "reject", "edit", "edit", "edit", "edit", "edit", "reopen", "reopen",
    "remove", "remove", "add_link", "add_quote", "add_name", "accept_rest", "swap", "repeat", "undo", "redo", "drop",
    "skip",
)  # fmt: skip


def picture(article: Article) -> Json:
    """Everything entered at the desk of an article, and everybody there is."""
    rows = article.suggestions.order_by("pk")
    return {
        "reports": [_report(row) for row in Report.objects.order_by("pk")],
        "links": sorted(
            (str(row), str(row.from_club), str(row.loan_club), row.free_agent, row.set_ending)
            for row in TransferLink.objects.all()
        ),
        "quotes": [
            (row.pk, row.words, row.speaker_name, row.role, str(row.club), str(row.via), row.stance, row.translation)
            for row in Quote.objects.order_by("pk")
        ],
        "tags": [
            (tag.start, tag.text, str(tag.subject), tag.role, str(tag.club_then))
            for tag in article.mentions.order_by("start")
        ],
        "suggestions": [(row.pk, row.decision) for row in rows],
        "edits": {pk: values for pk, values in overlay(*rows).items() if values},
        "names": {
            model.__name__: sorted(model.objects.values_list("pk", "name"))
            for model in (Player, Club, Person, Source)
        },
        "status": Article.objects.get(pk=article.pk).status,
        "history": article.history.count(),
    }  # fmt: skip


def _report(row: Report) -> tuple[Any, ...]:
    return (
        row.pk, str(row.link), str(row.source), str(row.via), str(row.claimant), row.role, row.follows_id,
        row.stage_group, row.stage, row.kind, row.doubt, row.window_assumed, row.start, row.end, row.suggestion_id,
        sorted((fee.what, fee.low, fee.high, fee.currency, fee.certainty) for fee in row.fees.all()),
    )  # fmt: skip


class Editor:
    """Somebody who presses keys without looking."""

    def __init__(self, desk: Desk, by: User, seed: int) -> None:
        self.desk, self.by, self.random = desk, by, Random(seed)

    def act(self) -> None:
        """One request, of what the page could ask for; what is refused changes nothing."""
        cards = {card["key"]: card for card in stack.cards(Opened(self.desk.article, self.by))}
        verb = "undo" if self.desk.article.status == "dropped" else self.random.choice(VERBS)
        of_a_card = verb in ("accept", "reject", "edit", "reopen", "remove", "swap", "repeat")
        key = self.random.choice(sorted(cards)) if of_a_card else None
        more: Json = {"values": self.values(verb, cards[key] if key else {})}
        before = picture(self.desk.article)
        try:
            ask(self.desk.article, self.by, verb, key, **more)
        except EditorialError:
            assert picture(self.desk.article) == before

    def values(self, verb: str, card: Json) -> Json:
        """Values that fit the verb and the kind of card."""
        if verb == "edit" or (verb == "accept" and self.random.random() < 0.3):
            fields = {"link": self.link, "quote": self.quote, "name": self.name}[card["kind"]]()
            chosen = self.random.sample(sorted(fields), k=self.random.randint(1, 3))
            return {name: fields[name] for name in chosen}
        evidence = {"evidence": [self.place(self.desk.article.body, TALKS)]}
        match verb:
            case "add_link":
                return {**self.link(), **evidence}
            case "add_quote":
                return {**self.quote(), "evidence": [self.place(self.desk.article.body, SAID)]}
            case "add_name":
                word = self.random.choice(NAMES)
                return {**self.name(), "evidence": [self.place(self.desk.article.body, word)]}
            case "repeat":
                return {"report": None}
        return {}

    def place(self, body: str, words: str) -> list[int]:
        start = body.index(words)
        return [start, start + len(words)]

    def ref(self, kind: str, *rows: Any) -> Json | None:
        new = {"kind": kind, "new": f"New {kind} {self.random.randint(1, 2)}"}
        return self.random.choice([{"kind": kind, "id": row.pk} for row in rows] + [new])

    def club(self) -> Json | None:
        return self.ref("club", self.desk.portwick, self.desk.harbour, self.desk.rovers)

    def link(self) -> Json:
        return {
            "player": self.ref("player", self.desk.marlin, self.desk.namesake),
            "from_club": self.random.choice([None, self.club()]),
            "to_club": self.random.choice([None, self.club()]),
            "free_agent": self.random.random() < 0.2,
            "window": self.random.choice(["", "2026-summer", "2027-winter"]),
            "source": self.ref("source", self.desk.post),
            "claimant": self.ref("person", self.desk.quist),
            "stage_group": self.random.choice(["talks", "off"]),
            "kind": self.random.choice(["loan", "permanent"]),
            "role": self.random.choice(["origin", "denial"]),
            "fees": [{"what": "offer", "low": self.random.randint(1, 9), "currency": "GBP"}],
            "ending": self.random.choice(["", "stayed"]),
        }

    def quote(self) -> Json:
        return {
            "speaker": self.random.choice([self.ref("player", self.desk.marlin), {"described": "A friend"}]),
            "role": "agent",
            "club": self.club(),
            "stance": "against",
            "translation": "Other words",
        }

    def name(self) -> Json:
        subject = self.random.choice([self.club(), self.ref("person", self.desk.quist)])
        return {"subject": subject, "role": "director", "club": self.club()}


@pytest.mark.parametrize("seed", range(5))
def test_all_is_taken_back_and_all_done_again(seed: int, desk: Desk, chief: User) -> None:
    editor, start = Editor(desk, chief, seed), picture(desk.article)
    for _ in range(16):
        editor.act()
    end = picture(desk.article)
    taken = [row.action for row in stacks(desk.article, chief)[0]]
    for _ in taken:
        ask(desk.article, chief, "undo")
    assert _lasting(picture(desk.article)) == _lasting(start), taken
    for _ in taken:
        ask(desk.article, chief, "redo")
    assert _lasting(picture(desk.article)) == _lasting(end), taken


def _lasting(seen: Json) -> Json:
    """Without the history of the article, which grows only where it is dropped and brought back."""
    return {name: value for name, value in seen.items() if name != "history"}
