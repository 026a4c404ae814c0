"""What editors changed on suggestions that wait: their live edits, one over the other."""

from collections.abc import Iterable
from typing import Any

from rumours.choices import GROUP_OF_STAGE, Stage
from rumours.editorial.desk.cards.trail import PASSED, fold
from rumours.models import Decision, Suggestion

Values = dict[str, Any]
NO_CLUB: Values = {"from_club": None, "loan_club": None}


def overlay(*suggestions: Suggestion) -> dict[int, Values]:
    """The values that live edits gave to each suggestion, by its id (one query); an empty dict where there are none.

    Values are as the desk sends them, by the field of the card, `evidence` among them.
    """
    articles = {suggestion.article_id for suggestion in suggestions}
    decisions = Decision.objects.filter(article__in=articles, asked__isnull=False).order_by("pk")
    edits = overlays(decisions)
    return {suggestion.pk: edits.get(suggestion.pk, {}) for suggestion in suggestions}


def overlays(decisions: Iterable[Decision]) -> dict[int, Values]:
    """As `overlay`, from the decisions of an article in the order they were taken: of every editor, none undone."""
    found: dict[int, Values] = {}
    for decision in live_edits(decisions):
        values = (decision.after or {}).get("values") or {}
        found[decision.row_id] = laid_over(found.get(decision.row_id, {}), values)
    return found


def live_edits(decisions: Iterable[Decision]) -> list[Decision]:
    """The edits of waiting suggestions that stand, in the order in which they were made."""
    return [
        decision for decision in standing(decisions)
        if decision.action == "edit" and decision.row_kind == "suggestion"
    ]  # fmt: skip


def standing(decisions: Iterable[Decision]) -> list[Decision]:
    """What editors asked for and did not take back, in the order in which it was done."""
    by_editor: dict[int, list[Decision]] = {}
    for decision in decisions:
        if decision.action != PASSED:
            by_editor.setdefault(decision.by_id, []).append(decision)
    done = [decision for taken in by_editor.values() for decision in fold(taken)[0]]
    return sorted(done, key=lambda decision: decision.pk)


def laid_over(before: Values, values: Values) -> Values:
    """One edit over those before it: a new group drops the old exact stage, who has no club leaves none."""
    changed = dict(values)
    if "stage_group" in values and "stage" not in values:
        stage = before.get("stage", "")
        fits = stage and GROUP_OF_STAGE.get(Stage(stage)) == values["stage_group"]
        changed["stage"] = stage if fits else ""
    if values.get("free_agent"):
        changed = NO_CLUB | changed
    elif values.get("from_club"):
        changed["free_agent"] = False
    return before | changed
