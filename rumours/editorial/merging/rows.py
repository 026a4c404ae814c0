"""Rows as JSON and back, exactly: what a merge keeps of them."""

from typing import Any

from django.apps import apps
from django.db import models

Values = dict[str, Any]


def label_of(row: models.Model | type[models.Model]) -> str:
    """`rumours.report`: how the model of a row is named in JSON."""
    return row._meta.label_lower


def model_of(label: str) -> type[models.Model]:
    """The model behind such a name."""
    return apps.get_model(label)


def encoded(row: models.Model, field: "models.Field[Any, Any]") -> Any:
    """One value of a row as JSON holds it; instants keep their microseconds."""
    value = field.value_from_object(row)
    if value is None or isinstance(value, bool | int | str) or isinstance(field, models.JSONField):
        return value
    return field.value_to_string(row)


def values_of(row: models.Model, *columns: str) -> Values:
    """These columns of a row (default: all), by the names of their database attributes."""
    fields = row._meta.concrete_fields
    return {f.attname: encoded(row, f) for f in fields if not columns or f.attname in columns}


def decoded(model: type[models.Model], values: Values) -> Values:
    """Such values as Python has them."""
    fields = {field.attname: field for field in model._meta.concrete_fields}
    return {name: None if value is None else fields[name].to_python(value) for name, value in values.items()}


def put_back(model: type[models.Model], values: Values) -> models.Model:
    """Store a row again just as it was, its id and its dates included."""
    row = model(**decoded(model, values))
    row.save_base(raw=True, force_insert=True)
    return row
