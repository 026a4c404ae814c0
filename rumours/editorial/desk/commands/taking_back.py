"""How each thing that was done at the desk is taken back: one function a verb."""

from collections.abc import Callable, Mapping
from typing import Any

from rumours.choices import Verdict
from rumours.editorial import publishing
from rumours.editorial.copying import remove_copied
from rumours.editorial.corrections import add_correction
from rumours.editorial.desk.commands.adding import enter_quote
from rumours.editorial.desk.commands.editing import put_link, put_quote
from rumours.editorial.desk.commands.entered import quote_of, report_of, suggestion_of
from rumours.editorial.desk.commands.overtaking import (
    check_decision,
    check_fields,
    check_untouched,
    check_waits,
    is_overtaken,
)
from rumours.editorial.desk.commands.removing import (
    enter_link_again,
    enter_tags,
    take_link_away,
    take_quote_away,
    take_tags_away,
)
from rumours.editorial.desk.commands.reopening import decide_again, take_back
from rumours.editorial.desk.commands.task import Task
from rumours.editorial.desk.commands.values import name_changes
from rumours.editorial.desk.passing import unskip
from rumours.editorial.mentioning import change_mentions
from rumours.editorial.reviewing import Strangers, drop_made, undo_names
from rumours.models import Decision

Saved = Mapping[str, Any]


def _accepted(task: Task, last: Decision) -> None:
    row = suggestion_of(task.article, f"s{last.row_id}")
    check_decision(task, row, last)
    if row.decision != Verdict.REJECTED:
        task.require_note()
    take_back(task, row)


def _edited(task: Task, last: Decision) -> None:
    before: Saved = last.before or {}
    if last.row_kind == "suggestion":
        check_waits(task, last)
        return  # an edit that is taken back is laid over nothing any more
    check_fields(task, last)
    task.require_note()
    match last.row_kind:
        case "report":
            put_link(task, report_of(task.article, f"r{last.row_id}"), before["values"])
        case "quote":
            put_quote(task, quote_of(task.article, f"q{last.row_id}"), before["values"])
        case _:
            _tags_as_before(task, before["tags"])
    drop_made(last.after or {}, by=task.by)


def _tags_as_before(task: Task, tags: list[tuple[int, Saved]]) -> None:
    """Each tag as it was; those that are gone by now stay so."""
    rows = {tag.pk: tag for tag in task.article.mentions.filter(pk__in=[pk for pk, _ in tags])}
    alike: dict[str, tuple[Saved, list[Any]]] = {}
    for pk, values in tags:
        if pk in rows:
            alike.setdefault(repr(values), (values, []))[1].append(rows[pk])
    for values, several in alike.values():
        changes: Any = name_changes(values, task.strangers)
        change_mentions(several, by=task.by, **changes)
    if task.article.was_shown:
        add_correction(task.article, task.asked.note, by=task.by)


def _reopened(task: Task, last: Decision) -> None:
    before: Saved = last.before or {}
    if before["decision"] != Verdict.REJECTED:
        task.require_note()
    row = suggestion_of(task.article, f"s{last.row_id}")
    decide_again(task, row, before)
    if task.article.was_shown and before["decision"] != Verdict.REJECTED:
        add_correction(task.article, task.asked.note, by=task.by)


def _removed(task: Task, last: Decision) -> None:
    task.require_note()
    before: Saved = last.before or {}
    task.strangers = Strangers(task.article, task.by, before.get("made", ()))
    task.strangers.all_again()
    match last.row_kind:
        case "report":
            enter_link_again(task, before)
        case "quote":
            enter_quote(task, before["values"], before["quote"])
        case _:
            enter_tags(task, before["tags"])


def _added(task: Task, last: Decision) -> None:
    check_untouched(task, last)
    task.require_note()
    after: Saved = last.after or {}
    match last.row_kind:
        case "report":
            take_link_away(task, report_of(task.article, f"r{last.row_id}"))
            undo_names(task.article, after.get("names", ()), by=task.by, filing=task.filing.part)
        case "quote":
            take_quote_away(task, quote_of(task.article, f"q{last.row_id}"))
        case _:
            take_tags_away(task, after["mentions"])
    drop_made(after, by=task.by)


def _rest(task: Task, last: Decision) -> None:
    keys = (last.after or {}).get("cards", [])
    if keys:
        task.require_note()
    rows = task.article.suggestions.decided().filter(pk__in=[int(key[1:]) for key in keys]).in_bulk()
    for key in reversed(keys):
        row = rows.get(int(key[1:]))
        if row is not None:
            row.refresh_from_db(fields=["decision"])
            if row.decision is not None and not is_overtaken(task, row, last):
                take_back(task, row)


def _copied(task: Task, last: Decision) -> None:
    remove_copied(task.article, last.after or {}, task.by, sitting=task.asked.sitting)


def _dropped(task: Task, last: Decision) -> None:
    publishing.undrop(task.article, by=task.by)


def _skipped(task: Task, last: Decision) -> None:
    unskip(task.article, by=task.by)


TAKE_BACK: dict[str, Callable[[Task, Decision], None]] = {
    "accept": _accepted, "reject": _accepted, "edit": _edited, "swap": _edited, "repeat": _edited,
    "reopen": _reopened, "remove": _removed, "add_link": _added, "add_quote": _added, "add_name": _added,
    "accept_rest": _rest, "copy_tags": _copied, "drop": _dropped, "skip": _skipped,
}  # fmt: skip
