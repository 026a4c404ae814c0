"""What an editor is told before publishing."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rumours.editorial.blocking import Standing, blockers
from rumours.editorial.checklist import Checklist, Point, checklist
from rumours.editorial.publishing import publish
from rumours.models import Article, Quote, Report, TransferLink
from tests import factories as make

pytestmark = pytest.mark.django_db
OTHER = "Another text altogether, and long enough for what stood in the old one here."
CLOSED = datetime(2026, 1, 5, tzinfo=UTC)


def link(player: str = "Teo Marlin", to: str | None = "Harbour Town", **columns: Any) -> TransferLink:
    """A link in the winter of 2026."""
    buyer = make.ClubFactory(name=to) if to else None
    row: TransferLink = make.TransferLinkFactory(player=make.PlayerFactory(name=player), to_club=buyer, **columns)
    return row


def test_nothing_to_say_of_an_article_that_is_ready() -> None:
    article = make.ArticleFactory()
    make.ReportFactory(article=article)
    make.QuoteFactory(article=article)
    make.MentionFactory(article=article)
    assert checklist(article) == Checklist([], [])


class TestBlockers:
    def test_lost_words_lead_to_the_card_of_the_row(self) -> None:
        article = make.ArticleFactory(
            body="Another text altogether, and long enough for what stood in the old one here."
        )
        report = make.ReportFactory(article=article)
        quote = make.QuoteFactory(article=article, start=50)
        tag = make.MentionFactory(article=article)
        assert checklist(article).blockers == [
            Point("The article no longer has these words of a mention: “Milan”", f"m{tag.pk}"),
            Point("The article no longer has these words of a quote: “He stays with us,”", f"q{quote.pk}"),
            Point("The article no longer has these words of a report: “Milan want the defender.”", f"r{report.pk}"),
        ]

    def test_what_came_from_a_suggestion_leads_to_that(self) -> None:
        article = make.ArticleFactory(
            body="Another text altogether, and long enough for what stood in the old one here."
        )
        proposals = [make.SuggestionFactory(article=article, kind=kind, text=kind) for kind in ("link", "quote")]
        decided = {"decision": "accepted", "decided_at": make.DAY, "decided_by": make.UserFactory()}
        name = make.SuggestionFactory(article=article, text="Milan", **decided)
        make.ReportFactory(article=article, suggestion=proposals[0])
        make.QuoteFactory(article=article, start=50, suggestion=proposals[1])
        make.MentionFactory(article=article)
        cards = {point.card for point in checklist(article).blockers}
        assert cards == {f"s{row.pk}" for row in (*proposals, name)}

    def test_a_name_tagged_by_hand_goes_by_its_first_place(self) -> None:
        article = make.ArticleFactory()
        make.SuggestionFactory(article=article, text="Gone")
        first = make.MentionFactory(article=article)
        make.MentionFactory(article=article, player=first.player, text="Gone", start=30)
        assert [point.card for point in checklist(article).blockers] == [f"m{first.pk}"]

    def test_a_quote_that_lost_a_stretch_is_told_once(self) -> None:
        quote = make.QuoteFactory()
        for start, text in ((58, "Not"), (63, "there")):
            make.QuoteFragmentFactory(quote=quote, start=start, text=text)
        assert checklist(quote.article).blockers == [
            Point("The article no longer has these words of a quote: “Not”", f"q{quote.pk}")
        ]

    def test_no_headline_and_no_text_are_about_the_article(self) -> None:
        article = make.ArticleFactory(headline=" ", body="  ")
        assert checklist(article).blockers == [Point("The article has no headline"), Point("The article has no text")]

    def test_a_speaker_is_named_or_described(self) -> None:
        article = make.ArticleFactory()
        quote = make.QuoteFactory(article=article, speaker=None, described="  ")
        make.QuoteFactory(article=article, speaker=None, described="His agent", text="stays")
        assert checklist(article).blockers == [
            Point("Nobody is named or described as the speaker of “He stays with us,”", f"q{quote.pk}")
        ]

    def test_evidence_and_two_clubs(self) -> None:
        """The database keeps such rows out, so they are put together here."""
        article = make.ArticleFactory()
        club = make.ClubFactory(name="Harbour Town")
        circular = TransferLink(player=make.PlayerFactory(name="Teo Marlin"), from_club=club, to_club=club)
        circular.window = make.WindowFactory()
        row = Report(pk=7, article=article, link=circular, text="", start=0, end=0)
        assert [blocker.message for blocker in blockers(article, Standing([], [], [row]))] == [
            "Teo Marlin would go from Harbour Town to itself",
            "Teo Marlin to Harbour Town, 2026-winter has no evidence: mark the sentence it rests on",
        ]

    def test_withdrawn_and_ended_rows_are_not_looked_at(self) -> None:
        article = make.PublishedArticleFactory()
        by = make.UserFactory()
        gone = {"withdrawn_at": make.DAY, "withdrawn_by": by, "withdrawn_why": "x"}
        make.QuoteFactory(article=article, text="Nowhere in it", start=0, **gone)
        make.ReportFactory(article=article, text="Nor this", ended_at=make.DAY, ended_by=by, ended_why="x")
        assert checklist(article).blockers == []


class TestRemarks:
    def test_a_window_that_had_closed_by_then(self) -> None:
        article = make.ArticleFactory()
        late = make.ReportFactory(article=article, link=link(closes_at=CLOSED))
        assert checklist(article).remarks == [
            Point("Harbour Town’s window, Winter 2026, had closed by then: Teo Marlin to Harbour Town", f"r{late.pk}")
        ]
        assert checklist(article).blockers == []

    @pytest.mark.parametrize(
        "columns",
        [
            {"closes_at": CLOSED, "free_agent": True, "from_club": None},
            {"closes_at": CLOSED, "to": None},
            {"closes_at": datetime(2026, 2, 2, tzinfo=UTC)},
            {"closes_at": None},
        ],
        ids=["free agent", "no buyer", "still open", "not known"],
    )
    def test_nothing_is_said_of_others(self, columns: dict[str, Any]) -> None:
        report = make.ReportFactory(link=link(**columns))
        assert checklist(report.article).remarks == []

    def test_a_window_not_open_yet_is_normal(self) -> None:
        article = make.ArticleFactory(published_at=datetime(2025, 11, 1, 12, tzinfo=UTC))
        make.ReportFactory(article=article, link=link(closes_at=datetime(2026, 2, 2, tzinfo=UTC)))
        assert checklist(article).remarks == []

    def test_assumed_windows_are_told_once_each(self) -> None:
        article = make.ArticleFactory()
        summer = make.WindowFactory(code="2026-summer")
        rows = [
            make.ReportFactory(article=article, link=link(player, window=window), window_assumed=True, start=0)
            for player, window in (
                ("One", make.WindowFactory()), ("Two", summer), ("Three", summer), ("Four", summer), ("Five", summer),
            )
        ]  # fmt: skip
        assert checklist(article).remarks == [
            Point("No window is named, Winter 2026 is assumed: One to Harbour Town", f"r{rows[0].pk}"),
            Point(
                "No window is named, Summer 2026 is assumed: Two to Harbour Town, Three to Harbour Town, "
                "Four to Harbour Town, 1 more",
                f"r{rows[1].pk}",
            ),
        ]

    def test_a_source_nobody_named(self) -> None:
        article = make.ArticleFactory(publisher=None)
        row = make.ReportFactory(article=article, link=link(to=None), source=None)
        make.ReportFactory(article=article, source=make.SourceFactory())
        assert checklist(article).remarks == [
            Point("Nobody is named as the source: Teo Marlin to an unnamed club", f"r{row.pk}")
        ]

    def test_an_unknown_date(self) -> None:
        article = make.ArticleFactory(published_at=None)
        assert checklist(article).remarks == [Point("The article’s date is unknown: the day it came in stands for it")]

    def test_undecided_cards_lead_to_the_first_of_the_stack(self) -> None:
        article = make.ArticleFactory()
        make.SuggestionFactory(article=article, player=None, player_name="New")
        make.SuggestionFactory(article=article, kind="link", start=30)
        first = make.SuggestionFactory(article=article, kind="link", start=6)
        assert checklist(article).remarks == [Point("3 cards are undecided", f"s{first.pk}")]

    def test_plain_names_are_no_cards(self) -> None:
        article = make.ArticleFactory()
        make.SuggestionFactory(article=article)
        assert checklist(article).remarks == []
        only = make.SuggestionFactory(article=article, kind="quote")
        assert checklist(article).remarks == [Point("1 card is undecided", f"s{only.pk}")]

    def test_none_of_them_keeps_an_article_from_readers(self) -> None:
        article = make.ArticleFactory(published_at=None, publisher=None)
        make.ReportFactory(article=article, link=link(closes_at=CLOSED), window_assumed=True, source=None)
        make.SuggestionFactory(article=article, kind="link")
        assert len(checklist(article).remarks) == 5
        publish(article, by=make.ChiefFactory())
        assert Article.objects.published().get() == article


def test_as_many_queries_for_one_row_as_for_many() -> None:
    article = make.ArticleFactory(published_at=None)
    few = filled(article, 1)
    assert filled(article, 12) == few
    assert few == 6


def filled(article: Article, count: int) -> int:
    """The queries of the checklist once so many reports, quotes and names, all of them lost, have been added."""
    start = 1_000 * count
    for number in range(start, start + 20 * count, 20):
        make.ReportFactory(article=article, text="Lost", start=number, link=link(closes_at=CLOSED))
        quote: Quote = make.QuoteFactory(article=article, text="Lost", start=number)
        make.QuoteFragmentFactory(quote=quote, start=number, text="Lo")
        make.MentionFactory(article=article, text="Lost", start=number)
        make.SuggestionFactory(article=article, kind="link", start=number)
    with CaptureQueriesContext(connection) as seen:
        checklist(article)
    return len(seen)
