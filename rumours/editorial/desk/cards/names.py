"""Cards of names: whom a name means, as what, at which club, and all its places in the text."""

from collections import defaultdict

from rumours.choices import SuggestionKind
from rumours.editorial.anchoring import occurrences
from rumours.editorial.desk.cards import fields as made
from rumours.editorial.desk.cards.fields import Json
from rumours.editorial.desk.cards.matching import KINDS
from rumours.editorial.desk.cards.opened import NAME_OF, Opened
from rumours.editorial.desk.cards.slots import said_of, slot_field, slot_value, subject_meanings
from rumours.models import Entity, Mention, Suggestion
from rumours.text import Span, fold

HandTagged = dict[tuple[str, int], list[Mention]]


def suggested_fields(opened: Opened, row: Suggestion) -> Json:
    """The fields of a suggested name as things stand now."""
    edit = opened.edits.get(row.pk, {})
    return {
        "subject": _subject(opened, row, edit),
        "role": made.of_word(str(edit.get("role", row.role)), "person_role"),
        "club": slot_field(opened, row, "club") if row.kind != SuggestionKind.CLUB else made.field(None),
    }


def accepted_fields(opened: Opened, row: Suggestion) -> Json:
    """The fields of a name whose places are tagged, as the tags have them."""
    tags = opened.tags.get(row.pk, [])
    if tags:
        return tagged_fields(opened, tags[0])
    fields = suggested_fields(opened, row)
    subject = opened.book.row(*opened.subjects.get(row.pk, ("", None)))
    return fields | {"subject": made.of_row(subject, opened.book)} if subject else fields


def tagged_fields(opened: Opened, tag: Mention) -> Json:
    """The fields of a tag."""
    return {
        "subject": made.of_row(subject_of(opened, tag), opened.book),
        "role": made.of_word(tag.role, "person_role"),
        "club": made.of_row(opened.book.row("club", tag.club_then_id), opened.book),
    }


def proposed_values(row: Suggestion) -> Json:
    """What the tagger proposed for each field."""
    kind = str(row.kind)
    subject = slot_value(row, kind) or {"kind": kind, "new": row.text}
    club = None if row.kind == SuggestionKind.CLUB else slot_value(row, "club")
    return {"subject": subject, "role": row.role, "club": club}


def hand_tagged(opened: Opened) -> HandTagged:
    """The tags that no accepted suggestion made, by whom they name."""
    made_by_suggestions = {tag.pk for tags in opened.tags.values() for tag in tags}
    found: HandTagged = defaultdict(list)
    for tag in opened.mentions:
        if tag.pk not in made_by_suggestions:
            kind = next(kind for kind in KINDS if getattr(tag, f"{kind}_id"))
            found[kind, getattr(tag, f"{kind}_id")].append(tag)
    return found


def subject_of(opened: Opened, tag: Mention) -> Entity | None:
    """Whom a tag names."""
    return next((row for kind in KINDS if (row := opened.book.row(kind, getattr(tag, f"{kind}_id")))), None)


class Places:
    """Where names stand in a body: never inside a longer suggested name; each is looked for once."""

    def __init__(self, body: str, texts: list[str]) -> None:
        self._body = body
        self._texts = [(text, fold(text)) for text in texts]
        self._found: dict[str, list[Span]] = {}

    def of(self, words: str) -> list[list[int]]:
        """The places of a name, in order."""
        folded = fold(words)
        longer = [text for text, whole in self._texts if len(text) > len(words) and folded in whole]
        taken = [span for text in longer for span in self._all(text)]
        free = [span for span in self._all(words) if not any(span.overlaps(other) for other in taken)]
        return [[span.start, span.end] for span in free]

    def _all(self, words: str) -> list[Span]:
        if words not in self._found:
            self._found[words] = list(occurrences(self._body, words))
        return self._found[words]


def _subject(opened: Opened, row: Suggestion, edit: Json) -> Json:
    found, kind = subject_meanings(opened, row), str(row.kind)
    name = getattr(row, NAME_OF[kind]) or row.text
    return made.of_meanings(
        found, name, kind, opened.book, chosen=edit.get("subject"), hint=said_of(opened, kind, name)
    )
