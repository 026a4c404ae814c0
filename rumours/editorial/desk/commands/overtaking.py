"""What others did since to what an editor would take back: their work is not taken back with his."""

from rumours.choices import Verdict
from rumours.editorial.desk.commands.task import Task
from rumours.editorial.errors import WrongState
from rumours.editorial.reviewing import last_decision
from rumours.models import Decision, Suggestion

Rows = list[tuple[str, int]]


def check_decision(task: Task, row: Suggestion, last: Decision) -> None:
    """Raise WrongState where another took a decision on a suggestion back, decided anew or changed what came of it."""
    if row.decision is None:
        raise WrongState("Somebody has taken this decision back already")
    anew = last_decision(row)
    _refuse(anew if anew is not None and anew.by_id != task.by.pk else None, "decided on it anew")
    _refuse(_since(task, last, _became(task, row)), "changed it since")


def is_overtaken(task: Task, row: Suggestion, last: Decision) -> bool:
    """As `check_decision`, for one of several that were decided at once."""
    try:
        check_decision(task, row, last)
    except WrongState:
        return True
    return False


def check_waits(task: Task, last: Decision) -> None:
    """Raise WrongState where the suggestion on which a change was laid is accepted by now; not where it is gone."""
    taken = (Verdict.ACCEPTED, Verdict.EDITED)
    if task.article.suggestions.filter(pk=last.row_id, decision__in=taken).exists():
        raise WrongState("It is accepted by now: change it on its card")


def check_fields(task: Task, last: Decision) -> None:
    """Raise WrongState where another has changed the same fields of an entered row since."""
    own = _fields(last)
    for later in _decisions(task, last, _line(task, last)):
        if own & _fields(later):
            _refuse(later, "changed the same since")


def check_untouched(task: Task, last: Decision) -> None:
    """Raise WrongState where another has changed a row since that was entered by hand."""
    _refuse(_since(task, last, _line(task, last)), "changed it since")


def _since(task: Task, last: Decision, rows: Rows) -> Decision | None:
    return next(iter(_decisions(task, last, rows)), None)


def _decisions(task: Task, last: Decision, rows: Rows) -> list[Decision]:
    """What others did to these rows after a decision and did not take back, the last first."""
    later = task.article.decisions.filter(pk__gt=last.pk, action="edit", asked__isnull=False, undone_by__isnull=True)
    found = later.exclude(by=task.by).select_related("by").order_by("-pk")
    return [decision for decision in found if (decision.row_kind, decision.row_id) in rows]


def _became(task: Task, row: Suggestion) -> Rows:
    """The reports and quotes that were entered from a suggestion."""
    reports = task.article.reports.filter(suggestion=row).values_list("pk", flat=True)
    quotes = task.article.quotes.filter(suggestion=row).values_list("pk", flat=True)
    return [*(("report", pk) for pk in reports), *(("quote", pk) for pk in quotes)]


def _line(task: Task, last: Decision) -> Rows:
    """The row of a decision, and of a report those that took its place."""
    rows, pk = [(last.row_kind, last.row_id)], last.row_id
    if last.row_kind == "report":
        later = dict(task.article.reports.filter(succeeds__isnull=False).values_list("succeeds_id", "pk"))
        while pk in later:
            pk = later[pk]
            rows.append(("report", pk))
    return rows


def _fields(decision: Decision) -> set[str]:
    return set((decision.after or {}).get("values") or ())


def _refuse(later: Decision | None, what: str) -> None:
    if later is not None:
        raise WrongState(f"{later.by.get_full_name() or later.by.get_username()} has {what}")
