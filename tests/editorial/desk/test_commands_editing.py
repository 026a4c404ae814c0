"""Changing cards at the desk: those that wait and those that are entered."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied

from rumours.editorial.desk.cards import card_of
from rumours.editorial.desk.commands import BadAsked, Stale
from rumours.editorial.errors import EditorialError, WrongState
from rumours.editorial.linking import link_for
from rumours.editorial.suggesting import suggest_for
from rumours.models import Decision, Report, TransferLink
from tests import factories as make
from tests.editorial.desk.asking import ask
from tests.editorial.desk.conftest import BID, SAID, Desk

pytestmark = pytest.mark.django_db


def club(row: Any) -> dict[str, Any]:
    return {"kind": "club", "id": row.pk}


def fields(desk: Desk, key: str, by: User) -> dict[str, Any]:
    card: Any = card_of(desk.article, key, by=by)
    return {name: field["value"] for name, field in card["fields"].items()}


def test_a_waiting_card_keeps_what_was_proposed(desk: Desk, chief: User) -> None:
    ask(desk.article, chief, "edit", f"s{desk.bid.pk}", values={"to_club": club(desk.harbour), "doubt": "price"})
    desk.bid.refresh_from_db()
    assert (desk.bid.to_club, desk.bid.doubt) == (desk.portwick, "none")
    shown = fields(desk, f"s{desk.bid.pk}", chief)
    assert (shown["to_club"], shown["doubt"]) == (club(desk.harbour), "price")
    kept = Decision.objects.get()
    assert (kept.action, kept.row_kind, kept.row_id) == ("edit", "suggestion", desk.bid.pk)
    assert kept.before == {"values": {"to_club": club(desk.portwick), "doubt": "none"}}
    assert kept.after == {"values": {"to_club": club(desk.harbour), "doubt": "price"}}
    assert (kept.asked["verb"], kept.asked["card"]) == ("edit", f"s{desk.bid.pk}")  # type: ignore[index]


def test_a_change_of_an_entered_card_moves_its_report_and_back(desk: Desk, chief: User) -> None:
    key = f"s{desk.bid.pk}"
    ask(desk.article, chief, "accept", key)
    before = fields(desk, key, chief)
    first = Report.objects.get().link
    ask(desk.article, chief, "edit", key, values={"to_club": club(desk.harbour), "window": "2027-winter"})
    report = Report.objects.get()
    assert (report.link.to_club, report.link.window.code, report.window_assumed) == (
        desk.harbour, "2027-winter", False,
    )  # fmt: skip
    assert TransferLink.objects.filter(pk=first.pk).count() == 0
    ask(desk.article, chief, "undo")
    assert fields(desk, key, chief) == before
    assert TransferLink.objects.count() == 1


def test_a_link_that_others_report_on_is_joined_and_left_but_never_rewritten(desk: Desk, chief: User) -> None:
    key = f"s{desk.bid.pk}"
    ask(desk.article, chief, "accept", key)
    link = Report.objects.get().link
    make.ReportFactory(link=link)
    with pytest.raises(EditorialError, match="Other articles report on"):
        ask(desk.article, chief, "edit", key, values={"from_club": None})
    ask(desk.article, chief, "edit", key, values={"to_club": None})
    link.refresh_from_db()
    assert (link.to_club, link.reports.count()) == (desk.portwick, 1)
    other = desk.article.reports.get().link
    assert (other.to_club, other.player) == (None, desk.marlin)
    ask(desk.article, chief, "undo")
    assert desk.article.reports.get().link == link
    assert TransferLink.objects.count() == 1


def test_swapped_are_from_and_to_waiting_or_entered(desk: Desk, chief: User) -> None:
    key = f"s{desk.bid.pk}"
    ask(desk.article, chief, "swap", key)
    shown = fields(desk, key, chief)
    assert (shown["from_club"], shown["to_club"]) == (club(desk.portwick), club(desk.rovers))
    ask(desk.article, chief, "accept", key)
    ask(desk.article, chief, "swap", key)
    link = Report.objects.get().link
    assert (link.from_club, link.to_club) == (desk.rovers, desk.portwick)


def test_what_it_repeats_is_set_at_once_and_taken_away(desk: Desk, chief: User) -> None:
    winter = make.WindowFactory(code="2026-winter")
    link = link_for(player=desk.marlin, to_club=desk.portwick, window=winter, by=chief)[0]
    earlier = make.ReportFactory(link=link)
    key = f"s{desk.bid.pk}"
    ask(desk.article, chief, "repeat", key, values={"report": earlier.pk})
    ask(desk.article, chief, "accept", key)
    report = desk.article.reports.get()
    assert (report.role, report.follows, report.link) == ("repeat", earlier, link)
    ask(desk.article, chief, "repeat", key, values={"report": None})
    report = desk.article.reports.get()
    assert (report.role, report.follows) == ("origin", None)
    with pytest.raises(EditorialError, match="no longer there"):
        ask(desk.article, chief, "repeat", key, values={"report": 10**9})


def test_evidence_moves(desk: Desk, chief: User) -> None:
    key = f"s{desk.bid.pk}"
    end = BID.index(" for")
    ask(desk.article, chief, "edit", key, values={"evidence": [[0, end + 1]]})
    ask(desk.article, chief, "accept", key)
    report = desk.article.reports.get()
    assert report.text == BID[:end]
    desk.bid.refresh_from_db()
    assert desk.bid.decision == "edited"
    ask(desk.article, chief, "edit", key, values={"evidence": [[0, len(BID)]]})
    assert desk.article.reports.get().text == BID
    with pytest.raises(EditorialError, match="There are no words"):
        ask(desk.article, chief, "edit", key, values={"evidence": [[0, 10**6]]})


def test_a_quote_gets_another_speaker_and_words(desk: Desk, chief: User) -> None:
    key, start = f"s{desk.quote.pk}", desk.article.body.index(SAID)
    ask(desk.article, chief, "accept", key)
    values = {
        "speaker": {"kind": "player", "id": desk.marlin.pk}, "stance": "against",
        "evidence": [[start, start + 2], [start + 3, start + 8]],
    }  # fmt: skip
    ask(desk.article, chief, "edit", key, values=values)
    quote = desk.article.quotes.get()
    assert (quote.speaker_name, quote.stance, quote.words) == ("Teo Marlin", "against", "He … stays")
    ask(desk.article, chief, "undo")
    quote = desk.article.quotes.get()
    assert (quote.speaker_name, quote.stance, quote.words) == ("Abel Quist", "neutral", SAID)


def test_a_tagged_name_means_somebody_else(desk: Desk, chief: User) -> None:
    key = f"s{desk.name_of_marlin.pk}"
    ask(desk.article, chief, "accept", key)
    assert [tag.subject for tag in desk.article.mentions.with_subjects()] == [desk.marlin] * 2
    person = {"subject": {"kind": "person", "id": desk.quist.pk}, "role": "director", "club": club(desk.rovers)}
    ask(desk.article, chief, "edit", key, values=person)
    tags = [(tag.subject, tag.role, tag.club_then) for tag in desk.article.mentions.with_subjects()]
    assert tags == [(desk.quist, "director", desk.rovers)] * 2
    ask(desk.article, chief, "undo")
    assert [(tag.subject, tag.role) for tag in desk.article.mentions.with_subjects()] == [(desk.marlin, "")] * 2


def test_an_ending_goes_with_its_report(desk: Desk, chief: User, contributor: User) -> None:
    key = f"s{desk.bid.pk}"
    with pytest.raises(PermissionDenied):
        ask(desk.article, contributor, "edit", key, values={"ending": "stayed"})
    ask(desk.article, chief, "edit", key, values={"ending": "stayed"})
    ask(desk.article, chief, "accept", key)
    assert Report.objects.get().link.set_ending == "stayed"
    ask(desk.article, chief, "edit", key, values={"to_club": club(desk.harbour)})
    assert [(link.to_club, link.set_ending) for link in TransferLink.objects.all()] == [(desk.harbour, "stayed")]
    ask(desk.article, chief, "undo")
    ask(desk.article, chief, "undo")
    assert TransferLink.objects.count() == 0


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({}, "Nothing was changed"),
        ({"player": {"kind": "player", "id": 10**9}}, "This player is no longer there"),
        ({"via": {"kind": "source", "id": 10**9}}, "This source is no longer there"),
    ],
)
def test_what_cannot_be_is_refused(values: Any, message: str, desk: Desk, chief: User) -> None:
    with pytest.raises(EditorialError, match=message):
        ask(desk.article, chief, "edit", f"s{desk.bid.pk}", values=values)
    assert Decision.objects.count() == 0


def test_fields_of_another_kind_of_card_are_no_request(desk: Desk, chief: User) -> None:
    with pytest.raises(BadAsked) as caught:
        ask(desk.article, chief, "edit", f"s{desk.quote.pk}", values={"window": "2026-summer"})
    assert caught.value.field == "values"


def test_a_rejected_card_is_reopened_first(desk: Desk, chief: User) -> None:
    ask(desk.article, chief, "reject", f"s{desk.bid.pk}")
    with pytest.raises(WrongState, match="reopen it first"):
        ask(desk.article, chief, "edit", f"s{desk.bid.pk}", values={"doubt": "price"})


def test_a_stale_write_is_refused_with_who_did_what(desk: Desk, chief: User, contributor: User) -> None:
    key = f"s{desk.bid.pk}"
    seen: Any = card_of(desk.article, key, by=contributor)
    ask(desk.article, chief, "edit", key, values={"stage_group": "agreed"})
    with pytest.raises(Stale, match=r"^Cara Lunde changed this card at ..:.. UTC after you had seen it$") as caught:
        ask(desk.article, contributor, "edit", key, values={"stage_group": "talks"}, version=seen["version"])
    card: Any = caught.value.card
    assert card["fields"]["stage_group"]["value"] == "agreed"
    assert Decision.objects.count() == 1


def test_a_changed_card_outlasts_a_new_run_of_the_tagger(desk: Desk, chief: User) -> None:
    ask(desk.article, chief, "edit", f"s{desk.bid.pk}", values={"doubt": "price"})
    ask(desk.article, chief, "edit", f"s{desk.talks.pk}", values={"doubt": "price"})
    ask(desk.article, chief, "undo")
    suggest_for(desk.article, by=chief)
    assert fields(desk, f"s{desk.bid.pk}", chief)["doubt"] == "price"
    links = desk.article.suggestions.filter(kind="link", player=desk.marlin)
    assert [row.pk for row in links] == [desk.bid.pk]
    assert not desk.article.suggestions.filter(pk__in=[desk.talks.pk, desk.quote.pk]).exists()
