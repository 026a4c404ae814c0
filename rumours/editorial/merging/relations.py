"""Which rows point at a row, and which may not stand beside each other: read off the models, so none is forgotten."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db import models
from simple_history.models import HistoricalChanges

from rumours.models import Correction, OldAddress, PlayerSpell, SourceTier, SuggestionAlternative
from rumours.models.word import NameWord

Identity = tuple[tuple[str, ...], models.Q]

# Rows that no constraint keeps apart, but that say nothing when they stand there twice.
SAME_WHEN: dict[type[models.Model], tuple[str, ...]] = {
    PlayerSpell: ("player", "club", "since", "until", "on_loan_from"),
    SourceTier: ("source", "tier", "club", "competition", "since", "reason"),
    SuggestionAlternative: ("suggestion", "slot", "player", "club"),
}

# Rows that name another by kind and id, without a foreign key.
NAMED_BY_ID: tuple[tuple[type[models.Model], str, str], ...] = (
    (OldAddress, "kind", "target_id"),
    (Correction, "row_kind", "row_id"),
)


@dataclass(frozen=True)
class Relation:
    """One foreign key (or one side of a many-to-many table) by which rows of `model` point at another model's."""

    model: type[models.Model]
    field: "models.ForeignKey[Any, Any]"

    def rows(self, target: models.Model) -> "models.QuerySet[Any]":
        """The rows that point at `target`, in the order of their ids."""
        return self.model._base_manager.filter(**{self.field.name: target}).order_by("pk")

    @cached_property
    def identities(self) -> list[Identity]:
        """What makes a row of the model unique, as far as this field is part of it: field names and a condition."""
        together: list[tuple[str, ...]] = [(self.field.name,)] if self.field.unique else []
        together += [tuple(names) for names in (*self.model._meta.unique_together, SAME_WHEN.get(self.model, ()))]
        found = [(names, models.Q()) for names in together]
        for constraint in self.model._meta.constraints:
            if isinstance(constraint, models.UniqueConstraint):
                found.append((tuple(constraint.fields), constraint.condition or models.Q()))
        return [(names, condition) for names, condition in found if self.field.name in names]

    def twin(self, row: models.Model, target: models.Model) -> models.Model | None:
        """The row that `row` would be the same as, were it to point at `target`; None where there is none."""
        for names, condition in self.identities:
            if condition and not self.model._base_manager.filter(condition, pk=row.pk).exists():
                continue
            wanted = {name: getattr(row, self.model._meta.get_field(name).attname) for name in names}  # type: ignore[union-attr]
            wanted[self.field.name] = target.pk
            if self.model not in SAME_WHEN and None in wanted.values():
                continue
            same = {f"{k}__isnull" if v is None else k: True if v is None else v for k, v in wanted.items()}
            twin = self.model._base_manager.filter(condition, **same).exclude(pk=row.pk).first()
            if twin is not None:
                return twin
        return None

    def rivals(self) -> list[str]:
        """Other fields of the model, to the same model, that a constraint keeps from naming the same row."""
        target = self.field.related_model
        others = {f.name for f in self.model._meta.concrete_fields if f.related_model is target and f != self.field}
        if self.model is target:
            others.add("id")
        found: set[str] = set()
        for constraint in self.model._meta.constraints:
            if isinstance(constraint, models.CheckConstraint):
                condition: Any = constraint.condition
                fields = set(condition.referenced_base_fields)
                found |= others & fields if self.field.name in fields else set()
        return sorted(found)


def relations_to(model: type[models.Model]) -> list[Relation]:
    """Every way in which stored rows point at rows of `model`.

    History tables aside, which tell what was, and the beginnings of names, which follow from the row.
    """
    return [
        Relation(relation.related_model, relation.field)
        for relation in model._meta.get_fields(include_hidden=True)
        if isinstance(relation, models.ManyToOneRel)
        and not issubclass(relation.related_model, HistoricalChanges | NameWord)
    ]


def said_by_id(target: models.Model) -> "Iterator[tuple[str, models.QuerySet[Any]]]":
    """The rows that name `target` by kind and id: (name of the column with the id, rows)."""
    for model, kind, number in NAMED_BY_ID:
        yield number, model._base_manager.filter(**{kind: target._meta.model_name, number: target.pk}).order_by("pk")
