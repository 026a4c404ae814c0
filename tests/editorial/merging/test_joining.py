"""Links of one saga that a merge makes one, and the people of merged players and journalists."""

from typing import Any

import pytest
from django.contrib.auth.models import User

from rumours.choices import Ending, Position
from rumours.editorial.merging import merge, preview, undo_merge
from rumours.models import (
    Correction,
    LinkTie,
    OldAddress,
    Person,
    TransferLink,
)
from tests import factories as make
from tests.editorial.merging.surroundings import EARLY, dump

pytestmark = pytest.mark.django_db


def test_links_that_become_one_are_joined_with_all_they_hold(doubled: dict[str, Any], chief: User) -> None:
    rows = doubled
    stays, goes = rows["stays"], rows["goes"]
    plan = preview(rows["kept"], rows["gone"])
    assert plan.links_joined == [(stays, goes)]
    merge(rows["kept"], rows["gone"], by=chief)
    stays.refresh_from_db()
    rows["other"].refresh_from_db()
    assert set(TransferLink.objects.all()) == {stays, rows["other"]}
    assert (stays.from_club, rows["other"].to_club) == (rows["seller"], rows["kept"])
    assert set(stays.reports.all()) == {rows["first"], rows["repeat"], rows["echo"]}
    assert {report.pk: report.follows_id for report in stays.reports.all()} == {
        rows["first"].pk: None,
        rows["repeat"].pk: rows["first"].pk,
        rows["echo"].pk: rows["first"].pk,
    }
    assert sorted(rows["first"].fees.values_list("low", flat=True)) == [1, 30_000_000]
    assert list(LinkTie.objects.values_list("link", "other")) == [(rows["other"].pk, stays.pk)]
    assert list(Correction.objects.of(stays)) == [rows["note"]]
    assert OldAddress.objects.target_of("transferlink", str(goes.pk)) == stays.pk
    assert (stays.is_public, stays.report_count) == (True, 2)


def test_joined_links_come_apart_again_as_they_were(doubled: dict[str, Any], chief: User) -> None:
    before = dump()
    record = merge(doubled["kept"], doubled["gone"], by=chief)
    undo_merge(record, by=chief)
    assert dump() == before


def test_the_report_that_readers_may_see_stays(doubled: dict[str, Any], chief: User) -> None:
    doubled["first"].withdrawn_at, doubled["first"].withdrawn_by, doubled["first"].withdrawn_why = EARLY, chief, "Wrong"
    doubled["first"].save()
    before = dump()
    record = merge(doubled["kept"], doubled["gone"], by=chief)
    assert set(doubled["stays"].reports.all()) == {doubled["second"], doubled["repeat"], doubled["echo"]}
    undo_merge(record, by=chief)
    assert dump() == before


def test_links_of_two_players_without_a_buyer_are_joined(chief: User) -> None:
    kept, gone = make.PlayerFactory(name="Alpha", position=""), make.PlayerFactory(name="Beta")
    stays = make.TransferLinkFactory(player=kept, to_club=None, position="", position_group="")
    goes = make.TransferLinkFactory(
        player=gone, to_club=None, set_ending=Ending.WENT_QUIET, set_ending_at=EARLY, set_ending_by=chief
    )
    later = make.TransferLinkFactory(player=gone, to_club=None, window=make.WindowFactory(code="2026-summer"))
    make.ReportFactory(link=goes)
    before = dump()
    record = merge(kept, gone, by=chief)
    stays.refresh_from_db()
    assert set(TransferLink.objects.filter(player=kept)) == {stays, later}
    assert (stays.set_ending, stays.position) == (Ending.WENT_QUIET, Position.CENTRE_BACK)
    assert stays.reports.count() == 1
    undo_merge(record, by=chief)
    assert dump() == before


def test_the_people_of_two_players_become_one_with_them(chief: User) -> None:
    kept, gone = make.PlayerFactory(name="Alpha"), make.PlayerFactory(name="Beta")
    speaks, spoke = make.PersonFactory(name="Alpha", player=kept), make.PersonFactory(name="Beta", player=gone)
    quote = make.QuoteFactory(article=make.PublishedArticleFactory(), speaker=spoke)
    before = dump()
    assert preview(kept, gone).joined == [(speaks, spoke)]
    record = merge(kept, gone, by=chief)
    quote.refresh_from_db()
    assert (quote.speaker, list(Person.objects.all())) == (speaks, [speaks])
    assert OldAddress.objects.target_of("person", "beta") == speaks.pk
    speaks.refresh_from_db()
    assert (speaks.is_public, speaks.link_count) == (True, 1)
    undo_merge(record, by=chief)
    speaks.refresh_from_db()
    assert (speaks.is_public, speaks.link_count) == (False, 0)
    assert dump() == before
