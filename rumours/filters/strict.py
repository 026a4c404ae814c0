"""Filters that refuse what they do not understand: the one rule of every list."""

import copy
from collections.abc import Callable
from functools import cached_property
from typing import Any

import django_filters
from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from rumours.filters.fields import NO_SUCH_ROW, OneValue
from rumours.filters.query import Asked, BadQuery, NoSuchRow
from rumours.filters.wording import window_name


class StrictFilters(django_filters.FilterSet):
    """Narrows rows by what an address asks for; every filter says in `allowed` what it may hold.

    django-filter copies all filters and makes a form of them for each request, twenty fields on a club's page: some
    3 ms. Here the fields are made once, only those that are asked for read anything, and filters are copied where a
    list is narrowed by the database.
    """

    def __init__(self, asked: Asked, rows: "QuerySet[Any] | Callable[[], QuerySet[Any]]") -> None:
        """`rows`, or what gives them when the database is asked. Raises BadQuery for a value that may not be."""
        self.asked, self._rows = asked, rows
        self.chosen: dict[str, Any] = {name: self._value(name) for name in self.base_filters}

    @cached_property
    def queryset(self) -> QuerySet[Any]:
        """The rows before any filter."""
        return self._rows() if callable(self._rows) else self._rows

    @cached_property
    def filters(self) -> dict[str, Any]:
        """The filters as they narrow rows: bound to this list."""
        found: dict[str, Any] = copy.deepcopy(self.base_filters)
        for each in found.values():
            each.parent, each.model = self, self.queryset.model
        return found

    @property
    def qs(self) -> QuerySet[Any]:
        """The rows that pass every filter."""
        return self.narrowed()

    def narrowed(self, *, ignoring: str = "") -> QuerySet[Any]:
        """The rows that pass every filter, or every one but `ignoring`."""
        rows = self.queryset.all()
        for name, value in self.chosen.items():
            if name != ignoring:
                rows = self.filters[name].filter(rows, value)
        return rows

    def label_of(self, name: str, value: str) -> str:
        """How a chosen value reads: a window's name, a vocabulary's label, a row's name, or the value itself."""
        if name == "window":
            return window_name(value)
        labels: dict[str, str] = dict(self.base_filters[name].extra.get("choices", ()))
        chosen = self.chosen[name]
        rows = {row.slug: row.name for row in chosen if hasattr(row, "slug")} if isinstance(chosen, list) else {}
        return labels.get(value) or rows.get(value, value)

    def _value(self, name: str) -> Any:
        found, given = self.base_filters[name], self.asked.values.get(name)
        if not given:
            return None if isinstance(found.field, OneValue) else []
        try:
            return found.field.clean(given)
        except ValidationError as error:
            kind = NoSuchRow if error.code == NO_SUCH_ROW else BadQuery
            raise kind(name, found.allowed) from error
