"""Taking a merge back from its record: exactly, or not at all."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import User
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from rumours.editorial.errors import EditorialError
from rumours.editorial.merging.journal import batches, record_changes
from rumours.editorial.merging.refreshing import refresh_around
from rumours.editorial.merging.rows import Values, decoded, label_of, model_of, put_back, values_of
from rumours.editorial.permissions import require
from rumours.editorial.touching import touch_everything
from rumours.models import Entity, Merge
from rumours.models.entity import refold

# Computed from other rows: never a reason to refuse, since it is computed again.
DERIVED = {
    "rumours.player": {"club_id", "owner_id"},
    "rumours.transferlink": {"ended_by_id", "ended_by_link_id"},
}
COMPUTED = {"is_public", "link_count", "search", "folded"}
WHY = "merge undone"


class UndoRefused(EditorialError):
    """Rows of the merge were changed since; `rows` says which and how, one line each."""

    def __init__(self, rows: list[str]) -> None:
        super().__init__("; ".join(rows))
        self.rows = rows


@transaction.atomic
def undo_merge(merge: Merge, *, by: User) -> Entity:
    """Put everything back as it was before the merge and give back the row that had gone.

    What was added to the kept row since stays there. Raises UndoRefused with the rows changed since, and then
    changes nothing; PermissionDenied without `rumours.merge_entities`.
    """
    require(by, "rumours.merge_entities")
    merge = Merge.objects.select_for_update().get(pk=merge.pk)
    changed = changed_since(merge)
    if changed:
        raise UndoRefused(changed)
    try:
        with transaction.atomic():
            _restore(merge.changes, by)
    except IntegrityError as error:
        raise UndoRefused([f"another row has taken the place of one that would come back ({error})"]) from error
    merge.undone_at, merge.undone_by = timezone.now(), by
    merge.save(update_fields=["undone_at", "undone_by"])
    model: Any = model_of(f"rumours.{merge.kind}")
    kept, gone = (model._base_manager.get(pk=pk) for pk in (merge.kept_id, merge.gone_id))
    refold(kept)
    refold(gone)
    refresh_around(kept, gone)
    touch_everything()
    return model._base_manager.get(pk=merge.gone_id)  # type: ignore[no-any-return]


def changed_since(merge: Merge) -> list[str]:
    """Why the merge cannot be undone: one line for each row that is no longer as it left it. Empty: it can."""
    if merge.undone_at is not None:
        return [f"undone already on {merge.undone_at:%Y-%m-%d %H:%M} UTC"]
    model = model_of(f"rumours.{merge.kind}")
    if not model._base_manager.filter(pk=merge.kept_id).exists():
        return [f"the {merge.kind} {merge.kept_id} that was kept is no longer there"]
    changes = merge.changes
    return [
        *(line for entry in changes["changed"] for line in _unlike(entry, entry["after"], gone_is_fine=False)),
        *(line for entry in changes["made"] for line in _unlike(entry, entry["row"], gone_is_fine=True)),
        *_targets_gone(changes),
    ]


def _unlike(entry: dict[str, Any], after: Values, *, gone_is_fine: bool) -> Iterator[str]:
    model = model_of(entry["model"])
    row = model._base_manager.filter(pk=entry["pk"]).first()
    name = f"{model._meta.verbose_name} {entry['pk']}"
    if row is None:
        if not gone_is_fine:
            yield f"{name} was deleted"
        return
    skipped = DERIVED.get(entry["model"], set()) | COMPUTED
    now = values_of(row, *after)
    unlike = [column for column in after if column not in skipped and now[column] != after[column]]
    if unlike:
        yield f"{name} ({row}): {', '.join(column.removesuffix('_id') for column in unlike)} changed"


def _targets_gone(changes: dict[str, Any]) -> Iterator[str]:
    """Rows that those to be put back point at, and that were deleted since."""
    wanted: dict[type[models.Model], set[int]] = {}
    entries = [(e["model"], e["before"]) for e in changes["changed"]] + [
        (e["model"], e["row"]) for e in changes["dropped"]
    ]
    for label, values in entries:
        for field in model_of(label)._meta.concrete_fields:
            if isinstance(field, models.ForeignKey) and values.get(field.attname) is not None:
                wanted.setdefault(field.related_model, set()).add(values[field.attname])
    for model, ids in wanted.items():
        missing = ids - {e["pk"] for e in changes["dropped"] if e["model"] == label_of(model)}
        for batch in batches(sorted(missing)):
            missing -= set(model._base_manager.filter(pk__in=batch).values_list("pk", flat=True))
        yield from (f"{model._meta.verbose_name} {pk} was deleted" for pk in sorted(missing))


def _restore(changes: dict[str, Any], by: User) -> None:
    """Made rows go, changed ones get their old values, dropped ones come back; foreign keys are checked at the end."""
    for entry in changes["made"]:
        model_of(entry["model"])._base_manager.filter(pk=entry["pk"]).delete()
    for entry in changes["changed"]:
        model = model_of(entry["model"])
        model._base_manager.filter(pk=entry["pk"]).update(**decoded(model, entry["before"]))
    for entry in changes["dropped"]:
        put_back(model_of(entry["model"]), entry["row"])
    touched = [(entry["model"], entry["pk"]) for kind in ("changed", "dropped") for entry in changes[kind]]
    record_changes(touched, by=by, why=WHY)
