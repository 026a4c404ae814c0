"""Which person a row is, and what a load adds."""

from datetime import date
from pathlib import Path

import pytest

from rumours.models import Person
from tests.editorial.loading.files import counts, load_in, warnings
from tests.factories import PersonAliasFactory, PersonFactory

pytestmark = pytest.mark.django_db

PEOPLE = "name,role,nationality,birth_date,aliases\n"
BORN = date(1978, 1, 9)


def test_other_names_are_found(tmp_path: Path) -> None:
    text = PEOPLE + "Gennaro Gattuso,coach,Italy,1978-01-09,Ringhio|Rino Gattuso\nOther Coach,coach,Italy,,\n"
    assert counts(load_in(tmp_path, text))["people"] == (2, 0, 0, 0)
    assert counts(load_in(tmp_path, text))["people"] == (0, 0, 2, 0)
    assert [person.name for person in Person.objects.called("ringhio")] == ["Gennaro Gattuso"]


@pytest.mark.parametrize("born", [BORN, None])
def test_who_was_renamed_is_known_by_the_former_name(tmp_path: Path, born: date | None) -> None:
    person = PersonFactory(name="Gennaro Gattuso", born=born)
    PersonAliasFactory(person=person, name="Rino Gattuso")
    load_in(tmp_path, PEOPLE + "Rino Gattuso,coach,Italy,1978-01-09,\n")
    assert list(Person.objects.values_list("pk", "name", "born")) == [(person.pk, "Gennaro Gattuso", BORN)]


def test_a_namesake_of_another_birth_date_and_an_ambiguous_alias_match_nothing(tmp_path: Path) -> None:
    PersonFactory(name="Gennaro Gattuso", born=date(1980, 1, 1))
    PersonAliasFactory(person__name="Some One", name="The Boss", ambiguous=True)
    load_in(tmp_path, PEOPLE + "Gennaro Gattuso,coach,Italy,1978-01-09,\nThe Boss,coach,,,\n")
    assert Person.objects.count() == 4


def test_who_may_be_two_is_left_out_and_a_stub_is_offered(tmp_path: Path) -> None:
    for name in ("Al Green", "Alan Green"):
        PersonAliasFactory(person__name=name, name="Greenie")
    PersonFactory(name="Igli Tare", is_stub=True)
    summary = load_in(tmp_path, PEOPLE + "Greenie,agent,,,\nIgli Tare,director,Albania,1973-07-25,\n")
    assert warnings(summary) == ["1.csv:2 name: 'Greenie' may be any of 2 people here: row left out"]
    assert summary.stubs == ["stub 'Igli Tare' may be 'Igli Tare' (born 1973-07-25): merge in the admin"]
    assert Person.objects.filter(name="Igli Tare").count() == 2
