"""How the value of a column stands in the file, and how it is read back: one entry for each kind of Django's fields.

What goes out and comes in is the same on SQLite and on PostgreSQL: instants in UTC with their microseconds, decimals
as strings with all their places, bytes in base64, keys of JSON sorted (PostgreSQL does not keep their order).
"""

from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db import models

Convert = Callable[[Any], Any]
# From here on PostgreSQL gives a float without a fraction back as the whole number that it is.
_WHOLE_FLOATS = 1e16
LARGEST = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Form:
    """What the file shows of a kind of column (`what`, for FORMAT.md), and the two ways."""

    what: str
    to_json: Convert
    from_json: Convert


def _same(value: Any) -> Any:
    return value


def _text(value: Any) -> str:
    if type(value) is not str:
        raise ValueError("should be text")
    return value


def _whole(value: Any) -> int:
    if type(value) is not int or not -LARGEST - 1 <= value <= LARGEST:
        raise ValueError("should be a whole number of 64 bits")
    return value


def _boolean(value: Any) -> bool:
    if type(value) is not bool:
        raise ValueError("should be true or false")
    return value


def _day(value: Any) -> date:
    try:
        return date.fromisoformat(_text(value))
    except ValueError:
        raise ValueError("should be a day as 2026-01-31") from None


def _instant(value: Any) -> datetime:
    try:
        found = datetime.fromisoformat(_text(value))
    except ValueError:
        raise ValueError("should be an instant as 2026-01-31T12:00:00+00:00") from None
    if found.tzinfo is None:
        raise ValueError("should be an instant with its zone, as 2026-01-31T12:00:00+00:00")
    return found.astimezone(UTC)


def _instant_out(value: datetime) -> str:
    return value.astimezone(UTC).isoformat()


def _decimal(value: Any) -> Decimal:
    try:
        found = Decimal(_text(value))
    except (ValueError, InvalidOperation):
        raise ValueError("should be a decimal number as text") from None
    if not found.is_finite():
        raise ValueError("should be a decimal number as text")
    return found


def _decimal_out(value: Decimal) -> str:
    return f"{value:f}"


def _bytes(value: Any) -> bytes:
    try:
        return b64decode(_text(value), validate=True)
    except ValueError:
        raise ValueError("should be bytes in base64") from None


def _bytes_out(value: Any) -> str:
    return b64encode(value).decode("ascii")


def _json_out(value: Any) -> Any:
    """JSON in the one form in which both databases can give it back."""
    if isinstance(value, dict):
        return {key: _json_out(value[key]) for key in sorted(value)}
    if isinstance(value, list):
        return [_json_out(item) for item in value]
    if isinstance(value, float):
        return int(value) if abs(value) >= _WHOLE_FLOATS else value + 0.0
    return value


TEXT = Form("text", _same, _text)
WHOLE = Form("whole number", _same, _whole)
_FORMS: dict[str, Form] = {
    "BooleanField": Form("true or false", _same, _boolean),
    "DateField": Form("day", date.isoformat, _day),
    "DateTimeField": Form("instant", _instant_out, _instant),
    "DecimalField": Form("decimal as text", _decimal_out, _decimal),
    "BinaryField": Form("bytes in base64", _bytes_out, _bytes),
    "JSONField": Form("JSON", _json_out, _same),
    **dict.fromkeys(("CharField", "SlugField", "TextField"), TEXT),
    **dict.fromkeys(
        (
            "AutoField", "BigAutoField", "IntegerField", "BigIntegerField", "SmallIntegerField",
            "PositiveIntegerField", "PositiveSmallIntegerField", "PositiveBigIntegerField",
        ),
        WHOLE,
    ),
}  # fmt: skip


class UnknownKind(TypeError):
    """A model has a kind of field for which nobody has said how it is written."""


def form_of(field: "models.Field[Any, Any]") -> Form:
    """How a field is written; a reference as the key of the row that it leads to. Raises UnknownKind."""
    target = field.target_field if isinstance(field, models.ForeignKey) else field
    form = _FORMS.get(target.get_internal_type())
    if form is None:
        raise UnknownKind(f"{field}: how a {target.get_internal_type()} is written is to be said in _FORMS")
    return form
