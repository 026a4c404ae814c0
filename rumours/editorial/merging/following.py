"""Where rows are that were merged into others: for ids that were written down before."""

from collections.abc import Iterable

from rumours.models import Merge


def merged_into(kind: str, ids: Iterable[int]) -> dict[int, int]:
    """For each id of a `kind` (a model's name) that was merged away, the id of the row that it went into at last."""
    into: dict[int, int] = {}
    wanted = set(ids)
    while wanted:
        merges = Merge.objects.filter(kind=kind, gone_id__in=wanted, undone_at__isnull=True).order_by("pk")
        found = dict(merges.values_list("gone_id", "kept_id"))
        into |= found
        wanted = set(found.values()) - into.keys()
    return {pk: last for pk in into if (last := _last(into, pk)) != pk}


def _last(into: dict[int, int], pk: int) -> int:
    seen = {pk}
    while (pk := into[pk]) in into and pk not in seen:
        seen.add(pk)
    return pk
