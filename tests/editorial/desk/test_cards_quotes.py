"""Cards of quotes."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User

from rumours.editorial.desk.cards import state_of
from rumours.editorial.reviewing import accept_quote
from rumours.models import Suggestion, SuggestionFragment
from tests import factories as make
from tests.editorial.desk.conftest import BODY, SAID, Desk

pytestmark = pytest.mark.django_db
CardFor = Callable[[Suggestion], dict[str, Any]]


def speaker(card: dict[str, Any]) -> Any:
    return card["fields"]["speaker"]["value"]


def test_it_shows_who_says_what_where_he_works(desk: Desk, card_for: CardFor) -> None:
    card = card_for(desk.quote)
    assert {name: field["value"] for name, field in card["fields"].items()} == {
        "speaker": {"kind": "person", "id": desk.quist.pk}, "role": "coach",
        "club": {"kind": "club", "id": desk.rovers.pk}, "via": None, "stance": "neutral", "translation": "",
    }  # fmt: skip
    assert (card["title"], card["words"]) == (f"Abel Quist: {SAID}", SAID)
    assert card["warnings"] == []


def test_the_stretches_of_a_quote_are_its_evidence(desk: Desk, card_for: CardFor) -> None:
    for words in ("He stays", "with us"):
        start = BODY.index(words)
        SuggestionFragment.objects.create(suggestion=desk.quote, start=start, end=start + len(words), text=words)
    card = card_for(desk.quote)
    assert [BODY[start:end] for start, end in card["evidence"]] == ["He stays", "with us"]
    assert card["words"] == "He stays … with us"


@pytest.mark.parametrize(
    ("columns", "value", "warned"),
    [
        ({"described": "Marlin’s agent"}, {"described": "Marlin’s agent"}, False),
        ({"player_name": "Oskar Vinde"}, {"kind": "player", "new": "Oskar Vinde"}, False),
        ({"person_name": "Ove Lund"}, {"kind": "person", "new": "Ove Lund"}, False),
        ({}, None, True),
    ],
)
def test_a_speaker_is_named_or_described_or_missing(
    desk: Desk, card_for: CardFor, columns: dict[str, str], value: Any, warned: bool
) -> None:
    Suggestion.objects.filter(pk=desk.quote.pk).update(**{"person": None, "person_name": "", **columns})
    card = card_for(desk.quote)
    assert (speaker(card), card["warnings"]) == (
        value, ["Nobody is named or described as the speaker"] if warned else [],
    )  # fmt: skip


def test_an_editor_may_describe_instead(desk: Desk, card_for: CardFor, chief: User) -> None:
    desk.edit(desk.quote, chief, speaker={"described": "A man at the door"})
    card = card_for(desk.quote)
    assert (speaker(card), card["edited"]) == ({"described": "A man at the door"}, ["speaker"])


def test_a_player_who_speaks_is_shown_as_that_player(desk: Desk, card_for: CardFor, chief: User) -> None:
    Suggestion.objects.filter(pk=desk.quote.pk).update(person=None, person_name="", player=desk.marlin, role="player")
    desk.quote.refresh_from_db()
    accept_quote(desk.quote, by=chief)
    card = card_for(desk.quote)
    assert (card["state"], speaker(card)) == ("accepted", {"kind": "player", "id": desk.marlin.pk})
    assert card["edited"] == []


def test_one_entered_by_hand_has_a_card_and_a_withdrawn_one_has_none(desk: Desk, chief: User) -> None:
    at = desk.article.dated_at
    own = make.QuoteFactory(article=desk.article, text="cost more", language="en")
    make.QuoteFactory(article=desk.article, text="more than", withdrawn_at=at, withdrawn_by=chief, withdrawn_why="No.")
    found = [card["key"] for card in state_of(desk.article, by=chief)["cards"] if card["kind"] == "quote"]
    assert found == [f"s{desk.quote.pk}", f"q{own.pk}"]
