"""What editors change on cards that wait."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User

from rumours.editorial.desk.cards import overlay
from rumours.editorial.reviewing import accept_link
from rumours.models import Suggestion
from tests import factories as make
from tests.editorial.desk.conftest import Desk

pytestmark = pytest.mark.django_db
CardFor = Callable[[Suggestion], dict[str, Any]]


def test_the_last_change_of_a_field_is_shown_and_the_proposal_stays(
    desk: Desk, card_for: CardFor, chief: User, contributor: User
) -> None:
    desk.edit(desk.bid, chief, doubt="price", kind="loan")
    desk.edit(desk.bid, contributor, doubt="unlikely")
    card = card_for(desk.bid)
    assert (card["fields"]["doubt"]["value"], card["fields"]["kind"]["value"]) == ("unlikely", "loan")
    assert (card["edited"], card["state"]) == (["kind", "doubt"], "waiting")
    desk.bid.refresh_from_db()
    assert (desk.bid.doubt, desk.bid.transfer_kind) == ("none", "permanent")


def test_what_was_taken_back_is_not_shown_and_what_was_done_again_is(
    desk: Desk, card_for: CardFor, chief: User
) -> None:
    first = desk.edit(desk.bid, chief, doubt="price")
    second = desk.edit(desk.bid, chief, doubt="unlikely")
    desk.undo(second)
    assert card_for(desk.bid)["fields"]["doubt"]["value"] == "price"
    desk.undo(first)
    assert (card_for(desk.bid)["fields"]["doubt"]["value"], card_for(desk.bid)["edited"]) == ("none", [])
    again = desk.edit(desk.bid, chief, doubt="price")
    again.redoes = first
    again.save()
    assert card_for(desk.bid)["fields"]["doubt"]["value"] == "price"


def test_each_suggestion_has_its_own(desk: Desk, chief: User) -> None:
    desk.edit(desk.bid, chief, doubt="price")
    desk.edit(make.SuggestionFactory(kind="link"), chief, doubt="other")
    assert overlay(desk.bid, desk.talks) == {desk.bid.pk: {"doubt": "price"}, desk.talks.pk: {}}


@pytest.mark.parametrize(
    ("edits", "values"),
    [
        ([{"stage": "bid rejected"}], {"stage": "bid rejected"}),
        ([{"stage_group": "agreed"}], {"stage_group": "agreed", "stage": ""}),
        ([{"stage": "fee agreed"}, {"stage_group": "agreed"}], {"stage": "fee agreed", "stage_group": "agreed"}),
        ([{"stage": "fee agreed"}, {"stage_group": "bid"}], {"stage": "", "stage_group": "bid"}),
        ([{"free_agent": True}], {"free_agent": True, "from_club": None, "loan_club": None}),
        (
            [{"free_agent": True}, {"from_club": {"kind": "club", "id": 1}}],
            {"free_agent": False, "from_club": {"kind": "club", "id": 1}, "loan_club": None},
        ),
    ],
)
def test_one_change_lies_over_the_other(
    desk: Desk, chief: User, edits: list[dict[str, Any]], values: dict[str, Any]
) -> None:
    for edit in edits:
        desk.edit(desk.bid, chief, **edit)
    assert overlay(desk.bid)[desk.bid.pk] == values


def test_another_row_a_new_name_and_nobody(desk: Desk, card_for: CardFor, chief: User) -> None:
    other = make.ClubFactory(name="Saltmere", association="England")
    desk.edit(desk.bid, chief, to_club={"kind": "club", "id": other.pk}, from_club=None, player={
        "kind": "player", "new": "Teo Marlow",
    })  # fmt: skip
    card = card_for(desk.bid)
    assert card["fields"]["to_club"] == {
        "value": {"kind": "club", "id": other.pk}, "label": "Saltmere", "hint": "England", "is_new": False,
        "options": [], "assumed": False,
    }  # fmt: skip
    assert card["fields"]["from_club"]["value"] is None
    assert (card["fields"]["player"]["is_new"], card["title"]) == (True, "Teo Marlow to Saltmere")
    assert card["edited"] == ["player", "from_club", "to_club"]


def test_one_of_the_alternatives_keeps_the_others_to_choose(desk: Desk, card_for: CardFor, chief: User) -> None:
    desk.edit(desk.talks, chief, player={"kind": "player", "id": desk.namesake.pk})
    player = card_for(desk.talks)["fields"]["player"]
    assert player["value"] == {"kind": "player", "id": desk.namesake.pk}
    assert [one["value"]["id"] for one in player["options"]] == [desk.paulinho.pk, desk.namesake.pk]


def test_evidence_that_was_moved(desk: Desk, card_for: CardFor, chief: User) -> None:
    desk.edit(desk.bid, chief, evidence=[[0, 8]])
    card = card_for(desk.bid)
    assert (card["evidence"], card["words"]) == ([[0, 8]], "Portwick")


def test_a_chosen_window_and_a_chosen_report(desk: Desk, card_for: CardFor, chief: User) -> None:
    report = make.ReportFactory(source=desk.post)
    ref = {"kind": "report", "id": report.pk}
    desk.edit(desk.bid, chief, window="2027-summer", role="denial", follows=ref)
    fields = card_for(desk.bid)["fields"]
    assert (fields["window"]["label"], fields["window"]["assumed"]) == ("Summer 2027", False)
    assert (fields["role"]["value"], fields["follows"]["value"]) == ("denial", ref)
    assert fields["follows"]["label"] == "The Quayside Post’s report of 10 January"


def test_what_was_changed_before_it_was_accepted_is_said_after(desk: Desk, card_for: CardFor, chief: User) -> None:
    desk.edit(desk.bid, chief, window="2026-summer", doubt="price")
    summer = make.WindowFactory(code="2026-summer")
    accept_link(desk.bid, by=chief, window=summer, doubt="price")
    assert (card_for(desk.bid)["state"], card_for(desk.bid)["edited"]) == ("edited", ["window", "doubt"])
