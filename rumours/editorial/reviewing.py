"""Deciding on suggested names: each decision is a row of its own, and can be taken back."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from rumours.choices import SuggestionKind, Verdict
from rumours.editorial.anchoring import occurrences
from rumours.editorial.errors import EditorialError, WrongState
from rumours.editorial.mentioning import mention_all, remove_mention
from rumours.editorial.permissions import require_tagging
from rumours.models import Club, Decision, Mention, Person, Player, Source, Suggestion
from rumours.text import Span, fold

Subject = Player | Club | Person | Source
NAMES = frozenset({SuggestionKind.PLAYER, SuggestionKind.CLUB, SuggestionKind.PERSON, SuggestionKind.SOURCE})


@transaction.atomic
def accept(
    suggestion: Suggestion, *, by: User, subject: Subject | None = None, sitting: str = "", client_id: str = ""
) -> list[Mention]:
    """Tag every occurrence of a suggested name that no tag overlaps yet, nor a longer suggested one; the new tags.

    `subject` is whom the name means where it is not the one proposed (the verdict then is "edited"); `sitting` groups
    what was done in one go, `client_id` makes a repeat harmless: it changes nothing and gives no tags. In a draft
    nothing public changes. Raises WrongState where it is decided already, EditorialError where it is no name or
    nobody is meant, PermissionDenied.
    """
    if _is_known(client_id):
        return []
    locked = _undecided(suggestion, by)
    meant = subject or proposed(locked)
    if meant is None:
        raise EditorialError(f"“{locked.text}” means nobody known here yet: say who it is")
    role = locked.role if isinstance(meant, Person) else ""
    tags = mention_all(
        locked.article, words=locked.text, subject=meant, by=by, role=role, apart=list(_longer_names(locked))
    )
    verdict = Verdict.ACCEPTED if meant == proposed(locked) else Verdict.EDITED
    after = {
        "decision": verdict,
        "subject": [meant._meta.model_name, meant.pk],
        "mentions": [tag.pk for tag in tags],
    }
    _decide(suggestion, locked, verdict, "accept", after, by, sitting, client_id)
    return tags


@transaction.atomic
def reject(suggestion: Suggestion, *, by: User, sitting: str = "", client_id: str = "") -> None:
    """Decide that a suggestion is wrong; a later run does not propose it again. Raises as `accept`."""
    if _is_known(client_id):
        return
    locked = _undecided(suggestion, by)
    _decide(suggestion, locked, Verdict.REJECTED, "reject", {"decision": Verdict.REJECTED}, by, sitting, client_id)


@transaction.atomic
def undo(suggestion: Suggestion, *, by: User, sitting: str = "", client_id: str = "") -> None:
    """Take the last decision on a suggestion back: it waits again, and the tags that the decision made are gone.

    Tags that somebody has changed since stay. Raises WrongState where nothing is decided, PermissionDenied.
    """
    if _is_known(client_id):
        return
    require_tagging(suggestion.article, by, "rumours.change_suggestion")
    locked = Suggestion.objects.select_for_update().get(pk=suggestion.pk)
    if locked.decision is None:
        raise WrongState(f"“{locked.text}” is not decided yet")
    last = Decision.objects.filter(row_kind="suggestion", row_id=locked.pk, action__in=("accept", "reject")).first()
    after = (last.after if last else None) or {}
    kind, subject = after.get("subject", ("player", None))
    made = Mention.objects.filter(pk__in=after.get("mentions", ()), **{f"{kind}_id": subject})
    for mention in made.with_subjects():
        remove_mention(mention, by=by)
    _decide(suggestion, locked, None, "undo", {"decision": None}, by, sitting, client_id)


def proposed(suggestion: Suggestion) -> Subject | None:
    """Whom the tagger takes the name for."""
    subject: Subject | None = getattr(suggestion, suggestion.kind) if suggestion.kind in NAMES else None
    return subject


def candidates(suggestion: Suggestion) -> list[Subject]:
    """Whom the name may mean: the one proposed first, then the alternatives in their order."""
    first = proposed(suggestion)
    others = [other.player or other.club for other in suggestion.alternatives.all()]
    return [*([first] if first else []), *(other for other in others if other is not None and other != first)]


def _is_known(client_id: str) -> bool:
    """Whether a client sends again what it has sent before."""
    return bool(client_id) and Decision.objects.filter(client_id=client_id).exists()


def _longer_names(suggestion: Suggestion) -> Iterator[Span]:
    """Where longer names stand that this one is a part of: "Milan" is not tagged inside "Milan Skriniar"."""
    body, words = suggestion.article.body, suggestion.text
    others = suggestion.article.suggestions.filter(kind__in=NAMES).exclude(decision=Verdict.REJECTED)
    for text in others.values_list("text", flat=True):
        if len(text) > len(words) and fold(words) in fold(text):
            yield from occurrences(body, text)


def _undecided(suggestion: Suggestion, by: User) -> Suggestion:
    """The row, held until the end of the transaction."""
    require_tagging(suggestion.article, by, "rumours.change_suggestion")
    locked = Suggestion.objects.select_for_update().get(pk=suggestion.pk)
    if locked.kind not in NAMES:
        raise EditorialError(f"A suggested {locked.kind} is entered as a report or a quote, not as a name")
    if locked.decision is not None:
        raise WrongState(f"“{locked.text}” is {locked.decision} already")
    return locked


def _decide(
    suggestion: Suggestion,
    locked: Suggestion,
    verdict: Verdict | None,
    action: str,
    after: dict[str, Any],
    by: User,
    sitting: str,
    client_id: str,
) -> None:
    """Write the verdict on the suggestion and what was done as a decision."""
    before = {"decision": locked.decision}
    for row in (locked, suggestion):
        row.decision = verdict  # type: ignore[assignment]  # the column may be null
        row.decided_at, row.decided_by = (timezone.now(), by) if verdict else (None, None)
    locked.save(update_fields=["decision", "decided_at", "decided_by"])
    Decision.objects.create(
        article=locked.article, sitting=sitting, client_id=client_id or uuid4().hex, action=action,
        row_kind="suggestion", row_id=locked.pk, before=before, after=after, by=by,
    )  # fmt: skip
