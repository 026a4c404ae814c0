"""One request, one decision: repeats, other people's cards, what is done to an article as a whole, and its cost."""

from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rumours.editorial.desk.cards import card_of, state_of
from rumours.editorial.desk.commands import Asked, Stale, do
from rumours.editorial.errors import EditorialError, WrongState
from rumours.editorial.suggesting import suggest_for
from rumours.models import Article, Club, Decision, Mention, Player, Report, Visit
from tests import factories as make
from tests.editorial.desk.asking import ask
from tests.editorial.desk.conftest import BODY, SAID, TALKS, Desk

pytestmark = pytest.mark.django_db


def place(desk: Desk, words: str) -> list[list[int]]:
    start = desk.article.body.index(words)
    return [[start, start + len(words)]]


def test_a_known_request_is_answered_and_not_done_again(desk: Desk, chief: User) -> None:
    key = f"s{desk.bid.pk}"
    ask(desk.article, chief, "accept", key, client_id="one")
    outcome = ask(desk.article, chief, "accept", key, client_id="one", version="0" * 12)
    assert (outcome.is_repeat, outcome.focus) == (True, key)
    assert (Report.objects.count(), Decision.objects.filter(asked__isnull=False).count()) == (1, 1)


def test_a_number_used_by_another_or_for_another_article_is_refused(desk: Desk, chief: User) -> None:
    ask(desk.article, chief, "skip", client_id="one")
    other: Any = make.ChiefFactory()
    with pytest.raises(EditorialError, match="used for another"):
        ask(desk.article, other, "skip", client_id="one")
    with pytest.raises(EditorialError, match="used for another"):
        ask(make.ArticleFactory(), chief, "skip", client_id="one")
    assert Decision.objects.count() == 1


def test_who_may_not_decide_is_refused(desk: Desk) -> None:
    with pytest.raises(PermissionDenied):
        ask(desk.article, make.UserFactory(), "skip")


@pytest.mark.parametrize("key", ["s999999999", "r4", "q4", "m4"])
def test_a_card_that_is_gone_is_told(key: str, desk: Desk, chief: User) -> None:
    with pytest.raises(Stale, match="it is gone") as caught:
        ask(desk.article, chief, "reject", key, version="0" * 12)
    assert caught.value.card is None


def test_an_edit_of_a_suggestion_that_a_new_run_replaced_is_still_taken_back(desk: Desk, chief: User) -> None:
    ask(desk.article, chief, "edit", f"s{desk.bid.pk}", values={"doubt": "price"})
    suggest_for(desk.article, by=chief)
    ask(desk.article, chief, "undo")
    with pytest.raises(WrongState, match="nothing of yours"):
        ask(desk.article, chief, "undo")


def test_each_takes_back_his_own(desk: Desk, chief: User, contributor: User) -> None:
    ask(desk.article, chief, "reject", f"s{desk.bid.pk}")
    ask(desk.article, contributor, "reject", f"s{desk.talks.pk}")
    ask(desk.article, chief, "undo")
    verdicts = dict(desk.article.suggestions.values_list("pk", "decision"))
    assert [verdicts[row.pk] for row in (desk.bid, desk.talks)] == [None, "rejected"]


def test_one_decision_a_request_and_no_history_of_the_article(desk: Desk, chief: User) -> None:
    history, version = desk.article.history.count(), desk.article.version
    bid, name = f"s{desk.bid.pk}", {"subject": {"kind": "person", "id": desk.quist.pk}}
    asked: list[tuple[str, str | None, Any]] = [
        ("edit", bid, {"doubt": "price"}),
        ("swap", bid, {}),
        ("swap", bid, {}),
        ("accept", bid, {}),
        ("edit", bid, {"stage_group": "talks"}),
        ("reopen", bid, {}),
        ("reject", bid, {}),
        ("add_name", None, {**name, "evidence": place(desk, "Abel Quist")}),
        ("accept_rest", None, {}),
        ("undo", None, {}),
        ("undo", None, {}),
        ("redo", None, {}),
        ("skip", None, {}),
    ]
    for number, (verb, key, values) in enumerate(asked, start=1):
        ask(desk.article, chief, verb, key, values=values)
        assert Decision.objects.filter(asked__isnull=False).count() == number, verb
        assert set(Decision.objects.values_list("sitting", flat=True)) == {"one"}
    desk.article.refresh_from_db()
    assert (desk.article.history.count(), desk.article.version) == (history, version)


