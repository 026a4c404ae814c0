"""Deciding on a suggestion: it is accepted as its card shows it, or rejected."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from rumours.choices import Verdict
from rumours.editorial.desk.cards import overlay
from rumours.editorial.desk.cards.overlay import laid_over
from rumours.editorial.desk.commands.entered import follow_again, free_ids, suggestion_of
from rumours.editorial.desk.commands.origins import keep_origin, require_origin
from rumours.editorial.desk.commands.task import Done, Json, Task, refuse_unless, unused
from rumours.editorial.desk.commands.values import link_changes, quote_changes, row_of, subject_of
from rumours.editorial.errors import WrongState
from rumours.editorial.reviewing import (
    Again,
    Filing,
    Strangers,
    accept,
    accept_link,
    accept_quote,
    reject,
)
from rumours.models import Person, Quote, Report, Suggestion

# What decides whether a claim repeats another, and what is said of that.
_CLAIM = {"player", "to_club", "window", "source", "stage_group"}
_REPEATS = {"role", "follows"}


def accept_card(task: Task) -> Done:
    """Enter a suggestion as its card shows it, with the values that were sent along."""
    _require_waiting(task)
    enter(task, task.card, task.given, task.filing)
    return Done(f"Accepted: {task.title}")


def reject_card(task: Task) -> Done:
    """Decide that a suggestion is wrong."""
    _require_waiting(task)
    reject(suggestion_of(task.article, task.key), by=task.by, filing=task.filing)
    return Done(f"Rejected: {task.title}")


def enter(task: Task, card: Json, given: Json, filing: Filing) -> None:
    """Accept a suggestion as its card shows it; what it makes gets the ids that it had when it was accepted before."""
    row = suggestion_of(task.article, str(card["key"]))
    values = laid_over(_shown(card, given), given)
    fields = card["fields"]
    differs = bool(card["edited"]) or any(fields[name]["value"] != given[name] for name in fields.keys() & given.keys())
    if card["kind"] != "name":
        values = {"evidence": card["evidence"]} | values
        differs |= values["evidence"] != _proposed_evidence(row)
    verdict = Verdict.EDITED if differs else Verdict.ACCEPTED
    decide(Deciding(task, row, values, verdict, filing, _made_before(row)))
    if card["kind"] == "link":
        require_origin(row, {*card["edited"], *given}, values)


def _made_before(row: Suggestion) -> Json:
    """What it made whenever it was accepted, which gets the same ids again, and who followed it."""
    taken = row.article.decisions.filter(row_kind="suggestion", row_id=row.pk, action__in=("accept", "undo"))
    found: Json = {"made": []}
    for made in taken.order_by("pk").values_list("after", flat=True):
        after: Mapping[str, Any] = made or {}
        found |= {name: pk for name, pk in after.items() if name in ("report", "quote", "mentions", "followers")}
        found["made"] += after.get("made", [])
    return found


@dataclass
class Deciding:
    """A suggestion that is accepted with exactly these values and this verdict; `made` is what it made before.

    Whom nobody knows is made by a maker of its own: whoever that is is kept with its decision.
    """

    task: Task
    row: Suggestion
    values: Json
    verdict: Verdict
    filing: Filing
    made: Mapping[str, Any]

    @cached_property
    def strangers(self) -> Strangers:
        return Strangers(self.task.article, self.task.by, self.made.get("made", ()))


def decide(this: Deciding) -> None:
    """Accept it."""
    if this.row.kind == "link":
        _decide_link(this)
    elif this.row.kind == "quote":
        _decide_quote(this)
    else:
        _decide_name(this)


def _shown(card: Json, given: Json) -> Json:
    """The values that a card says; what is only assumed is assumed anew, but that no window is named is said.

    What it was found to repeat is that of the claim as it was: given another, this is looked up anew.
    """
    fields = card["fields"].items()
    said = {name: field["value"] for name, field in fields if not field["assumed"] or name == "window"}
    if _CLAIM & given.keys() and _REPEATS.isdisjoint({*card["edited"], *given}):
        said = {name: value for name, value in said.items() if name not in _REPEATS}
    return {name: value for name, value in said.items() if value or name not in ("kind", "doubt")}


def _proposed_evidence(row: Suggestion) -> list[list[int]]:
    return [[piece.start, piece.end] for piece in row.fragments.all()] or [[row.start, row.end]]


def _require_waiting(task: Task) -> None:
    if not task.waits:
        raise WrongState(f"{task.title} is {task.card['state']} already")


def _decide_link(this: Deciding) -> None:
    task, values = this.task, dict(this.values)
    refuse_unless(values.get("stage_group"), "Say how far it has come: a link has a stage")
    ending = values.pop("ending", "")
    changes: Any = link_changes(values, task.article, this.strangers)
    again = Again(unused(Report, this.made.get("report")), this.verdict, names=this.made.get("along", ()))
    report = accept_link(
        this.row, by=task.by, filing=this.filing, again=again, ending=ending, strangers=this.strangers,
        apart=_apart(this.row, this.made), **changes,
    )  # fmt: skip
    if report is not None:
        keep_origin(report, changes, by=task.by)
        follow_again(report, this.made.get("followers", ()))


def _decide_quote(this: Deciding) -> None:
    changes: Any = quote_changes(this.values, this.task.article, this.strangers)
    again = Again(unused(Quote, this.made.get("quote")), this.verdict)
    accept_quote(this.row, by=this.task.by, filing=this.filing, again=again, strangers=this.strangers, **changes)


def _decide_name(this: Deciding) -> None:
    subject = subject_of(this.values.get("subject"), this.strangers)
    role = this.values.get("role", "") if isinstance(subject, Person) else ""
    again = Again(None, this.verdict, free_ids(this.made.get("mentions", ())))
    accept(
        this.row, by=this.task.by, subject=subject, filing=this.filing, again=again,
        strangers=this.strangers, role=role, club_then=row_of(this.values.get("club"), this.strangers),
    )  # fmt: skip


def _apart(row: Suggestion, made: Mapping[str, Any]) -> list[int]:
    """Names that are not accepted with a link: those for which an editor chose; where it is done anew, all but those
    that were accepted with it then."""
    names = list(row.article.suggestions.undecided().names())
    if "names" in made:
        return [name.pk for name in names if name.pk not in made["names"]]
    edits = overlay(*names) if names else {}
    return [pk for pk, values in edits.items() if values]
