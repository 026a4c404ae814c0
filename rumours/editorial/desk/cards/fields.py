"""One field of a card: its value, how it reads, what else it may mean, and whether anybody said so."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from rumours.calendar import WindowCode
from rumours.choices import Doubt, Ending, FeeWhat, PersonRole, QuoteStance, ReportRole, Stage, StageGroup, TransferKind
from rumours.editorial.desk.cards.hints import hint_of
from rumours.editorial.desk.cards.matching import Book, kind_of
from rumours.models import Entity
from rumours.models.labels import label_of

Json = dict[str, Any]
VOCABULARIES: Mapping[str, type[StrEnum]] = {
    "stage_group": StageGroup, "stage": Stage, "kind": TransferKind, "doubt": Doubt, "role": ReportRole,
    "person_role": PersonRole, "ending": Ending, "stance": QuoteStance, "fee_what": FeeWhat,
}  # fmt: skip
_SIGNS = {"EUR": "€", "GBP": "£", "USD": "$"}


def field(
    value: Any, label: str = "", *, hint: str = "", is_new: bool = False, options: Iterable[Json] = (),
    assumed: bool = False,
) -> Json:  # fmt: skip
    """A field as the desk reads it."""
    return {
        "value": value, "label": label, "hint": hint, "is_new": is_new, "options": list(options), "assumed": assumed,
    }  # fmt: skip


def ref(row: Entity) -> Json:
    """How the desk names a row."""
    return {"kind": kind_of(row), "id": row.pk}


def option(row: Entity, book: Book) -> Json:
    """A row to choose, told apart from its namesakes."""
    return {"value": ref(row), "label": str(row), "hint": hint_of(row, book.day)}


def of_row(row: Entity | None, book: Book, *, assumed: bool = False) -> Json:
    """A field that means a row, or nobody."""
    if row is None:
        return field(None)
    return field(ref(row), str(row), hint=hint_of(row, book.day), assumed=assumed)


def of_meanings(found: list[Entity], name: str, kind: str, book: Book, *, chosen: Any = None, hint: str = "") -> Json:
    """A field whose name may mean any of some rows: the one chosen or the first; nobody known is a new name."""
    options = [option(row, book) for row in found]
    several = options if len(options) > 1 else []
    if chosen is not None:
        shown = of_ref(chosen, book)
        known = shown["value"] in [one["value"] for one in options]
        return shown | {"options": (options if known else [*options, _as_option(shown)]) if several else []}
    if options:
        return field(**options[0], options=several)
    return field({"kind": kind, "new": name}, name, hint=hint, is_new=True) if name else field(None)


def of_ref(value: Any, book: Book) -> Json:
    """A field that an editor set: a row, a new name (known, if one row bears it by now), a description, or nobody."""
    if not isinstance(value, dict):
        return field(None)
    if value.get("described"):
        return field({"described": value["described"]}, str(value["described"]))
    kind, name = str(value.get("kind")), str(value.get("new") or "")
    row = book.row(kind, value.get("id"))
    if row is not None:
        return of_row(row, book)
    return of_meanings(book.bearers(kind, name), name, kind, book) if name else field(None)


def of_word(value: str, vocabulary: str) -> Json:
    """A field that holds a word of a vocabulary, or none."""
    words = VOCABULARIES[vocabulary]
    return field(value, label_of(words(value)) if value in set(words) else "")


def of_window(code: str, *, assumed: str = "") -> Json:
    """A window by its code; where none is named the one that is assumed."""
    if code:
        return field(code, WindowCode.parse(code).label)
    return field("", WindowCode.parse(assumed).label if assumed else "", assumed=True)


def of_fees(sums: Iterable[Json]) -> Json:
    """The sums of a link, which read as `offer €20m, add-ons €1m to €2m`."""
    kept = list(sums)
    return field(kept, ", ".join(map(_sum, kept)))


def _as_option(shown: Json) -> Json:
    return {name: shown[name] for name in ("value", "label", "hint")}


def _sum(fee: Json) -> str:
    low, high = (_amount(fee[side], fee["currency"]) for side in ("low", "high"))
    return f"{fee['what']} {low}" if low == high else f"{fee['what']} {low} to {high}"


def _amount(units: int, currency: str) -> str:
    sign = _SIGNS.get(currency, f"{currency} ")
    for size, letter in ((10**9, "bn"), (10**6, "m"), (10**3, "k")):
        if units >= size:
            return f"{sign}{units / size:.2f}".rstrip("0").rstrip(".") + letter
    return f"{sign}{units}"
