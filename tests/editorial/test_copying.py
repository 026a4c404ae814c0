"""Copying tags between two articles with the same text."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rumours.choices import ArticleStatus, ReportRole, Verdict
from rumours.editorial.copying import copy_tags, remove_copied, twin_of
from rumours.editorial.errors import EditorialError, WrongState
from rumours.editorial.reviewing import undo
from rumours.models import Article, Club, Decision, Mention, Player, Quote, Report, Source, TransferLink
from tests import factories as make

pytestmark = pytest.mark.django_db

TEXT = (
    "Harbour Town have bid for Teo Marlin, the Quayside Post writes.\n\n"
    "“He is not for sale,” Ada Brook said, “and that will not change.”\n\n"
    "Lakepool are also said to follow Marlin."
)
BID, ALSO = (
    "Harbour Town have bid for Teo Marlin, the Quayside Post writes.",
    "Lakepool are also said to follow Marlin.",
)


class Twins:
    """A tagged article with two reports, a divided quote and three names; and another site's copy of its text."""

    def __init__(self) -> None:
        self.outlet: Source = make.SourceFactory(name="Quayside Post")
        self.player: Player = make.PlayerFactory(name="Teo Marlin")
        self.buyer: Club = make.ClubFactory(name="Harbour Town")
        self.link: TransferLink = make.TransferLinkFactory(player=self.player, to_club=self.buyer)
        self.first: Article = make.PublishedArticleFactory(body=TEXT, publisher=self.outlet)
        self.copy: Article = make.ArticleFactory(body=TEXT, near_copy_of=self.first)
        self.bid: Report = self.report(link=self.link, text=BID, stage_group="bid", doubt="price")
        self.also: Report = self.report(text=ALSO, source=make.SourceFactory(name="Lakeside Radio"))
        make.FeeFactory(report=self.bid)
        self.quote: Quote = self.said("He is not for sale,” Ada Brook said, “and that will not change.")
        for piece in ("He is not for sale,", "and that will not change."):
            make.QuoteFragmentFactory(quote=self.quote, start=TEXT.find(piece), text=piece)
        self.named("Harbour Town", club=self.buyer)
        self.named("Teo Marlin", player=self.player)
        self.named("Marlin", start=TEXT.rfind("Marlin"), player=self.player)

    def report(self, **columns: Any) -> Report:
        row: Report = make.ReportFactory(article=self.first, **columns)
        return row

    def said(self, words: str) -> Quote:
        row: Quote = make.QuoteFactory(article=self.first, text=words, players=[self.player], clubs=[self.buyer])
        return row

    def named(self, words: str, **columns: Any) -> Mention:
        given = {"start": TEXT.find(words), "player": None, **columns}
        row: Mention = make.MentionFactory(article=self.first, text=words, **given)
        return row


@pytest.fixture
def twins() -> Twins:
    return Twins()


def test_reports_quotes_and_names_are_entered_where_they_stand(twins: Twins) -> None:
    copied = copy_tags(twins.copy, of=twins.first, by=make.ChiefFactory())
    assert copied.left == []
    assert [(row.link, row.text, row.start) for row in copied.reports] == [
        (twins.bid.link, BID, 0), (twins.also.link, ALSO, TEXT.find(ALSO)),
    ]  # fmt: skip
    (quote,) = copied.quotes
    assert (quote.text, quote.speaker, quote.start) == (twins.quote.text, twins.quote.speaker, twins.quote.start)
    assert [piece.text for piece in quote.fragments.all()] == ["He is not for sale,", "and that will not change."]
    assert (list(quote.players.all()), list(quote.clubs.all())) == ([twins.player], [twins.buyer])
    assert [(tag.text, tag.start, tag.subject) for tag in twins.copy.mentions.with_subjects()] == [
        ("Harbour Town", 0, twins.buyer), ("Teo Marlin", 26, twins.player), ("Marlin", len(TEXT) - 7, twins.player),
    ]  # fmt: skip


