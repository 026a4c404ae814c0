"""How the vocabularies of `choices` read to people: one label a value, used by forms, admin and pages."""

from enum import StrEnum
from functools import cache, cached_property, partial
from typing import TYPE_CHECKING, Any

from django.db import models

from rumours import choices

if TYPE_CHECKING:
    CharField = models.CharField[str, str]
else:
    CharField = models.CharField

# Only where the plain value with a capital would not read well.
_LABELS: list[tuple[StrEnum, str]] = [
    (choices.Tier.OFFICIAL, "Official"),
    (choices.Tier.ONE, "Tier 1: as good as official"),
    (choices.Tier.TWO, "Tier 2: reliable"),
    (choices.Tier.THREE, "Tier 3: coin toss"),
    (choices.Tier.FOUR, "Tier 4: seldom right"),
    (choices.Tier.FIVE, "Tier 5: ignore"),
    (choices.Tier.AGGREGATOR, "Aggregator: passes through to the origin"),
    (choices.Shown.FULL, "Whole text (ours or licensed)"),
    (choices.Shown.EXCERPT, "Headline, link out and evidence only"),
    (choices.StageGroup.AGREED, "Agreed"),
    (choices.StageGroup.DONE, "Done"),
    (choices.StageGroup.OFF, "Off"),
    (choices.TransferKind.UNKNOWN, "Kind not known"),
    (choices.Doubt.NONE, "No doubt stated"),
    (choices.Doubt.SELLER, "Seller unwilling"),
    (choices.Doubt.PLAYER, "Player unwilling"),
    (choices.Doubt.PRICE, "Doubt over price"),
    (choices.Doubt.OTHER, "Other doubt"),
    (choices.TieKind.EITHER_OR, "Either one or the other"),
    (choices.TieKind.ONLY_IF, "Only if the other happens"),
]
# Values of two vocabularies may be the same word (a tier and a kind of source): the vocabulary is part of the key.
_LABELS_BY_KIND = {(type(value), value): label for value, label in _LABELS}


def label_of(value: StrEnum) -> str:
    """The wording of one vocabulary value for people."""
    return _LABELS_BY_KIND.get((type(value), value)) or value.value[:1].upper() + value.value[1:]


def choices_of(vocabulary: type[StrEnum]) -> list[tuple[str, str]]:
    """(stored value, label) pairs of a vocabulary, in its own order."""
    return list(_labels(vocabulary).items())


@cache
def _labels(vocabulary: type[StrEnum]) -> dict[str, str]:
    return {member.value: label_of(member) for member in vocabulary}


class _VocabularyField(CharField):
    """In migrations a plain CharField. Django's get_…_display() puts the choices together anew for each row, which
    took a third of a page of the admin's list of links."""

    def contribute_to_class(self, cls: type[models.Model], name: str, private_only: bool = False) -> None:
        super().contribute_to_class(cls, name, private_only)
        setattr(cls, f"get_{name}_display", lambda row: self._label(getattr(row, name)))

    def deconstruct(self) -> Any:
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs

    def _label(self, value: str | None) -> str | None:
        """As Django's: the value itself where it is none of the vocabulary."""
        return self._words.get(value, value) if value else value

    @cached_property
    def _words(self) -> dict[str, str]:
        return dict(self.flatchoices)


def choice_field(vocabulary: type[StrEnum], **options: Any) -> CharField:
    """A character field that holds one value of a vocabulary; options as of `CharField`.

    The choices are handed over as a callable, so that a new wording needs no migration.
    """
    return _VocabularyField(max_length=24, choices=partial(choices_of, vocabulary), **options)


def one_of(field: str, vocabulary: type[StrEnum], *, name: str, blank: bool = False) -> models.CheckConstraint:
    """A named constraint that keeps a column to its vocabulary, or empty where `blank`."""
    allowed = [member.value for member in vocabulary] + ([""] if blank else [])
    return models.CheckConstraint(condition=models.Q(**{f"{field}__in": allowed}), name=name)


def all_or_none(*fields: str, name: str) -> models.CheckConstraint:
    """A named constraint: these nullable columns are set together or not at all."""
    none = models.Q(*[(f"{field}__isnull", True) for field in fields])
    every = models.Q(*[(f"{field}__isnull", False) for field in fields])
    return models.CheckConstraint(condition=none | every, name=name)
