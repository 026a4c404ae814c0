"""A text that is edited while its cards are worked on: the words that were chosen stay the words that are meant."""

from typing import Any

import pytest
from django.contrib.auth.models import User

from rumours.editorial.correcting import edit_body
from rumours.editorial.desk.cards import card_of, text_of
from rumours.editorial.desk.commands import Stale
from rumours.models import Quote
from tests.editorial.desk.asking import ask
from tests.editorial.desk.conftest import BID, TALKS, Desk

pytestmark = pytest.mark.django_db


def place(desk: Desk, words: str) -> list[list[int]]:
    start = desk.article.body.index(words)
    return [[start, start + len(words)]]


def edit(desk: Desk, by: User) -> None:
    edit_body(desk.article, f"Stop press: {desk.article.body}", by=by)


@pytest.mark.parametrize("verb", ["add_quote", "add_link", "add_name"])
def test_words_chosen_in_another_text_are_refused(verb: str, desk: Desk, chief: User) -> None:
    seen, chosen = text_of(desk.article)["version"], place(desk, "Oskar Vinde")
    values: Any = {
        "add_quote": {"speaker": {"described": "A friend"}},
        "add_link": {"player": {"kind": "player", "id": desk.marlin.pk}},
        "add_name": {"subject": {"kind": "player", "id": desk.marlin.pk}},
    }[verb] | {"evidence": chosen}
    edit(desk, chief)
    with pytest.raises(Stale, match="load the page again"):
        ask(desk.article, chief, verb, values=values, text=seen)
    ask(desk.article, chief, "reject", f"s{desk.bid.pk}", text=seen)
    now = text_of(desk.article)["version"]
    ask(desk.article, chief, verb, values=values | {"evidence": place(desk, "Oskar Vinde")}, text=now)


def test_evidence_of_a_waiting_card_follows_its_words(desk: Desk, chief: User) -> None:
    key, words = f"s{desk.bid.pk}", "Rovers winger Teo Marlin"
    ask(desk.article, chief, "edit", key, values={"evidence": place(desk, words)})
    edit(desk, chief)
    card: Any = card_of(desk.article, key, by=chief)
    assert (card["evidence"], card["words"]) == (place(desk, words), words)
    ask(desk.article, chief, "accept", key)
    assert desk.article.reports.get().text == words
    ask(desk.article, chief, "undo")
    ask(desk.article, chief, "undo")
    card = card_of(desk.article, key, by=chief)
    assert card["words"] == BID


def test_what_is_undone_and_done_again_finds_its_words(desk: Desk, chief: User) -> None:
    subject = {"kind": "person", "id": desk.quist.pk}
    quoted: Any = ask(
        desk.article, chief, "add_quote", values={"speaker": subject, "evidence": place(desk, TALKS)}
    ).focus
    ask(desk.article, chief, "remove", quoted)
    name: Any = ask(
        desk.article, chief, "add_name", values={"subject": subject, "evidence": place(desk, "Abel Quist")}
    ).focus
    ask(desk.article, chief, "remove", name)
    edit(desk, chief)
    ask(desk.article, chief, "undo")
    assert [tag.text for tag in desk.article.mentions.all()] == ["Abel Quist"]
    for verb in ("undo", "undo", "undo", "redo"):
        ask(desk.article, chief, verb)
    assert Quote.objects.get().text == TALKS
    assert desk.article.mentions.count() == 0
