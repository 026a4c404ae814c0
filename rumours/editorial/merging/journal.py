"""Every change that a merge makes to rows goes through here, and is written down as it is made."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.auth.models import User
from django.db import models

from rumours.editorial.actors import delete_by, save_by
from rumours.editorial.merging.rows import Values, label_of, model_of, values_of

Reference = tuple[str, int]
AT_ONCE = 500


def batches(ids: Iterable[int]) -> Iterator[list[int]]:
    """The ids in lists short enough for one query."""
    listed = list(ids)
    for start in range(0, len(listed), AT_ONCE):
        yield listed[start : start + AT_ONCE]


class Journal:
    """Changes, drops and makes rows, and knows of each what it was before and what it is after."""

    def __init__(self, by: User, *, why: str) -> None:
        self._by = by
        self._why = why
        self._before: dict[Reference, Values] = {}
        self._after: dict[Reference, Values] = {}
        self._dropped: dict[Reference, Values] = {}
        self._made: list[Reference] = []

    def update(self, model: type[models.Model], ids: Iterable[int], **values: Any) -> None:
        """Set these columns (by attribute name, as `player_id`) of these rows."""
        for batch in batches(ids):
            for row in model._base_manager.filter(pk__in=batch):
                self._note(row, values)
            model._base_manager.filter(pk__in=batch).update(**values)

    def drop(self, row: models.Model) -> None:
        """Delete a row, kept here whole as it was before the merge touched it."""
        fresh = type(row)._base_manager.get(pk=row.pk)
        reference = (label_of(row), row.pk)
        was = values_of(fresh) | self._before.pop(reference, {})
        self._after.pop(reference, None)
        if reference in self._made:
            self._made.remove(reference)
        else:
            self._dropped[reference] = was
        fresh._change_reason = self._why  # type: ignore[attr-defined]
        delete_by(fresh, self._by)

    def make(self, row: models.Model) -> None:
        """Store a new row."""
        row._change_reason = self._why  # type: ignore[attr-defined]
        save_by(row, self._by)
        self._made.append((label_of(row), row.pk))

    def as_json(self) -> dict[str, list[dict[str, Any]]]:
        """All of it, as `Merge.changes` keeps it; made rows as they are now."""
        made = [(label, pk, model_of(label)._base_manager.get(pk=pk)) for label, pk in self._made]
        return {
            "changed": [
                {"model": ref[0], "pk": ref[1], "before": before, "after": self._after[ref]}
                for ref, before in self._before.items()
            ],
            "dropped": [{"model": label, "pk": pk, "row": row} for (label, pk), row in self._dropped.items()],
            "made": [{"model": label, "pk": pk, "row": values_of(row)} for label, pk, row in made],
        }

    def write_history(self) -> None:
        """One history record for each changed row whose model keeps history (drops and makes have theirs already)."""
        record_changes(self._before, by=self._by, why=self._why)

    def _note(self, row: models.Model, values: Values) -> None:
        reference = (label_of(row), row.pk)
        before = values_of(row, *values)
        for name, value in values.items():
            setattr(row, name, value)
        if reference not in self._made:
            self._before[reference] = before | self._before.get(reference, {})
            self._after[reference] = self._after.get(reference, {}) | values_of(row, *values)


def record_changes(references: Iterable[Reference], *, by: User, why: str) -> None:
    """A history record of how these rows stand now, for those whose models keep history."""
    by_model: dict[str, list[int]] = {}
    for label, pk in references:
        by_model.setdefault(label, []).append(pk)
    for label, ids in by_model.items():
        model: Any = model_of(label)
        if not hasattr(model._meta, "simple_history_manager_attribute"):
            continue
        for batch in batches(ids):
            rows = model._base_manager.filter(pk__in=batch).order_by("pk")
            model.history.bulk_history_create(rows, update=True, default_user=by, default_change_reason=why)
