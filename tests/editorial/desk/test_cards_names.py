"""Cards of names: plain ones, new ones, and those tagged by hand."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User

from rumours.choices import SuggestionSlot
from rumours.editorial.desk.cards import state_of
from rumours.editorial.mentioning import mention_all
from rumours.editorial.reviewing import accept, reject
from rumours.models import Suggestion, SuggestionAlternative
from tests import factories as make
from tests.editorial.desk.conftest import BODY, Desk

pytestmark = pytest.mark.django_db
CardFor = Callable[[Suggestion], dict[str, Any]]


def words(card: dict[str, Any]) -> list[str]:
    return [BODY[start:end] for start, end in card["evidence"]]


def test_a_plain_name_shows_all_its_places(desk: Desk, card_for: CardFor) -> None:
    card = card_for(desk.name_of_marlin)
    assert (card["plain"], card["title"], words(card)) == (True, "Teo Marlin", ["Teo Marlin"] * 2)
    assert card["fields"]["subject"]["value"] == {"kind": "player", "id": desk.marlin.pk}


def test_a_name_is_not_lit_inside_a_longer_one_unless_that_is_rejected(
    desk: Desk, card_for: CardFor, chief: User
) -> None:
    row = desk.suggest("Marlin", "player", player=desk.marlin)
    assert card_for(row)["evidence"] == [[row.start, row.end]]
    reject(desk.name_of_marlin, by=chief)
    assert words(card_for(row)) == ["Marlin"] * 2


def test_an_ambiguous_name_and_a_new_one_wait_in_the_stack(desk: Desk, card_for: CardFor, chief: User) -> None:
    row = desk.suggest("Paulinho", "player", player=desk.paulinho)
    SuggestionAlternative.objects.create(suggestion=row, slot=SuggestionSlot.PLAYER, player=desk.namesake, rank=1)
    card = card_for(row)
    assert (card["plain"], len(card["fields"]["subject"]["options"])) == (False, 2)
    new = card_for(desk.new_name)["fields"]["subject"]
    assert (new["value"], new["is_new"], new["hint"]) == (
        {"kind": "player", "new": "Oskar Vinde"}, True, "Centre-Back, Denmark",
    )  # fmt: skip
    assert state_of(desk.article, by=chief)["order"][-2:] == [f"s{row.pk}", f"s{desk.new_name.pk}"]


def test_a_new_name_is_known_once_somebody_bears_it_and_waits_still(desk: Desk, card_for: CardFor) -> None:
    stub = make.PlayerFactory(name="Oskar Vinde", is_stub=True)
    card = card_for(desk.new_name)
    assert card["fields"]["subject"]["value"] == {"kind": "player", "id": stub.pk}
    assert (card["fields"]["subject"]["is_new"], card["plain"], card["state"]) == (False, False, "waiting")


def test_an_accepted_name_shows_its_tags_and_is_no_card_of_its_own(desk: Desk, card_for: CardFor, chief: User) -> None:
    accept(desk.name_of_marlin, by=chief)
    card = card_for(desk.name_of_marlin)
    assert (card["state"], card["plain"], len(card["evidence"])) == ("accepted", True, 2)
    assert not [key for key in _keys(desk, chief) if key[0] == "m"]


def test_whom_an_accepted_name_was_taken_for_is_shown(desk: Desk, card_for: CardFor, chief: User) -> None:
    accept(desk.name_of_marlin, by=chief, subject=desk.namesake)
    card = card_for(desk.name_of_marlin)
    assert (card["state"], card["edited"]) == ("edited", ["subject"])
    assert card["fields"]["subject"]["value"] == {"kind": "player", "id": desk.namesake.pk}
    desk.article.mentions.all().delete()
    assert card_for(desk.name_of_marlin)["fields"]["subject"]["value"] == {"kind": "player", "id": desk.namesake.pk}


def test_tags_set_by_hand_are_one_card_for_each_whom_they_name(desk: Desk, chief: User) -> None:
    tags = mention_all(desk.article, words="Teo Marlin", subject=desk.marlin, by=chief)
    other = mention_all(desk.article, words="Abel Quist", subject=desk.quist, by=chief, role="coach")
    found = {card["key"]: card for card in state_of(desk.article, by=chief)["cards"] if card["key"][0] == "m"}
    assert list(found) == [f"m{tags[0].pk}", f"m{other[0].pk}"]
    card = found[f"m{tags[0].pk}"]
    assert (card["state"], words(card), card["title"]) == ("entered", ["Teo Marlin"] * 2, "Teo Marlin")
    assert found[f"m{other[0].pk}"]["fields"]["role"]["value"] == "coach"


def _keys(desk: Desk, by: User) -> list[str]:
    return [card["key"] for card in state_of(desk.article, by=by)["cards"]]
