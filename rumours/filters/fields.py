"""Filters as the lists use them: each says in plain words what its parameter may hold."""

import re
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.urls.converters import SlugConverter

from rumours.calendar import WindowCode
from rumours.models import OldAddress
from rumours.models.entity import Entity, EntityQuerySet
from rumours.models.labels import choices_of

# A row's short name, as in the paths of pages.
SLUG = re.compile(SlugConverter.regex, re.ASCII)
NO_SUCH_ROW = "no such row"
_WHOLE_NUMBER = re.compile(r"[0-9]+", re.ASCII)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


class OneValue(forms.CharField):
    """A field that refuses a second value instead of taking the last."""

    widget = forms.SelectMultiple

    def to_python(self, value: Any) -> Any:
        if not value:
            return None
        if len(value) > 1:
            raise ValidationError("one value only")
        return self.read(value[0])

    def run_validators(self, value: Any) -> None:
        """Nothing beyond `read`."""

    def read(self, value: str) -> Any:
        """The value as the filter uses it; raises ValidationError."""
        return value


class WholeNumberField(OneValue):
    """ASCII digits only: `int()` would also take ١٢٣ and 1_000."""

    def __init__(self, digits: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.digits = digits

    def read(self, value: str) -> int:
        if len(value) > self.digits or not _WHOLE_NUMBER.fullmatch(value):
            raise ValidationError("not a whole number")
        return int(value)


class DayField(OneValue):
    """A day as 2026-01-31."""

    def read(self, value: str) -> date:
        if not _DAY.fullmatch(value):
            raise ValidationError("not a day")
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise ValidationError("not a day") from error


class VocabularyField(django_filters.fields.MultipleChoiceField):
    """Values of a vocabulary; Django's own compares each with all choices, made anew each time."""

    @cached_property
    def _values(self) -> frozenset[str]:
        return frozenset(value for value, _ in self.choices)

    def valid_value(self, value: str) -> bool:
        return value in self._values


class WordsField(forms.MultipleChoiceField):
    """Any words."""

    def valid_value(self, value: str) -> bool:
        return True


class WindowsField(WordsField):
    """Codes of windows."""

    def valid_value(self, value: str) -> bool:
        try:
            WindowCode.parse(value)
        except ValueError:
            return False
        return True


class RowsField(forms.MultipleChoiceField):
    """Slugs of public rows, also those that a row had before it was renamed or merged; cleaned to a list of rows."""

    def __init__(self, rows: Callable[[], EntityQuerySet[Any]], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.rows = rows

    def clean(self, value: Any) -> list[Entity]:
        slugs = set(value or [])
        if not slugs:
            return []
        if not all(map(SLUG.fullmatch, slugs)):
            raise ValidationError("no short name", code="invalid")
        found: list[Entity] = list(self.rows().filter(slug__in=slugs))
        missing = slugs - {row.slug for row in found}
        if missing:
            found += self._moved(missing)
        return found

    def _moved(self, missing: set[str]) -> list[Entity]:
        rows = self.rows()
        old = OldAddress.objects.filter(kind=rows.model._meta.model_name, old__in=missing)
        targets = set(old.values_list("target_id", flat=True))
        found: list[Entity] = list(rows.filter(pk__in=targets))
        if len(old) < len(missing) or len(found) < len(targets):
            raise ValidationError("no such row", code=NO_SUCH_ROW)
        return found


class OneOfField(OneValue):
    """One value of a vocabulary."""

    def __init__(self, vocabulary: type[StrEnum], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.vocabulary = vocabulary

    def read(self, value: str) -> StrEnum:
        try:
            return self.vocabulary(value)
        except ValueError as error:
            raise ValidationError("not one of them") from error


class OneValueFilter(django_filters.Filter):
    """A parameter given once; `allowed` says what it may hold."""

    field_class: type[Any] = OneValue

    def __init__(self, allowed: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.allowed = allowed


class WholeNumberFilter(OneValueFilter):
    """A whole number of a few digits."""

    field_class = WholeNumberField

    def __init__(self, digits: int, **kwargs: Any) -> None:
        super().__init__(f"a whole number of at most {digits} digits", digits=digits, **kwargs)


class OneOfFilter(OneValueFilter):
    """One value of a vocabulary."""

    field_class = OneOfField

    def __init__(self, vocabulary: type[StrEnum], **kwargs: Any) -> None:
        super().__init__("one of " + ", ".join(vocabulary), vocabulary=vocabulary, **kwargs)


class SinceFilter(OneValueFilter):
    """A day."""

    field_class = DayField

    def __init__(self, **kwargs: Any) -> None:
        super().__init__("a day, as in 2026-01-31", **kwargs)


class VocabularyFilter(django_filters.MultipleChoiceFilter):
    """Any of several values of one or more vocabularies."""

    field_class = VocabularyField

    def __init__(self, *vocabularies: type[StrEnum], **kwargs: Any) -> None:
        labels = dict(pair for vocabulary in vocabularies for pair in choices_of(vocabulary))
        super().__init__(choices=list(labels.items()), distinct=False, **kwargs)
        self.allowed = "any of " + ", ".join(labels)


class WordsFilter(django_filters.Filter):
    """Any of several words that no vocabulary bounds."""

    field_class = WordsField

    def __init__(self, allowed: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.allowed = allowed


class WindowsFilter(WordsFilter):
    """Any of several windows, whether or not there is one of that code."""

    field_class = WindowsField

    def __init__(self, **kwargs: Any) -> None:
        super().__init__("windows as 2026-winter or 2026-summer", **kwargs)


class RowsFilter(django_filters.Filter):
    """Any of several clubs, sources, competitions…, named by the end of their address."""

    field_class = RowsField

    def __init__(self, rows: Callable[[], EntityQuerySet[Any]], allowed: str, **kwargs: Any) -> None:
        super().__init__(rows=rows, **kwargs)
        self.allowed = allowed
