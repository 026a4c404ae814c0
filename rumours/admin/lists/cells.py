"""What the rows of a list show: each column looked up once, then only read; Django looks each cell up anew."""

from collections.abc import Callable
from datetime import datetime, tzinfo
from functools import lru_cache
from typing import Any

from django.contrib.admin.templatetags.admin_list import _boolean_icon  # type: ignore[attr-defined]  # private
from django.contrib.admin.templatetags.admin_urls import add_preserved_filters
from django.contrib.admin.utils import display_for_field
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.formats import localize
from django.utils.safestring import SafeString
from django.utils.timezone import get_current_timezone, localtime
from django.utils.translation import get_language

ACTION = "action_checkbox"
EMPTY = "-"


# A row as the template reads it, which finds a key of a dictionary much faster than an attribute: `pk`, `label` (""
# where there are no actions), `address` of its page at the desk ("" for none), `leading` and `others`, each cell as
# (column, what it shows).
Row = dict[str, Any]


def rows_of(changes: Any) -> list[Row]:
    """The rows of a change list, drawn from `result_list`; the columns that lead to a row's page are the first ones."""
    names = [name for name in changes.list_display if name != ACTION]
    links = [name for name in names if name in (changes.list_display_links or ())]
    leading, others = (
        [(SafeString(name), _reader(changes, name)) for name in columns]  # nosec B703
        for columns in (links, [name for name in names if name not in links])
    )
    has_actions, base = ACTION in changes.list_display, _address(changes) if links else ""
    return [
        {
            "pk": SafeString(row.pk),  # nosec B703
            "label": str(row) if has_actions else "",
            "address": base.replace("/0/", f"/{row.pk}/", 1),
            "leading": [(name, read(row)) for name, read in leading],
            "others": [(name, read(row)) for name, read in others],
        }
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
    if isinstance(field, models.CharField | models.TextField | models.IntegerField | models.DateTimeField):
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
    """As Django's engine would write it; what writes the rows knows nothing of days and sums."""
    if isinstance(value, str | int | models.Model) and not isinstance(value, bool):
        return EMPTY if value == "" else value
    if isinstance(value, datetime):
        return _moment(value, get_current_timezone(), get_language())
    return EMPTY if value is None else localize(value)


@lru_cache(maxsize=4096)
def _moment(at: datetime, zone: tzinfo, language: str) -> str:
    """A list is looked at again and again, and Django takes fifty microseconds to write an instant."""
    return str(localize(localtime(at, zone)))


def _or_icon(value: Any) -> Any:
    return _boolean_icon(value)
