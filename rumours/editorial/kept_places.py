"""The places of a text that decisions keep follow the text, so that what is undone or done again finds its words."""

from typing import Any

from rumours.editorial.shifting import Shift
from rumours.models import Article, Decision
from rumours.text import Span

_COLUMNS = ("before", "after", "asked")


def move_kept_places(article: Article, shift: Shift) -> None:
    """Let the article's decisions mean the same words after an edit of its text; changed words as they are now."""
    for decision in article.decisions.all():
        new = {name: _moved(getattr(decision, name), shift) for name in _COLUMNS}
        values = {name: value for name, value in new.items() if value != getattr(decision, name)}
        if values:
            Decision.objects.filter(pk=decision.pk).update(**values)


def _moved(value: Any, shift: Shift) -> Any:
    """JSON with each `evidence` (a list of pairs) and each object with a `start` and an `end` moved."""
    if isinstance(value, list):
        return [_moved(item, shift) for item in value]
    if not isinstance(value, dict):
        return value
    found = {
        name: [_place(start, end, shift) for start, end in item] if name == "evidence" else _moved(item, shift)
        for name, item in value.items()
    }
    if isinstance(value.get("start"), int) and isinstance(value.get("end"), int):
        found["start"], found["end"] = _place(value["start"], value["end"], shift)
    return found


def _place(start: int, end: int, shift: Shift) -> list[int]:
    span = shift.span(Span(start, end))
    return [span.start, span.end] if span else [shift.offset(start), shift.offset(end)]
