"""What the rows of a list show: each column looked up once, then only read; Django looks each cell up anew."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.admin.templatetags.admin_list import _boolean_icon
from django.contrib.admin.templatetags.admin_urls import add_preserved_filters
from django.contrib.admin.utils import display_for_field
from django.core.exceptions import FieldDoesNotExist
from django.db import models

ACTION = "action_checkbox"
EMPTY = "-"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: the class of its column, what it shows, and whether it leads to the row."""

    name: str
    shown: Any
    leads: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its key, its name, its page at the desk ("" for none) and its cells."""

    pk: Any
    label: str
    address: str
    cells: list[Cell]


def rows_of(changes: Any) -> list[Row]:
    """The rows of a change list, drawn from `result_list`."""
    names = [name for name in changes.list_display if name != ACTION]
    links = set(changes.list_display_links or ())
    columns = [(str(name), _reader(changes, name), name in links) for name in names]
    has_actions, base = ACTION in changes.list_display, _address(changes) if links else ""
    return [
        Row(
            row.pk,
            str(row) if has_actions else "",
            base.replace("/0/", f"/{row.pk}/", 1),
            [Cell(name, read(row), leads) for name, read, leads in columns],
        )
        for row in changes.result_list
    ]


def _address(changes: Any) -> str:
    """The page of row 0: that of another has its key in its place."""
    address = changes.url_for_result(changes.model(pk=0))
    return str(add_preserved_filters({"preserved_filters": changes.preserved_filters, "opts": changes.opts}, address))


def _reader(changes: Any, name: Any) -> Callable[[Any], Any]:
    """How a column is read off a row."""
    try:
        field = changes.lookup_opts.get_field(name)
    except FieldDoesNotExist:
        return _of_method(changes, name)
    if field.flatchoices:
        return _of_choice(field)
    if isinstance(field, models.ForeignKey):
        return lambda row: _or_empty(getattr(row, field.name))
    if isinstance(field, models.BooleanField):
        return lambda row: _boolean_icon(getattr(row, field.name))
    if isinstance(field, models.CharField | models.TextField | models.IntegerField):
        return lambda row: _or_empty(getattr(row, field.attname))
    return lambda row: display_for_field(getattr(row, field.attname), field, EMPTY)


def _of_choice(field: Any) -> Callable[[Any], Any]:
    words = dict(field.flatchoices)
    return lambda row: words.get(getattr(row, field.attname), EMPTY)


def _of_method(changes: Any, name: Any) -> Callable[[Any], Any]:
    """A method of the admin or of the row, or `__str__`."""
    method = getattr(changes.model_admin, name, None)
    shown = _or_icon if getattr(method, "boolean", False) else _or_empty
    if method is not None:
        return lambda row: shown(method(row))

    def read(row: Any) -> Any:
        value = getattr(row, name)
        return _or_empty(value() if callable(value) else value)

    return read


def _or_empty(value: Any) -> Any:
    return EMPTY if value is None or value == "" else value


def _or_icon(value: Any) -> Any:
    return _boolean_icon(value)
