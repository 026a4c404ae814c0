"""What the desk shows of an article when it is opened."""

import json
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rumours.editorial.desk.cards import card_of, state_of
from rumours.editorial.desk.cards.weak import forget
from tests import factories as make
from tests.editorial.desk.conftest import BID, BODY, Desk

pytestmark = pytest.mark.django_db
KEYS = {
    "key", "kind", "state", "plain", "version", "title", "fields", "evidence", "words", "rule", "confidence", "dim",
    "known", "repeat", "decided", "edited", "warnings",
}  # fmt: skip


def cards(desk: Desk, by: User) -> dict[str, Any]:
    return {card["key"]: card for card in state_of(desk.article, by=by)["cards"]}


def test_links_come_first_then_quotes_then_names_and_plain_ones_are_not_in_the_stack(desk: Desk, chief: User) -> None:
    state = state_of(desk.article, by=chief)
    assert state["order"] == [f"s{row.pk}" for row in (desk.bid, desk.talks, desk.quote, desk.new_name)]
    assert {card["key"] for card in state["cards"] if card["plain"]} == {
        f"s{desk.name_of_marlin.pk}", f"s{desk.name_of_portwick.pk}",
    }  # fmt: skip
    assert state["counts"] == {"open": 4, "total": 4, "plain": 2}


def test_it_is_json_with_the_same_members_on_every_card(desk: Desk, chief: User) -> None:
    state = state_of(desk.article, by=chief)
    assert json.loads(json.dumps(state)) == state
    assert {frozenset(card) for card in state["cards"]} == {frozenset(KEYS)}


def test_a_card_by_itself_is_the_card_of_the_state(desk: Desk, chief: User) -> None:
    found = cards(desk, chief)
    assert {key: card_of(desk.article, key, by=chief) for key in found} == found


@pytest.mark.parametrize("key", ["", "s", "s0", "x1", "s²", "r1", "q1", "m1", "s-1", "s" + "9" * 30])
def test_there_is_no_card_of_another_key(desk: Desk, chief: User, key: str) -> None:
    assert card_of(desk.article, key, by=chief) is None


def test_evidence_is_in_code_points_of_the_body(desk: Desk, chief: User) -> None:
    found = cards(desk, chief)
    words = {key: [BODY[start:end] for start, end in card["evidence"]] for key, card in found.items()}
    assert words[f"s{desk.bid.pk}"] == [desk.bid.text]
    assert words[f"s{desk.name_of_marlin.pk}"] == ["Teo Marlin", "Teo Marlin"]


def test_the_number_of_queries_does_not_grow(desk: Desk, chief: User) -> None:
    def add_some(number: int) -> None:
        name, words = f"Copy {number}", BODY[number]
        desk.suggest("Teo Marlin", "player", player_name=name)
        desk.link(BID, player_name=name, to_club=desk.harbour, from_name=name, stage_group="bid")
        make.ReportFactory(article=desk.article, source=make.SourceFactory())
        make.QuoteFactory(article=desk.article, start=number, text=words)
        make.ReportFactory(link=make.TransferLinkFactory(player=desk.marlin))
        make.MentionFactory(article=desk.article, start=number, text=words)
        make.PlayerSpellFactory(player=desk.marlin)

    def queries() -> int:
        forget()
        with CaptureQueriesContext(connection) as captured:
            state_of(desk.article, by=chief)
        return len(captured)

    add_some(0)
    few = queries()
    for number in range(1, 10):
        add_some(number)
    assert (queries(), few) == (few, 27)
