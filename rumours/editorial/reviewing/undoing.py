"""Taking a decision on a suggestion back, with what it made."""

from collections.abc import Collection, Iterable, Mapping
from functools import reduce
from operator import or_
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
from rumours.editorial.reviewing.deciding import Filing, first_result, hold, note_decision, note_decisions
from rumours.editorial.reviewing.strangers import drop_made
from rumours.models import Article, Decision, Mention, Report, Suggestion, TransferLink


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
    left = _take_back(locked, (taken.after if taken else None) or {}, by, note, filing.part)
    note_decision(suggestion, locked, None, "undo", {"decision": None, **left}, by=by, filing=filing)


def last_decision(suggestion: Suggestion) -> Decision | None:
    """The decision by which a suggestion last was accepted or rejected."""
    return Decision.objects.filter(
        row_kind="suggestion", row_id=suggestion.pk, action__in=("accept", "reject")
    ).first()  # fmt: skip


def _take_ending_back(report: Report, made: Mapping[str, Any], by: User, note: str) -> None:
    """What a decision said of how a link ended, unless somebody has said otherwise since; and the ending of a link for
    which nothing but the report stands."""
    pk, was, said = made.get("ending", (0, "", ""))
    link = report.link
    ended = link if link.pk == pk else TransferLink.objects.filter(pk=pk).first()
    if ended is not None and ended.set_ending == said:
        set_ending(ended, ending=was, by=by, note=note)
    elif link.set_ending and not link.reports.exclude(pk=report.pk).exists():
        set_ending(link, ending="", by=by, note=note)


def _take_back(row: Suggestion, made: dict[str, Any], by: User, note: str, filing: Filing) -> dict[str, Any]:
    """Everything that a decision made, the last first; of a corrected report that which stands now.

    What is left behind, as the decision keeps it: the reports that followed it.
    """
    article = row.article
    entered = Q(pk=int(made.get("report") or 0)) | Q(suggestion=row)
    reports = list(article.reports.standing().filter(entered))
    followers = list(Report.objects.filter(follows__in=reports).order_by("pk").values_list("pk", flat=True))
    for report in reports:
        _take_ending_back(report, made, by, note)
        withdraw_report(report, by=by, why=note) if note and article.was_shown else remove_report(report, by=by)
    for quote in article.quotes.filter(withdrawn_at__isnull=True, pk=int(made.get("quote") or 0)):
        withdraw_quote(quote, by=by, why=note) if note and article.was_shown else remove_quote(quote, by=by)
    undo_names(article, made.get("names", ()), by=by, filing=filing)
    if "mentions" in made:
        _untag(_accepted([row]), by)
    drop_made(made, by=by)
    return {"followers": followers} if followers else {}


@transaction.atomic
def undo_names(article: Article, ids: Collection[int], *, by: User, filing: Filing) -> None:
    """As `undo`, for suggested names with these ids that are decided: a handful of statements and a decision each.

    The caller holds the article.
    """
    rows = list(article.suggestions.decided().names().filter(pk__in=ids)) if ids else []
    if not rows:
        return
    made = _accepted(rows)
    _untag(made, by)
    for one in made:
        drop_made(one, by=by)
    note_decisions({row: {"decision": None} for row in rows}, "undo", article=article, by=by, filing=filing)


def _accepted(rows: Iterable[Suggestion]) -> list[dict[str, Any]]:
    """What decisions that accepted these made, also before they were taken back and taken anew: tags may be theirs."""
    taken = Decision.objects.filter(row_kind="suggestion", row_id__in=[row.pk for row in rows], action="accept")
    return [after or {} for after in taken.order_by("pk").values_list("after", flat=True)]


def _untag(made: Iterable[Mapping[str, Any]], by: User) -> None:
    """Take away the tags that decisions made, but those that somebody has given to another since."""
    owned = [
        Q(pk__in=one["mentions"], **{f"{one['subject'][0]}_id": one["subject"][1]}) for one in made if "mentions" in one
    ]
    if owned:
        remove_mentions(Mention.objects.filter(reduce(or_, owned)), by=by)
