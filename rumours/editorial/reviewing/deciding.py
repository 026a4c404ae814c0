"""What every decision shares: the row is held, the verdict written on it, and what was done kept as a decision."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from rumours.choices import SuggestionKind, Verdict
from rumours.editorial.errors import EditorialError, WrongState
from rumours.editorial.permissions import require_tagging
from rumours.editorial.waiting import mark_waiting
from rumours.models import Article, Decision, Suggestion

NAMES = frozenset({SuggestionKind.PLAYER, SuggestionKind.CLUB, SuggestionKind.PERSON, SuggestionKind.SOURCE})


@dataclass(frozen=True, slots=True)
class Filing:
    """How a decision is kept: in which sitting, under which id of the client, and what the desk was asked for.

    `redoes` is the decision that it takes anew.
    """

    sitting: str = ""
    client_id: str = ""
    asked: Mapping[str, Any] | None = None
    redoes: Decision | None = None

    @property
    def part(self) -> "Filing":
        """How what it brings along is kept: in the same sitting, by itself."""
        return Filing(self.sitting)


@dataclass(frozen=True, slots=True)
class Again:
    """What accepting keeps to that was settled elsewhere: the ids that the report or quote and the tags had before, the
    verdict, and the names that came along: they are taken back with it, also when they are decided anew themselves.
    """

    row: int | None = None
    verdict: Verdict | None = None
    tags: Sequence[int] = ()
    names: Sequence[int] = ()


@transaction.atomic
def reject(
    suggestion: Suggestion, *, by: User, sitting: str = "", client_id: str = "", filing: Filing | None = None
) -> None:
    """Decide that a suggestion is wrong; a later run does not propose it again.

    `sitting` groups what was done in one go, `client_id` makes a repeat harmless; `filing` is both and more. Raises
    WrongState where it is decided already or gone, PermissionDenied.
    """
    filing = filing or Filing(sitting, client_id)
    if first_result(filing.client_id) is not None:
        return
    locked = hold_undecided(suggestion, by, kinds=tuple(SuggestionKind))
    note_decision(suggestion, locked, Verdict.REJECTED, "reject", {"decision": Verdict.REJECTED}, by=by, filing=filing)


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
    filing: Filing,
) -> None:
    """Write the verdict on the suggestion (the caller's row too) and what was done as a decision."""
    before = {"decision": locked.decision}
    for row in (locked, suggestion):
        row.decision = verdict  # type: ignore[assignment]  # the column may be null
        row.decided_at, row.decided_by = (timezone.now(), by) if verdict else (None, None)
    locked.save(update_fields=["decision", "decided_at", "decided_by"])
    mark_waiting([locked.article_id])
    file_decision(locked.article, action, ("suggestion", locked.pk), before, after, by=by, filing=filing)


def file_decision(
    article: Article,
    action: str,
    row: tuple[str, int],
    before: dict[str, Any] | None,
    after: dict[str, Any] | None,
    *,
    by: User,
    filing: Filing,
    undoes: Decision | None = None,
) -> Decision:
    """Keep what was done to a row (its kind and id) as a decision."""
    return Decision.objects.create(
        article=article, sitting=filing.sitting, client_id=filing.client_id or uuid4().hex, action=action,
        row_kind=row[0], row_id=row[1], before=before, after=after, asked=filing.asked, redoes=filing.redoes,
        undoes=undoes, by=by,
    )  # fmt: skip


def note_decisions(
    after: Mapping[Suggestion, dict[str, Any]], action: str, *, article: Article, by: User, filing: Filing
) -> None:
    """As `note_decision`, for several names at once: each suggestion's verdict, and a decision each."""
    now, before = timezone.now(), {row.pk: row.decision for row in after}
    for row, made in after.items():
        row.decision = made["decision"]
        row.decided_at, row.decided_by = (now, by) if row.decision else (None, None)
    Suggestion.objects.bulk_update(after, ["decision", "decided_at", "decided_by"])
    mark_waiting([article.pk])
    Decision.objects.bulk_create(
        Decision(
            article=article, sitting=filing.sitting, client_id=uuid4().hex, action=action, row_kind="suggestion",
            row_id=row.pk, before={"decision": before[row.pk]}, after=made, by=by,
        )
        for row, made in after.items()
    )  # fmt: skip
