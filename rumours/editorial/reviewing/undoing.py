"""Taking a decision on a suggestion back, with what it made."""

from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q

from rumours.editorial.ending import set_ending
from rumours.editorial.errors import WrongState
from rumours.editorial.mentioning import remove_mentions
from rumours.editorial.publishing import withdraw_quote, withdraw_report
from rumours.editorial.quoting import remove_quote
from rumours.editorial.reporting import remove_report
from rumours.editorial.reviewing.deciding import Filing, first_result, hold, note_decision
from rumours.editorial.reviewing.strangers import drop_made
from rumours.models import Decision, Mention, Report, Suggestion


@transaction.atomic
def undo(
    suggestion: Suggestion,
    *,
    by: User,
    note: str = "",
    sitting: str = "",
    client_id: str = "",
    filing: Filing | None = None,
) -> None:
    """Take the last decision on a suggestion back: it waits again, and what the decision made is gone.

    That is its report or quote, its tags, the names accepted with it, and rows made for strangers that nothing else
    names. Tags that somebody has given to another since stay. What readers have seen is withdrawn, which takes a
    `note`. Raises WrongState where nothing is decided, or readers have seen the report or quote and nothing says why;
    PermissionDenied.
    """
    filing = filing or Filing(sitting, client_id)
    if first_result(filing.client_id) is not None:
        return
    locked = hold(suggestion, by)
    if locked.decision is None:
        raise WrongState(f"“{locked.text}” is not decided yet")
    taken = last_decision(locked)
    _take_back(locked, (taken.after if taken else None) or {}, by, note, filing.part)
    note_decision(suggestion, locked, None, "undo", {"decision": None}, by=by, filing=filing)


def last_decision(suggestion: Suggestion) -> Decision | None:
    """The decision by which a suggestion last was accepted or rejected."""
    return Decision.objects.filter(
        row_kind="suggestion", row_id=suggestion.pk, action__in=("accept", "reject")
    ).first()  # fmt: skip


def _take_ending_back(report: Report, made: dict[str, Any], by: User, note: str) -> None:
    """An ending that came with the report, or that nothing but it stands for, is taken from its link."""
    link = report.link
    alone = not link.reports.exclude(pk=report.pk).exists()
    was = made["ending"][1] if "ending" in made else "" if alone else link.set_ending
    if link.set_ending != was:
        set_ending(link, ending=was, by=by, note=note)


def _take_back(row: Suggestion, made: dict[str, Any], by: User, note: str, filing: Filing) -> None:
    """Everything that a decision made, the last first; of a corrected report that which stands now."""
    article = row.article
    entered = Q(pk=int(made.get("report") or 0)) | Q(suggestion=row)
    for report in article.reports.standing().filter(entered):
        _take_ending_back(report, made, by, note)
        withdraw_report(report, by=by, why=note) if note and article.was_shown else remove_report(report, by=by)
    for quote in article.quotes.filter(withdrawn_at__isnull=True, pk=int(made.get("quote") or 0)):
        withdraw_quote(quote, by=by, why=note) if note and article.was_shown else remove_quote(quote, by=by)
    for name in article.suggestions.decided().filter(pk__in=made.get("names", ())):
        undo(name, by=by, note=note, filing=filing)
    kind, subject = made.get("subject", ("player", None))
    remove_mentions(Mention.objects.filter(pk__in=made.get("mentions", ()), **{f"{kind}_id": subject}), by=by)
    drop_made(made, by=by)
