"""Accepting suggested names, also of those whom nobody has entered yet."""

from collections.abc import Iterator

from django.contrib.auth.models import User
from django.db import transaction

from rumours.choices import SuggestionKind, Verdict
from rumours.editorial.anchoring import occurrences
from rumours.editorial.errors import EditorialError
from rumours.editorial.mentioning import mention_all
from rumours.editorial.reviewing.deciding import NAMES, first_result, hold_undecided, note_decision
from rumours.editorial.reviewing.strangers import Strangers
from rumours.models import Club, Mention, Person, Player, Source, Suggestion
from rumours.text import Span, fold

Subject = Player | Club | Person | Source


@transaction.atomic
def accept(
    suggestion: Suggestion, *, by: User, subject: Subject | None = None, sitting: str = "", client_id: str = ""
) -> list[Mention]:
    """Tag every occurrence of a suggested name that no tag overlaps yet, nor a longer suggested one; the new tags.

    `subject` is whom the name means where it is not the one proposed (the verdict then is "edited"); a new name that
    still means nobody gets a row with what the text says of him. `sitting` groups what was done in one go,
    `client_id` makes a repeat harmless: it changes nothing and gives no tags. In a draft nothing public changes.
    Raises WrongState where it is decided already, EditorialError where it is no name or nobody is meant,
    PermissionDenied.
    """
    if first_result(client_id) is not None:
        return []
    locked = hold_undecided(suggestion, by, kinds=NAMES)
    strangers = Strangers(locked.article, by)
    meant = subject or proposed(locked) or _stranger(locked, strangers)
    tags = mention_all(
        locked.article, words=locked.text, subject=meant, by=by, apart=list(_longer_names(locked)),
        role=locked.role if isinstance(meant, Person) else "",
        club_then=None if locked.kind == SuggestionKind.CLUB else locked.club,
    )  # fmt: skip
    verdict = Verdict.ACCEPTED if _is_as_proposed(locked, meant) else Verdict.EDITED
    after = {
        "decision": verdict,
        "subject": [meant._meta.model_name, meant.pk],
        "mentions": [tag.pk for tag in tags],
        **strangers.made,
    }
    note_decision(suggestion, locked, verdict, "accept", after, by=by, sitting=sitting, client_id=client_id)
    return tags


def proposed(suggestion: Suggestion) -> Subject | None:
    """Whom the tagger takes the name for."""
    subject: Subject | None = getattr(suggestion, suggestion.kind) if suggestion.kind in NAMES else None
    return subject


def candidates(suggestion: Suggestion, slot: str = "") -> list[Subject]:
    """Whom a name may mean: the one proposed first, then the alternatives in their order.

    `slot` is the column of a link or quote that holds the name; a name by itself needs none.
    """
    first: Subject | None = getattr(suggestion, slot) if slot else proposed(suggestion)
    others = [other.subject for other in suggestion.alternatives.all() if not slot or other.slot == slot]
    return [*([first] if first else []), *(other for other in others if other is not None and other != first)]


def _stranger(locked: Suggestion, strangers: Strangers) -> Subject:
    """Somebody of that name, made if need be."""
    if locked.kind == SuggestionKind.PLAYER and locked.player_name:
        return strangers.player(locked.player_name)
    if locked.kind == SuggestionKind.PERSON and locked.person_name:
        return strangers.person(locked.person_name, role=locked.role, club=locked.club)
    if locked.kind == SuggestionKind.SOURCE and locked.source_name:
        return strangers.source(locked.source_name, outlet=strangers.known_source(locked.via, locked.via_name))
    raise EditorialError(f"“{locked.text}” means nobody known here yet: say who it is")


def _is_as_proposed(locked: Suggestion, meant: Subject) -> bool:
    """Whether it means the row that was proposed, or one of the very name where none was."""
    expected = proposed(locked)
    return meant == expected if expected else fold(meant.name) == fold(locked.text)


def _longer_names(suggestion: Suggestion) -> Iterator[Span]:
    """Where longer names stand that this one is a part of: "Milan" is not tagged inside "Milan Skriniar"."""
    body, words = suggestion.article.body, suggestion.text
    others = suggestion.article.suggestions.names().exclude(decision=Verdict.REJECTED)
    for text in others.values_list("text", flat=True):
        if len(text) > len(words) and fold(words) in fold(text):
            yield from occurrences(body, text)
