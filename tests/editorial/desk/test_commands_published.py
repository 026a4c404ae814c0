"""What readers have seen is corrected with a public note, or not at all."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied

from rumours.editorial.desk.commands import NoteNeeded, Stale
from rumours.editorial.errors import NotReady, WrongState
from rumours.models import Article, Correction, Decision, Mention, OldAddress, Report
from tests import factories as make
from tests.editorial.desk.asking import ask
from tests.editorial.desk.conftest import BID, SAID, TALKS, Desk

pytestmark = pytest.mark.django_db
NOTE = "The fee was another."


@pytest.fixture
def shown(desk: Desk, chief: User) -> Desk:
    """With its bid and its quote entered, published."""
    ask(desk.article, chief, "accept", f"s{desk.bid.pk}")
    ask(desk.article, chief, "accept", f"s{desk.quote.pk}")
    ask(desk.article, chief, "publish")
    return desk


def place(desk: Desk, words: str) -> list[list[int]]:
    start = desk.article.body.index(words)
    return [[start, start + len(words)]]


def test_publishing_tags_the_plain_names_but_those_rejected(desk: Desk, chief: User) -> None:
    ask(desk.article, chief, "reject", f"s{desk.name_of_portwick.pk}")
    outcome = ask(desk.article, chief, "publish")
    assert outcome.say == "Published; 4 cards stay open."
    assert desk.article.status == "published"
    assert {tag.text for tag in desk.article.mentions.all()} == {"Teo Marlin"}
    last = Decision.objects.get(action="publish")
    assert (last.asked["verb"], last.after) == ("publish", {"names": [desk.name_of_marlin.pk]})  # type: ignore[index]
    with pytest.raises(WrongState, match="nothing of yours"):
        for _ in range(3):
            ask(desk.article, chief, "undo", note=NOTE)


def test_what_is_not_ready_is_not_published_and_nothing_is_tagged(desk: Desk, chief: User) -> None:
    Article.objects.filter(pk=desk.article.pk).update(headline=" ")
    with pytest.raises(NotReady) as caught:
        ask(desk.article, chief, "publish")
    assert [blocker.message for blocker in caught.value.blockers] == ["The article has no headline"]
    assert (Mention.objects.count(), Decision.objects.count()) == (0, 0)


def test_a_contributor_neither_publishes_nor_changes_what_is_published(shown: Desk, contributor: User) -> None:
    other = make.ArticleFactory()
    with pytest.raises(PermissionDenied):
        ask(other, contributor, "publish")
    with pytest.raises(PermissionDenied):
        ask(shown.article, contributor, "edit", f"s{shown.bid.pk}", values={"doubt": "price"}, note=NOTE)


@pytest.mark.parametrize("verb", ["edit", "undo", "reopen", "add_link", "add_quote", "add_name"])
def test_without_a_note_nothing_that_readers_see_is_changed(verb: str, shown: Desk, chief: User) -> None:
    before = Decision.objects.count()
    player = {"player": {"kind": "player", "id": shown.paulinho.pk}, "evidence": place(shown, TALKS)}
    values: Any = {
        "edit": {"doubt": "price"},
        "add_link": player,
        "add_quote": {"speaker": {"described": "A friend"}, "evidence": place(shown, "Oskar Vinde")},
        "add_name": {"subject": {"kind": "person", "id": shown.quist.pk}, "evidence": place(shown, "Abel Quist")},
    }.get(verb, {})
    key = f"s{shown.bid.pk}" if verb in ("edit", "reopen") else None
    with pytest.raises(NoteNeeded, match="Readers have seen"):
        ask(shown.article, chief, verb, key, values=values)
    assert Decision.objects.count() == before
    ask(shown.article, chief, verb, key, values=values, note=NOTE)
    assert Correction.objects.filter(note=NOTE).count() >= 1
    assert Decision.objects.filter(asked__isnull=False).count() == 4


def test_a_change_succeeds_the_report_and_undo_succeeds_it_again(shown: Desk, chief: User) -> None:
    first = shown.article.reports.standing().get()
    ask(shown.article, chief, "edit", f"s{shown.bid.pk}", values={"doubt": "price"}, note=NOTE)
    second = shown.article.reports.standing().get()
    assert (second.doubt, second.succeeds, second.suggestion) == ("price", first, shown.bid)
    ask(shown.article, chief, "undo", note="It was right.")
    third = shown.article.reports.standing().get()
    assert (third.doubt, third.succeeds) == ("none", second)
    assert list(Correction.objects.order_by("pk").values_list("note", flat=True)) == [NOTE, "It was right."]
    ask(shown.article, chief, "redo", note=NOTE)
    assert shown.article.reports.standing().get().doubt == "price"


def test_a_correction_of_what_was_entered_by_hand_is_taken_back_and_done_again(shown: Desk, chief: User) -> None:
    values: Any = {"player": {"kind": "player", "id": shown.paulinho.pk}, "evidence": place(shown, TALKS)}
    ask(shown.article, chief, "add_link", values=values, note=NOTE)
    by_hand = shown.article.reports.standing().get(suggestion=None)
    ask(shown.article, chief, "edit", f"r{by_hand.pk}", values={"doubt": "price"}, note=NOTE)
    for verb, doubt in (("undo", "none"), ("redo", "price"), ("undo", "none"), ("redo", "price")):
        ask(shown.article, chief, verb, note=NOTE)
        assert shown.article.reports.standing().get(suggestion=None).doubt == doubt


def test_a_link_left_by_its_last_report_leads_to_where_that_went(shown: Desk, chief: User) -> None:
    old = shown.article.reports.get().link
    to = {"to_club": {"kind": "club", "id": shown.harbour.pk}}
    ask(shown.article, chief, "edit", f"s{shown.bid.pk}", values=to, note=NOTE)
    new = shown.article.reports.standing().get().link
    assert OldAddress.objects.target_of("transferlink", str(old.pk)) == new.pk
    ask(shown.article, chief, "undo", note=NOTE)
    assert [(row.old, row.target_id) for row in OldAddress.objects.all()] == [(str(new.pk), old.pk)]


def test_a_card_taken_back_is_withdrawn_and_entered_again(shown: Desk, chief: User) -> None:
    link = Report.objects.get().link
    ask(shown.article, chief, "reopen", f"s{shown.bid.pk}", note=NOTE)
    link.refresh_from_db()
    assert (shown.article.reports.standing().count(), link.is_public) == (0, False)
    old = Report.objects.get()
    assert (old.withdrawn_why, old.withdrawn_by) == (NOTE, chief)
    ask(shown.article, chief, "undo", note="It stands.")
    report = shown.article.reports.standing().get()
    link.refresh_from_db()
    assert (report.text, report.succeeds, report.link, link.is_public) == (BID, old, link, True)
    ask(shown.article, chief, "redo", note=NOTE)
    assert shown.article.reports.standing().count() == 0


def test_undo_goes_past_publishing_with_a_note(shown: Desk, chief: User) -> None:
    ask(shown.article, chief, "undo", note=NOTE)
    quote = shown.article.quotes.get()
    assert (quote.withdrawn_why, shown.article.status) == (NOTE, "published")
    ask(shown.article, chief, "redo", note=NOTE)
    again = shown.article.quotes.get()
    assert (again.pk, again.withdrawn_at, again.text) == (quote.pk, None, SAID)


def test_what_was_entered_by_hand_is_withdrawn_and_entered_again(shown: Desk, chief: User) -> None:
    values: Any = {"player": {"kind": "player", "id": shown.paulinho.pk}, "evidence": place(shown, TALKS)}
    added = ask(shown.article, chief, "add_link", values=values, note=NOTE)
    report = Report.objects.get(pk=int((added.focus or "")[1:]))
    assert report.shown_from is not None
    ask(shown.article, chief, "remove", added.focus, note=NOTE)
    report.refresh_from_db()
    assert report.withdrawn_why == NOTE
    ask(shown.article, chief, "undo", note=NOTE)
    again = shown.article.reports.standing().get(text=TALKS)
    assert again.succeeds == report
    ask(shown.article, chief, "edit", f"r{again.pk}", values={"doubt": "price"}, note=NOTE)
    with pytest.raises(Stale, match="it is gone"):
        ask(shown.article, chief, "remove", f"r{report.pk}", version="0" * 12, note=NOTE)


def test_rejecting_and_changing_what_waits_needs_no_note(shown: Desk, chief: User) -> None:
    ask(shown.article, chief, "edit", f"s{shown.talks.pk}", values={"doubt": "price"})
    ask(shown.article, chief, "reject", f"s{shown.talks.pk}")
    ask(shown.article, chief, "undo")
    ask(shown.article, chief, "accept", f"s{shown.talks.pk}")
    assert shown.article.reports.standing().count() == 2
