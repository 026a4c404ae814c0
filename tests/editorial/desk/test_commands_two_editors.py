"""Undo takes back one's own: what another did since stays, and what is before it can still be taken back."""

from typing import Any

import pytest
from django.contrib.auth.models import User

from rumours.editorial import publishing
from rumours.editorial.desk.cards import card_of, state_of
from rumours.editorial.errors import EditorialError
from rumours.editorial.linking import assumed_window
from rumours.editorial.sittings import sittings
from rumours.models import Decision, TransferLink
from tests import factories as make
from tests.editorial.desk.asking import ask
from tests.editorial.desk.conftest import Desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def other() -> User:
    made: User = make.ChiefFactory(first_name="Otto", last_name="Brand")
    return made


def test_what_another_took_back_is_passed_over(desk: Desk, chief: User, other: User) -> None:
    ask(desk.article, chief, "accept", f"s{desk.quote.pk}")
    ask(desk.article, chief, "accept", f"s{desk.bid.pk}")
    ask(desk.article, other, "reopen", f"s{desk.bid.pk}")
    said = ask(desk.article, chief, "undo").say
    assert said == "Left as it is: Accept Teo Marlin to Portwick. Somebody has taken this decision back already"
    assert state_of(desk.article, by=chief)["redo"] is None
    ask(desk.article, chief, "undo")
    assert desk.article.quotes.count() == 0
    lines = {line for sitting in sittings(desk.article) for line in sitting.lines}
    assert "could not take back: accepted Teo Marlin to Portwick" in lines


def test_what_another_decided_anew_stays(desk: Desk, chief: User, other: User) -> None:
    for verb, by in (("accept", chief), ("reopen", other), ("accept", other)):
        ask(desk.article, by, verb, f"s{desk.bid.pk}")
    assert "Otto Brand has decided on it anew" in ask(desk.article, chief, "undo").say
    assert desk.article.reports.count() == 1


def test_what_another_changed_stays(desk: Desk, chief: User, other: User) -> None:
    key = f"s{desk.bid.pk}"
    ask(desk.article, chief, "accept", key)
    ask(desk.article, chief, "edit", key, values={"doubt": "price"})
    ask(desk.article, chief, "edit", key, values={"stage_group": "agreed"})
    ask(desk.article, other, "edit", key, values={"stage_group": "done"})
    assert "Otto Brand has changed the same since" in ask(desk.article, chief, "undo").say
    assert ask(desk.article, chief, "undo").say == "Taken back: Change doubt: Teo Marlin to Portwick"
    report = desk.article.reports.get()
    assert (report.stage_group, report.doubt) == ("done", "none")
    assert "Otto Brand has changed it since" in ask(desk.article, chief, "undo").say
    assert desk.article.reports.count() == 1


def test_what_another_changed_and_took_back_is_no_matter(desk: Desk, chief: User, other: User) -> None:
    key = f"s{desk.bid.pk}"
    ask(desk.article, chief, "accept", key)
    ask(desk.article, other, "edit", key, values={"doubt": "price"})
    ask(desk.article, other, "undo")
    assert ask(desk.article, chief, "undo").say == "Taken back: Accept Teo Marlin to Portwick"
    assert desk.article.reports.count() == 0


def test_what_was_entered_by_hand_and_changed_by_another_stays(desk: Desk, chief: User, other: User) -> None:
    values = {"player": {"kind": "player", "id": desk.paulinho.pk}, "evidence": [[0, 20]]}
    key: Any = ask(desk.article, chief, "add_link", values=values).focus
    ask(desk.article, other, "edit", key, values={"doubt": "price"})
    assert "Otto Brand has changed it since" in ask(desk.article, chief, "undo").say
    assert desk.article.reports.count() == 1


def test_a_change_that_another_accepted_stays_on_the_card(desk: Desk, chief: User, other: User) -> None:
    key = f"s{desk.bid.pk}"
    ask(desk.article, chief, "edit", key, values={"doubt": "price"})
    ask(desk.article, other, "accept", key)
    assert "It is accepted by now" in ask(desk.article, chief, "undo").say
    ask(desk.article, other, "undo")
    card: Any = card_of(desk.article, key, by=chief)
    assert (card["state"], card["fields"]["doubt"]["value"]) == ("waiting", "price")


def test_what_is_no_more_so_is_passed_over(desk: Desk, chief: User) -> None:
    ask(desk.article, chief, "reject", f"s{desk.bid.pk}")
    ask(desk.article, chief, "drop")
    publishing.undrop(desk.article, by=chief)
    assert ask(desk.article, chief, "undo").say.startswith("Left as it is: Drop.")
    ask(desk.article, chief, "undo")
    desk.bid.refresh_from_db()
    assert desk.bid.decision is None


def test_only_ones_own_of_the_rest_is_taken_back(desk: Desk, chief: User, other: User) -> None:
    ask(desk.article, chief, "accept_rest")
    ask(desk.article, other, "reopen", f"s{desk.bid.pk}")
    ask(desk.article, other, "reject", f"s{desk.bid.pk}")
    ask(desk.article, chief, "undo")
    verdicts = dict(desk.article.suggestions.values_list("pk", "decision"))
    assert [verdicts[row.pk] for row in (desk.bid, desk.quote)] == ["rejected", None]
    assert Decision.objects.filter(action="pass").count() == 0


def test_who_followed_a_report_follows_it_again(desk: Desk, chief: User) -> None:
    ask(desk.article, chief, "accept", f"s{desk.bid.pk}")
    first = desk.article.reports.get()
    follower = make.ReportFactory(link=first.link, role="repeat", follows=first)
    for takes_back, again in (("undo", "redo"), ("reopen", "undo")):
        ask(desk.article, chief, takes_back, f"s{desk.bid.pk}" if takes_back == "reopen" else None)
        follower.refresh_from_db()
        assert follower.follows is None
        ask(desk.article, chief, again)
        follower.refresh_from_db()
        assert follower.follows == first
    ask(desk.article, chief, "undo")
    follower.refresh_from_db()
    follower.role = "origin"
    follower.save()
    ask(desk.article, chief, "redo")
    follower.refresh_from_db()
    assert follower.follows is None


def test_whence_he_leaves_is_not_changed_on_a_link_that_others_report_on(desk: Desk, chief: User) -> None:
    elsewhere = make.ReportFactory(link=link_of_the_bid(desk)).article
    key, lender = f"s{desk.bid.pk}", {"kind": "club", "id": desk.harbour.pk}
    ask(desk.article, chief, "edit", key, values={"loan_club": lender})
    with pytest.raises(EditorialError, match="Other articles report on Teo Marlin to Portwick"):
        ask(desk.article, chief, "accept", key)
    assert (desk.article.reports.count(), elsewhere.reports.get().link.loan_club) == (0, None)
    ask(desk.article, chief, "edit", key, values={"loan_club": None})
    ask(desk.article, chief, "accept", key)
    assert desk.article.reports.get().link == elsewhere.reports.get().link


def link_of_the_bid(desk: Desk) -> TransferLink:
    """The link that the card of the bid joins."""
    window = assumed_window(buyer=desk.portwick, seller=desk.rovers, at=desk.article.dated_at)
    made: TransferLink = make.TransferLinkFactory(
        player=desk.marlin, to_club=desk.portwick, from_club=desk.rovers, window=window
    )
    return made
