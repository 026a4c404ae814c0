"""What the audit log hears of: Django's signals of log-ins, and of saved users, groups and their rights."""

from typing import Any

from axes.signals import user_locked_out
from django.contrib.auth.models import Group, Permission, User
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_save
from django.http import HttpRequest

from rumours.accounts.audit import current_request, record

RIGHTS = ("is_active", "is_staff", "is_superuser", "username")
_BEFORE = "_audited_before"
_MOVED = {"post_add": "given", "post_remove": "taken", "pre_clear": "taken"}


def watch() -> None:
    """Connect everything below; once, at start."""
    user_logged_in.connect(_came_in, dispatch_uid="audit.in")
    user_logged_out.connect(_went, dispatch_uid="audit.out")
    user_login_failed.connect(_refused, dispatch_uid="audit.refused")
    user_locked_out.connect(_locked_out, dispatch_uid="audit.locked")
    pre_save.connect(_remember, sender=User, dispatch_uid="audit.before")
    post_save.connect(_saved, sender=User, dispatch_uid="audit.saved")
    for kind in (User, Group):
        post_delete.connect(_deleted, sender=kind, dispatch_uid=f"audit.deleted.{kind.__name__}")
    for held in (User.groups, User.user_permissions, Group.permissions):
        m2m_changed.connect(_moved, sender=held.through, dispatch_uid=f"audit.{held.through.__name__}")


def _came_in(sender: Any, request: HttpRequest, user: User, **kwargs: Any) -> None:
    record("log-in", request, by=user.get_username())


def _went(sender: Any, request: HttpRequest, user: User | None, **kwargs: Any) -> None:
    if user is not None:
        record("log-out", request, by=user.get_username())


def _refused(sender: Any, credentials: dict[str, Any], request: HttpRequest | None = None, **kwargs: Any) -> None:
    record("log-in refused", request, by="nobody", tried=_known(credentials.get("username")))


def _locked_out(sender: Any, request: HttpRequest, username: str, **kwargs: Any) -> None:
    record("locked out", request, by="nobody", tried=_known(username))


def _known(name: Any) -> str:
    """The name, if a user has it: what else is typed there may be a password that slipped into the wrong field."""
    found = "\0" not in str(name) and User.objects.filter(username=str(name)[:150]).exists()
    return str(name) if found else "no such user"


def _remember(sender: Any, instance: User, update_fields: Any = None, raw: bool = False, **kwargs: Any) -> None:
    """Keep what the row says now; not where only other columns are written, as at every log-in."""
    watched = (*RIGHTS, "password")
    if update_fields is None or set(update_fields) & set(watched):
        setattr(instance, _BEFORE, User.objects.filter(pk=instance.pk).values(*watched).first())


def _saved(sender: Any, instance: User, created: bool, update_fields: Any = None, **kwargs: Any) -> None:
    before = instance.__dict__.pop(_BEFORE, None)
    now = {name: getattr(instance, name) for name in RIGHTS}
    if created:
        record("user made", user=instance.get_username(), **{name: now[name] for name in RIGHTS[:3]})
        return
    if before is None:
        return
    changed = {name: [before[name], now[name]] for name in RIGHTS if before[name] != now[name]}
    if changed:
        record("rights changed", user=instance.get_username(), **changed)
    # the password column alone is written when a hash is renewed at log-in
    if before["password"] != instance.password and set(update_fields or ()) != {"password"}:
        record("password changed", user=instance.get_username())


def _deleted(sender: Any, instance: User | Group, **kwargs: Any) -> None:
    kind = "user" if isinstance(instance, User) else "group"
    record(f"{kind} deleted", **{kind: str(instance)})


def _moved(sender: Any, instance: Model, action: str, model: type[Model], pk_set: Any, **kwargs: Any) -> None:
    """Groups or permissions given to or taken from a user or a group, from whichever side they were written."""
    what = _MOVED.get(action)
    if what is None or (_is_rights_table(instance, model) and current_request() is None):
        return
    keys = _held(sender, instance, model) if pk_set is None else pk_set
    for owner, held in _pairs(instance, list(model._default_manager.filter(pk__in=keys).order_by("pk"))):
        record(f"{_name(held)} {what}", **{_kind(owner): str(owner), _name(held): _label(held)})


def _held(table: type[Model], instance: Model, model: type[Model]) -> set[int]:
    """Keys of the rows that are about to be taken away all at once."""
    rows = table._default_manager.filter(**{str(instance._meta.model_name): instance.pk})
    return set(rows.values_list(f"{model._meta.model_name}_id", flat=True))


def _is_rights_table(instance: Model, model: type[Model]) -> bool:
    """What `migrate` writes from the table in editorial.permissions is told by that table's own history."""
    return isinstance(instance, Group) and model is Permission


def _pairs(instance: Model, others: list[Model]) -> list[tuple[Model, Model]]:
    order = {User: 0, Group: 1, Permission: 2}
    pairs = [(instance, other) for other in others]
    return [pair if order[type(pair[0])] < order[type(pair[1])] else (pair[1], pair[0]) for pair in pairs]


def _kind(row: Model) -> str:
    return "user" if isinstance(row, User) else "group"


def _name(held: Model) -> str:
    return "group" if isinstance(held, Group) else "permission"


def _label(held: Model) -> str:
    return f"{held.content_type.app_label}.{held.codename}" if isinstance(held, Permission) else str(held)
