"""What the rows are called of which decisions tell: read all at once, one query a kind."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import QuerySet

from rumours.choices import SuggestionKind
from rumours.models import Article, Club, Decision, Mention, Person, Player, Quote, Report, Source, Suggestion

_BEGINNING = 60
_ROWS: dict[str, Any] = {
    "player": Player.objects.all,
    "club": Club.objects.all,
    "person": Person.objects.all,
    "source": Source.objects.all,
    "article": lambda: Article.objects.only("headline"),
    "mention": Mention.objects.all,
    "quote": lambda: Quote.objects.select_related("speaker"),
    "report": lambda: Report.objects.select_related("source", "link__player", "link__to_club"),
    "suggestion": lambda: Suggestion.objects.with_names(),
}


class Known:
    """The rows that some decisions are about or name in their values; of what is gone the title that was kept."""

    def __init__(self, decisions: Sequence[Decision]) -> None:
        self._decisions = {decision.pk: decision for decision in decisions}
        wanted: dict[str, set[int]] = defaultdict(set)
        for decision in decisions:
            wanted[decision.row_kind].add(decision.row_id)
            for kept in (decision.before, decision.after, decision.asked):
                for name, value in values_of(kept).items():
                    _want(wanted, {"kind": name, "id": value} if name == "article" else value)
        self._titles = {
            (kind, row.pk): _title(row) for kind, ids in wanted.items() if kind in _ROWS for row in _rows(kind, ids)
        }

    def meant(self, decision: Decision) -> Decision:
        """What was taken back or done again, however often; the decision itself where it is a first one."""
        seen = {decision.pk}
        while (before := decision.undoes_id or decision.redoes_id) in self._decisions and before not in seen:
            decision = self._decisions[before]
            seen.add(before)
        return decision

    def title(self, decision: Decision) -> str:
        """What a decision is about: as its card was called when it was taken, else as the row is called now."""
        kept = (decision.asked or {}).get("title")
        return str(kept or "") or self._titles.get((decision.row_kind, decision.row_id), "what is gone by now")

    def name(self, ref: Mapping[str, Any]) -> str:
        """Whom a reference of the desk means: a row, somebody new, or who is only described."""
        if "id" in ref:
            return self._titles.get((str(ref.get("kind")), int(ref["id"])), "somebody who is gone by now")
        return str(ref.get("new") or ref.get("described") or "")

    def article(self, pk: Any) -> str:
        """The headline of an article."""
        return self._titles.get(("article", pk), "another article") if isinstance(pk, int) else "another article"


def values_of(kept: Any) -> dict[str, Any]:
    """The fields and their values in what a decision kept, by name: not every database keeps the order of JSON."""
    values = kept.get("values") if isinstance(kept, dict) else None
    return dict(sorted(values.items())) if isinstance(values, dict) else {}


def _want(wanted: dict[str, set[int]], value: Any) -> None:
    if isinstance(value, dict) and isinstance(value.get("id"), int) and isinstance(value.get("kind"), str):
        wanted[value["kind"]].add(value["id"])


def _rows(kind: str, ids: Iterable[int]) -> QuerySet[Any]:
    rows: QuerySet[Any] = _ROWS[kind]().filter(pk__in=list(ids))
    return rows


def _title(row: Any) -> str:
    match row:
        case Report():
            return f"{row.link.player} to {row.link.to_club or 'an unnamed club'} ({row.source or 'no source'})"
        case Suggestion(kind=SuggestionKind.LINK):
            return f"{row.player or row.player_name} to {row.to_club or row.to_name or 'an unnamed club'}"
        case Quote() | Suggestion() | Mention():
            words = " ".join(row.text.split())
            return f"“{words}”" if len(words) <= _BEGINNING else f"“{words[:_BEGINNING]}…”"
    return str(row)
