"""A card as JSON: what every kind of card has, and its version."""

from dataclasses import dataclass, field
from typing import Any

from rumours.editorial.desk.cards.fields import Json
from rumours.editorial.desk.cards.matching import Book
from rumours.editorial.desk.cards.opened import Opened
from rumours.editorial.desk.cards.versions import version_of
from rumours.editorial.desk.cards.weak import weak_rules
from rumours.models import Suggestion
from rumours.text import fold

WAITING, ENTERED = "waiting", "entered"
BEGINNING = 60


@dataclass(frozen=True, slots=True)
class Record:
    """What a card shows: fields, where it stands, its suggestion, and what editors changed on that while it waited.

    `is_open`: nothing was entered from it, so that it shows the suggestion.
    """

    key: str
    fields: Json
    evidence: list[list[int]]
    row: Suggestion | None = None
    edit: Json = field(default_factory=dict)
    is_open: bool = False


def card(opened: Opened, record: Record, kind: str, title: str, *, proposed: Json | None = None, **more: Any) -> Json:
    """The card of a record; `more` is what only some kinds have: words, plain, known, repeat, warnings."""
    row = record.row
    state = str(row.decision or WAITING) if row else ENTERED
    made = {
        "key": record.key, "kind": kind, "state": state, "plain": False,
        "title": title, "fields": record.fields, "evidence": record.evidence,
        "words": " … ".join(opened.article.body[start:end] for start, end in record.evidence[:1]),
        "rule": row.rule if row else "", "confidence": float(row.confidence) if row else None,
        "dim": row is not None and row.rule in weak_rules(), "known": None, "repeat": None,
        "decided": _decided(row), "edited": changed(record, proposed or {}, opened.book), "warnings": [],
    } | more  # fmt: skip
    return made | {"version": version_of(_chosen(record, state), made)}


def changed(record: Record, proposed: Json, book: Book) -> list[str]:
    """The fields that are not as proposed: chosen otherwise, or entered otherwise where something was proposed."""
    fields, edit = record.fields, record.edit
    known = [
        name for name in fields
        if name in proposed and _differs(fields[name], proposed[name], book, is_edited=name in edit)
    ]  # fmt: skip
    return [*known, *(name for name in fields if name in edit and name not in proposed and fields[name]["value"])]


def beginning(words: str) -> str:
    """The first words of a longer text."""
    return words if len(words) <= BEGINNING else f"{words[:BEGINNING].rstrip()}…"


def _differs(field: Json, proposed: Any, book: Book, *, is_edited: bool) -> bool:
    value = field["value"]
    if value == proposed or field["assumed"]:
        return False
    if isinstance(proposed, dict) and "new" in proposed:
        row = book.row(str(value.get("kind")), value.get("id")) if value else None
        return f"| {fold(proposed['new'])} |" not in (row.search if row else f"| {fold(field['label'])} |")
    return is_edited or proposed not in (None, "", [])


def _decided(row: Suggestion | None) -> Json | None:
    if row is None or row.decided_by is None or row.decided_at is None:
        return None
    return {"who": row.decided_by.get_full_name() or row.decided_by.get_username(), "when": row.decided_at.isoformat()}


def _chosen(record: Record, state: str) -> Any:
    """What somebody decided or chose on a card: edits while it waits, then the values of what was entered."""
    if record.is_open:
        return [state, record.edit]
    return [state, record.evidence, {name: field["value"] for name, field in record.fields.items()}]
