"""Taking a decision on a suggestion back, with what it made."""

from typing import Any

from django.apps import apps
from django.contrib.auth.models import User
from django.db import transaction

from rumours.editorial.errors import WrongState
from rumours.editorial.mentioning import remove_mention
from rumours.editorial.quoting import remove_quote
from rumours.editorial.reporting import remove_report
from rumours.editorial.reviewing.deciding import first_result, hold, note_decision
from rumours.editorial.reviewing.strangers import drop_unused
from rumours.models import Article, Decision, Entity, Mention, Suggestion


@transaction.atomic
def undo(suggestion: Suggestion, *, by: User, sitting: str = "", client_id: str = "") -> None:
    """Take the last decision on a suggestion back: it waits again, and what the decision made is gone.

    That is its report or quote, its tags, the names accepted with it, and rows made for strangers that nothing else
    names. Tags that somebody has given to another since stay. Raises WrongState where nothing is decided or readers
    have seen the report or quote, PermissionDenied.
    """
    if first_result(client_id) is not None:
        return
    locked = hold(suggestion, by)
    if locked.decision is None:
        raise WrongState(f"“{locked.text}” is not decided yet")
    taken = Decision.objects.filter(row_kind="suggestion", row_id=locked.pk, action__in=("accept", "reject")).first()
    _take_back(locked.article, (taken.after if taken else None) or {}, by, sitting)
    note_decision(suggestion, locked, None, "undo", {"decision": None}, by=by, sitting=sitting, client_id=client_id)


def _take_back(article: Article, made: dict[str, Any], by: User, sitting: str) -> None:
    """Everything that a decision made, the last first."""
    for report in article.reports.filter(pk=int(made.get("report") or 0)):
        remove_report(report, by=by)
    for quote in article.quotes.filter(pk=int(made.get("quote") or 0)):
        remove_quote(quote, by=by)
    for name in article.suggestions.decided().filter(pk__in=made.get("names", ())):
        undo(name, by=by, sitting=sitting)
    kind, subject = made.get("subject", ("player", None))
    tags = Mention.objects.filter(pk__in=made.get("mentions", ()), **{f"{kind}_id": subject})
    for mention in tags.with_subjects():
        remove_mention(mention, by=by)
    for kind, pk in reversed(made.get("made", ())):
        _drop(kind, pk, by)


def _drop(kind: str, pk: int, by: User) -> None:
    model: Any = apps.get_model("rumours", kind)
    row: Entity | None = model._base_manager.filter(pk=pk).first()
    if row is not None:
        drop_unused(row, by)
