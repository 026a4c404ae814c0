"""Reports are changed in place while nobody has seen them; afterwards each correction ends one and adds the next."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from rumours.choices import FeeWhat, ReportRole
from rumours.editorial.deriving import refresh_all
from rumours.editorial.errors import EditorialError, WrongState
from rumours.editorial.fees import Sum
from rumours.editorial.reporting import change_report
from rumours.models import Correction, Report, TransferLink
from tests.factories import (
    ArticleFactory,
    ChiefFactory,
    ClubFactory,
    FeeFactory,
    PersonFactory,
    PlayerFactory,
    PublishedArticleFactory,
    ReportFactory,
    TransferLinkFactory,
    UserFactory,
    WindowFactory,
)

pytestmark = pytest.mark.django_db


def test_a_drafts_report_is_changed_in_place() -> None:
    report, coach = ReportFactory(stage_group="talks", stage="contact"), PersonFactory()
    change_report(
        report, stage_group="bid", claimant=coach, words="Juventus have asked about him.", fees=[Sum(FeeWhat.OFFER, 5)],
        by=ChiefFactory(),
    )  # fmt: skip
    kept = Report.objects.get()
    assert (kept.pk, kept.stage_group, kept.stage, kept.claimant) == (report.pk, "bid", "", coach)
    assert kept.article.body[kept.start : kept.end] == kept.text == "Juventus have asked about him."
    assert list(kept.fees.values_list("what", "low", "high", "fee_eur")) == [("offer", 5, 5, 5)]


def test_another_buyer_moves_it_to_another_link_and_leaves_the_old_to_the_others() -> None:
    report, buyer = ReportFactory(), ClubFactory()
    other = ReportFactory(link=report.link)
    change_report(report, to_club=buyer, by=ChiefFactory())
    for row in (report, other):
        row.refresh_from_db()
    assert (report.link.to_club, report.link.player, report.link.from_club) == (
        buyer, other.link.player, other.link.from_club,
    )  # fmt: skip
    assert other.link != report.link


def test_a_link_on_which_nothing_stands_any_more_goes() -> None:
    report = ReportFactory()
    old = report.link_id
    change_report(report, window=WindowFactory(code="2026-summer"), by=ChiefFactory())
    assert list(TransferLink.objects.values_list("window__code")) == [("2026-summer",)]
    assert not TransferLink.objects.filter(pk=old).exists()


def test_another_player_brings_his_own_origin() -> None:
    report = ReportFactory()
    change_report(report, player=PlayerFactory(), by=ChiefFactory())
    report.refresh_from_db()
    assert report.link.from_club is None


def test_a_window_of_none_is_assumed_anew() -> None:
    report = ReportFactory(link__window__code="2027-summer")
    change_report(report, window=None, by=ChiefFactory())
    report.refresh_from_db()
    assert (report.link.window.code, report.window_assumed) == ("2026-winter", True)


def test_the_origin_is_changed_only_where_no_other_article_reports_on_the_link() -> None:
    report, seller, by = ReportFactory(), ClubFactory(), ChiefFactory()
    change_report(report, from_club=seller, by=by)
    report.link.refresh_from_db()
    assert report.link.from_club == seller
    ReportFactory(link=report.link)
    with pytest.raises(EditorialError, match="Other articles report"):
        change_report(report, from_club=None, free_agent=True, by=by)


def test_one_that_readers_have_seen_is_ended_and_its_successor_stands() -> None:
    report, by = ReportFactory(article=PublishedArticleFactory(), stage_group="bid"), ChiefFactory()
    FeeFactory(report=report, low=7, high=7)
    with pytest.raises(EditorialError, match="note"):
        change_report(report, stage_group="talks", by=by)
    successor = change_report(report, stage_group="talks", note="There was no bid.", by=by)
    report.refresh_from_db()
    assert (report.stage_group, report.ended_by, report.ended_why) == ("bid", by, "There was no bid.")
    assert (successor.succeeds, successor.stage_group, successor.dated_at) == (report, "talks", report.dated_at)
    assert [fee.low for fee in successor.fees.all()] == [7]
    assert list(Report.objects.published()) == [successor]
    assert Correction.objects.of(report).get().note == "There was no bid."
    successor.link.refresh_from_db()
    assert successor.link.stage_group == "talks"
    with pytest.raises(WrongState):
        change_report(report, stage_group="bid", note="Again.", by=by)


def test_a_correction_to_another_link_hides_the_one_that_was_wrong() -> None:
    report, buyer = ReportFactory(article=PublishedArticleFactory()), ClubFactory()
    wrong = report.link
    refresh_all()
    successor = change_report(report, to_club=buyer, note="It is another club.", by=ChiefFactory())
    assert list(TransferLink.objects.published()) == [successor.link]
    wrong.refresh_from_db()
    wrong.to_club.refresh_from_db()
    assert (wrong.is_public, wrong.to_club.is_public) == (False, False)


def test_what_follows_a_corrected_report_still_takes_it_back() -> None:
    report, by = ReportFactory(article=PublishedArticleFactory(), stage_group="bid"), ChiefFactory()
    change_report(report, stage_group="talks", note="There was no bid.", by=by)
    ReportFactory(
        article=PublishedArticleFactory(), link=report.link, source=report.source, role=ReportRole.DENIAL,
        follows=report, retracts=True,
    )  # fmt: skip
    refresh_all()
    report.link.refresh_from_db()
    assert (report.link.ending, report.link.source_count) == ("denied", 0)


def test_a_contributor_changes_drafts_only() -> None:
    by: Any = UserFactory(permissions=["change_report"])
    change_report(ReportFactory(article=ArticleFactory()), doubt="price", by=by)
    with pytest.raises(PermissionDenied):
        change_report(ReportFactory(article=PublishedArticleFactory()), doubt="price", note="x", by=by)
    assert list(Report.objects.filter(doubt="price").values_list("article__status")) == [("draft",)]


def test_a_refused_change_leaves_everything_as_it_was() -> None:
    link = TransferLinkFactory()
    report = ReportFactory(article=PublishedArticleFactory(), link=link)
    with pytest.raises(EditorialError, match="no step of"):
        change_report(report, stage="medical", note="Wrong.", by=ChiefFactory())
    report.refresh_from_db()
    assert (report.ended_at, Report.objects.count(), Correction.objects.count()) == (None, 1, 0)
