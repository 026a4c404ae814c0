"""Filters that refuse what they do not understand: the one rule of every list."""

from typing import Any

import django_filters
from django.db.models import QuerySet

from rumours.filters.query import Asked, BadQuery
from rumours.filters.wording import window_name


class StrictFilters(django_filters.FilterSet):
    """Narrows rows by what an address asks for; every filter says in `allowed` what it may hold."""

    def __init__(self, asked: Asked, rows: QuerySet[Any]) -> None:
        """Raises BadQuery for a parameter with a value it may not hold."""
        super().__init__(data=asked.data(), queryset=rows)
        for name in self.form.errors:
            raise BadQuery(str(name), self.filters[name].allowed)
        self.chosen: dict[str, Any] = self.form.cleaned_data

    def label_of(self, name: str, value: str) -> str:
        """How a chosen value reads: a window's name, a vocabulary's label, a row's name, or the value itself."""
        if name == "window":
            return window_name(value)
        labels: dict[str, str] = dict(self.filters[name].extra.get("choices", ()))
        chosen = self.chosen[name]
        rows = {row.slug: row.name for row in chosen if hasattr(row, "slug")} if isinstance(chosen, list) else {}
        return labels.get(value) or rows.get(value, value)
