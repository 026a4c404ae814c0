"""What a merge would do, and what stands in its way, found out without writing."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from rumours.editorial.errors import EditorialError
from rumours.editorial.merging.details import details, differing
from rumours.editorial.merging.relations import Relation, relations_to
from rumours.models import Entity, Person, Source, TransferLink


@dataclass(frozen=True)
class Obstacle:
    """A row because of which two may not become one, and why."""

    row: models.Model
    why: str

    def __str__(self) -> str:
        return f"{self.row._meta.verbose_name} {self.row.pk} ({self.row}): {self.why}"


@dataclass(frozen=True)
class MergePlan:
    """`moved`: rows by the plural name of their kind; `joined`: (what stays, what goes into it);
    `filled`: details the kept row gets, by label; `differing`: details both have unlike, (stays, goes)."""

    kept: Entity
    gone: Entity
    moved: dict[str, int] = field(default_factory=dict)
    joined: list[tuple[models.Model, models.Model]] = field(default_factory=list)
    obstacles: list[Obstacle] = field(default_factory=list)
    filled: dict[str, Any] = field(default_factory=dict)
    differing: dict[str, tuple[Any, Any]] = field(default_factory=dict)

    @property
    def possible(self) -> bool:
        """Whether nothing stands in the way."""
        return not self.obstacles

    @property
    def links_joined(self) -> list[tuple[models.Model, models.Model]]:
        """The transfer links among what is joined."""
        return [pair for pair in self.joined if isinstance(pair[0], TransferLink)]


def preview(kept: Entity, gone: Entity) -> MergePlan:
    """The plan of a merge of `gone` into `kept`; EditorialError where they are not two stored rows of one model."""
    check_pair(kept, gone)
    moved: dict[str, int] = {}
    for relation in relations_to(type(kept)):
        count = relation.rows(gone).count()
        if count:
            name = str(relation.model._meta.verbose_name_plural)
            moved[name] = moved.get(name, 0) + count
    return MergePlan(
        kept=kept,
        gone=gone,
        moved=moved,
        joined=list(_joined(kept, gone)),
        obstacles=obstacles(kept, gone),
        filled=_labelled(kept, details(kept, gone)),
        differing=differing(kept, gone),
    )


def check_pair(kept: Entity, gone: Entity) -> None:
    """EditorialError unless these are two stored rows of one model that has a page and can be merged."""
    if type(kept) is not type(gone):
        raise EditorialError(f"a {gone._meta.verbose_name} cannot be merged into a {kept._meta.verbose_name}")
    if type(kept)._meta.model_name not in ("club", "player", "person", "source"):
        raise EditorialError(f"a {kept._meta.verbose_name} cannot be merged")
    if kept.pk is None or gone.pk is None:
        raise EditorialError("only stored rows can be merged")
    if kept.pk == gone.pk:
        raise EditorialError(f"{kept} cannot be merged into itself")


def obstacles(kept: Entity, gone: Entity, *, settled: str = "") -> list[Obstacle]:
    """Every row that could not stand after the merge; `settled` names a field of theirs that is being made one."""
    found: dict[tuple[type[models.Model], int], Obstacle] = {}
    for relation in relations_to(type(kept)):
        for row in _between_the_two(relation, kept, gone):
            found.setdefault((type(row), row.pk), Obstacle(row, _why(row, kept)))
    own = [Obstacle(gone, why) for why in _two_pages(kept, gone, settled)]
    return [*own, *found.values(), *_of_people(kept, gone)]


def _between_the_two(relation: Relation, kept: Entity, gone: Entity) -> Iterator[models.Model]:
    """Rows that name one of the two here and the other where a constraint wants another."""
    for other in relation.rivals():
        for one, two in ((gone, kept), (kept, gone)):
            yield from relation.model._base_manager.filter(**{relation.field.name: one, other: two.pk})


def _why(row: models.Model, kept: Entity) -> str:
    if isinstance(row, TransferLink):
        return f"would lead from {kept} to itself"
    if isinstance(row, Source):
        return f"works for the other, and {kept} cannot work for itself"
    return f"would name {kept} both as club and as owner"


def _two_pages(kept: Entity, gone: Entity, settled: str) -> Iterator[str]:
    """Two people who are two players, or two sources: those must be merged first, and the people go with them."""
    if not isinstance(kept, Person) or not isinstance(gone, Person):
        return
    for name in ("player", "source"):
        one, two = getattr(kept, name), getattr(gone, name)
        if name != settled and one and two and one != two:
            yield f"is the {name} {two}, and {kept} the {name} {one}: merge those, and these two with them"


def _of_people(kept: Entity, gone: Entity) -> list[Obstacle]:
    """What keeps the people of two players or sources from becoming one with them."""
    name = str(kept._meta.model_name)
    pairs = [pair for pair in _joined(kept, gone) if isinstance(pair[0], Person)]
    return [obstacle for one, two in pairs for obstacle in obstacles(one, two, settled=name)]  # type: ignore[arg-type]


def _joined(kept: Entity, gone: Entity) -> Iterator[tuple[models.Model, models.Model]]:
    """Links and people that become one with another: (what stays, what goes into it)."""
    for relation in relations_to(type(kept)):
        if relation.model in (TransferLink, Person) and relation.identities:
            for row in relation.rows(gone):
                twin = relation.twin(row, kept)
                if twin is not None:
                    yield twin, row


def _labelled(row: models.Model, found: dict[str, Any]) -> dict[str, Any]:
    columns = {column.attname: column for column in row._meta.concrete_fields}
    return {
        str(columns[name].verbose_name): columns[name].related_model._base_manager.get(pk=value)  # type: ignore[union-attr]
        if columns[name].related_model
        else value
        for name, value in found.items()
    }
