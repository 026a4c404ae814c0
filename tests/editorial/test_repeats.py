"""When a suggested claim repeats one that is known."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from rumours.editorial.suggesting import repeat_of, repeats_of
from rumours.models import Article, Club, Player, Report, Source, Suggestion, TransferLink
from tests import factories as make

pytestmark = pytest.mark.django_db
DAY = datetime(2026, 1, 12, 12, 0, tzinfo=UTC)


class Press:
    """An outlet with its own report of a bid, and another site's article that credits it the day after."""

    def __init__(self) -> None:
        self.outlet: Source = make.SourceFactory(name="The Quayside Post")
        self.player: Player = make.PlayerFactory()
        self.buyer: Club = make.ClubFactory()
        self.link: TransferLink = make.TransferLinkFactory(player=self.player, to_club=self.buyer)
        self.own: Article = make.PublishedArticleFactory(publisher=self.outlet, published_at=DAY)
        self.report: Report = make.ReportFactory(article=self.own, link=self.link, stage_group="bid")
        self.article: Article = make.ArticleFactory(published_at=DAY + timedelta(days=1))

    def suggest(self, **columns: Any) -> Suggestion:
        row: Suggestion = make.SuggestionFactory(
            **{
                "article": self.article, "kind": "link", "player": self.player, "to_club": self.buyer,
                "source": self.outlet, "stage_group": "bid", **columns,
            }
        )  # fmt: skip
        return row


@pytest.fixture
def press() -> Press:
    return Press()


@pytest.mark.parametrize("window", ["", "2026-winter"])
@pytest.mark.parametrize("stage_group", ["interest", "talks", "bid"])
def test_as_much_or_less_of_the_same_link_is_a_repeat(press: Press, window: str, stage_group: str) -> None:
    assert repeat_of(press.suggest(window=window, stage_group=stage_group)) == press.report


@pytest.mark.parametrize(
    "columns",
    [
        {"stage_group": "agreed"},
        {"stage_group": "off"},
        {"window": "2026-summer"},
        {"source": None},
        {"player": None, "player_name": "Teo Marlin"},
        {"to_club": None},
        {"to_club": None, "to_name": "Harbour Town"},
        {"kind": "player"},
    ],
    ids=str,
)
def test_what_says_something_else_is_none(press: Press, columns: dict[str, Any]) -> None:
    assert repeat_of(press.suggest(**columns)) is None


@pytest.mark.parametrize("change", ["source", "player", "buyer"])
def test_nor_is_what_names_somebody_else(press: Press, change: str) -> None:
    others: dict[str, dict[str, Any]] = {
        "source": {"source": make.SourceFactory()},
        "player": {"player": make.PlayerFactory()},
        "buyer": {"to_club": make.ClubFactory()},
    }
    assert repeat_of(press.suggest(**others[change])) is None


def test_a_publisher_does_not_repeat_itself(press: Press) -> None:
    press.article.publisher = press.outlet
    press.article.save()
    assert repeat_of(press.suggest()) is None


def test_what_came_later_is_not_repeated(press: Press) -> None:
    Report.objects.update(dated_at=DAY + timedelta(days=3))
    assert repeat_of(press.suggest()) is None


def test_where_only_the_day_is_known_its_evening_counts(press: Press) -> None:
    Report.objects.update(dated_at=DAY + timedelta(hours=8))
    press.article.published_at = DAY
    press.article.save()
    assert repeat_of(press.suggest()) == press.report


@pytest.mark.parametrize("status", ["withdrawn", "dropped"])
def test_reports_of_articles_that_are_gone_do_not_count(press: Press, status: str) -> None:
    gone = {"withdrawn_at": timezone.now(), "withdrawn_by": make.UserFactory(), "withdrawn_why": "wrong"}
    Article.objects.filter(pk=press.own.pk).update(status=status, **(gone if status == "withdrawn" else {}))
    assert repeat_of(press.suggest()) is None


def test_nor_do_withdrawn_reports_repeats_and_denials(press: Press) -> None:
    Report.objects.update(withdrawn_at=timezone.now(), withdrawn_by=make.UserFactory(), withdrawn_why="wrong")
    make.ReportFactory(article=press.own, link=press.link, stage_group="bid", role="denial")
    make.ReportFactory(article=press.own, link=press.link, stage_group="bid", role="repeat")
    assert repeat_of(press.suggest()) is None


def test_an_unknown_window_is_no_repeat_of_a_saga_that_is_over(press: Press) -> None:
    TransferLink.objects.update(closes_at=DAY)
    assert repeat_of(press.suggest()) is None
    assert repeat_of(press.suggest(window="2026-winter")) == press.report


def test_the_sources_own_article_goes_before_others_that_credit_it(press: Press) -> None:
    make.ReportFactory(
        article=make.PublishedArticleFactory(published_at=DAY + timedelta(hours=1)), link=press.link,
        source=press.outlet, stage_group="bid",
    )  # fmt: skip
    assert repeat_of(press.suggest()) == press.report


def test_many_are_answered_by_one_query(press: Press, django_assert_num_queries: Any) -> None:
    rows = [press.suggest(), press.suggest(stage_group="done"), press.suggest(kind="player")]
    with django_assert_num_queries(1):
        assert repeats_of(press.article, rows) == [press.report, None, None]
