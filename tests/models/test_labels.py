"""How vocabularies read to people."""

from rumours.choices import Doubt, PersonRole, SourceKind, Tier
from rumours.models.labels import choices_of, label_of


def test_a_word_of_two_vocabularies_reads_as_its_own_one_wants() -> None:
    assert (label_of(Tier.AGGREGATOR), label_of(SourceKind.AGGREGATOR)) == (
        "Aggregator: passes through to the origin",
        "Aggregator",
    )
    assert (label_of(Doubt.OTHER), label_of(PersonRole.OTHER)) == ("Other doubt", "Other")


def test_every_kind_of_source_reads_as_a_word() -> None:
    assert [label for _, label in choices_of(SourceKind)] == ["Outlet", "Journalist", "Official", "Aggregator"]
