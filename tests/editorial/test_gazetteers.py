"""The names and facts that tagging takes from the database."""

from datetime import date
from typing import Any

import pytest

from rumours.choices import PersonRole
from rumours.editorial.gazetteers import gazetteer, known_names
from rumours.models import Club, ClubAlias, Competition, Person, Player, PlayerSpell, Source
from rumours.tagging import Key, KnownName, PersonFacts, PlayerFacts, Spell

pytestmark = pytest.mark.django_db


@pytest.fixture
def lazio() -> Club:
    league = Competition.objects.create(name="Serie A", country="Italy")
    return Club.objects.create(name="Lazio", short_name="Laz", association="Italy", competition=league)


def test_a_club_comes_under_every_name_its_own_first(lazio: Club) -> None:
    ClubAlias.objects.create(club=lazio, name="Biancocelesti", ambiguous=True)
    key = Key("club", lazio.pk)
    assert list(known_names()) == [
        KnownName(key, "Lazio", False, "men", 0),
        KnownName(key, "Laz", False, "men", 0),
        KnownName(key, "Biancocelesti", True, "men", 0),
    ]


def test_what_is_known_of_clubs(lazio: Club) -> None:
    names = gazetteer()
    assert (names.association_of(lazio.pk), names.league_of(lazio.pk), names.section_of(lazio.pk)) == (
        "Italy",
        "Serie A",
        "men",
    )
    assert (names.association_of(0), names.league_of(0), names.section_of(0)) == ("", "", "")


def test_where_a_player_is_on_a_day(lazio: Club) -> None:
    roma = Club.objects.create(name="Roma", association="Italy")
    player = Player.objects.create(name="Danilo Ricci", birth_year=1999, nationality="Brazil", position="Centre-Back")
    PlayerSpell.objects.create(player=player, club=lazio, until=date(2025, 7, 1))
    PlayerSpell.objects.create(player=player, club=roma, since=date(2025, 7, 1), on_loan_from=lazio)
    names = gazetteer()
    assert names.spell_on(player.pk, date(2025, 6, 30)) == Spell(player.pk, lazio.pk, None, date(2025, 7, 1))
    assert names.spell_on(player.pk, date(2025, 7, 1)) == Spell(player.pk, roma.pk, date(2025, 7, 1), None, lazio.pk)
    assert names.spell_on(0, date(2025, 7, 1)) is None
    assert names.player(player.pk) == PlayerFacts(player.pk, 1999, False, "Brazil", "Centre-Back")


def test_what_people_were_last_known_as(lazio: Club) -> None:
    coach = Person.objects.create(name="Marco Bruni", role=PersonRole.COACH, club=lazio)
    reporter = Source.objects.create(name="Gianni Romeri", kind="journalist")
    outlet = Source.objects.create(name="Tuttosport")
    names = gazetteer()
    assert names.person(Key("person", coach.pk)) == PersonFacts(Key("person", coach.pk), PersonRole.COACH, lazio.pk)
    assert names.person(Key("source", reporter.pk)) == PersonFacts(Key("source", reporter.pk), PersonRole.JOURNALIST)
    assert names.person(Key("source", outlet.pk)) is None


def test_a_person_who_is_a_player_comes_as_the_player() -> None:
    player = Player.objects.create(name="Danilo Ricci")
    Person.objects.create(name="Danilo Ricci", player=player)
    assert [name.key for name in known_names()] == [Key("player", player.pk)]


def test_as_many_queries_for_many_rows_as_for_none(lazio: Club, django_assert_num_queries: Any) -> None:
    for number in range(5):
        Player.objects.create(name=f"Danilo Ricci {number}")
    with django_assert_num_queries(13):
        gazetteer()
