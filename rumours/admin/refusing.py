"""What the editorial functions refuse is shown on the row it is about, and nothing at all is saved."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.db import models
from django.forms.models import BaseInlineFormSet

from rumours.editorial.errors import EditorialError, WordsNotFound

# The prefix of a form ("" for the main one) -> (field or None, sentence).
Refusals = dict[str, list[tuple[str | None, str]]]


class Refused(Exception):
    """Rolls a save back; the page is then shown again with each sentence on its form."""

    def __init__(self, refusals: Refusals) -> None:
        super().__init__(refusals)
        self.refusals = refusals


def sentence(error: Exception) -> str:
    """The message of an error as a sentence."""
    text = str(error)
    return text[:1].upper() + text[1:]


def refusal(error: EditorialError) -> tuple[str | None, str]:
    """The field an error is about (where one can be told) and its sentence."""
    return ("words" if isinstance(error, WordsNotFound) else None), sentence(error)


class RefusableForm(forms.ModelForm):
    """A model form that shows what was refused when it was saved a moment ago."""

    refusals: Refusals = {}

    def __init__(self, *args: Any, refusals: Refusals | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if refusals is not None:
            self.refusals = refusals

    def clean(self) -> dict[str, Any]:
        """Add what was refused to the field it is about."""
        super().clean()
        for field, message in self.refusals.get(self.prefix or "", ()):
            self.add_error(field if field in self.fields else None, message)
        return self.cleaned_data


class EditorialForm(RefusableForm):
    """A form whose row is written by an editorial function, never by the form; subclasses say by which."""

    def _post_clean(self) -> None:
        """Leave the row as it is in the database: the function checks and writes it."""

    def add(self, *, by: User, note: str) -> models.Model:
        """Make the row."""
        raise NotImplementedError

    def change(self, *, by: User, note: str) -> models.Model:
        """Change the row; `note` is public where readers have seen it."""
        raise NotImplementedError

    def remove(self, *, by: User) -> None:
        """Take the row away."""
        raise NotImplementedError


class EditorialFormSet(BaseInlineFormSet):
    """Rows of an article; those to go go first. Raises Refused with every row that could not be written."""

    by: User
    note = ""

    def validate_unique(self) -> None:
        """Left to the editorial functions, whose sentences say more."""

    def save(self, commit: bool = True) -> list[models.Model]:
        """Write every row that was changed, by its function."""
        self.new_objects, self.changed_objects, self.deleted_objects = [], [], []
        refusals: Refusals = {}
        for form in self.initial_forms:
            if form in self.deleted_forms:
                self._attempt(form, self._remove, refusals)
        for form in self.initial_forms:
            if form not in self.deleted_forms and form.has_changed():
                self._attempt(form, self._change, refusals)
        for form in self.extra_forms:
            if form not in self.deleted_forms and form.has_changed():
                self._attempt(form, self._add, refusals)
        if refusals:
            raise Refused(refusals)
        return [*self.new_objects, *(row for row, _ in self.changed_objects)]

    def _attempt(self, form: Any, write: Callable[[Any], None], refusals: Refusals) -> None:
        try:
            write(form)
        except EditorialError as error:
            refusals.setdefault(str(form.prefix), []).append(refusal(error))

    def _remove(self, form: EditorialForm) -> None:
        form.remove(by=self.by)
        self.deleted_objects.append(form.instance)

    def _change(self, form: EditorialForm) -> None:
        self.changed_objects.append((form.change(by=self.by, note=self.note), form.changed_data))

    def _add(self, form: EditorialForm) -> None:
        self.new_objects.append(form.add(by=self.by, note=self.note))