def test_the_rest_is_accepted_but_what_may_mean_several(desk: Desk, chief: User) -> None:
    namesake = desk.suggest("Paulinho", "player", player=desk.paulinho)
    namesake.alternatives.create(slot="player", player=desk.namesake, rank=1)
    unstaged = desk.link(TALKS, player=desk.marlin, to_club=desk.harbour, stage_group="")
    ask(desk.article, chief, "reject", f"s{desk.talks.pk}")
    outcome = ask(desk.article, chief, "accept_rest")
    assert outcome.say == "Accepted 3 cards. 2 wait for you."
    assert [report.link.player for report in Report.objects.all()] == [desk.marlin]
    assert Player.objects.get(name="Oskar Vinde").is_stub
    for row in (namesake, unstaged):
        row.refresh_from_db()
        assert row.decision is None
    ask(desk.article, chief, "undo")
    assert (Report.objects.count(), desk.article.quotes.count(), Mention.objects.count()) == (0, 0, 0)
    assert Player.objects.filter(name="Oskar Vinde").count() == 0


def test_only_what_was_seen_is_accepted_with_the_rest(desk: Desk, chief: User) -> None:
    card: Any = card_of(desk.article, f"s{desk.quote.pk}", by=chief)
    ask(desk.article, chief, "accept_rest", values={"cards": {card["key"]: card["version"]}})
    assert (Report.objects.count(), desk.article.quotes.count()) == (0, 1)


def test_what_changed_after_it_was_seen_is_not_accepted_with_the_rest(desk: Desk, chief: User) -> None:
    card: Any = card_of(desk.article, f"s{desk.bid.pk}", by=chief)
    ask(desk.article, chief, "edit", card["key"], values={"doubt": "price"})
    ask(desk.article, chief, "accept_rest", values={"cards": {card["key"]: card["version"]}})
    assert Report.objects.count() == 0


def test_what_is_entered_by_hand(desk: Desk, chief: User) -> None:
    link = {
        "player": {"kind": "player", "new": "Oto Brandt"}, "to_club": {"kind": "club", "new": "Kell United"},
        "evidence": place(desk, TALKS), "fees": [{"what": "offer", "low": 5}],
    }  # fmt: skip
    added = ask(desk.article, chief, "add_link", values=link)
    report = desk.article.reports.get()
    assert added.focus == f"r{report.pk}"
    buyer: Any = report.link.to_club
    assert (report.link.player.is_stub, buyer.is_stub, buyer.association) == (True, True, "")
    assert (report.stage_group, report.text, report.window_assumed) == ("interest", TALKS, True)
    said = {"speaker": {"described": "A friend"}, "evidence": place(desk, SAID)}
    quote = ask(desk.article, chief, "add_quote", values=said)
    assert quote.focus == f"q{desk.article.quotes.get().pk}"
    name = {"subject": {"kind": "person", "id": desk.quist.pk}, "role": "coach", "evidence": place(desk, "Abel Quist")}
    tag = ask(desk.article, chief, "add_name", values=name)
    assert tag.focus == f"m{desk.article.mentions.get().pk}"
    with pytest.raises(EditorialError, match="tagged already"):
        ask(desk.article, chief, "add_name", values=name)
    for key in (added.focus, quote.focus, tag.focus):
        ask(desk.article, chief, "remove", key)
    assert (Report.objects.count(), desk.article.quotes.count(), Mention.objects.count()) == (0, 0, 0)
    assert (Player.objects.filter(is_stub=True).count(), Club.objects.filter(is_stub=True).count()) == (0, 0)


def test_what_was_suggested_is_not_removed(desk: Desk, chief: User) -> None:
    ask(desk.article, chief, "accept", f"s{desk.bid.pk}")
    with pytest.raises(EditorialError, match="reject it"):
        ask(desk.article, chief, "remove", f"s{desk.bid.pk}")


def test_dropped_skipped_and_brought_back(desk: Desk, chief: User) -> None:
    ask(desk.article, chief, "skip")
    assert Visit.objects.get().skipped_at is not None
    ask(desk.article, chief, "drop")
    assert desk.article.status == "dropped"
    with pytest.raises(WrongState, match="is dropped"):
        ask(desk.article, chief, "accept", f"s{desk.bid.pk}")
    ask(desk.article, chief, "undo")
    ask(desk.article, chief, "undo")
    assert (desk.article.status, Visit.objects.get().skipped_at) == ("draft", None)
    ask(desk.article, chief, "redo")
    ask(desk.article, chief, "redo")
    assert desk.article.status == "dropped"


def test_tags_of_the_same_text_are_copied_and_taken_back(desk: Desk, chief: User) -> None:
    twin: Article = make.ArticleFactory(body=BODY)
    ask(desk.article, chief, "accept", f"s{desk.bid.pk}")
    said = ask(twin, chief, "copy_tags", values={"article": desk.article.pk})
    assert said.say == "Copied 1 links, 0 quotes and 3 names."
    assert twin.reports.count() == 1
    ask(twin, chief, "undo")
    assert (twin.reports.count(), twin.mentions.count()) == (0, 0)
    with pytest.raises(EditorialError, match="no longer there"):
        ask(twin, chief, "copy_tags", values={"article": 10**9})


