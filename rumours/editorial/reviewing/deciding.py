"""What every decision shares: the row is held, the verdict written on it, and what was done kept as a decision."""

from collections.abc import Collection
from typing import Any
from uuid import uuid4

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from rumours.choices import SuggestionKind, Verdict
from rumours.editorial.errors import EditorialError, WrongState
from rumours.editorial.permissions import require_tagging
from rumours.models import Article, Decision, Suggestion

NAMES = frozenset({SuggestionKind.PLAYER, SuggestionKind.CLUB, SuggestionKind.PERSON, SuggestionKind.SOURCE})


@transaction.atomic
def reject(suggestion: Suggestion, *, by: User, sitting: str = "", client_id: str = "") -> None:
    """Decide that a suggestion is wrong; a later run does not propose it again.

    `sitting` groups what was done in one go, `client_id` makes a repeat harmless. Raises WrongState where it is
    decided already or gone, PermissionDenied.
    """
    if first_result(client_id) is not None:
        return
    locked = hold_undecided(suggestion, by, kinds=tuple(SuggestionKind))
    note_decision(
        suggestion, locked, Verdict.REJECTED, "reject", {"decision": Verdict.REJECTED},
        by=by, sitting=sitting, client_id=client_id,
    )  # fmt: skip


def first_result(client_id: str) -> dict[str, Any] | None:
    """What the decision made that a client sends again; None for a new one."""
    if not client_id:
        return None
    known = Decision.objects.filter(client_id=client_id).first()
    return (known.after or {}) if known else None


def hold(suggestion: Suggestion, by: User) -> Suggestion:
    """The row as it stands, held until the end of the transaction with its article, which a new run holds too."""
    require_tagging(suggestion.article, by, "rumours.change_suggestion")
    Article.objects.select_for_update(no_key=True).get(pk=suggestion.article_id)
    locked = Suggestion.objects.select_for_update().filter(pk=suggestion.pk).first()
    if locked is None:
        raise WrongState("This suggestion is no longer there: somebody ran the tagger again")
    return locked


def hold_undecided(suggestion: Suggestion, by: User, *, kinds: Collection[str]) -> Suggestion:
    """As `hold`; raises WrongState where it is decided, EditorialError where it is of another kind."""
    locked = hold(suggestion, by)
    if locked.kind not in kinds:
        raise EditorialError(f"“{_beginning(locked)}” is a suggested {locked.kind}: accept it as that")
    if locked.decision is not None:
        raise WrongState(f"“{_beginning(locked)}” is {locked.decision} already")
    return locked


def _beginning(row: Suggestion) -> str:
    return row.text if len(row.text) <= 60 else f"{row.text[:60]}…"


def note_decision(
    suggestion: Suggestion,
    locked: Suggestion,
    verdict: Verdict | None,
    action: str,
    after: dict[str, Any],
    *,
    by: User,
    sitting: str,
    client_id: str,
) -> None:
    """Write the verdict on the suggestion (the caller's row too) and what was done as a decision."""
    before = {"decision": locked.decision}
    for row in (locked, suggestion):
        row.decision = verdict  # type: ignore[assignment]  # the column may be null
        row.decided_at, row.decided_by = (timezone.now(), by) if verdict else (None, None)
    locked.save(update_fields=["decision", "decided_at", "decided_by"])
    Decision.objects.create(
        article=locked.article, sitting=sitting, client_id=client_id or uuid4().hex, action=action,
        row_kind="suggestion", row_id=locked.pk, before=before, after=after, by=by,
    )  # fmt: skip
