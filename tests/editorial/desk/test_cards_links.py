"""Cards of suggested links: what the text says, what is looked up, what is assumed."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.contrib.auth.models import User

from rumours.choices import SuggestionSlot
from rumours.editorial.desk.cards import state_of
from rumours.editorial.reviewing import accept_link, reject
from rumours.models import Suggestion, SuggestionAlternative
from tests import factories as make
from tests.editorial.desk.conftest import BID, TALKS, Desk

pytestmark = pytest.mark.django_db
CardFor = Callable[[Suggestion], dict[str, Any]]


def values(card: dict[str, Any]) -> dict[str, Any]:
    return {name: field["value"] for name, field in card["fields"].items()}


def ref(row: Any) -> dict[str, Any]:
    return {"kind": row._meta.model_name, "id": row.pk}


def test_it_shows_what_was_proposed(desk: Desk, card_for: CardFor) -> None:
    card = card_for(desk.bid)
    assert values(card) == {
        "player": ref(desk.marlin), "from_club": ref(desk.rovers), "loan_club": None, "to_club": ref(desk.portwick),
        "free_agent": False, "source": ref(desk.post), "via": None, "claimant": None, "window": "",
        "stage_group": "bid", "stage": "bid made", "kind": "permanent", "doubt": "none",
        "fees": [{"what": "offer", "low": 20_000_000, "high": 20_000_000, "currency": "EUR"}],
        "ending": "", "role": "origin", "follows": None,
    }  # fmt: skip
    assert (card["title"], card["words"], card["edited"]) == ("Teo Marlin to Portwick", BID, [])
    assert card["fields"]["fees"]["label"] == "offer €20m"
    assert card["fields"]["player"]["hint"] == "born 2001, Centre-Back, Norway"


def test_a_window_that_is_not_named_is_assumed_for_the_buyer(desk: Desk, card_for: CardFor) -> None:
    window = card_for(desk.bid)["fields"]["window"]
    assert (window["value"], window["label"], window["assumed"]) == ("", "Winter 2026", True)
    make.WindowSpanFactory(association="England", closes_at=datetime(2026, 1, 9, tzinfo=UTC))
    assert card_for(desk.bid)["fields"]["window"]["label"] == "Summer 2026"
    named = card_for(desk.talks)["fields"]["window"]
    assert (named["value"], named["label"], named["assumed"]) == ("2026-summer", "Summer 2026", False)


def test_the_publisher_is_the_source_where_none_is_credited(desk: Desk, card_for: CardFor) -> None:
    source = card_for(desk.talks)["fields"]["source"]
    assert (source["value"], source["assumed"]) == (ref(desk.article.publisher), True)


def test_he_leaves_the_club_of_his_spell_on_the_day_of_the_article(desk: Desk, card_for: CardFor) -> None:
    day = desk.article.dated_at.date()
    make.PlayerSpellFactory(player=desk.paulinho, club=desk.portwick, until=day)
    here = make.PlayerSpellFactory(player=desk.paulinho, since=day)
    make.PlayerSpellFactory(player=desk.namesake)
    leaves = card_for(desk.talks)["fields"]["from_club"]
    assert (leaves["value"], leaves["label"], leaves["assumed"]) == (ref(here.club), here.club.name, True)


def test_a_loanee_leaves_his_owner_and_the_word_of_the_text_goes_before_a_spell(desk: Desk, card_for: CardFor) -> None:
    owner = make.ClubFactory(name="Owners")
    make.PlayerSpellFactory(player=desk.paulinho, club=desk.rovers, on_loan_from=owner)
    make.PlayerSpellFactory(player=desk.marlin, club=owner)
    loan = card_for(desk.talks)["fields"]
    assert (loan["from_club"]["value"], loan["loan_club"]["value"]) == (ref(owner), ref(desk.rovers))
    said = card_for(desk.bid)["fields"]["from_club"]
    assert (said["value"], said["assumed"]) == (ref(desk.rovers), False)


def test_an_ambiguous_name_shows_all_whom_it_may_mean(desk: Desk, card_for: CardFor) -> None:
    player = card_for(desk.talks)["fields"]["player"]
    assert player["value"] == ref(desk.paulinho)
    assert player["options"] == [
        {"value": ref(desk.paulinho), "label": "Paulinho", "hint": "Centre-Back, Brazil"},
        {"value": ref(desk.namesake), "label": "Paulinho", "hint": "Centre-Back, Portugal"},
    ]
    assert card_for(desk.bid)["fields"]["player"]["options"] == []


class TestANewName:
    @pytest.fixture
    def row(self, desk: Desk) -> Suggestion:
        desk.talks.player, desk.talks.player_name = None, "Oskar Vinde"
        desk.talks.save()
        SuggestionAlternative.objects.all().delete()
        return desk.talks

    def test_it_is_new_with_what_the_text_says_of_him(self, row: Suggestion, card_for: CardFor) -> None:
        player = card_for(row)["fields"]["player"]
        assert (player["value"], player["is_new"]) == ({"kind": "player", "new": "Oskar Vinde"}, True)
        assert (player["label"], player["hint"]) == ("Oskar Vinde", "Centre-Back, Denmark")

    def test_it_is_known_once_one_row_bears_it(self, row: Suggestion, card_for: CardFor) -> None:
        make.PlayerFactory(name="Oskar Vinder")
        make.PlayerFactory(name="Oskar Vinde", section="women")
        make.PlayerAliasFactory(name="Óskar Vinde", player=(known := make.PlayerFactory(name="O. Vinde Holm")))
        card = card_for(row)
        player = card["fields"]["player"]
        assert (player["value"], player["is_new"], player["options"]) == (ref(known), False, [])
        assert card["edited"] == []

    def test_several_bearers_are_alternatives(self, row: Suggestion, card_for: CardFor) -> None:
        less = make.PlayerFactory(name="Oskar Vinde")
        more = make.PlayerFactory(name="Oskar Vinde", link_count=3)
        player = card_for(row)["fields"]["player"]
        assert player["value"] == ref(more)
        assert [one["value"] for one in player["options"]] == [ref(more), ref(less)]

    def test_a_club_is_known_by_its_short_name_too(self, desk: Desk, card_for: CardFor) -> None:
        row = desk.link(TALKS, player=desk.marlin, to_name="Ravens", stage_group="talks")
        assert card_for(row)["fields"]["to_club"]["value"] == {"kind": "club", "new": "Ravens"}
        club = make.ClubFactory(name="Raventon Athletic", short_name="Ravens")
        assert card_for(row)["fields"]["to_club"]["value"] == ref(club)


class TestRepeats:
    @pytest.fixture
    def earlier(self, desk: Desk) -> Any:
        link = make.TransferLinkFactory(player=desk.marlin, to_club=desk.portwick)
        own = make.PublishedArticleFactory(publisher=desk.post, published_at=datetime(2026, 1, 9, 12, tzinfo=UTC))
        return make.ReportFactory(article=own, link=link, stage_group="bid")

    def test_a_known_claim_is_offered_and_set(self, desk: Desk, earlier: Any, card_for: CardFor) -> None:
        card = card_for(desk.bid)
        text = "The Quayside Post’s report of 9 January"
        assert card["repeat"] == {"report": earlier.pk, "text": text, "is_set": True}
        assert (card["fields"]["role"]["value"], card["fields"]["follows"]["label"]) == ("repeat", text)
        assert card["edited"] == []
        assert card_for(desk.talks)["repeat"] is None

    def test_it_is_offered_still_where_an_editor_says_it_is_no_repeat(
        self, desk: Desk, earlier: Any, card_for: CardFor, chief: User
    ) -> None:
        desk.edit(desk.bid, chief, role="origin", follows=None)
        card = card_for(desk.bid)
        assert (card["repeat"]["report"], card["repeat"]["is_set"]) == (earlier.pk, False)
        assert (values(card)["role"], values(card)["follows"]) == ("origin", None)

    def test_what_the_card_says_now_decides(self, desk: Desk, earlier: Any, card_for: CardFor, chief: User) -> None:
        desk.edit(desk.bid, chief, stage_group="agreed")
        assert card_for(desk.bid)["repeat"] is None
        assert values(card_for(desk.bid))["role"] == "origin"

    def test_an_entered_repeat_says_what_it_repeats(
        self, desk: Desk, earlier: Any, card_for: CardFor, chief: User
    ) -> None:
        accept_link(desk.bid, by=chief)
        card = card_for(desk.bid)
        assert (card["repeat"]["is_set"], card["fields"]["follows"]["value"]) == (
            True, {"kind": "report", "id": earlier.pk},
        )  # fmt: skip


class TestKnown:
    def test_a_link_of_published_articles_with_its_public_stage(self, desk: Desk, card_for: CardFor) -> None:
        link = make.TransferLinkFactory(player=desk.marlin, to_club=desk.portwick, is_public=True)
        make.ReportFactory(article=make.PublishedArticleFactory(), link=link)
        known = {"text": "known link, stage interest → bid", "address": link.get_absolute_url()}
        assert card_for(desk.bid)["known"] == known
        assert card_for(desk.talks)["known"] is None

    def test_one_that_is_further_already_does_not_move(self, desk: Desk, card_for: CardFor) -> None:
        link = make.TransferLinkFactory(player=desk.marlin, to_club=desk.portwick, is_public=True, stage_group="agreed")
        make.ReportFactory(article=make.PublishedArticleFactory(), link=link)
        assert card_for(desk.bid)["known"]["text"] == "known link, stage agreed"

    def test_one_that_only_drafts_know_has_no_address(self, desk: Desk, card_for: CardFor) -> None:
        make.ReportFactory(link=make.TransferLinkFactory(player=desk.marlin, to_club=desk.portwick))
        assert card_for(desk.bid)["known"] == {"text": "known from a draft", "address": None}

    def test_another_window_is_another_link(self, desk: Desk, card_for: CardFor) -> None:
        summer = make.WindowFactory(code="2026-summer")
        make.ReportFactory(link=make.TransferLinkFactory(player=desk.marlin, to_club=desk.portwick, window=summer))
        assert card_for(desk.bid)["known"] is None

    def test_ones_own_report_makes_nothing_known(self, desk: Desk, card_for: CardFor, chief: User) -> None:
        accept_link(desk.bid, by=chief)
        assert card_for(desk.bid)["known"] is None

    def test_a_withdrawn_report_and_a_dropped_article_make_nothing_known(self, desk: Desk, card_for: CardFor) -> None:
        link = make.TransferLinkFactory(player=desk.marlin, to_club=desk.portwick)
        make.ReportFactory(link=link, article=make.ArticleFactory(status="dropped"))
        assert card_for(desk.bid)["known"] is None

    def test_it_keeps_where_he_leaves_from_unless_the_text_says_so(self, desk: Desk, card_for: CardFor) -> None:
        make.PlayerSpellFactory(player=desk.paulinho, club=desk.portwick)
        summer = make.WindowFactory(code="2026-summer")
        link = make.TransferLinkFactory(
            player=desk.paulinho, to_club=desk.harbour, from_club=desk.rovers, window=summer
        )
        make.ReportFactory(link=link)
        leaves = card_for(desk.talks)["fields"]["from_club"]
        assert (leaves["value"], leaves["assumed"]) == (ref(desk.rovers), True)
        Suggestion.objects.filter(pk=desk.talks.pk).update(from_club=desk.portwick)
        assert card_for(desk.talks)["fields"]["from_club"]["value"] == ref(desk.portwick)

    def test_it_keeps_that_he_has_no_club(self, desk: Desk, card_for: CardFor) -> None:
        make.PlayerSpellFactory(player=desk.paulinho, club=desk.portwick)
        summer = make.WindowFactory(code="2026-summer")
        link = make.TransferLinkFactory(
            player=desk.paulinho, to_club=desk.harbour, from_club=None, free_agent=True, window=summer
        )
        make.ReportFactory(link=link)
        fields = card_for(desk.talks)["fields"]
        assert (fields["from_club"]["value"], fields["free_agent"]["value"], fields["free_agent"]["assumed"]) == (
            None, True, True,
        )  # fmt: skip


class TestDecided:
    def test_an_accepted_card_shows_the_report_in_its_place(self, desk: Desk, chief: User, card_for: CardFor) -> None:
        report = accept_link(desk.bid, by=chief)
        card = card_for(desk.bid)
        assert (card["state"], card["decided"]["who"]) == ("accepted", "Cara Lunde")
        assert report is not None
        assert (values(card)["player"], values(card)["window"], card["fields"]["window"]["label"]) == (
            ref(desk.marlin), "", "Winter 2026",
        )  # fmt: skip
        state = state_of(desk.article, by=chief)
        assert state["order"][0] == f"s{desk.bid.pk}"
        assert (state["counts"]["open"], state["counts"]["total"]) == (3, 4)

    def test_the_successor_is_shown_and_a_withdrawn_one_is_no_card(self, desk: Desk, chief: User) -> None:
        report = accept_link(desk.bid, by=chief)
        assert report is not None
        at = desk.article.dated_at
        report.ended_at, report.ended_by, report.ended_why = at, chief, "Wrong stage."
        report.save()
        successor = make.ReportFactory(
            article=desk.article, link=report.link, suggestion=desk.bid, succeeds=report, stage_group="agreed",
            text=BID, start=0,
        )  # fmt: skip
        found = {card["key"]: card for card in state_of(desk.article, by=chief)["cards"] if card["kind"] == "link"}
        assert values(found[f"s{desk.bid.pk}"])["stage_group"] == "agreed"
        assert found[f"s{desk.bid.pk}"]["edited"] == ["source", "stage_group", "stage", "kind", "fees"]
        successor.withdrawn_at, successor.withdrawn_by, successor.withdrawn_why = at, chief, "Gone."
        successor.save()
        left = state_of(desk.article, by=chief)
        assert [card["key"] for card in left["cards"] if card["kind"] == "link"] == [f"s{desk.talks.pk}"]

    def test_a_rejected_card_stays_in_its_place(self, desk: Desk, chief: User, card_for: CardFor) -> None:
        reject(desk.bid, by=chief)
        assert card_for(desk.bid)["state"] == "rejected"
        assert state_of(desk.article, by=chief)["order"][0] == f"s{desk.bid.pk}"

    def test_a_report_entered_by_hand_has_a_card(self, desk: Desk, chief: User) -> None:
        report = make.ReportFactory(article=desk.article, text="Harbour Town", start=BID.find("x") + 200)
        make.ReportFactory()
        card = next(card for card in state_of(desk.article, by=chief)["cards"] if card["key"][0] == "r")
        assert (card["key"], card["state"], card["rule"], card["confidence"], card["decided"]) == (
            f"r{report.pk}", "entered", "", None, None,
        )  # fmt: skip


class TestWorthALook:
    def test_a_move_to_where_he_is(self, desk: Desk, card_for: CardFor) -> None:
        desk.bid.from_club = desk.portwick
        desk.bid.save()
        assert card_for(desk.bid)["warnings"] == ["Portwick is both where he leaves and where he goes"]
        assert card_for(desk.talks)["warnings"] == []

    def test_a_known_link_from_somewhere_else(self, desk: Desk, card_for: CardFor) -> None:
        link = make.TransferLinkFactory(player=desk.marlin, to_club=desk.portwick, from_club=desk.harbour)
        make.ReportFactory(link=link)
        assert card_for(desk.bid)["warnings"] == ["On the known link he leaves Harbour Town"]

    @pytest.mark.parametrize(("rejected", "decided", "dim"), [(8, 20, False), (9, 20, True), (19, 19, False)])
    def test_a_rule_that_editors_seldom_agree_with_is_dimmed(
        self, desk: Desk, chief: User, card_for: CardFor, rejected: int, decided: int, dim: bool
    ) -> None:
        Suggestion.objects.filter(pk=desk.bid.pk).update(rule="weak")
        for number in range(decided):
            make.SuggestionFactory(
                rule="weak", decision="rejected" if number < rejected else "edited", decided_by=chief,
                decided_at=desk.article.dated_at,
            )  # fmt: skip
        assert (card_for(desk.bid)["dim"], card_for(desk.talks)["dim"]) == (dim, False)


def test_slots_of_both_kinds_are_kept_apart(desk: Desk, card_for: CardFor) -> None:
    other = make.ClubFactory(name="Harbour Town", association="Wales")
    SuggestionAlternative.objects.create(suggestion=desk.talks, slot=SuggestionSlot.TO_CLUB, club=other, rank=1)
    fields = card_for(desk.talks)["fields"]
    assert [one["value"] for one in fields["to_club"]["options"]] == [ref(desk.harbour), ref(other)]
    assert len(fields["player"]["options"]) == 2