def test_a_report_becomes_a_repeat_by_way_of_the_carrier(twins: Twins) -> None:
    by = make.ChiefFactory()
    report = copy_tags(twins.copy, of=twins.first, by=by).reports[0]
    report.refresh_from_db()
    assert (report.role, report.follows, report.source, report.via) == (
        ReportRole.REPEAT, twins.bid, twins.outlet, twins.copy.publisher,
    )  # fmt: skip
    assert (report.stage_group, report.doubt, report.dated_at) == ("bid", "price", twins.copy.dated_at)
    assert [(fee.what, fee.low, fee.currency, fee.fee_eur) for fee in report.fees.all()] == [
        ("offer", 30_000_000, "EUR", 30_000_000)
    ]
    assert report.history.get().history_user == by


def test_a_source_does_not_carry_itself(twins: Twins) -> None:
    twins.copy.publisher = twins.outlet
    twins.copy.save()
    reports = copy_tags(twins.copy, of=twins.first, by=make.ChiefFactory()).reports
    assert [report.via for report in reports] == [None, twins.outlet]


def test_what_is_itself_a_repeat_leads_to_what_it_goes_back_to(twins: Twins) -> None:
    origin = make.ReportFactory(article=make.PublishedArticleFactory(), link=twins.link, source=twins.outlet)
    Report.objects.filter(pk=twins.bid.pk).update(role=ReportRole.REPEAT, follows=origin)
    reports = copy_tags(twins.copy, of=twins.first, by=make.ChiefFactory()).reports
    assert {report.link: report.follows for report in reports}[twins.link] == origin


def test_a_circle_of_repeats_is_followed_once_round(twins: Twins) -> None:
    other = make.ReportFactory(link=twins.link, role=ReportRole.REPEAT, follows=twins.bid)
    Report.objects.filter(pk=twins.bid.pk).update(role=ReportRole.REPEAT, follows=other)
    reports = copy_tags(twins.copy, of=twins.first, by=make.ChiefFactory()).reports
    assert {report.link: report.follows for report in reports}[twins.link] == other


def test_a_denial_stays_one(twins: Twins) -> None:
    Report.objects.filter(pk=twins.also.pk).update(role=ReportRole.DENIAL)
    reports = copy_tags(twins.copy, of=twins.first, by=make.ChiefFactory()).reports
    assert [(report.role, report.follows) for report in reports] == [("repeat", twins.bid), ("denial", None)]


def test_copying_again_adds_nothing(twins: Twins) -> None:
    by = make.ChiefFactory()
    copy_tags(twins.copy, of=twins.first, by=by)
    again = copy_tags(twins.copy, of=twins.first, by=by)
    assert (again.reports, again.quotes, again.mentions, again.left, again.accepted) == ([], [], [], [], [])


def test_what_an_editor_entered_himself_stays_his(twins: Twins) -> None:
    own = make.ReportFactory(article=twins.copy, link=twins.link, source=twins.outlet, text=BID, stage_group="talks")
    copied = copy_tags(twins.copy, of=twins.first, by=make.ChiefFactory())
    assert [report.link for report in copied.reports] == [twins.also.link]
    own.refresh_from_db()
    assert (own.role, own.stage_group) == ("origin", "talks")


def test_what_is_not_found_is_named(twins: Twins) -> None:
    cut = make.ArticleFactory(body="Agreed at last. Harbour Town have bid for Teo Marlin, the Quayside Post writes.")
    copied = copy_tags(cut, of=twins.first, by=make.ChiefFactory())
    assert [(row.text, row.start) for row in copied.reports] == [(BID, 16)]
    assert (copied.quotes, [tag.text for tag in copied.mentions]) == ([], ["Harbour Town", "Teo Marlin"])
    assert copied.left == [f"{twins.also.link.player} to {twins.also.link.to_club}", f"“{twins.quote.text[:60]}”"]


def test_a_name_said_once_more_is_tagged_there_too(twins: Twins) -> None:
    longer = make.ArticleFactory(body=f"{TEXT} Harbour Town will not wait.")
    copied = copy_tags(longer, of=twins.first, by=make.ChiefFactory())
    assert sorted(tag.start for tag in copied.mentions if tag.text == "Harbour Town") == [0, len(TEXT) + 1]


def test_a_word_that_nobody_tagged_there_is_not_tagged_here(twins: Twins) -> None:
    Mention.objects.filter(article=twins.first, start=26).delete()
    copied = copy_tags(twins.copy, of=twins.first, by=make.ChiefFactory())
    assert [(tag.text, tag.start) for tag in copied.mentions] == [("Harbour Town", 0), ("Marlin", len(TEXT) - 7)]


