"""What a value of a request may be, one function a shape: the value made plain, or BadAsked that names its field."""

from collections.abc import Callable, Collection, Mapping
from enum import StrEnum
from typing import Any

from rumours.calendar import WindowCode
from rumours.choices import FeeCertainty, FeeWhat
from rumours.editorial.desk.commands.errors import BadAsked
from rumours.text import fold, normalise

Shape = Callable[[str, Any], Any]
LONGEST_NAME = 120
LONGEST_TEXT = 20_000
LARGEST_ID = 2**63 - 1
LARGEST_OFFSET = 2**31 - 1
LARGEST_SUM = 10**12
MOST_SUMS = 12
MOST_STRETCHES = 40


def text(longest: int) -> Shape:
    """A line of text, made normal and without white space around it."""

    def read(field: str, value: Any) -> str:
        if not isinstance(value, str):
            raise BadAsked(field, "is to be a text")
        plain = normalise(value).strip()
        if len(plain) > longest:
            raise BadAsked(field, f"is {len(plain)} characters long: at most {longest} are kept")
        return plain

    return read


def one_of(*vocabularies: type[StrEnum], blank: bool = False) -> Shape:
    """A value of one of the vocabularies."""
    allowed = [member.value for vocabulary in vocabularies for member in vocabulary] + ([""] if blank else [])

    def read(field: str, value: Any) -> str:
        if not isinstance(value, str) or value not in allowed:
            raise BadAsked(field, f"is to be one of {', '.join(map(repr, allowed))}")
        return value

    return read


def flag(field: str, value: Any) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise BadAsked(field, "is to be true or false")
    return value


def number(field: str, value: Any, *, least: int = 0, most: int = LARGEST_ID) -> int:
    """A whole number."""
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise BadAsked(field, f"is to be a whole number from {least} to {most}")
    return value


def row_id(field: str, value: Any) -> int:
    """The id of a row."""
    return number(field, value, least=1)


def window(field: str, value: Any) -> str:
    """The code of a window, or "": it is assumed."""
    if value == "":
        return ""
    try:
        return str(WindowCode.parse(value if isinstance(value, str) else repr(value)))
    except ValueError as error:
        raise BadAsked(field, str(error)) from error


def ref(*kinds: str, described: bool = False) -> Shape:
    """A row by its id, a new one by its name, nobody (null), or, where `described`, a speaker without a name."""

    def read(field: str, value: Any) -> dict[str, Any] | None:
        if value is None:
            return None
        given = members(field, value, {"kind", "id", "new", "described"})
        if described and set(given) == {"described"}:
            return {"described": _name(field, given["described"])}
        if given.get("kind") not in kinds or len(given) != 2:
            raise BadAsked(field, f"is to be null, or of kind {' or '.join(kinds)} with an id or a new name")
        if "id" in given:
            return {"kind": given["kind"], "id": row_id(field, given["id"])}
        if given["kind"] == "report" or "new" not in given:
            raise BadAsked(field, "is to have an id")
        return {"kind": given["kind"], "new": _name(field, given["new"])}

    return read


def fees(field: str, value: Any) -> list[dict[str, Any]]:
    """Sums in whole units of a currency."""
    return [_fee(field, one) for one in several(field, value, most=MOST_SUMS)]


def evidence(field: str, value: Any) -> list[list[int]]:
    """One or several half-open stretches of the body, in order, none in another."""
    found: list[list[int]] = []
    for one in several(field, value, most=MOST_STRETCHES):
        pair = several(field, one, most=2)
        if len(pair) != 2:
            raise BadAsked(field, "is to be pairs of offsets, [start, end]")
        start, end = (number(field, offset, most=LARGEST_OFFSET) for offset in pair)
        if start >= end or (found and start < found[-1][1]):
            raise BadAsked(field, "is to be stretches one after another, each with its start before its end")
        found.append([start, end])
    if not found:
        raise BadAsked(field, "is to have at least one stretch")
    return found


def versions(field: str, value: Any) -> dict[str, str]:
    """Keys of cards with the versions that were seen."""
    if not isinstance(value, Mapping) or len(value) > 2000:
        raise BadAsked(field, "is to be versions by the keys of cards")
    read = text(40)
    return {read(field, key): read(field, version) for key, version in value.items()}


def several(field: str, value: Any, *, most: int) -> list[Any]:
    """A list that is not too long."""
    if not isinstance(value, list | tuple) or len(value) > most:
        raise BadAsked(field, f"is to be a list of at most {most}")
    return list(value)


def members(field: str, value: Any, allowed: Collection[str]) -> Mapping[str, Any]:
    """An object that has no other members than these."""
    if not isinstance(value, Mapping):
        raise BadAsked(field, "is to be an object")
    other = next((key for key in value if key not in allowed), None)
    if other is not None:
        raise BadAsked(field, f"has no {str(other)[:40]!r}, only {', '.join(sorted(allowed))}")
    return value


def _name(field: str, value: Any) -> str:
    name: str = " ".join(text(LONGEST_NAME)(field, value).split())
    if not fold(name):
        raise BadAsked(field, "a name needs at least one letter or digit")
    return name


def _fee(field: str, value: Any) -> dict[str, Any]:
    given = members(field, value, {"what", "low", "high", "currency", "certainty"})
    low = number(field, given.get("low"), most=LARGEST_SUM)
    high = low if given.get("high") is None else number(field, given["high"], least=low, most=LARGEST_SUM)
    currency = given.get("currency", "EUR")
    if not (isinstance(currency, str) and len(currency) == 3 and currency.isascii() and currency.isupper()):
        raise BadAsked(field, "a currency is three capital letters, as EUR")
    return {
        "what": one_of(FeeWhat)(field, given.get("what")), "low": low, "high": high, "currency": currency,
        "certainty": one_of(FeeCertainty)(field, given.get("certainty", FeeCertainty.REPORTED.value)),
    }  # fmt: skip
