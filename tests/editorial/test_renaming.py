"""A new name moves a row to a new address; the old name and address still lead to it."""

import pytest
from django.core.exceptions import PermissionDenied

from rumours.choices import AliasKind
from rumours.editorial.errors import EditorialError
from rumours.editorial.renaming import rename
from rumours.models import Club, Entity, OldAddress, Person, Player
from tests.factories import ChiefFactory, ClubFactory, PersonFactory, PlayerFactory, SourceFactory, UserFactory

pytestmark = pytest.mark.django_db


def old_addresses(kind: str) -> dict[str, int]:
    return dict(OldAddress.objects.filter(kind=kind).values_list("old", "target_id"))


def test_the_old_address_leads_to_the_renamed_row() -> None:
    club = ClubFactory(name="Redmoor Town")
    other = ClubFactory(name="Redmoor Rovers")
    rename(club, name="Redmoor City", by=ChiefFactory())
    assert (club.name, club.slug, club.folded) == ("Redmoor City", "redmoor-city", "redmoor city")
    assert old_addresses("club") == {"redmoor-town": club.pk}
    other.refresh_from_db()
    assert other.slug == "redmoor-rovers"


def test_the_old_name_is_still_found() -> None:
    player = PlayerFactory(name="Joao Felipe")
    rename(player, name="Pipo", by=ChiefFactory())
    assert list(player.aliases.values_list("name", "kind")) == [("Joao Felipe", AliasKind.FORMER)]
    assert list(Player.objects.called("joão felipe")) == [player]
    assert list(Player.objects.called("pipo")) == [player]


def test_sources_and_people_keep_the_old_name_too() -> None:
    chief = ChiefFactory()
    source, person = SourceFactory(name="The Echo"), PersonFactory(name="Al Green")
    rename(source, name="Evening Echo", by=chief)
    rename(person, name="Alan Green", by=chief)
    assert list(source.aliases.values_list("name", flat=True)) == ["The Echo"]
    assert list(person.aliases.values_list("name", "kind")) == [("Al Green", AliasKind.FORMER)]
    assert list(Person.objects.named("al green")) == [person]
    assert (person.slug, old_addresses("person")) == ("alan-green", {"al-green": person.pk})


def test_every_address_of_a_chain_leads_to_the_row_and_going_back_takes_it_back() -> None:
    club, chief = ClubFactory(name="Alpha"), ChiefFactory()
    rename(club, name="Beta", by=chief)
    rename(club, name="Gamma", by=chief)
    assert old_addresses("club") == {"alpha": club.pk, "beta": club.pk}
    rename(club, name="Alpha", by=chief)
    assert club.slug == "alpha"
    assert old_addresses("club") == {"beta": club.pk, "gamma": club.pk}


def test_nobody_takes_an_address_that_was_anothers() -> None:
    first, second, chief = ClubFactory(name="Alpha"), ClubFactory(name="Omega"), ChiefFactory()
    rename(first, name="Beta", by=chief)
    rename(second, name="Alpha", by=chief)
    assert second.slug == "alpha-italy"
    assert old_addresses("club") == {"alpha": first.pk, "omega": second.pk}


def test_accents_change_the_name_but_not_the_address() -> None:
    player = PlayerFactory(name="Milan Skriniar")
    rename(player, name="  Milan  Škriniar ", by=ChiefFactory())
    assert (player.name, player.slug) == ("Milan Škriniar", "milan-skriniar")
    assert old_addresses("player") == {}
    assert player.aliases.count() == 0


def test_a_namesakes_own_address_stays_when_the_name_reads_the_same() -> None:
    PlayerFactory(name="Murillo")
    second = PlayerFactory(name="Murillo", birth_year=1996)
    rename(second, name="Murïllo", by=ChiefFactory())
    assert (second.slug, old_addresses("player")) == ("murillo-1996", {})


def test_history_says_who() -> None:
    club, chief = ClubFactory(name="Alpha"), ChiefFactory()
    rename(club, name="Beta", by=chief)
    assert [(row.name, row.history_user) for row in Club.history.filter(id=club.pk)] == [
        ("Beta", chief),
        ("Alpha", None),
    ]


@pytest.mark.parametrize(
    ("name", "message"), [("  ", "at least one letter"), ("—", "at least one letter"), ("x" * 121, "at most 120")]
)
def test_a_name_that_will_not_do_changes_nothing(name: str, message: str) -> None:
    club = ClubFactory(name="Alpha")
    with pytest.raises(EditorialError, match=message):
        rename(club, name=name, by=ChiefFactory())
    club.refresh_from_db()
    assert (club.name, OldAddress.objects.count()) == ("Alpha", 0)


def test_only_those_who_may_change_it_may_rename_it() -> None:
    entity: Entity = ClubFactory(name="Alpha")
    with pytest.raises(PermissionDenied, match=r"rumours\.change_club"):
        rename(entity, name="Beta", by=UserFactory(permissions=["change_player"]))
    rename(entity, name="Beta", by=UserFactory(permissions=["change_club"]))
    assert entity.name == "Beta"
