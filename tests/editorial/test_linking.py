"""One link for one player, buyer and window, from the right club."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from rumours.editorial.errors import EditorialError
from rumours.editorial.linking import assumed_window, link_for
from rumours.models import TransferLink, Window
from tests.factories import (
    DAY,
    ChiefFactory,
    ClubFactory,
    PlayerFactory,
    PlayerSpellFactory,
    ReportFactory,
    TransferLinkFactory,
    WindowFactory,
    WindowSpanFactory,
)

pytestmark = pytest.mark.django_db


def link(player: Any, to_club: Any, **details: Any) -> TransferLink:
    return link_for(player=player, to_club=to_club, window=WindowFactory(), by=ChiefFactory(), at=DAY, **details)[0]


@pytest.mark.parametrize("named", [True, False])
def test_the_same_saga_is_found_again_also_without_a_buyer(named: bool) -> None:
    player, club, window, by = PlayerFactory(position="Left-Back"), ClubFactory(), WindowFactory(), ChiefFactory()
    buyer = club if named else None
    first, made = link_for(player=player, to_club=buyer, window=window, by=by)
    again, made_again = link_for(player=player, to_club=buyer, window=window, by=by)
    assert (again, made, made_again) == (first, True, False)
    assert (first.position, first.position_group, first.is_public) == ("Left-Back", "Defender", False)


def test_the_database_keeps_one_link_without_a_buyer() -> None:
    first = TransferLinkFactory(to_club=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        TransferLinkFactory(player=first.player, window=first.window, to_club=None)


def test_a_loanee_leaves_his_owner_with_the_loan_club_beside_it() -> None:
    player, owner, borrower = PlayerFactory(), ClubFactory(), ClubFactory()
    PlayerSpellFactory(player=player, club=borrower, since=date(2025, 7, 1), on_loan_from=owner)
    moved = link(player, ClubFactory())
    assert (moved.from_club, moved.loan_club) == (owner, borrower)
    recalled = link(player, owner)
    assert (recalled.from_club, recalled.loan_club) == (borrower, None)


def test_the_articles_own_word_goes_before_the_spell() -> None:
    player, named = PlayerFactory(), ClubFactory()
    PlayerSpellFactory(player=player)
    assert link(player, ClubFactory(), from_club=named).from_club == named
    assert link(player, ClubFactory(), free_agent=True).from_club is None


def test_where_he_leaves_from_is_not_known_when_he_is_at_the_buyer_already() -> None:
    spell = PlayerSpellFactory()
    assert link(spell.player, spell.club).from_club is None


def test_an_unknown_origin_is_filled_in_while_nobody_has_seen_the_link() -> None:
    hidden, shown, seller = TransferLinkFactory(from_club=None), TransferLinkFactory(from_club=None), ClubFactory()
    TransferLink.objects.filter(pk=shown.pk).update(is_public=True)
    Window.objects.filter(pk=shown.window_id).update(link_count=1)
    for row in (hidden, shown):
        link(row.player, row.to_club, from_club=seller)
        row.refresh_from_db()
    assert (hidden.from_club, shown.from_club) == (seller, None)


@pytest.mark.parametrize("wrong", ["itself", "free and not", "lent to itself"])
def test_impossible_origins_are_refused(wrong: str) -> None:
    club = ClubFactory()
    ways: dict[str, dict[str, Any]] = {
        "itself": {"to_club": club, "from_club": club},
        "free and not": {"to_club": None, "from_club": club, "free_agent": True},
        "lent to itself": {"to_club": None, "from_club": club, "loan_club": club},
    }
    with pytest.raises(EditorialError):
        link(PlayerFactory(), **ways[wrong])
    assert TransferLink.objects.count() == 0


def test_the_assumed_window_is_open_or_next_to_open_for_the_buyer_else_the_seller() -> None:
    arabia, italy = ClubFactory(association="Saudi Arabia"), ClubFactory(association="Italy")
    WindowSpanFactory(association="Saudi Arabia", closes_at=datetime(2026, 2, 20, tzinfo=UTC))
    WindowSpanFactory(association="Italy", closes_at=datetime(2026, 2, 2, tzinfo=UTC))
    at = datetime(2026, 2, 10, tzinfo=UTC)
    assert assumed_window(buyer=arabia, seller=italy, at=at).code == "2026-winter"
    assert assumed_window(buyer=italy, seller=arabia, at=at).code == "2026-summer"
    assert assumed_window(buyer=None, seller=arabia, at=at).code == "2026-winter"
    assert assumed_window(buyer=None, seller=None, at=at).code == "2026-summer"


def test_a_link_that_reports_stand_on_keeps_its_origin() -> None:
    report = ReportFactory()
    seller = report.link.from_club
    assert link(report.link.player, report.link.to_club, from_club=ClubFactory()).from_club == seller
