"""What the kept row takes over from the other: gaps, places, roles, names."""

from datetime import date

import pytest
from django.contrib.auth.models import User

from rumours.choices import PersonRole, Position, PositionGroup
from rumours.editorial.merging import merge, preview, undo_merge
from rumours.models import (
    Source,
)
from tests import factories as make
from tests.editorial.merging.surroundings import DAY

pytestmark = pytest.mark.django_db


def test_gaps_are_filled_and_what_is_there_stays(chief: User) -> None:
    kept = make.PlayerFactory(name="Alpha", position="", position_group="Defender", nationality="Italy", is_stub=True)
    gone = make.PlayerFactory(
        name="Beta", born=date(2001, 2, 3), nationality="France", foot="left", second_position="Left-Back",
        is_reference=True,
    )  # fmt: skip
    plan = preview(kept, gone)
    assert plan.filled["main position"] == "Centre-Back"
    assert plan.differing == {"nationality": ("Italy", "France")}
    merge(kept, gone, by=chief)
    kept.refresh_from_db()
    assert (kept.born, kept.birth_year, kept.nationality, kept.foot) == (date(2001, 2, 3), 2001, "Italy", "left")
    assert kept.positions == [Position.CENTRE_BACK, Position.LEFT_BACK]
    assert (kept.is_stub, kept.is_reference, kept.is_public) == (False, True, True)


def test_an_exact_position_of_another_line_or_another_birth_year_is_not_taken_over(chief: User) -> None:
    kept = make.PlayerFactory(name="Alpha", position="", position_group="Attack", birth_year=1999)
    gone = make.PlayerFactory(name="Beta", born=date(2001, 2, 3))
    merge(kept, gone, by=chief)
    kept.refresh_from_db()
    assert (kept.positions, kept.position_group) == ([], PositionGroup.ATTACK)
    assert (kept.born, kept.birth_year) == (None, 1999)


def test_the_kept_player_is_where_the_spells_of_both_say(chief: User) -> None:
    kept, gone, club = make.PlayerFactory(name="Alpha"), make.PlayerFactory(name="Beta"), make.ClubFactory()
    make.PlayerSpellFactory(player=kept, club=club, since=DAY)
    make.PlayerSpellFactory(player=gone, club=club, since=DAY)
    make.PlayerSpellFactory(player=gone, club=make.ClubFactory(), since=date(2020, 1, 1), until=DAY)
    record = merge(kept, gone, by=chief)
    kept.refresh_from_db()
    assert (kept.club, kept.spells.count()) == (club, 2)
    undo_merge(record, by=chief)
    assert (kept.spells.count(), gone.spells.count()) == (1, 2)


def test_a_person_of_no_known_role_takes_the_others(chief: User) -> None:
    kept, gone = make.PersonFactory(name="Alpha"), make.PersonFactory(name="Beta", role=PersonRole.AGENT)
    merge(kept, gone, by=chief)
    kept.refresh_from_db()
    assert kept.role == PersonRole.AGENT


def test_names_and_hosts_of_both_are_found(chief: User) -> None:
    kept = make.SourceFactory(name="The Echo", domains="|echo.example|")
    gone = make.SourceFactory(name="Evening Echo", domains="|echo.example|evening.example|")
    make.SourceAliasFactory(source=gone, name="The Rag")
    merge(kept, gone, by=chief)
    assert [list(Source.objects.called(name)) for name in ("the rag", "evening echo", "the echo")] == [[kept]] * 3
    assert list(Source.objects.at_domain("evening.example")) == [kept]
    club, other = make.ClubFactory(name="Alpha"), make.ClubFactory(name="Beta", short_name="Bet")
    merge(club, other, by=chief)
    assert set(club.aliases.values_list("name", "kind")) == {("Beta", "spelling"), ("Bet", "short")}
