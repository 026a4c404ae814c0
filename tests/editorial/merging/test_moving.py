"""Two rows that are one become one, with all that points at them; and the record takes it back exactly."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError

from rumours.editorial.merging import UndoRefused, merge, preview, undo_merge
from rumours.editorial.merging.journal import Journal
from rumours.models import (
    Club,
    Fee,
    Merge,
    OldAddress,
    Person,
    TransferLink,
)
from tests import factories as make
from tests.editorial.merging.surroundings import KINDS, Surround, dump, points_at

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("factory", "surround"), KINDS)
def test_every_row_that_points_at_the_one_moves_to_the_other(factory: Any, surround: Surround, chief: User) -> None:
    kept, gone, third = factory(name="Alpha"), factory(name="Beta"), factory(name="Third")
    surround(gone)
    surround(third)
    before, others = points_at(gone), points_at(third)
    assert [name for name, count in before.items() if not count] == []
    merge(kept, gone, by=chief)
    after = points_at(kept)
    assert {name: after[name] for name in before if not name.endswith("Alias." + kept._meta.model_name)} == {
        name: count for name, count in before.items() if not name.endswith("Alias." + kept._meta.model_name)
    }
    assert set(points_at(gone).values()) == {0}
    assert points_at(third) == others
    assert not type(kept)._base_manager.filter(pk=gone.pk).exists()
    assert OldAddress.objects.target_of(str(kept._meta.model_name), gone.slug) == kept.pk


@pytest.mark.parametrize(("factory", "surround"), KINDS)
def test_undoing_gives_back_every_table_as_it_was(factory: Any, surround: Surround, chief: User) -> None:
    kept, gone = factory(name="Alpha"), factory(name="Beta")
    surround(kept)
    surround(gone)
    before = dump()
    record = merge(kept, gone, by=chief)
    assert dump() != before
    assert undo_merge(record, by=chief) == gone
    assert dump() == before
    record.refresh_from_db()
    assert record.undone_by == chief
    with pytest.raises(UndoRefused, match="undone already"):
        undo_merge(record, by=chief)


@pytest.mark.parametrize(("factory", "surround"), KINDS)
def test_the_preview_says_what_will_move_and_writes_nothing(factory: Any, surround: Surround, chief: User) -> None:
    kept, gone = factory(name="Alpha"), factory(name="Beta")
    surround(gone)
    before = dump()
    plan = preview(kept, gone)
    assert plan.possible
    assert sum(plan.moved.values()) == sum(points_at(gone).values())
    assert dump() == before


def test_older_addresses_lead_to_where_the_row_is_now(chief: User) -> None:
    a, b, c = (make.ClubFactory(name=name) for name in ("Alpha", "Beta", "Gamma"))
    merge(b, a, by=chief)
    merge(c, b, by=chief)
    assert {old: OldAddress.objects.target_of("club", old) for old in ("alpha", "beta")} == {
        "alpha": c.pk,
        "beta": c.pk,
    }


def test_an_error_in_the_middle_leaves_nothing(
    doubled: dict[str, Any], chief: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dump()

    def fails(*args: Any, **kwargs: Any) -> None:
        raise IntegrityError("the disk is full")

    monkeypatch.setattr(Merge.objects, "create", fails)
    with pytest.raises(IntegrityError):
        merge(doubled["kept"], doubled["gone"], by=chief)
    monkeypatch.undo()
    assert dump() == before
    assert Fee.objects.count() == 3


def test_history_tells_of_the_merge_and_its_undoing(chief: User) -> None:
    kept, gone = make.ClubFactory(name="Alpha"), make.ClubFactory(name="Beta")
    link = make.TransferLinkFactory(to_club=gone)
    record = merge(kept, gone, by=chief)
    latest = TransferLink.history.filter(id=link.pk).first()
    assert (latest.to_club_id, latest.history_user, latest.history_change_reason) == (
        kept.pk,
        chief,
        "merged with Beta",
    )
    assert Club.history.filter(id=gone.pk).first().history_type == "-"
    undo_merge(record, by=chief)
    assert TransferLink.history.filter(id=link.pk).first().to_club_id == gone.pk


def test_what_changes_twice_is_kept_as_it_was_first(chief: User) -> None:
    person, journal = make.PersonFactory(note="first"), Journal(chief, why="a test")
    for note in ("second", "third"):
        journal.update(Person, [person.pk], note=note)
    assert journal.as_json()["changed"] == [
        {"model": "rumours.person", "pk": person.pk, "before": {"note": "first"}, "after": {"note": "third"}}
    ]
    journal.drop(person)
    assert journal.as_json()["changed"] == []
    assert journal.as_json()["dropped"][0]["row"]["note"] == "first"