def suggestions(twins: Twins) -> dict[str, Any]:
    words = {"article": twins.copy, "player": None}
    return {
        "link": make.SuggestionFactory(
            **words, kind="link", text=BID, player_name="Teo Marlin", to_club=twins.buyer, stage_group="bid",
            source=twins.outlet,
        ),
        "quote": make.SuggestionFactory(
            **words, kind="quote", text="He is not for sale,", start=TEXT.find("He is"), person_name="Ada Brook"
        ),
        "name": make.SuggestionFactory(**words, kind="player", text="Teo Marlin", start=26, player_name="Teo Marlin"),
        "other": make.SuggestionFactory(**words, kind="link", text=BID, player_name="Ole Sund", to_club=twins.buyer),
        "else": make.SuggestionFactory(**words, kind="person", text="Ada Brook", start=90, person_name="Ada Brook"),
    }  # fmt: skip


def test_cards_that_ask_the_same_are_decided_with_it(twins: Twins) -> None:
    cards = suggestions(twins)
    by = make.ChiefFactory()
    copied = copy_tags(twins.copy, of=twins.first, by=by, sitting="s1")
    for row in cards.values():
        row.refresh_from_db()
    assert {name: row.decision for name, row in cards.items()} == {
        "link": Verdict.ACCEPTED, "quote": Verdict.ACCEPTED, "name": Verdict.ACCEPTED, "other": None, "else": None,
    }  # fmt: skip
    assert copied.accepted == [cards["link"].pk, cards["quote"].pk, cards["name"].pk]
    assert [report.suggestion for report in copied.reports] == [cards["link"], None]
    assert copied.quotes[0].suggestion == cards["quote"]
    assert {(row.sitting, row.by, row.asked) for row in Decision.objects.all()} == {("s1", by, None)}


def test_a_card_is_known_by_the_proposal_that_was_corrected_there(twins: Twins) -> None:
    said = {"kind": "link", "text": BID, "player": None, "player_name": "T. Marlin", "to_name": "Harbour"}
    there = make.SuggestionFactory(article=twins.first, **said, decision=Verdict.EDITED, **decided())
    Report.objects.filter(pk=twins.bid.pk).update(suggestion=there)
    here = make.SuggestionFactory(article=twins.copy, **said)
    copy_tags(twins.copy, of=twins.first, by=make.ChiefFactory())
    here.refresh_from_db()
    assert here.decision == Verdict.EDITED


def decided() -> dict[str, Any]:
    return {"decided_at": make.DAY, "decided_by": make.UserFactory()}


def test_a_card_can_be_opened_again_alone(twins: Twins) -> None:
    card, by = suggestions(twins)["link"], make.ChiefFactory()
    copy_tags(twins.copy, of=twins.first, by=by)
    card.refresh_from_db()
    undo(card, by=by)
    assert [report.link for report in twins.copy.reports.all()] == [twins.also.link]


def test_taken_back_no_trace_is_left(twins: Twins) -> None:
    cards = suggestions(twins)
    by = make.ChiefFactory()
    copied = copy_tags(twins.copy, of=twins.first, by=by)
    remove_copied(twins.copy, copied.made, by)
    assert [getattr(twins.copy, name).count() for name in ("reports", "quotes", "mentions")] == [0, 0, 0]
    assert twins.copy.suggestions.undecided().count() == len(cards)
    assert set(TransferLink.objects.all()) == {twins.link, twins.also.link}
    assert copy_tags(twins.copy, of=twins.first, by=by).made.keys() == copied.made.keys()
    assert twins.copy.reports.count() == 2


def test_a_link_that_the_other_has_left_since_goes_with_it(twins: Twins) -> None:
    by = make.ChiefFactory()
    copied = copy_tags(twins.copy, of=twins.first, by=by)
    twins.also.delete()
    remove_copied(twins.copy, copied.made, by)
    assert list(TransferLink.objects.all()) == [twins.link]


def test_taking_back_leaves_what_was_rejected_since(twins: Twins) -> None:
    card, by = suggestions(twins)["name"], make.ChiefFactory()
    copied = copy_tags(twins.copy, of=twins.first, by=by)
    type(card).objects.filter(pk=card.pk).update(decision=Verdict.REJECTED)
    remove_copied(twins.copy, copied.made, by)
    card.refresh_from_db()
    assert card.decision == Verdict.REJECTED


