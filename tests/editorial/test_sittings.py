"""The history of an article by sittings."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rumours.editorial.reviewing import accept, undo
from rumours.editorial.sittings import sittings
from rumours.models import Article, Decision
from tests import factories as make

pytestmark = pytest.mark.django_db
TITLE = "Teo Marlin to Harbour Town"


class Desk:
    """One article and an editor; what he does is dated by the minute."""

    def __init__(self) -> None:
        self.article: Article = make.ArticleFactory()
        self.by: User = make.UserFactory(username="ana")

    def does(self, verb: str, minute: int = 0, *, sitting: str = "a", by: User | None = None, **more: Any) -> Decision:
        """A request to the desk."""
        asked = {"verb": verb, "title": more.pop("title", TITLE), "values": more.pop("values", {})}
        return self.decides(verb, minute, sitting=sitting, by=by, asked=asked, **more)

    def decides(
        self, action: str, minute: int = 0, *, sitting: str = "", by: User | None = None, **more: Any
    ) -> Decision:
        row = {"row_kind": "suggestion", "row_id": 1, **more}
        decision = Decision.objects.create(
            article=self.article, sitting=sitting, client_id=uuid4().hex, action=action, by=by or self.by, **row
        )
        Decision.objects.filter(pk=decision.pk).update(at=self.at(minute))
        return decision

    def at(self, minute: int) -> datetime:
        return make.DAY + timedelta(minutes=minute)

    @property
    def lines(self) -> list[str]:
        (sitting,) = sittings(self.article)
        return sitting.lines


@pytest.fixture
def desk() -> Desk:
    return Desk()


class TestGroups:
    def test_by_editor_and_sitting_the_newest_first(self, desk: Desk) -> None:
        bea = make.UserFactory(username="bea")
        desk.does("accept", 0)
        desk.does("reject", 1, sitting="b", by=bea)
        desk.does("reject", 5)
        assert [(row.who, row.since, row.until, row.lines) for row in sittings(desk.article)] == [
            ("ana", desk.at(0), desk.at(5), [f"accepted {TITLE}", f"rejected {TITLE}"]),
            ("bea", desk.at(1), desk.at(1), [f"rejected {TITLE}"]),
        ]

    def test_what_has_no_sitting_goes_by_the_pause(self, desk: Desk) -> None:
        for minute in (0, 29, 58, 89):
            desk.decides("reject", minute)
        desk.decides("reject", 60, by=make.UserFactory(username="bea"))
        assert [(row.who, row.until, len(row.lines)) for row in sittings(desk.article)] == [
            ("ana", desk.at(89), 1), ("bea", desk.at(60), 1), ("ana", desk.at(58), 3),
        ]  # fmt: skip

    def test_nothing_was_done(self, desk: Desk) -> None:
        desk.does("accept")
        assert sittings(make.ArticleFactory()) == []


class TestSentences:
    @pytest.mark.parametrize(
        ("verb", "more", "said"),
        [
            ("accept", {}, f"accepted {TITLE}"),
            (
                "accept",
                {"values": {"stage_group": "bid", "window": "2026-winter", "evidence": [[0, 4]]}},
                f"accepted {TITLE} with stage bid, window Winter 2026",
            ),
            ("reject", {}, f"rejected {TITLE}"),
            ("reopen", {}, f"reopened {TITLE}"),
            ("remove", {}, f"removed {TITLE}"),
            ("swap", {}, f"swapped from and to of {TITLE}"),
            ("repeat", {"values": {"report": 4}}, f"made {TITLE} a repeat"),
            ("repeat", {"values": {"report": None}}, f"made {TITLE} an origin again"),
            ("accept_rest", {"title": ""}, "accepted the rest"),
            ("accept_rest", {"title": "", "after": {"cards": ["s1", "s2"]}}, "accepted the rest (2)"),
            ("publish", {"title": ""}, "published the article"),
            ("drop", {"title": ""}, "dropped the article"),
            ("turn_round", {}, f"turn round: {TITLE}"),
        ],
        ids=str,
    )
    def test_of_what_the_desk_was_asked(self, desk: Desk, verb: str, more: dict[str, Any], said: str) -> None:
        desk.does(verb, **more)
        assert desk.lines == [said]

    @pytest.mark.parametrize(
        ("name", "before", "after", "said"),
        [
            ("stage_group", "talks", "bid", "stage talks → bid"),
            ("doubt", "none", "price", "doubt none → price"),
            ("free_agent", False, True, "free agent no → yes"),
            ("window", "", "2026-summer", "window nothing → Summer 2026"),
            ("to_club", None, {"kind": "club", "new": "Lakepool"}, "to nothing → Lakepool"),
            ("speaker", {"described": "His agent"}, None, "speaker His agent → nothing"),
            ("evidence", [[0, 4]], [[0, 9]], "the evidence"),
            (
                "fees",
                [],
                [{"what": "offer", "low": 30_000_000, "high": 35_000_000, "currency": "EUR"},
                 {"what": "wage", "low": 5, "high": 5, "currency": "GBP"}],
                "sums nothing → offer 30,000,000–35,000,000 EUR, wage 5 GBP",
            ),
        ],
    )  # fmt: skip
    def test_a_change_shows_both_values(self, desk: Desk, name: str, before: Any, after: Any, said: str) -> None:
        same = {"kind": "loan"}
        desk.does("edit", before={"values": {name: before, **same}}, after={"values": {name: after, **same}})
        assert desk.lines == [f"changed {said} of {TITLE}"]

    def test_rows_are_named_as_they_are_now(self, desk: Desk) -> None:
        club = make.ClubFactory(name="Harbour Town")
        before, after = {"kind": "club", "id": club.pk}, {"kind": "club", "id": club.pk + 1}
        desk.does("edit", before={"values": {"to_club": before}}, after={"values": {"to_club": after}})
        assert desk.lines == [f"changed to Harbour Town → somebody who is gone by now of {TITLE}"]

    def test_a_copy_names_the_article(self, desk: Desk) -> None:
        other = make.ArticleFactory(headline="Town bid for Marlin")
        desk.does("copy_tags", values={"article": other.pk})
        desk.does("copy_tags", values={"article": other.pk + 1})
        assert desk.lines == ["copied the tags of Town bid for Marlin", "copied the tags of another article"]

    def test_rows_entered_by_hand(self, desk: Desk) -> None:
        link = make.TransferLinkFactory(
            player=make.PlayerFactory(name="Teo Marlin"), to_club=make.ClubFactory(name="Harbour Town")
        )
        report = make.ReportFactory(article=desk.article, link=link, source=make.SourceFactory(name="Quayside Post"))
        quote = make.QuoteFactory(article=desk.article)
        desk.does("add_link", title="", row_kind="report", row_id=report.pk)
        desk.does("add_quote", title="", row_kind="quote", row_id=quote.pk)
        desk.does("add_name", title="", row_kind="mention", row_id=99)
        assert desk.lines == [
            f"added {TITLE} (Quayside Post)", "added the quote “He stays with us,”", "tagged what is gone by now",
        ]  # fmt: skip

    def test_undo_and_redo_tell_what_they_were_about(self, desk: Desk) -> None:
        done = desk.does("accept")
        taken = desk.does("undo", undoes=done)
        again = desk.does("redo", redoes=done)
        desk.does("undo", undoes=again)
        desk.does("redo", redoes=taken)
        assert desk.lines[1:] == [
            f"took back: accepted {TITLE}", f"did again: accepted {TITLE}", f"took back: accepted {TITLE}",
            f"did again: accepted {TITLE}",
        ]  # fmt: skip

    def test_names_that_came_along_are_told_with_it(self, desk: Desk) -> None:
        rows = [make.SuggestionFactory(article=desk.article, text=text) for text in ("Marlin", "Town", "Marlin")]
        for row in rows:
            desk.decides("accept", sitting="a", row_id=row.pk)
        desk.does("accept")
        desk.decides("undo", sitting="a", row_id=rows[0].pk)
        desk.does("reject")
        assert desk.lines == [f"accepted {TITLE}, with “Marlin”, “Town”", f"rejected {TITLE}"]

    def test_the_plain_forms_decide_one_by_one(self, desk: Desk) -> None:
        row = make.SuggestionFactory(article=desk.article)
        by = make.ChiefFactory()
        accept(row, by=by)
        undo(row, by=by)
        assert desk.lines == ["accepted “Milan”", "took back the decision on “Milan”"]

    def test_a_suggested_link_is_named_by_whom_it_is_about(self, desk: Desk) -> None:
        row = make.SuggestionFactory(article=desk.article, kind="link", player=None, player_name="Ole Sund")
        desk.decides("reject", row_id=row.pk)
        assert desk.lines == ["rejected Ole Sund to an unnamed club"]


def test_as_many_queries_for_much_as_for_little(desk: Desk) -> None:
    few = queries_after(desk, 1)
    assert queries_after(desk, 15) == few


def queries_after(desk: Desk, count: int) -> int:
    for number in range(count):
        player, link = make.PlayerFactory(), make.SuggestionFactory(article=desk.article, kind="link")
        values = {"values": {"player": {"kind": "player", "id": player.pk}}}
        done = desk.does("edit", title="", sitting=f"s{number}", before={"values": {}}, after=values, row_id=link.pk)
        desk.does("undo", sitting=f"s{number}", undoes=done)
        desk.decides("reject", row_kind="report", row_id=make.ReportFactory(article=desk.article).pk)
    with CaptureQueriesContext(connection) as seen:
        sittings(desk.article)
    return len(seen)
