"""How vocabularies read to people, on any row."""

from types import SimpleNamespace
from typing import Any

import pytest

from rumours.choices import Doubt, PersonRole, SourceKind, Stage, StageGroup, Tier
from rumours.models import TransferLink
from rumours.models.labels import choice_field, choices_of, label_of


def test_a_word_of_two_vocabularies_reads_as_its_own_one_wants() -> None:
    assert (label_of(Tier.AGGREGATOR), label_of(SourceKind.AGGREGATOR)) == (
        "Aggregator: passes through to the origin",
        "Aggregator",
    )
    assert (label_of(Doubt.OTHER), label_of(PersonRole.OTHER)) == ("Other doubt", "Other")


def test_every_kind_of_source_reads_as_a_word() -> None:
    assert [label for _, label in choices_of(SourceKind)] == ["Outlet", "Journalist", "Official", "Aggregator"]


@pytest.mark.parametrize(
    ("stored", "shown"),
    [("done", "Done"), ("talks", "Talks"), ("", ""), ("a word of a later version", "a word of a later version")],
)
def test_a_row_shows_the_label_of_its_value(stored: str, shown: str) -> None:
    assert TransferLink(stage_group=stored).get_stage_group_display() == shown


def test_labels_of_two_vocabularies_are_not_mixed_up() -> None:
    link = TransferLink(stage_group="off", stage="medical passed", kind="unknown", doubt="none")
    shown = link.get_stage_group_display(), link.get_kind_display(), link.get_doubt_display()
    assert shown == ("Off", "Kind not known", "No doubt stated")


def test_the_pairs_are_the_callers_own() -> None:
    pairs = choices_of(StageGroup)
    assert pairs == [(member.value, label_of(member)) for member in StageGroup]
    pairs.clear()
    assert choices_of(StageGroup) != []


def test_a_copy_of_a_field_knows_its_labels() -> None:
    class Copied(TransferLink):
        copied = TransferLink._meta.get_field("stage_group").clone()

        class Meta:
            abstract = True

    row: Any = Copied
    assert row.get_copied_display(SimpleNamespace(copied="off")) == "Off"


def test_a_migration_sees_a_plain_field() -> None:
    _, path, _, options = choice_field(Stage, blank=True).deconstruct()
    assert path == "django.db.models.CharField"
    assert options["max_length"] == 24
