"""Two clubs, players, people or sources that are one: previewed, merged in one piece, taken back from the record."""

from django.contrib.auth.models import User
from django.db import transaction

from rumours.choices import AliasKind
from rumours.editorial.addresses import alias_of
from rumours.editorial.errors import EditorialError
from rumours.editorial.merging.joining import join
from rumours.editorial.merging.journal import Journal
from rumours.editorial.merging.planning import MergePlan, Obstacle, check_pair, obstacles, preview
from rumours.editorial.merging.refreshing import refresh_around
from rumours.editorial.merging.undoing import UndoRefused, changed_since, undo_merge
from rumours.editorial.permissions import require
from rumours.editorial.touching import touch_everything
from rumours.models import Club, Entity, Merge
from rumours.models.entity import refold

__all__ = [
    "MergePlan",
    "MergeRefused",
    "Obstacle",
    "UndoRefused",
    "changed_since",
    "merge",
    "preview",
    "undo_merge",
]


class MergeRefused(EditorialError):
    """Rows stand in the way of a merge; `obstacles` lists them."""

    def __init__(self, found: list[Obstacle]) -> None:
        super().__init__("; ".join(map(str, found)))
        self.obstacles = found


@transaction.atomic
def merge(kept: Entity, gone: Entity, *, by: User) -> Merge:
    """Make one of two rows of a model (club, player, person, source): `gone` goes into `kept`. All or nothing.

    Every row that pointed at `gone` points at `kept`; what then says the same is joined; `gone`'s names become
    aliases, its address redirects, its details fill `kept`'s gaps. The record given back can be undone.
    Raises EditorialError for an impossible pair, MergeRefused with the rows in the way, PermissionDenied.
    """
    require(by, "rumours.merge_entities")
    check_pair(kept, gone)
    kept, gone = _locked(kept, gone)
    found = obstacles(kept, gone)
    if found:
        raise MergeRefused(found)
    journal = Journal(by, why=f"merged with {gone.name}"[:100])
    join(kept, gone, journal)
    _keep_names(kept, gone, journal)
    journal.write_history()
    record = Merge.objects.create(
        kind=str(kept._meta.model_name),
        kept_id=kept.pk,
        gone_id=gone.pk,
        gone_name=gone.name,
        changes=journal.as_json(),
        by=by,
    )
    kept.refresh_from_db()
    refold(kept)
    refresh_around(kept)
    touch_everything()
    return record


def _locked(kept: Entity, gone: Entity) -> tuple[Entity, Entity]:
    """Both rows as they are now, held against other writers until the merge is done."""
    rows = type(kept)._base_manager.select_for_update().order_by("pk")
    found = {row.pk: row for row in rows.filter(pk__in=[kept.pk, gone.pk])}
    if len(found) < 2:
        raise EditorialError(f"{gone if kept.pk in found else kept} is no longer there")
    return found[kept.pk], found[gone.pk]


def _keep_names(kept: Entity, gone: Entity, journal: Journal) -> None:
    names = {gone.name: AliasKind.SPELLING}
    if isinstance(gone, Club) and gone.short_name:
        names.setdefault(gone.short_name, AliasKind.SHORT)
    for name, kind in names.items():
        alias = alias_of(kept, name, kind=kind)
        if alias is not None:
            journal.make(alias)
