"""What is stored on links follows from published reports alone: adding drafts changes nothing, withdrawing undoes."""

import random
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rumours.choices import GROUP_OF_STAGE, Doubt, Ending, ReportRole, Stage, TransferKind
from rumours.editorial.deriving import refresh_all, refresh_links
from rumours.editorial.publishing import publish, republish, withdraw, withdraw_report
from rumours.editorial.reporting import add_report
from rumours.models import Article, Club, Person, Player, PlayerSpell, Report, Source, TransferLink, Window
from tests.factories import (
    DAY,
    ArticleFactory,
    ChiefFactory,
    ClubFactory,
    CompetitionFactory,
    ExchangeRateFactory,
    FeeFactory,
    JournalistFactory,
    PersonFactory,
    PlayerFactory,
    PublishedArticleFactory,
    ReportFactory,
    SourceFactory,
    SourceTierFactory,
    TransferLinkFactory,
    WindowFactory,
    WindowSpanFactory,
)

pytestmark = pytest.mark.django_db


def reported(link: TransferLink, stage: str, *, day: int = 0, **details: Any) -> Report:
    """A published report on a link, `day` days after 10 January, of an exact stage or a group."""
    article = PublishedArticleFactory(published_at=DAY + timedelta(days=day))
    if isinstance(stage, Stage):
        details |= {"stage": stage}
    group = GROUP_OF_STAGE[stage] if isinstance(stage, Stage) else stage
    report: Report = ReportFactory(article=article, link=link, stage_group=group, **details)
    return report


def derived(link: TransferLink) -> TransferLink:
    refresh_links([link.pk])
    link.refresh_from_db()
    return link


def state() -> dict[str, list[Any]]:
    """Everything derived that is stored."""
    columns = [field.attname for field in TransferLink._meta.concrete_fields]
    entities = (Player, Club, Person, Source)
    return {
        "links": list(TransferLink.objects.order_by("pk").values_list(*columns)),
        "windows": list(Window.objects.order_by("pk").values_list("pk", "link_count")),
        "where": list(Player.objects.order_by("pk").values_list("club", "owner")),
        "spells": sorted(PlayerSpell.objects.values_list("player", "club", "since", "until"), key=str),
        **{
            model.__name__: list(model._base_manager.order_by("pk").values_list("pk", "is_public", "link_count"))
            for model in entities
        },
    }


def test_counts_keep_repeats_and_denials_apart_from_sources() -> None:
    link: TransferLink = TransferLinkFactory()
    outlet = SourceFactory()
    first = reported(link, "talks", source=outlet)
    reported(link, "bid", day=1, source=JournalistFactory(outlet=outlet))
    reported(link, "bid", day=2, source=SourceFactory())
    reported(link, "talks", day=3, role=ReportRole.REPEAT, source=outlet, follows=first)
    reported(link, "talks", day=4, role=ReportRole.DENIAL, claimant_person=PersonFactory(name="The agent"))
    ReportFactory(link=link, stage_group="done")
    link = derived(link)
    assert (link.source_count, link.report_count, link.repeat_count, link.denial_count) == (2, 5, 1, 1)
    assert (link.stage_group, link.denied_by) == ("bid", "The agent")
    assert (link.first_reported_at, link.moved_at) == (DAY, DAY + timedelta(days=1))


def test_tracks_kind_doubt_and_age_are_kept() -> None:
    link: TransferLink = TransferLinkFactory(player=PlayerFactory(born=date(2000, 1, 11)))
    reported(link, Stage.TERMS_AGREED, kind=TransferKind.LOAN)
    reported(link, Stage.BID_REJECTED, day=1, doubt=Doubt.SELLER)
    link = derived(link)
    assert (link.stage_group, link.stage) == ("agreed", Stage.TERMS_AGREED)
    assert (link.player_stage, link.club_stage, link.joint_stage) == (Stage.TERMS_AGREED, Stage.BID_REJECTED, "")
    assert (link.kind, link.doubt, link.age_then) == (TransferKind.LOAN, Doubt.SELLER, 26)