def test_other_cards_cost_no_queries(chief: User) -> None:
    counts = []
    make.WindowFactory(code="2026-winter")
    for others in (1, 3, 6):
        desk = Desk()
        for number in range(others):
            desk.suggest(("Abel", "Quist", "Rovers", "summer", "move", "talks")[number], "club", club=desk.rovers)
        card: Any = card_of(desk.article, f"s{desk.bid.pk}", by=chief)
        asked = Asked.parse(
            {"client_id": uuid4().hex, "verb": "accept", "card": card["key"], "version": card["version"]}
        )
        with CaptureQueriesContext(connection) as queries:
            do(desk.article, asked, by=chief)
        counts.append(len(queries))
    assert counts[0] == counts[1] == counts[2]
    assert counts[0] <= 102


@pytest.mark.parametrize(
    ("verb", "values", "most"),
    [("reject", {}, 40), ("edit", {"doubt": "price"}, 40), ("undo", {}, 30), ("publish", {}, 80)],
)
def test_no_verb_costs_more_than_this(verb: str, values: Any, most: int, desk: Desk, chief: User) -> None:
    ask(desk.article, chief, "reject", f"s{desk.quote.pk}")
    key = f"s{desk.bid.pk}" if verb in ("reject", "edit") else None
    card: Any = card_of(desk.article, key, by=chief) if key else {}
    asked = Asked.parse({"client_id": "x", "verb": verb, "card": key, "version": card.get("version"), "values": values})
    with CaptureQueriesContext(connection) as queries:
        do(desk.article, asked, by=chief)
    assert len(queries) <= most


def test_a_plain_name_that_was_changed_is_published_as_it_was_changed(desk: Desk, chief: User) -> None:
    somebody = {"subject": {"kind": "person", "id": desk.quist.pk}}
    ask(desk.article, chief, "edit", f"s{desk.name_of_marlin.pk}", values=somebody)
    ask(desk.article, chief, "publish")
    named = {(tag.text, str(tag.subject)) for tag in desk.article.mentions.with_subjects()}
    assert named == {("Teo Marlin", "Abel Quist"), ("Portwick", "Portwick")}


def test_what_undo_would_take_back_has_its_name(desk: Desk, chief: User) -> None:
    values = {"player": {"kind": "player", "id": desk.paulinho.pk}, "evidence": place(desk, TALKS)}
    ask(desk.article, chief, "add_link", values=values)
    assert state_of(desk.article, by=chief)["undo"] == "Add Paulinho to an unnamed club"
    ask(desk.article, chief, "edit", f"s{desk.bid.pk}", values={"doubt": "price"})
    assert state_of(desk.article, by=chief)["undo"] == "Change doubt: Teo Marlin to Portwick"
    ask(desk.article, chief, "undo")
    assert state_of(desk.article, by=chief)["redo"] == "Change doubt: Teo Marlin to Portwick"


def test_a_name_tagged_by_hand_gets_the_key_of_whom_it_means_then(desk: Desk, chief: User) -> None:
    for words, row in (("Abel Quist", desk.quist), ("Rovers", desk.rovers)):
        kind = row._meta.model_name
        values = {"subject": {"kind": kind, "id": row.pk}, "evidence": place(desk, words)}
        last = ask(desk.article, chief, "add_name", values=values)
    first, later = desk.article.mentions.get(text="Abel Quist"), desk.article.mentions.filter(text="Rovers")
    assert last.focus == f"m{later[0].pk}"
    club = {"subject": {"kind": "club", "id": desk.rovers.pk}}
    assert ask(desk.article, chief, "edit", f"m{first.pk}", values=club).focus == f"m{later[0].pk}"
    ask(desk.article, chief, "undo")
    assert desk.article.mentions.get(text="Abel Quist").subject == desk.quist


@pytest.mark.parametrize("verb", ["reopen", "accept", "reject"])
def test_what_was_entered_by_hand_is_no_suggestion_of_the_same_number(verb: str, desk: Desk, chief: User) -> None:
    values = {"subject": {"kind": "person", "id": desk.quist.pk}, "evidence": place(desk, "Abel Quist")}
    key = ask(desk.article, chief, "add_name", values=values).focus
    pk = int((key or "")[1:])
    twin = desk.article.suggestions.filter(pk=pk).first() or desk.suggest("Rovers", "club", pk=pk, club=desk.rovers)
    ask(desk.article, chief, "reject", f"s{twin.pk}")
    with pytest.raises(EditorialError):
        ask(desk.article, chief, verb, key)
    twin.refresh_from_db()
    assert twin.decision == "rejected"


def test_a_name_changed_and_reopened_is_taken_back_with_all_its_tags(desk: Desk, chief: User) -> None:
    key = f"s{desk.name_of_marlin.pk}"
    ask(desk.article, chief, "accept", f"s{desk.bid.pk}")
    ask(desk.article, chief, "edit", key, values={"subject": {"kind": "person", "id": desk.quist.pk}})
    ask(desk.article, chief, "reopen", key)
    for _ in range(3):
        ask(desk.article, chief, "undo")
    assert Mention.objects.count() == 0
