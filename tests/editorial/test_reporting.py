"""Entering claims: what a report takes from its article, and what an editor is refused."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from rumours.choices import FeeWhat, ReportRole, Stage, StageGroup
from rumours.editorial.errors import EditorialError, WordsNotFound, WrongState
from rumours.editorial.fees import Sum
from rumours.editorial.reporting import add_report, remove_report
from rumours.models import Report, TransferLink
from tests.factories import (
    ArticleFactory,
    ChiefFactory,
    ClubFactory,
    ExchangeRateFactory,
    PlayerFactory,
    PlayerSpellFactory,
    PublishedArticleFactory,
    ReportFactory,
    SourceFactory,
    TransferLinkFactory,
    UserFactory,
    WindowFactory,
)

pytestmark = pytest.mark.django_db
WORDS = "Milan want the defender."


def test_a_claim_without_source_or_window_is_the_publishers_in_the_assumed_one() -> None:
    article = ArticleFactory()
    report = add_report(
        article, player=PlayerFactory(), to_club=ClubFactory(), stage_group="talks", words=WORDS, by=ChiefFactory()
    )
    assert (report.source, report.role) == (article.publisher, ReportRole.ORIGIN)
    assert (report.link.window.code, report.window_assumed) == ("2026-winter", True)
    assert (report.text, report.start, report.dated_at) == (WORDS, 0, article.dated_at)


def test_a_named_window_is_not_assumed() -> None:
    report = add_report(
        ArticleFactory(), player=PlayerFactory(), to_club=None, stage_group="interest", words=WORDS,
        window=WindowFactory(code="2026-summer"), by=ChiefFactory(),
    )  # fmt: skip
    assert (report.link.window.code, report.window_assumed, report.link.to_club) == ("2026-summer", False, None)


def test_he_leaves_the_club_of_his_spell_at_the_articles_date() -> None:
    player, then, now = PlayerFactory(), ClubFactory(), ClubFactory()
    PlayerSpellFactory(player=player, club=then, since=date(2024, 7, 1))
    PlayerSpellFactory(player=player, club=now, since=date(2026, 7, 1))
    report = add_report(
        ArticleFactory(), player=player, to_club=ClubFactory(), stage_group="talks", words=WORDS, by=ChiefFactory()
    )
    assert report.link.from_club == then


def test_two_articles_on_one_saga_share_the_link() -> None:
    player, club, by = PlayerFactory(), ClubFactory(), ChiefFactory()
    for article in (ArticleFactory(), ArticleFactory()):
        add_report(article, player=player, to_club=club, stage_group="talks", words=WORDS, by=by)
    assert (TransferLink.objects.count(), Report.objects.count()) == (1, 2)


def test_a_source_that_says_the_same_step_again_repeats_itself() -> None:
    source, by = SourceFactory(), ChiefFactory()
    first = ReportFactory(article=PublishedArticleFactory(), source=source, stage_group="talks")
    link = first.link

    def role_of(**claim: Any) -> tuple[str, Report | None]:
        report = add_report(
            ArticleFactory(), player=link.player, to_club=link.to_club, window=link.window, source=source, words=WORDS,
            by=by, **claim,
        )  # fmt: skip
        return report.role, report.follows

    assert role_of(stage_group="talks") == (ReportRole.REPEAT, first)
    assert role_of(stage_group="bid") == (ReportRole.ORIGIN, None)


def test_words_that_the_article_does_not_have_are_refused_and_nothing_is_left() -> None:
    with pytest.raises(WordsNotFound, match="Roma want him"):
        add_report(
            ArticleFactory(), player=PlayerFactory(), to_club=None, stage_group="talks", words="Roma want him",
            by=ChiefFactory(),
        )  # fmt: skip
    assert TransferLink.objects.count() == 0


def test_a_move_from_a_club_to_itself_is_refused() -> None:
    club = ClubFactory()
    with pytest.raises(EditorialError, match="both where the player leaves and where he goes"):
        add_report(
            ArticleFactory(), player=PlayerFactory(), to_club=club, from_club=club, stage_group="talks", words=WORDS,
            by=ChiefFactory(),
        )  # fmt: skip


def test_a_stage_of_another_group_is_refused() -> None:
    with pytest.raises(EditorialError, match="no step of"):
        add_report(
            ArticleFactory(), player=PlayerFactory(), to_club=None, stage_group="talks", stage=Stage.MEDICAL,
            words=WORDS, by=ChiefFactory(),
        )  # fmt: skip


def test_the_same_claim_twice_in_one_article_is_refused() -> None:
    report, by = ReportFactory(), ChiefFactory()
    with pytest.raises(EditorialError, match="already has"):
        add_report(
            report.article, player=report.link.player, to_club=report.link.to_club, window=report.link.window,
            stage_group="talks", words=WORDS, by=by,
        )  # fmt: skip


def test_a_retraction_is_of_the_sources_own_report() -> None:
    earlier = ReportFactory(article=PublishedArticleFactory())
    with pytest.raises(EditorialError, match="only its own"):
        add_report(
            ArticleFactory(), player=earlier.link.player, to_club=earlier.link.to_club, window=earlier.link.window,
            stage_group="talks", words=WORDS, role=ReportRole.DENIAL, follows=earlier, retracts=True,
            by=ChiefFactory(),
        )  # fmt: skip


def test_sums_are_kept_in_their_currency_and_in_euros() -> None:
    ExchangeRateFactory(currency="GBP", year=2025, eur="1.2")
    sums = [Sum(FeeWhat.OFFER, 20_000_000, 30_000_000, "GBP"), Sum(FeeWhat.ASKING, 40_000_000)]
    report = add_report(
        ArticleFactory(), player=PlayerFactory(), to_club=None, stage_group="bid", words=WORDS, fees=sums,
        by=ChiefFactory(),
    )  # fmt: skip
    kept = report.fees.order_by("pk").values_list("what", "low", "high", "currency", "fee_eur")
    assert list(kept) == [
        ("offer", 20_000_000, 30_000_000, "GBP", 30_000_000),
        ("asking price", 40_000_000, 40_000_000, "EUR", 40_000_000),
    ]


def test_a_contributor_enters_claims_in_drafts_only() -> None:
    by = UserFactory(permissions=["add_report", "add_transferlink"])
    claim: dict[str, Any] = {
        "player": PlayerFactory(),
        "to_club": ClubFactory(),
        "stage_group": StageGroup.TALKS,
        "words": WORDS,
    }
    assert add_report(ArticleFactory(), by=by, **claim).pk
    with pytest.raises(PermissionDenied):
        add_report(PublishedArticleFactory(), by=by, **claim)
    with pytest.raises(PermissionDenied):
        add_report(ArticleFactory(), by=UserFactory(), **claim)


def test_history_names_who_entered_it() -> None:
    by = ChiefFactory()
    report = add_report(ArticleFactory(), player=PlayerFactory(), to_club=None, stage_group="talks", words=WORDS, by=by)
    assert [row.history_user for row in report.history.all()] == [by]
    assert [row.history_user for row in report.link.history.all()] == [by]


def test_a_removed_report_takes_its_link_along_unless_another_stands_on_it() -> None:
    report, by = ReportFactory(), ChiefFactory()
    other = ReportFactory(link=report.link)
    remove_report(report, by=by)
    assert list(TransferLink.objects.all()) == [other.link]
    remove_report(other, by=by)
    assert (Report.objects.count(), TransferLink.objects.count()) == (0, 0)


def test_what_readers_have_seen_is_not_removed() -> None:
    report = ReportFactory(article=PublishedArticleFactory(), link=TransferLinkFactory())
    with pytest.raises(WrongState):
        remove_report(report, by=ChiefFactory())