def test_the_ending_names_the_report_it_rests_on() -> None:
    link: TransferLink = TransferLinkFactory()
    reported(link, "bid")
    end = reported(link, Stage.REFUSED_BY_CLUB, day=1)
    link = derived(link)
    assert (link.outcome, link.ending, link.ended_by) == ("over", Ending.REFUSED_BY_CLUB, end)


def test_that_he_stays_ends_his_other_links_of_the_window_until_a_later_claim() -> None:
    player = PlayerFactory()
    staying, older, newer, summer = (
        TransferLinkFactory(player=player, window__code=code) for code in ["2026-winter"] * 3 + ["2026-summer"]
    )
    reported(older, "talks")
    stays = reported(staying, Stage.STAYS, day=2)
    reported(newer, "talks", day=3)
    reported(summer, "talks")
    refresh_links([staying.pk, summer.pk])
    for link in (older, newer, summer):
        link.refresh_from_db()
    assert (older.outcome, older.ending, older.ended_by) == ("over", Ending.STAYED, stays)
    assert (newer.outcome, summer.outcome) == ("open", "open")


def test_the_newest_agreed_sum_goes_before_any_offer_and_converted_ones_are_marked() -> None:
    link: TransferLink = TransferLinkFactory()
    FeeFactory(report=reported(link, "bid"), what="offer", fee_eur=10)
    FeeFactory(report=reported(link, "bid", day=1), what="offer", fee_eur=20, currency="GBP")
    FeeFactory(report=reported(link, "bid", day=2), what="asking price", fee_eur=90)
    link = derived(link)
    assert (link.fee_eur, link.fee_is_converted) == (20, True)
    FeeFactory(report=reported(link, "agreed", day=3), what="agreed", fee_eur=15)
    FeeFactory(report=reported(link, "bid", day=4), what="offer", fee_eur=50)
    link = derived(link)
    assert (link.fee_eur, link.fee_is_converted) == (15, False)


def test_the_best_tier_is_that_of_the_day_for_the_club() -> None:
    league = CompetitionFactory()
    link = TransferLinkFactory(to_club=ClubFactory(competition=league))
    source = reported(link, "talks").source
    SourceTierFactory(source=source, tier="4")
    assert derived(link).best_tier == "4"
    SourceTierFactory(source=source, tier="3", competition=league)
    assert derived(link).best_tier == "3"
    SourceTierFactory(source=source, tier="1", club=link.to_club, since=date(2026, 1, 11))
    assert derived(link).best_tier == "3"


def test_the_deadline_is_the_buyers_else_the_sellers_else_the_usual_day() -> None:
    winter = WindowFactory()
    england, italy = datetime(2026, 2, 2, 19, tzinfo=UTC), datetime(2026, 2, 2, 18, tzinfo=UTC)
    WindowSpanFactory(window=winter, association="England", closes_at=england)
    WindowSpanFactory(window=winter, association="Italy", closes_at=italy)
    english, italian, unknown = (ClubFactory(association=name) for name in ("England", "Italy", "Nowhere"))
    bought, leaving, elsewhere = (
        TransferLinkFactory(window=winter, from_club=italian, to_club=english),
        TransferLinkFactory(window=winter, from_club=italian, to_club=None),
        TransferLinkFactory(window=winter, from_club=italian, to_club=unknown),
    )
    assert [(derived(link).closes_at, link.closing_known) for link in (bought, leaving, elsewhere)] == [
        (england, True), (italy, True), (datetime(2026, 2, 3, tzinfo=UTC), False),
    ]  # fmt: skip


def test_a_window_is_assumed_only_while_no_report_names_it() -> None:
    link = TransferLinkFactory()
    reported(link, "talks", window_assumed=True)
    assert derived(link).window_assumed is True
    reported(link, "bid", window_assumed=False)
    assert derived(link).window_assumed is False


