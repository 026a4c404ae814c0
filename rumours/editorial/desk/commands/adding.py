"""Entering what nobody suggested, and taking away what was entered by hand."""

from collections.abc import Mapping
from typing import Any

from django.db import models

from rumours.choices import StageGroup
from rumours.editorial.anchoring import occurrences
from rumours.editorial.corrections import add_correction
from rumours.editorial.desk.commands.entered import (
    follow_again,
    followers,
    key_of_tag,
    link_values,
    made_since,
    name_values,
    quote_of,
    quote_values,
    report_of,
    tags_of_card,
)
from rumours.editorial.desk.commands.origins import keep_origin
from rumours.editorial.desk.commands.task import Done, Json, Task, refuse_unless, unused
from rumours.editorial.desk.commands.values import (
    link_changes,
    quote_changes,
    row_of,
    spans_of,
    subject_of,
)
from rumours.editorial.ending import set_ending
from rumours.editorial.mentioning import change_mentions, mention_all, remove_mentions
from rumours.editorial.publishing import withdraw_quote, withdraw_report
from rumours.editorial.quoting import add_quote, remove_quote
from rumours.editorial.reporting import add_report, remove_report
from rumours.editorial.reviewing import accept_names, drop_made
from rumours.models import Article, Mention, Person, Quote, Report

DEFAULTS = {"stage_group": StageGroup.INTEREST.value}


def add_link(task: Task) -> Done:
    """Enter a link that nobody suggested; the suggested names of its player and clubs are accepted with it."""
    task.require_note()
    made = task.made_before
    report = enter_link(task, DEFAULTS | dict(task.asked.values), made.get("report"))
    names = accept_names(task.article, report.link, (), by=task.by, filing=task.filing.part)
    after = {"report": report.pk, "names": names, **task.strangers.made}
    link = report.link
    task.entered = f"{link.player} to {link.to_club or 'an unnamed club'}"
    task.file("add_link", ("report", report.pk), None, after)
    return Done(f"Entered: {task.entered}", f"r{report.pk}")


def add_quote_card(task: Task) -> Done:
    """Enter a quote that nobody suggested."""
    task.require_note()
    values = {"speaker": None} | dict(task.asked.values)
    quote = enter_quote(task, values, task.made_before.get("quote"))
    task.entered = f"of {quote.speaker_name}"
    task.file("add_quote", ("quote", quote.pk), None, {"quote": quote.pk, **task.strangers.made})
    return Done(f"Entered the quote of {quote.speaker_name}", f"q{quote.pk}")


def add_name(task: Task) -> Done:
    """Tag a name wherever it stands, beginning from the place that was chosen."""
    task.require_note()
    values = task.asked.values
    span = spans_of(task.article, values["evidence"])[0]
    words = span.of(task.article.body)
    subject = subject_of(values["subject"], task.strangers)
    role = values.get("role", "") if isinstance(subject, Person) else ""
    tags = mention_all(
        task.article, words=words, subject=subject, by=task.by, role=role,
        club_then=row_of(values.get("club"), task.strangers), apart=_inside_longer(task.article, words),
        ids=_free(task.made_before.get("mentions", ())),
    )  # fmt: skip
    refuse_unless(tags, f"“{words}” is tagged already, or is no name by itself there")
    _tell(task, task.article)
    task.entered = f"“{words}”"
    after = {"mentions": [tag.pk for tag in tags], "words": words, **task.strangers.made}
    task.file("add_name", ("mention", tags[0].pk), None, after)
    times = "once" if len(tags) == 1 else f"{len(tags)} times"
    return Done(f"Tagged “{words}” {times} as {subject}", key_of_tag(task.article, tags[0]))


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


def enter_link(task: Task, values: Json, pk: Any = None) -> Report:
    """Add a report with these values, with the id it had before."""
    values = dict(values)
    ending = values.pop("ending", "")
    changes: Any = link_changes(values, task.article, task.strangers)
    changes.setdefault("to_club", None)
    report = add_report(task.article, by=task.by, pk=unused(Report, pk), **changes)
    keep_origin(report, changes, by=task.by)
    if (ending != report.link.set_ending and "ending" in task.asked.values) or ending:
        set_ending(report.link, ending=ending, by=task.by, note=task.asked.note)
    _tell(task, report)
    return report


def enter_quote(task: Task, values: Json, pk: Any = None) -> Quote:
    """Add a quote with these values, with the id it had before."""
    changes: Any = quote_changes(values, task.article, task.strangers)
    quote = add_quote(task.article, by=task.by, pk=unused(Quote, pk), **changes)
    _tell(task, quote)
    return quote


def enter_tags(task: Task, tags: list[Json]) -> None:
    """Tag again what was tagged, where no other tag stands by now."""
    taken = set(task.article.mentions.values_list("start", flat=True))
    free = [tag for tag in tags if tag["start"] not in taken]
    rows = []
    for tag in free:
        row = Mention(
            pk=unused(Mention, tag["id"]), article=task.article, start=tag["start"], end=tag["end"],
            text=task.article.body[tag["start"] : tag["end"]],
        )  # fmt: skip
        rows.append(row)
    change_mentions_unsaved(task, rows, free)
    _tell(task, task.article)


def change_mentions_unsaved(task: Task, rows: list[Mention], tags: list[Json]) -> None:
    """Store tags, each with its own values."""
    for row, tag in zip(rows, tags, strict=True):
        values = tag["values"]
        kind = values["subject"]["kind"]
        setattr(row, kind, row_of(values["subject"], task.strangers))
        row.role, row.club_then = values["role"], row_of(values["club"], task.strangers)
    Mention.objects.bulk_create(rows)
    change_mentions(rows, by=task.by)


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
    _tell(task, task.article)


def _tell(task: Task, row: models.Model) -> None:
    """Tell readers of a change to what they have seen."""
    if task.article.was_shown:
        add_correction(row, task.asked.note, by=task.by)


def _inside_longer(article: Article, words: str) -> list[Any]:
    """Where the words are a part of a longer suggested name."""
    texts = article.suggestions.names().exclude(decision="rejected").values_list("text", flat=True)
    longer = {text for text in texts if len(text) > len(words) and words in text}
    return [span for text in sorted(longer) for span in occurrences(article.body, text)]


def _free(ids: Any) -> list[int]:
    """Ids that tags had before, where no others have them."""
    taken = set(Mention.objects.filter(pk__in=ids).values_list("pk", flat=True))
    return [] if taken else list(ids)
