"""When two suggestions of one article are about the same: what was decided once is not proposed again.

A name is the same by its folded words; a link by player and buyer, each by its row or by its folded name; a quote by
its folded beginning, or where it overlaps.
"""

from collections.abc import Iterable

from rumours.choices import SuggestionKind
from rumours.editorial.suggesting.proposals import Proposal
from rumours.models import Suggestion
from rumours.tagging.folding import fold
from rumours.text import Span

Identity = tuple[str, ...]
BEGINNING = 40


class Decided:
    """The decided suggestions of an article, asked whether they cover a new one."""

    def __init__(self, rows: Iterable[Suggestion]) -> None:
        found = list(rows)
        self._known = {identity for row in found for identity in identities(row)}
        self._quotes = [Span(row.start, row.end) for row in found if row.kind == SuggestionKind.QUOTE]

    def without(self, fresh: Iterable[Proposal]) -> list[Proposal]:
        """Those of `fresh` that are about something else, each once, the first of several."""
        kept: dict[Identity, Proposal] = {}
        for proposal in fresh:
            known_by = identities(proposal.row)
            if not self._cover(proposal.row, known_by):
                kept.setdefault(known_by[0], proposal)
        return list(kept.values())

    def _cover(self, row: Suggestion, known_by: list[Identity]) -> bool:
        if not self._known.isdisjoint(known_by):
            return True
        span = Span(row.start, row.end)
        return row.kind == SuggestionKind.QUOTE and any(span.overlaps(other) for other in self._quotes)


def identities(row: Suggestion) -> list[Identity]:
    """What a suggestion is the same by, the surest first."""
    if row.kind == SuggestionKind.LINK:
        buyers = _either(row.to_club_id, row.to_name)
        return [("link", player, buyer) for player in _either(row.player_id, row.player_name) for buyer in buyers]
    if row.kind == SuggestionKind.QUOTE:
        return [("quote", fold(row.text)[:BEGINNING])]
    return [(row.kind, fold(row.text))]


def _either(key: int | None, name: str) -> list[str]:
    """By row and by name; nobody named is somebody of his own."""
    return [*([f"#{key}"] if key else []), *([fold(name)] if name or not key else [])]
