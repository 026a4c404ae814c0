"""Changing a card: one that waits keeps the change beside what was proposed, an entered one is changed itself."""

from collections.abc import Mapping
from typing import Any

from rumours.editorial.corrections import add_correction
from rumours.editorial.desk.commands.entered import (
    OF_LINK,
    differing,
    key_of_tag,
    link_values,
    name_values,
    quote_of,
    quote_values,
    report_of,
    tags_of_card,
)
from rumours.editorial.desk.commands.origins import keep_origin
from rumours.editorial.desk.commands.task import Done, Json, Task, refuse_unless
from rumours.editorial.desk.commands.values import (
    check_refs,
    link_changes,
    name_changes,
    quote_changes,
    spans_of,
)
from rumours.editorial.ending import set_ending
from rumours.editorial.errors import EditorialError, WrongState
from rumours.editorial.mentioning import change_mentions
from rumours.editorial.permissions import require
from rumours.editorial.quoting import change_quote
from rumours.editorial.reporting import change_report
from rumours.models import Mention, Quote, Report


def edit(task: Task) -> Done:
    """Give fields of a card other values."""
    values = task.given
    refuse_unless(values, "Nothing was changed")
    return edit_with(task, values, f"Changed: {task.title}")


def swap(task: Task) -> Done:
    """Let him go the other way: from where he would go to, to where he would leave from."""
    fields = task.card["fields"]
    refuse_unless("to_club" in fields, "Only a link has a from and a to")
    turned = {"from_club": fields["to_club"]["value"], "to_club": fields["from_club"]["value"], "free_agent": False}
    return edit_with(task, turned, f"Swapped from and to: {task.title}")


def repeat(task: Task) -> Done:
    """Say at once that a claim repeats a report, and which; of none: it is an origin again."""
    refuse_unless(task.card["kind"] == "link", "Only a link can repeat a report")
    pk = task.asked.values["report"]
    if pk is None:
        return edit_with(task, {"role": "origin", "follows": None}, f"No repeat: {task.title}")
    followed = Report.objects.standing().select_related("link__window").filter(pk=pk).first()
    if followed is None:
        raise EditorialError("The report that it repeats is no longer there")
    values = {"role": "repeat", "follows": {"kind": "report", "id": pk}}
    return edit_with(task, values | _window_of(task, followed), f"A repeat: {task.title}")


def _window_of(task: Task, followed: Report) -> Json:
    """The window of the report that is repeated, where the card is in another; none named is in that anyway."""
    code = followed.link.window.code
    now = task.card["fields"]["window"]["value"] if task.waits else report_of(task.article, task.key).link.window.code
    return {"window": code} if now and now != code else {}


def edit_with(task: Task, values: Json, say: str) -> Done:
    """Change a card to these values, whatever state it is in."""
    if "ending" in values:
        require(task.by, "rumours.publish_article")
    if task.card["state"] == "rejected":
        raise WrongState(f"{task.title} is rejected: reopen it first")
    if task.waits:
        _edit_waiting(task, values)
        return Done(say)
    task.require_note(str(task.card["kind"]))
    match task.card["kind"]:
        case "link":
            return Done(say, _edit_report(task, values))
        case "quote":
            _edit_quote(task, values)
        case _:
            return Done(say, _edit_tags(task, values))
    return Done(say)


def _edit_waiting(task: Task, values: Json) -> None:
    check_refs(values)
    if "evidence" in values:
        refuse_unless(task.card["kind"] != "name", "A name is tagged wherever it stands: it has no evidence")
        values = values | {"evidence": [[span.start, span.end] for span in spans_of(task.article, values["evidence"])]}
    fields = task.card["fields"]
    before = {name: fields[name]["value"] if name in fields else task.card["evidence"] for name in values}
    task.file("edit", ("suggestion", int(task.key[1:])), {"values": before}, {"values": values})


def _edit_report(task: Task, values: Json) -> str | None:
    """The key of the card, where it is another now."""
    report = report_of(task.article, task.key)
    old = link_values(report)
    changed = put_link(task, report, values)
    before, after = differing(old, link_values(changed))
    made = task.strangers.made
    task.file("edit", ("report", changed.pk), {"values": before}, {"values": after, **made})
    return f"r{changed.pk}" if task.key[0] == "r" and changed.pk != report.pk else None


def _edit_quote(task: Task, values: Json) -> None:
    quote = quote_of(task.article, task.key)
    old = quote_values(quote)
    put_quote(task, quote, values)
    before, after = differing(old, quote_values(quote))
    task.file("edit", ("quote", quote.pk), {"values": before}, {"values": after, **task.strangers.made})


def _edit_tags(task: Task, values: Json) -> str | None:
    """The key of the card, where it is another now."""
    refuse_unless("evidence" not in values, "A name is tagged wherever it stands: it has no evidence")
    tags = tags_of_card(task.article, task.key)
    refuse_unless(tags, "None of its places is tagged by this name")
    old = [[tag.pk, name_values(tag)] for tag in tags]
    put_tags(task, tags, values)
    after = {"values": name_values(tags[0]), **task.strangers.made}
    task.file("edit", ("mention", tags[0].pk), {"tags": old}, after)
    return key_of_tag(task.article, tags[0]) if task.key[0] == "m" else None


def put_link(task: Task, report: Report, values: Mapping[str, Any]) -> Report:
    """Give a report these values; the row that now stands. An ending goes with it to the link it moves to, unless an
    editor has said there how that ended."""
    link, note = report.link, task.asked.note
    carried = "" if link.reports.exclude(article=task.article).exists() else link.set_ending
    ending = values.get("ending", carried)
    changes: Any = link_changes({k: v for k, v in values.items() if k != "ending"}, task.article, task.strangers)
    if OF_LINK & changes.keys() and carried:
        set_ending(link, ending="", by=task.by, note=note)
    if changes:
        report = change_report(report, by=task.by, note=note, **changes)
        keep_origin(report, changes, by=task.by)
    there = report.link.set_ending
    if ending != there and ("ending" in values or not there):
        set_ending(report.link, ending=ending, by=task.by, note=note)
    return Report.objects.select_related("link__player", "link__window").get(pk=report.pk)


def put_quote(task: Task, quote: Quote, values: Mapping[str, Any]) -> None:
    """Give a quote these values."""
    changes: Any = quote_changes(values, task.article, task.strangers)
    change_quote(quote, by=task.by, note=task.asked.note, **changes)
    quote.refresh_from_db()


def put_tags(task: Task, tags: list[Mention], values: Mapping[str, Any]) -> None:
    """Give tags these values; readers are told where they saw them."""
    changes: Any = name_changes(values, task.strangers)
    change_mentions(tags, by=task.by, **changes)
    if task.article.was_shown:
        add_correction(task.article, task.asked.note, by=task.by)
