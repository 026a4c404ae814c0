"""What a row is as data: named columns with their types, the same for JSON, CSV and the description of both."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import Enum, StrEnum
from typing import Any, Generic, TypeVar

from django.conf import settings

RowT = TypeVar("RowT")
Value = str | int | bool | None


class Type(Enum):
    """What a column holds, by its JSON type and format."""

    TEXT = ("string", None)
    ADDRESS = ("string", "uri")
    DAY = ("string", "date")
    INSTANT = ("string", "date-time")
    NUMBER = ("integer", None)
    YES_OR_NO = ("boolean", None)


@dataclass(frozen=True)
class Column(Generic[RowT]):
    """One column. `of` takes its value from a row; null stands for what is not known, never an empty text."""

    name: str
    holds: Type
    of: Callable[[RowT], Any]
    about: str
    vocabulary: type[StrEnum] | None = None
    optional: bool = True

    def value(self, row: RowT) -> Value:
        """The row's value: days as 2026-01-31, instants in UTC to the second."""
        return plain(self.of(row))

    def schema(self) -> dict[str, Any]:
        """The column in the words of JSON Schema (2020-12)."""
        kind, form = self.holds.value
        schema: dict[str, Any] = {"type": [kind, "null"] if self.optional else kind, "description": self.about}
        if form:
            schema["format"] = form
        if self.vocabulary:
            schema["enum"] = [*self.vocabulary, *([None] if self.optional else [])]
        return schema


def plain(value: Any) -> Value:
    """A value of a row as data."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, bool | int):
        return value
    return str(value) or None


def record(columns: Iterable[Column[RowT]], row: RowT) -> dict[str, Value]:
    """A row as a flat object."""
    return {column.name: column.value(row) for column in columns}


def absolute(path: str) -> str:
    """An address on this site with its host."""
    return f"{settings.SITE_URL}{path}"
