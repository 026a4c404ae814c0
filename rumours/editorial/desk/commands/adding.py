"""Entering what nobody suggested."""

from typing import Any

from django.db import models

from rumours.choices import StageGroup
from rumours.editorial.anchoring import occurrences
from rumours.editorial.corrections import add_correction
from rumours.editorial.desk.commands.entered import (
    free_ids,
    key_of_tag,
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
from rumours.editorial.mentioning import mention_all
from rumours.editorial.quoting import add_quote
from rumours.editorial.reporting import add_report
from rumours.editorial.reviewing import accept_names
from rumours.models import Article, Person, Quote, Report

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
        ids=free_ids(task.made_before.get("mentions", ())),
    )  # fmt: skip
    refuse_unless(tags, f"“{words}” is tagged already, or is no name by itself there")
    tell(task, task.article)
    task.entered = f"“{words}”"
    after = {"mentions": [tag.pk for tag in tags], "words": words, **task.strangers.made}
    task.file("add_name", ("mention", tags[0].pk), None, after)
    times = "once" if len(tags) == 1 else f"{len(tags)} times"
    return Done(f"Tagged “{words}” {times} as {subject}", key_of_tag(task.article, tags[0]))


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
    tell(task, report)
    return report


def enter_quote(task: Task, values: Json, pk: Any = None) -> Quote:
    """Add a quote with these values, with the id it had before."""
    changes: Any = quote_changes(values, task.article, task.strangers)
    quote = add_quote(task.article, by=task.by, pk=unused(Quote, pk), **changes)
    tell(task, quote)
    return quote


def tell(task: Task, row: models.Model) -> None:
    """Tell readers of a change to what they have seen."""
    if task.article.was_shown:
        add_correction(row, task.asked.note, by=task.by)


def _inside_longer(article: Article, words: str) -> list[Any]:
    """Where the words are a part of a longer suggested name."""
    texts = article.suggestions.names().exclude(decision="rejected").values_list("text", flat=True)
    longer = {text for text in texts if len(text) > len(words) and words in text}
    return [span for text in sorted(longer) for span in occurrences(article.body, text)]