def test_what_readers_have_seen_is_not_taken_back(twins: Twins) -> None:
    by = make.ChiefFactory()
    copied = copy_tags(twins.copy, of=twins.first, by=by)
    Article.objects.filter(pk=twins.copy.pk).update(status=ArticleStatus.PUBLISHED, released_at=make.DAY)
    with pytest.raises(WrongState, match="Readers have seen"):
        remove_copied(Article.objects.get(pk=twins.copy.pk), copied.made, by)
    assert twins.copy.reports.count() == 2


def test_on_a_published_article_readers_see_it(twins: Twins) -> None:
    published = make.PublishedArticleFactory(body=TEXT)
    copy_tags(published, of=twins.first, by=make.ChiefFactory())
    twins.link.refresh_from_db()
    assert (twins.link.report_count, twins.link.repeat_count) == (2, 1)
    assert all(report.shown_from for report in published.reports.all())


def test_in_a_draft_nothing_public_changes(twins: Twins) -> None:
    before = TransferLink.objects.values().get(pk=twins.link.pk)
    copy_tags(twins.copy, of=twins.first, by=make.ChiefFactory())
    assert TransferLink.objects.values().get(pk=twins.link.pk) == before


def test_who_may_not_tag_copies_nothing(twins: Twins) -> None:
    with pytest.raises(PermissionDenied):
        copy_tags(twins.copy, of=twins.first, by=make.UserFactory(permissions=["add_report", "add_quote"]))
    with pytest.raises(EditorialError, match="itself"):
        copy_tags(twins.first, of=twins.first, by=make.ChiefFactory())


def test_as_many_queries_for_one_as_for_many(twins: Twins) -> None:
    by = make.ChiefFactory()
    make.SuggestionFactory(article=twins.copy, kind="player", text="Teo Marlin", player=twins.player)
    few = queries_of(twins, by)
    for number in range(8):
        twins.report(text=ALSO, source=make.SourceFactory(name=f"Paper {number}"))
        make.SuggestionFactory(article=twins.copy, kind="player", text="Marlin", player=twins.player)
    assert queries_of(twins, by) == few


def queries_of(twins: Twins, by: Any) -> int:
    with CaptureQueriesContext(
        connection,
    ) as seen:
        copied = copy_tags(twins.copy, of=twins.first, by=by)
    remove_copied(twins.copy, copied.made, by)
    return len(seen)


class TestTwins:
    def test_either_way_round(self, twins: Twins) -> None:
        make.MentionFactory(article=twins.copy)
        assert (twin_of(twins.copy), twin_of(twins.first)) == (twins.first, twins.copy)

    def test_two_copies_of_a_third_and_the_very_same_words(self, twins: Twins) -> None:
        other = make.ArticleFactory(body="Other words.", near_copy_of=twins.copy)
        same = make.ArticleFactory(body=TEXT)
        sibling = make.ArticleFactory(body="Words.", near_copy_of=twins.first)
        make.ReportFactory(article=sibling, text="Words.")
        Report.objects.filter(article=twins.first).delete()
        assert (twin_of(other), twin_of(same), twin_of(twins.copy)) == (None, twins.first, sibling)

    def test_the_one_with_most_reports(self, twins: Twins) -> None:
        assert [twin_of(twins.copy), getattr(twin_of(twins.copy), "report_total", None)] == [twins.first, 2]

    @pytest.mark.parametrize("status", ["dropped", "withdrawn"])
    def test_what_is_gone_is_nobodys_twin(self, twins: Twins, status: str) -> None:
        why = {"withdrawn_at": make.DAY, "withdrawn_by": make.UserFactory(), "withdrawn_why": "x"}
        Article.objects.filter(pk=twins.first.pk).update(status=status, **(why if status == "withdrawn" else {}))
        assert twin_of(twins.copy) is None

    def test_nothing_to_copy_or_no_text_is_no_twin(self) -> None:
        first, empty = make.ArticleFactory(), make.ArticleFactory(body="")
        make.MentionFactory(article=make.ArticleFactory(body=""), text="x")
        assert (twin_of(make.ArticleFactory(near_copy_of=first)), twin_of(empty)) == (None, None)

    def test_one_query(self, twins: Twins, django_assert_num_queries: Any) -> None:
        with django_assert_num_queries(1):
            twin_of(twins.copy)
