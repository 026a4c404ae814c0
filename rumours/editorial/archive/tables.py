"""What belongs to the site: every table of this application with all its columns, and of its users what is no secret.

Found by looking at the models, so a new model or column is exported by itself. Left out are passwords and last
log-ins, second factors, sessions, refused log-ins, tasks, and the admin's own log (the histories tell more); of this
application what only serves speed and is made anew.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.apps import apps
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group, Permission, User
from django.db import models
from django.db.models import NOT_PROVIDED

from rumours.editorial.archive.values import TEXT, Form, form_of
from rumours.models import ClockMark
from rumours.models.version import Version
from rumours.models.word import NameWord

APPLICATION = "rumours"
USER_COLUMNS = (
    "id", "username", "first_name", "last_name", "email", "is_active", "is_staff", "is_superuser", "date_joined",
)  # fmt: skip
# Counters for the caches of one host, and the beginnings of names, which follow from the names.
_MADE_ANEW = (Version, NameWord)
# Tables elsewhere that belong to the site, and what is taken of them (empty: everything).
_ELSEWHERE: dict[type[models.Model], tuple[str, ...]] = {
    Group: (),
    Group.permissions.through: (),
    User: USER_COLUMNS,
    User.groups.through: (),
    User.user_permissions.through: (),
}
# What a new site makes by itself: it does not count as something that is there already.
MADE_BY_ITSELF: tuple[type[models.Model], ...] = (Group.permissions.through, Group, ClockMark)
# Written where the file has no such column.
_FILLED: dict[tuple[type[models.Model], str], Callable[[], Any]] = {(User, "password"): lambda: make_password(None)}
Field = models.Field[Any, Any]


@dataclass(frozen=True)
class Column:
    """One column: its name in the file, the model's field, and how its values are written."""

    field: Field
    form: Form

    @property
    def name(self) -> str:
        return self.field.name

    @property
    def leads_to(self) -> type[models.Model] | None:
        """The model that a reference leads to."""
        return self.field.related_model if isinstance(self.field, models.ForeignKey) else None

    @property
    def is_permission(self) -> bool:
        """Permissions have other keys on every site: they are written by name."""
        return self.leads_to is Permission


@dataclass(frozen=True)
class Table:
    """One model with its columns, in the order in which they are written."""

    model: type[models.Model]
    columns: tuple[Column, ...] = field(repr=False)

    @property
    def name(self) -> str:
        return self.model._meta.label_lower

    @property
    def key(self) -> str:
        pk = self.model._meta.pk
        assert pk is not None  # noqa: S101 - every model has one
        return pk.name

    @cached_property
    def by_name(self) -> dict[str, Column]:
        return {column.name: column for column in self.columns}

    @property
    def is_history(self) -> bool:
        return hasattr(self.model, "history_id")


def tables() -> list[Table]:
    """All of them, each after those that its rows lead to, as far as that can be; always the same order."""
    ours = apps.get_app_config(APPLICATION).get_models(include_auto_created=True)
    found = [_table(model) for model in ours if not issubclass(model, _MADE_ANEW)]
    found += [_table(model, names) for model, names in _ELSEWHERE.items()]
    return _in_order(sorted(found, key=lambda table: (table.is_history, table.name)))


def default_of(table: Table, column: Field) -> Any:
    """A function that makes what a column gets for which the file has nothing; None where there is no such value."""
    filled = _FILLED.get((table.model, column.name))
    if filled is not None:
        return filled
    if column.default is not NOT_PROVIDED or column.null or column.empty_strings_allowed:
        return column.get_default
    return None


def _table(model: type[models.Model], names: tuple[str, ...] = ()) -> Table:
    fields = [found for found in model._meta.concrete_fields if not names or found.name in names]
    return Table(model, tuple(_column(found) for found in fields))


def _column(found: Field) -> Column:
    to_permission = isinstance(found, models.ForeignKey) and found.related_model is Permission
    return Column(found, TEXT if to_permission else form_of(found))


def _in_order(waiting: list[Table]) -> list[Table]:
    placed: list[Table] = []
    while waiting:
        known = {table.model for table in placed}
        free = _first_of(waiting, known, optional=True) or _first_of(waiting, known, optional=False) or waiting[0]
        placed.append(free)
        waiting = [table for table in waiting if table is not free]
    return placed


def _first_of(waiting: Iterable[Table], known: set[type[models.Model]], *, optional: bool) -> Table | None:
    """The first whose references (with `optional` also those that may be empty) lead to what is known."""
    listed = list(waiting)
    to_come = {table.model for table in listed} - known
    for table in listed:
        leads = {column.leads_to for column in table.columns if optional or not column.field.null}
        if not (leads - {table.model}) & to_come:
            return table
    return None
