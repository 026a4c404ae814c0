"""Taking away what was entered by hand, and entering it again as it was."""

from collections.abc import Mapping
from typing import Any

from rumours.editorial.corrections import add_correction
from rumours.editorial.desk.commands.adding import enter_link, tell
from rumours.editorial.desk.commands.entered import (
    follow_again,
    followers,
    link_values,
    made_since,
    name_values,
    quote_of,
    quote_values,
    report_of,
    tags_of_card,
)
from rumours.editorial.desk.commands.task import Done, Json, Task, refuse_unless, unused
from rumours.editorial.desk.commands.values import (
    row_of,
)
from rumours.editorial.ending import set_ending
from rumours.editorial.mentioning import change_mentions, remove_mentions
from rumours.editorial.publishing import withdraw_quote, withdraw_report
from rumours.editorial.quoting import remove_quote
from rumours.editorial.reporting import remove_report
from rumours.editorial.reviewing import drop_made
from rumours.models import Mention, Quote, Report


def remove(task: Task) -> Done:
    """Take away what was entered by hand; what readers have seen is withdrawn."""
    refuse_unless(task.key[0] != "s", "This was suggested: reject it, or take its decision back")
    task.require_note()
    match task.key[0]:
        case "r":
            report = report_of(task.article, task.key)
            row, before = ("report", report.pk), remembered_link(report)
            before["made"] = made_since(task.article, *row)
            take_link_away(task, report)
        case "q":
            quote = quote_of(task.article, task.key)
            row, before = ("quote", quote.pk), {"quote": quote.pk, "values": quote_values(quote)}
            before["made"] = made_since(task.article, *row)
            take_quote_away(task, quote)
        case _:
            tags = tags_of_card(task.article, task.key)
            row, before = ("mention", tags[0].pk), {"tags": remembered_tags(tags)}
            before["made"] = made_since(task.article, *row)
            take_tags_away(task, [tag.pk for tag in tags])
    drop_made(before, by=task.by)
    task.file("remove", row, before, None)
    return Done(f"Taken away: {task.title}")


def take_link_away(task: Task, report: Report) -> None:
    """Remove a report, or withdraw one that readers have seen; an ending that only it stood for goes with it."""
    link, note = report.link, task.asked.note
    if task.article.was_shown:
        withdraw_report(report, by=task.by, why=note)
        add_correction(task.article, note, by=task.by)
        return
    if link.set_ending and not link.reports.exclude(pk=report.pk).exists():
        set_ending(link, ending="", by=task.by)
    remove_report(report, by=task.by)


def take_quote_away(task: Task, quote: Quote) -> None:
    """Remove a quote, or withdraw one that readers have seen."""
    if task.article.was_shown:
        withdraw_quote(quote, by=task.by, why=task.asked.note)
        add_correction(task.article, task.asked.note, by=task.by)
        return
    remove_quote(quote, by=task.by)


def take_tags_away(task: Task, ids: list[int]) -> None:
    """Remove tags; readers are told where they saw them."""
    remove_mentions(task.article.mentions.filter(pk__in=ids), by=task.by)
    tell(task, task.article)


def remembered_link(report: Report) -> Json:
    """A report as it is entered again."""
    return {"report": report.pk, "values": link_values(report), "followers": followers(report)}


def remembered_tags(tags: list[Mention]) -> list[Json]:
    """Tags as they are entered again."""
    return [{"id": tag.pk, "start": tag.start, "end": tag.end, "values": name_values(tag)} for tag in tags]


def enter_link_again(task: Task, before: Mapping[str, Any]) -> Report:
    """Enter a report as it is remembered, with those that followed it."""
    report = enter_link(task, before["values"], before["report"])
    follow_again(report, before.get("followers", ()))
    return report


def enter_tags(task: Task, tags: list[Json]) -> None:
    """Tag again what was tagged, where no other tag stands by now."""
    taken = set(task.article.mentions.values_list("start", flat=True))
    free = [tag for tag in tags if tag["start"] not in taken]
    rows = [_tag(task, tag) for tag in free]
    Mention.objects.bulk_create(rows)
    change_mentions(rows, by=task.by)
    tell(task, task.article)


def _tag(task: Task, tag: Json) -> Mention:
    """An unsaved tag as it is remembered."""
    values = tag["values"]
    row = Mention(
        pk=unused(Mention, tag["id"]), article=task.article, start=tag["start"], end=tag["end"],
        text=task.article.body[tag["start"] : tag["end"]], role=values["role"],
        club_then=row_of(values["club"], task.strangers),
    )  # fmt: skip
    setattr(row, values["subject"]["kind"], row_of(values["subject"], task.strangers))
    return row
