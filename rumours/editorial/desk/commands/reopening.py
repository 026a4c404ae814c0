"""Taking the decision on a card back, and deciding anew as it was: all that the decision made is remembered."""

from collections.abc import Mapping
from typing import Any

from rumours.choices import Verdict
from rumours.editorial.corrections import add_correction
from rumours.editorial.desk.commands.accepting import Deciding, decide
from rumours.editorial.desk.commands.entered import (
    followers,
    link_values,
    made_since,
    name_values,
    quote_of,
    quote_values,
    report_of,
    suggestion_of,
    tags_of_card,
)
from rumours.editorial.desk.commands.task import Done, Json, Task
from rumours.editorial.desk.commands.values import name_changes
from rumours.editorial.errors import WrongState
from rumours.editorial.mentioning import change_mentions
from rumours.editorial.reviewing import (
    drop_made,
    last_decision,
    reject,
    undo,
)
from rumours.models import Suggestion


def reopen(task: Task) -> Done:
    """Take the decision on a card back: it waits again. What readers have seen is withdrawn, with the note."""
    row = suggestion_of(task.article, task.key)
    if row.decision is None:
        raise WrongState(f"{task.title} is not decided yet")
    if row.decision != Verdict.REJECTED:
        task.require_note()
    before = remembered(row)
    take_back(task, row)
    drop_made(before, by=task.by)
    task.file("reopen", ("suggestion", row.pk), before, {"decision": None})
    return Done(f"Waits again: {task.title}")


def take_back(task: Task, row: Suggestion) -> None:
    """Undo the last decision on a suggestion as a part of what is done; readers are told where they saw it."""
    seen = task.article.was_shown and row.decision != Verdict.REJECTED
    undo(row, by=task.by, note=task.asked.note, filing=task.filing.part)
    if seen:
        add_correction(task.article, task.asked.note, by=task.by)


def remembered(row: Suggestion) -> Json:
    """A decided suggestion with all that it made, as values: enough to decide it anew."""
    taken = last_decision(row)
    after = (taken.after if taken else None) or {}
    key, before = f"s{row.pk}", Json(decision=row.decision)
    if row.decision == Verdict.REJECTED:
        return before
    before["made"] = list(after.get("made", []))
    if row.kind == "link":
        report = report_of(row.article, key)
        before["made"] += made_since(row.article, "report", report.pk)
        names = {pk: _tags_said(row, pk) for pk in _decided(row, after.get("names", []))}
        return before | {
            "report": report.pk, "values": link_values(report), "followers": followers(report), "names": list(names),
            "along": after.get("names", []),
            "said": {str(pk): said for pk, said in names.items() if said},
        }  # fmt: skip
    if row.kind == "quote":
        quote = quote_of(row.article, key)
        before["made"] += made_since(row.article, "quote", quote.pk)
        return before | {"quote": quote.pk, "values": quote_values(quote)}
    tags = [tag.pk for tag in tags_of_card(row.article, key)]
    return before | {"values": _tags_said(row, row.pk) or _subject_said(after), "mentions": tags}


def decide_again(task: Task, row: Suggestion, before: Mapping[str, Any]) -> None:
    """Decide a suggestion as it was remembered."""
    filing = task.filing.part
    verdict = Verdict(before["decision"])
    if verdict is Verdict.REJECTED:
        reject(row, by=task.by, filing=filing)
        return
    deciding = Deciding(task, row, dict(before["values"]), verdict, filing, before)
    deciding.strangers.all_again()
    decide(deciding)
    if row.kind != "link":
        return
    for pk, said in before.get("said", {}).items():
        tags = tags_of_card(task.article, f"s{pk}")
        if tags and name_values(tags[0]) != said:
            changes: Any = name_changes(said, deciding.strangers)
            change_mentions(tags, by=task.by, **changes)


def _decided(row: Suggestion, names: Any) -> list[int]:
    """Those of the names accepted with a link that nobody has reopened since."""
    return list(row.article.suggestions.decided().filter(pk__in=names).values_list("pk", flat=True))


def _tags_said(row: Suggestion, pk: int) -> Json | None:
    tags = tags_of_card(row.article, f"s{pk}")
    return name_values(tags[0]) if tags else None


def _subject_said(after: Mapping[str, Any]) -> Json:
    kind, pk = after["subject"]
    return {"subject": {"kind": kind, "id": pk}}
