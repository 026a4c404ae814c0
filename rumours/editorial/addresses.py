"""What is left behind when something is renamed, merged or moved: its old address and its old name still lead to it."""

from django.contrib.auth.models import User

from rumours.choices import AliasKind
from rumours.editorial.actors import save_by
from rumours.models import Alias, Entity, OldAddress, TransferLink
from rumours.text import fold


def keep_address(kind: str, old: str, target_id: int) -> OldAddress:
    """Let the old address of a `kind` (a model's name) lead to a row; `old` is a slug, or a link's id as text."""
    return OldAddress.objects.update_or_create(kind=kind, old=old, defaults={"target_id": target_id})[0]


def leave_link(old: int, new: int) -> None:
    """Have a link that readers no longer see lead to another, with all that led to it; harmless where they see it."""
    if TransferLink.objects.published().filter(pk=old).exists():
        return
    kind = str(TransferLink._meta.model_name)
    OldAddress.objects.filter(kind=kind, old=str(new)).delete()
    OldAddress.objects.filter(kind=kind, target_id=old).update(target_id=new)
    keep_address(kind, str(old), new)


def alias_of(entity: Entity, name: str, *, kind: AliasKind) -> Alias | None:
    """A new, unsaved alias of `entity`; None where it is known by that name already."""
    relation = next((r for r in entity._meta.related_objects if r.name == "aliases"), None)
    folded = fold(name)
    if relation is None or not folded or folded == entity.folded:
        return None
    model: type[Alias] = relation.related_model  # type: ignore[assignment]
    owner = {model.owner_field: entity}
    if model._base_manager.filter(**owner, folded=folded[:120]).exists():
        return None
    kinds = {"kind": kind} if any(field.name == "kind" for field in model._meta.fields) else {}
    return model(**owner, **kinds, name=name)


def keep_name(entity: Entity, name: str, *, kind: AliasKind, by: User) -> Alias | None:
    """Make `name` an alias of `entity` where it is none yet, with `by` in the alias's history."""
    alias = alias_of(entity, name, kind=kind)
    if alias is not None:
        save_by(alias, by)
    return alias
