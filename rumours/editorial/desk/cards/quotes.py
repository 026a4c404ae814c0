"""Cards of quotes: who says it, in what role and where, and the words."""

from typing import Any

from rumours.choices import QuoteStance, SuggestionKind
from rumours.editorial.desk.cards import fields as made
from rumours.editorial.desk.cards.fields import Json
from rumours.editorial.desk.cards.matching import CLUB, PERSON, PLAYER, SOURCE
from rumours.editorial.desk.cards.opened import Opened
from rumours.editorial.desk.cards.slots import meanings, slot_field, slot_value
from rumours.models import Quote, Suggestion


def suggested_fields(opened: Opened, row: Suggestion) -> Json:
    """The fields of a suggested quote as things stand now."""
    edit = opened.edits.get(row.pk, {})
    return {
        "speaker": _speaker(opened, row, edit),
        "role": made.of_word(str(edit.get("role", row.role)), "person_role"),
        "club": slot_field(opened, row, "club"),
        "via": slot_field(opened, row, "via"),
        "stance": made.of_word(str(edit.get("stance", QuoteStance.NEUTRAL)), "stance"),
        "translation": made.field(str(edit.get("translation", ""))),
    }


def entered_fields(opened: Opened, quote: Quote) -> Json:
    """The fields of a quote as it is entered; a player who speaks is shown as that player."""
    book = opened.book
    speaker = book.row(PERSON, quote.speaker_id)
    if quote.speaker is not None and quote.speaker.player_id:
        speaker = book.row(PLAYER, quote.speaker.player_id) or speaker
    said = made.of_row(speaker, book) if speaker else made.of_ref({"described": quote.described}, book)
    return {
        "speaker": said,
        "role": made.of_word(quote.role, "person_role"),
        "club": made.of_row(book.row(CLUB, quote.club_id), book),
        "via": made.of_row(book.row(SOURCE, quote.via_id), book),
        "stance": made.of_word(quote.stance, "stance"),
        "translation": made.field(quote.translation, quote.translation),
    }


def proposed_values(row: Suggestion) -> Json:
    """What the tagger proposed for each field."""
    return {
        "speaker": _proposed_speaker(row), "role": row.role, "club": slot_value(row, "club"),
        "via": slot_value(row, "via"), "stance": QuoteStance.NEUTRAL.value, "translation": "",
    }  # fmt: skip


def evidence(row: Suggestion | Quote) -> list[list[int]]:
    """The stretches of a quote; one without a tag inside is one stretch."""
    return [[piece.start, piece.end] for piece in row.fragments.all()] or [[row.start, row.end]]


def _speaker(opened: Opened, row: Suggestion, edit: Json) -> Json:
    slot = _slot(row)
    if "speaker" in edit:
        found = meanings(opened, row, slot)
        return (
            made.of_meanings(found, "", slot, opened.book, chosen=edit["speaker"])
            if edit["speaker"]
            else made.field(None)
        )
    if row.described and not slot_value(row, slot):
        return made.of_ref({"described": row.described}, opened.book)
    return slot_field(opened, row, slot)


def _proposed_speaker(row: Suggestion) -> Any:
    return slot_value(row, _slot(row)) or ({"described": row.described} if row.described else None)


def _slot(row: Suggestion) -> str:
    """The column that holds who speaks."""
    return "player" if row.player_id or row.player_name else SuggestionKind.PERSON.value
