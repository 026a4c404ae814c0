"""Fields that pick a row by typing part of its name, also where the form's own model has no such column."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple, RelatedFieldWidgetWrapper
from django.db import models
from django.utils.text import capfirst


def pick(model: type[models.Model], name: str, **options: Any) -> forms.ModelChoiceField:
    """A field for one row, as the foreign key `name` of `model` has it; "+" makes a stub. Options as of the field."""
    field: Any = model._meta.get_field(name)
    widget = AutocompleteSelect(field, admin.site)
    return forms.ModelChoiceField(
        queryset=field.remote_field.model._default_manager.all(),
        widget=_with_plus(widget, field),
        **{"required": False, "label": capfirst(field.verbose_name), "help_text": field.help_text} | options,
    )


def pick_several(model: type[models.Model], name: str, **options: Any) -> forms.ModelMultipleChoiceField:
    """As `pick`, for several rows."""
    field: Any = model._meta.get_field(name)
    widget = AutocompleteSelectMultiple(field, admin.site)
    return forms.ModelMultipleChoiceField(
        queryset=field.remote_field.model._default_manager.all(),
        widget=_with_plus(widget, field),
        **{"required": False, "label": capfirst(field.verbose_name), "help_text": field.help_text} | options,
    )


def _with_plus(widget: forms.Select, field: Any) -> forms.Widget:
    made_here = field.remote_field.model._meta.model_name in ("player", "club", "person", "source")
    return RelatedFieldWidgetWrapper(
        widget, field.remote_field, admin.site, can_add_related=made_here, can_change_related=False
    )