def test_who_follows_a_corrected_report_follows_its_successor() -> None:
    link, by = TransferLinkFactory(), ChiefFactory()
    old = reported(link, "bid")
    new = reported(link, "bid", succeeds=old, source=old.source)
    Report.objects.filter(pk=old.pk).update(ended_at=DAY, ended_by=by, ended_why="Wrong.")
    reported(link, "bid", day=1, role=ReportRole.DENIAL, retracts=True, follows=old, source=old.source)
    assert new.pk
    assert (derived(link).ending, link.source_count) == (Ending.DENIED, 0)


def test_accepting_anything_in_a_draft_changes_nothing_public() -> None:
    link, by = TransferLinkFactory(), ChiefFactory()
    reported(link, "talks")
    refresh_all()
    before = state()
    draft = ArticleFactory()
    report = add_report(
        draft, player=link.player, to_club=link.to_club, window=link.window, stage_group="done", by=by,
        words="Milan want the defender.",
    )  # fmt: skip
    assert report.link == link
    after = state()
    new_source = (draft.publisher_id, False, 0)
    assert after == before | {"Source": [*before["Source"], new_source]}


def test_publishing_and_withdrawing_leaves_everything_as_it_was() -> None:
    world = _world()
    refresh_all()
    drafts = [article for article in world if article.status == "draft"]
    before = state()
    by = ChiefFactory()
    for article in drafts:
        publish(article, by=by)
    assert state() != before
    for article in drafts:
        withdraw(article, by=by, why="Made up.")
    assert state() == before


@pytest.mark.parametrize("seed", range(6))
def test_any_order_of_publishing_and_withdrawing_is_as_if_all_was_worked_out_anew(seed: int) -> None:
    chance, by = random.Random(seed), ChiefFactory()
    articles = _world()
    for _ in range(12):
        article = chance.choice(articles)
        article.refresh_from_db()
        match article.status:
            case "draft":
                publish(article, by=by, at=DAY)
            case "withdrawn":
                republish(article, by=by)
            case _:
                _take_back(article, chance, by)
    kept = state()
    refresh_all()
    assert state() == kept


def _take_back(article: Article, chance: random.Random, by: Any) -> None:
    report = article.reports.standing().first()
    if report is not None and chance.random() < 0.3:
        withdraw_report(report, by=by, why="A mistake.")
    else:
        withdraw(article, by=by, why="Made up.")


def _world() -> list[Article]:
    """Eight articles, some published, on two players with three links each, among them done, off and denied ones."""
    chance = random.Random(7)
    clubs, sources = ClubFactory.create_batch(4), SourceFactory.create_batch(3)
    articles: list[Article] = []
    for player in PlayerFactory.create_batch(2):
        links = [TransferLinkFactory(player=player, from_club=clubs[0], to_club=club) for club in clubs[1:]]
        for number, (stage, role) in enumerate(
            [("talks", "origin"), ("done", "origin"), ("off", "denial"), ("bid", "independent")]
        ):
            make = PublishedArticleFactory if number == 0 else ArticleFactory
            article = make(publisher=chance.choice(sources), published_at=DAY + timedelta(days=number))
            ReportFactory(article=article, link=links[number % 3], stage_group=stage, role=role)
            ReportFactory(article=article, link=links[(number + 1) % 3], stage_group="interest")
            articles.append(article)
    return articles


def test_the_number_of_queries_does_not_grow_with_the_reports() -> None:
    def queries(reports: int) -> int:
        link = TransferLinkFactory()
        for number in range(reports):
            FeeFactory(report=reported(link, "bid", day=number))
        refresh_links([link.pk])
        with CaptureQueriesContext(connection) as captured:
            refresh_links([link.pk])
        return len(captured)

    assert queries(1) == queries(3)


def test_sums_follow_a_rate_that_was_corrected() -> None:
    report = reported(TransferLinkFactory(), "bid")
    FeeFactory(report=report, currency="GBP", low=100, high=100, fee_eur=None)
    assert derived(report.link).fee_eur is None
    ExchangeRateFactory(year=2026, eur="1.2")
    refresh_all()
    report.link.refresh_from_db()
    assert (report.link.fee_eur, report.link.fee_is_converted) == (120, True)
