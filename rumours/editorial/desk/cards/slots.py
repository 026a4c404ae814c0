"""The names in a suggestion: what was proposed, what an editor chose instead, and whom it may mean now."""

from typing import Any

from rumours.choices import PersonRole, Position
from rumours.editorial.desk.cards import fields as made
from rumours.editorial.desk.cards.fields import Json
from rumours.editorial.desk.cards.opened import KIND_OF, NAME_OF, Opened, is_name
from rumours.models import Entity, Suggestion
from rumours.models.labels import label_of
from rumours.text import fold


def slot_field(opened: Opened, row: Suggestion, slot: str) -> Json:
    """The field of one column: a name without a row is whoever bears it now, all of them where several do."""
    found = meanings(opened, row, slot)
    name, kind = getattr(row, NAME_OF[slot]), KIND_OF[slot]
    edit = opened.edits.get(row.pk, {})
    if slot not in edit:
        return made.of_meanings(found, name, kind, opened.book, hint=said_of(opened, kind, name))
    if edit[slot] is None:
        return made.field(None)
    return made.of_meanings(found, name, kind, opened.book, chosen=edit[slot])


def meanings(opened: Opened, row: Suggestion, slot: str) -> list[Entity]:
    """The row proposed, or who bears the name by now; then the alternatives."""
    kind = KIND_OF[slot]
    first = opened.book.row(kind, getattr(row, f"{slot}_id"))
    name = getattr(row, NAME_OF[slot])
    found = [first] if first else opened.book.bearers(kind, name) if name else []
    return _once([*found, *_alternatives(opened, row, slot)])


def subject_meanings(opened: Opened, row: Suggestion) -> list[Entity]:
    """Whom a name by itself may mean."""
    kind = str(row.kind)
    first = opened.book.row(kind, getattr(row, f"{kind}_id"))
    name = getattr(row, NAME_OF[kind]) or row.text
    others = _alternatives(opened, row, "")
    found = [first] if first else [] if others else opened.book.bearers(kind, name)
    return _once([*found, *others])


def said_of(opened: Opened, kind: str, name: str) -> str:
    """What the text says of somebody new: `24, Centre-Back, Croatia, Portwick`."""
    row = opened.said_of.get((kind, fold(name)))
    if row is None:
        return ""
    position = label_of(Position(row.position)) if row.position else ""
    role = row.role if row.role != PersonRole.OTHER else ""
    told = [row.age, position, role, row.nationality, row.club_name, row.via_name]
    return ", ".join(str(part) for part in told if part)


def slot_value(row: Suggestion, slot: str) -> Any:
    """What was proposed for a column, as the desk names it."""
    pk, name, kind = getattr(row, f"{slot}_id"), getattr(row, NAME_OF[slot]), KIND_OF[slot]
    if pk:
        return {"kind": kind, "id": pk}
    return {"kind": kind, "new": name} if name else None


def is_plain(row: Suggestion) -> bool:
    """Whether a name means exactly one row that was known: as `SuggestionQuerySet.plain_names`."""
    return is_name(row) and getattr(row, f"{row.kind}_id") is not None and not row.alternatives.all()


def _alternatives(opened: Opened, row: Suggestion, slot: str) -> list[Entity]:
    found = []
    for other in row.alternatives.all():
        kind = "player" if other.player_id else "club"
        subject = opened.book.row(kind, other.player_id or other.club_id)
        if subject is not None and (not slot or other.slot == slot):
            found.append(subject)
    return found


def _once(rows: list[Entity]) -> list[Entity]:
    return list({(type(row), row.pk): row for row in rows}.values())
