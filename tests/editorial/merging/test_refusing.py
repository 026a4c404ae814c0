"""Merges that would make nonsense are refused, and so are those whom nobody asked."""

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied

from rumours.editorial.errors import EditorialError
from rumours.editorial.merging import MergeRefused, merge, preview, undo_merge
from rumours.models import (
    Club,
    Player,
    PlayerSpell,
    TransferLink,
)
from tests import factories as make
from tests.editorial.merging.surroundings import dump

pytestmark = pytest.mark.django_db


def test_a_link_that_would_lead_from_a_club_to_itself_stops_the_merge(chief: User) -> None:
    kept, gone = make.ClubFactory(name="Alpha"), make.ClubFactory(name="Beta")
    between = make.TransferLinkFactory(from_club=gone, to_club=kept)
    lent = make.TransferLinkFactory(from_club=kept, loan_club=gone)
    spell = make.PlayerSpellFactory(club=kept, on_loan_from=gone)
    make.TransferLinkFactory(from_club=gone)
    before = dump()
    plan = preview(kept, gone)
    assert {(type(o.row), o.row.pk) for o in plan.obstacles} == {
        (TransferLink, between.pk),
        (TransferLink, lent.pk),
        (PlayerSpell, spell.pk),
        (Player, spell.player_id),
    }
    assert not plan.possible
    with pytest.raises(MergeRefused, match="from Alpha to itself") as refused:
        merge(kept, gone, by=chief)
    assert len(refused.value.obstacles) == 4
    assert dump() == before


def test_a_journalist_is_not_merged_with_the_paper_he_works_for(chief: User) -> None:
    paper = make.SourceFactory(name="The Echo")
    writer = make.JournalistFactory(outlet=paper)
    for kept, gone in ((paper, writer), (writer, paper)):
        with pytest.raises(MergeRefused, match="works for the other"):
            merge(kept, gone, by=chief)


def test_people_who_are_two_players_are_not_merged(chief: User) -> None:
    kept = make.PersonFactory(name="Alpha", player=make.PlayerFactory(name="Alpha"))
    gone = make.PersonFactory(name="Beta", player=make.PlayerFactory(name="Beta"))
    with pytest.raises(MergeRefused, match="is the player Beta"):
        merge(kept, gone, by=chief)


def test_people_of_two_journalists_who_are_two_players_stop_the_journalists_merge(chief: User) -> None:
    kept, gone = make.JournalistFactory(name="Alpha"), make.JournalistFactory(name="Beta")
    make.PersonFactory(source=kept, player=make.PlayerFactory(name="Alpha"))
    make.PersonFactory(source=gone, player=make.PlayerFactory(name="Beta"))
    with pytest.raises(MergeRefused, match="is the player Beta"):
        merge(kept, gone, by=chief)


def test_pairs_that_make_no_sense_are_refused(chief: User) -> None:
    club, player, league = make.ClubFactory(), make.PlayerFactory(), make.CompetitionFactory()
    for kept, gone, message in (
        (club, player, "a player cannot be merged into a club"),
        (club, club, "cannot be merged into itself"),
        (league, make.CompetitionFactory(), "a competition cannot be merged"),
        (club, Club(name="New"), "only stored rows"),
    ):
        with pytest.raises(EditorialError, match=message):
            merge(kept, gone, by=chief)


def test_only_those_who_may_merge() -> None:
    kept, gone = make.ClubFactory(), make.ClubFactory()
    with pytest.raises(PermissionDenied):
        merge(kept, gone, by=make.UserFactory(permissions=["change_club", "delete_club"]))
    record = merge(kept, gone, by=make.UserFactory(permissions=["merge_entities"]))
    with pytest.raises(PermissionDenied):
        undo_merge(record, by=make.UserFactory(permissions=["change_club"]))
