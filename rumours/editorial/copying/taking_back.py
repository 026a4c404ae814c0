"""Taking a copy back."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import uuid4

from django.contrib.auth.models import User
from django.db import transaction

from rumours.choices import Verdict
from rumours.editorial.actors import delete_by
from rumours.editorial.errors import WrongState
from rumours.editorial.linking import tidy
from rumours.editorial.permissions import require_tagging
from rumours.editorial.waiting import mark_waiting
from rumours.models import Article, Decision, Suggestion, TransferLink

_NEEDED = ("rumours.delete_report", "rumours.delete_quote", "rumours.delete_mention", "rumours.change_suggestion")


@transaction.atomic
def remove_copied(article: Article, made: Mapping[str, Sequence[int]], by: User, *, sitting: str = "") -> None:
    """Delete what `copy_tags` entered (`Copied.made`) and let the suggestions decided with it wait again.

    What somebody has removed or decided otherwise since stays so. Raises WrongState where readers have seen the
    article, PermissionDenied.
    """
    for permission in _NEEDED:
        require_tagging(article, by, permission)
    if article.was_shown:
        raise WrongState("Readers have seen what was copied: withdraw or correct it instead")
    Article.objects.select_for_update(no_key=True).get(pk=article.pk)
    _remove_reports(article, made.get("reports", ()), by)
    for quote in article.quotes.filter(pk__in=made.get("quotes", ())):
        delete_by(quote, by)
    article.mentions.filter(pk__in=made.get("mentions", ())).delete()
    _reopen(article, made.get("accepted", ()), by, sitting)


def _remove_reports(article: Article, ids: Iterable[int], by: User) -> None:
    """And the links on which nothing stands without them: the other article may have left them since."""
    reports = list(article.reports.filter(pk__in=ids))
    for report in reports:
        delete_by(report, by)
    for link in TransferLink.objects.filter(pk__in={report.link_id for report in reports}, reports__isnull=True):
        tidy(link, by=by)


def _reopen(article: Article, accepted: Iterable[int], by: User, sitting: str) -> None:
    """The suggestions wait again, unless they are rejected by now or became another report or quote."""
    taken = (Verdict.ACCEPTED, Verdict.EDITED)
    rows = article.suggestions.filter(pk__in=accepted, decision__in=taken, reports__isnull=True, quotes__isnull=True)
    verdicts = dict(rows.values_list("pk", "decision"))
    Suggestion.objects.filter(pk__in=verdicts).update(decision=None, decided_at=None, decided_by=None)
    mark_waiting([article.pk])
    Decision.objects.bulk_create(
        Decision(
            article=article, sitting=sitting, client_id=uuid4().hex, action="undo", row_kind="suggestion", row_id=pk,
            before={"decision": verdict}, after={"decision": None}, by=by,
        )
        for pk, verdict in verdicts.items()
    )  # fmt: skip
