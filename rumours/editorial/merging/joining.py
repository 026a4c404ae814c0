"""Making one row of two: what points at the one that goes is moved, and what then says the same is joined."""

from typing import Any

from django.db import models

from rumours.editorial.merging.details import details
from rumours.editorial.merging.journal import Journal
from rumours.editorial.merging.relations import Relation, relations_to, said_by_id
from rumours.models import Entity, LinkTie, OldAddress, Report, TransferLink


def join(kept: models.Model, gone: models.Model, journal: Journal) -> None:
    """Move all that points at `gone` over to `kept` (same model), keep its address, fill `kept`'s gaps, drop `gone`."""
    for relation in relations_to(type(kept)):
        _repoint(relation, kept, gone, journal)
    for column, rows in said_by_id(gone):
        journal.update(rows.model, rows.values_list("pk", flat=True), **{column: kept.pk})
    found = details(type(kept)._base_manager.get(pk=kept.pk), type(gone)._base_manager.get(pk=gone.pk))
    _keep_address(kept, gone, journal)
    journal.drop(gone)
    if found:
        journal.update(type(kept), [kept.pk], **found)


def _repoint(relation: Relation, kept: models.Model, gone: models.Model, journal: Journal) -> None:
    column = relation.field.attname
    moving: list[int] = []
    for row in relation.rows(gone):
        if type(row) is type(kept) and row.pk == kept.pk:
            journal.update(relation.model, [row.pk], **{column: None})  # a row never points at itself
        elif isinstance(row, LinkTie) and kept.pk in (row.link_id, row.other_id):
            journal.drop(row)  # what tied the two that are now one
        elif not relation.identities or _stays(relation, row, kept, journal):
            moving.append(row.pk)
    journal.update(relation.model, moving, **{column: kept.pk})


def _stays(relation: Relation, row: models.Model, kept: models.Model, journal: Journal) -> bool:
    """Join a row with the one it would be the same as; whether `row` is still there to be moved."""
    twin = relation.twin(row, kept)
    if twin is None:
        return True
    if _goes_before(row, twin):
        join(row, twin, journal)
        return True
    join(twin, row, journal)
    return False


def _goes_before(row: models.Model, twin: models.Model) -> bool:
    """Of two reports the one readers may see stays, then the one recorded first; of other rows the kept side's."""
    if not isinstance(row, Report) or not isinstance(twin, Report):
        return False
    return min(row, twin, key=_standing) is row


def _standing(report: Report) -> Any:
    return report.withdrawn_at is not None, report.recorded_at, report.pk


def _keep_address(kept: models.Model, gone: models.Model, journal: Journal) -> None:
    """What had a page of its own redirects from there."""
    if isinstance(gone, Entity):
        old = gone.slug
    elif isinstance(gone, TransferLink):
        old = str(gone.pk)
    else:
        return
    address = {"kind": str(gone._meta.model_name), "old": old}
    known = OldAddress.objects.filter(**address).first()
    if known is None:
        journal.make(OldAddress(**address, target_id=kept.pk))
    else:
        journal.update(OldAddress, [known.pk], target_id=kept.pk)
