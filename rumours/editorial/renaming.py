"""Giving something another name: it moves to the address of that name, and both the old ones still lead to it."""

from django.contrib.auth.models import User
from django.db import transaction

from rumours.choices import AliasKind
from rumours.editorial.actors import save_by
from rumours.editorial.addresses import keep_address, keep_name
from rumours.editorial.errors import EditorialError
from rumours.editorial.merging.refreshing import refresh_around
from rumours.editorial.permissions import require
from rumours.models import Entity, OldAddress
from rumours.models.slugs import free_slug, slug_of
from rumours.text import fold, normalise


@transaction.atomic
def rename(entity: Entity, *, name: str, by: User) -> Entity:
    """Give a club, player, person or source another name, and say so in its history.

    The address follows the name unless it would read the same; the old one redirects, and going back to an old name
    takes its own old address back. The old name becomes an alias. `entity` itself is brought up
    to date and given back. Raises EditorialError for an empty or overlong name, PermissionDenied.
    """
    require(by, f"rumours.change_{entity._meta.model_name}")
    row = type(entity)._base_manager.select_for_update().get(pk=entity.pk)
    new, old = _clean(row, name), row.name
    if new == old:
        return entity
    row.name = new
    if slug_of(new) != slug_of(old):
        _move(row, by)
    else:
        save_by(row, by)
    if fold(new) != fold(old):
        keep_name(row, old, kind=AliasKind.FORMER, by=by)
    refresh_around(row)
    entity.refresh_from_db()
    return entity


def _clean(row: Entity, name: str) -> str:
    """The name as it is stored: one line, single spaces."""
    clean = " ".join(normalise(name).split())
    longest = type(row)._meta.get_field("name").max_length or 0
    if not fold(clean):
        raise EditorialError("a name needs at least one letter or digit")
    if len(clean) > longest:
        raise EditorialError(f"a name has at most {longest} characters, this one {len(clean)}")
    return clean


def _move(row: Entity, by: User) -> None:
    """Save at the slug of the new name; the old one is kept as an address, the new one no longer is an old address."""
    kind, old = str(row._meta.model_name), row.slug
    row.slug = _own(row)
    save_by(row, by)
    OldAddress.objects.filter(kind=kind, old=row.slug, target_id=row.pk).delete()
    if row.slug != old:
        keep_address(kind, old, row.pk)


def _own(row: Entity) -> str:
    """The slug that the row has or had itself, if it is the first wish that can be had; else "": saving finds one."""
    past = OldAddress.objects.filter(kind=row._meta.model_name, target_id=row.pk)
    own = {row.slug, *past.values_list("old", flat=True)}
    wishes = [slug_of(wish) for wish in row.slug_candidates()]
    first = next((slug for slug in wishes if slug in own or free_slug(type(row), [slug]) == slug), "")
    return first if first in own else ""
