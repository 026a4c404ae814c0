"""Filling the columns of one suggestion from what a finding names, no longer than the columns hold."""

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.db.models.base import ModelState

from rumours.choices import SuggestionKind, SuggestionSlot
from rumours.models import Article, Suggestion, SuggestionAlternative, SuggestionFee
from rumours.tagging import VERSION, FeeFinding, Key, Named
from rumours.text import Span

ALTERNATIVES_KEPT = 8
LONGEST_NAME = 120
LONGEST_RULE = 60
# No deal in any currency comes near; a text with a longer number is no more than a text.
LARGEST_SUM = 10**15
# What a row without anything in it holds: to work that out takes ten times as long, and an article has dozens of rows.
_BLANK = {name: value for name, value in vars(Suggestion()).items() if name != "_state"}
_ARTICLE: Any = Suggestion._meta.get_field("article")


def described_row(article: Article, kind: SuggestionKind, span: Span, confidence: float, rule: str) -> Suggestion:
    """The unsaved suggestion of a span, without what it means."""
    row = Suggestion.__new__(Suggestion)
    row.__dict__.update(
        _BLANK, _state=ModelState(), article_id=article.pk, kind=kind, start=span.start, end=span.end,
        text=span.of(article.body), confidence=_confidence(confidence), rule=rule[:LONGEST_RULE],
        tagger_version=VERSION,
    )  # fmt: skip
    _ARTICLE.set_cached_value(row, article)
    return row


@lru_cache(maxsize=4096)
def _confidence(confidence: float) -> Decimal:
    """Between 0 and 1, to three places, as the column holds it."""
    return Decimal(str(round(min(max(confidence, 0.0), 1.0), 3)))


def kept_fees(row: Suggestion, fees: Iterable[FeeFinding]) -> list[SuggestionFee]:
    """The sums of a link, each once."""
    sums = {(fee.what, fee.low, fee.high, fee.currency) for fee in fees if 0 <= fee.low <= fee.high <= LARGEST_SUM}
    return [
        SuggestionFee(suggestion=row, what=what, low=low, high=high, currency=currency)
        for what, low, high, currency in sorted(sums)
        if len(currency) == 3
    ]


class Slots:
    """The names in one suggestion: each the likeliest row and the text's own word, the other rows beside it."""

    def __init__(self, row: Suggestion) -> None:
        self._row = row
        self.alternatives: list[SuggestionAlternative] = []

    def name(self, column: str, name: str) -> None:
        """Write a name as the text has it."""
        setattr(self._row, column, name[:LONGEST_NAME])

    def fill(self, slot: SuggestionSlot, column: str, named: Named | None) -> None:
        """Write a player or club with the word for him; candidates of other kinds do not fit and are left out."""
        if named is None:
            return
        self.name(column, named.name)
        kind = "player" if slot is SuggestionSlot.PLAYER else "club"
        fitting = [key for key in dict.fromkeys(named.candidates) if key.kind == kind]
        if fitting:
            setattr(self._row, f"{slot}_id", fitting[0].id)
            self._add(slot, fitting[1:])

    def fill_speaker(self, column: str, named: Named) -> None:
        """Write who speaks: a player with his namesakes, or another person."""
        if column == "player":
            self.fill(SuggestionSlot.PLAYER, "player_name", named)
            return
        self.name("person_name", named.name)
        self._row.person_id = named.key.id if named.key and named.key.kind == "person" else None

    def source(self, column: str, named: Named | None) -> None:
        """Write an outlet or journalist into `source` or `via`."""
        if named is None:
            return
        self.name(f"{column}_name", named.name)
        key = next((key for key in named.candidates if key.kind == "source"), None)
        setattr(self._row, f"{column}_id", key.id if key else None)

    def others(self, keys: Iterable[Key]) -> list[SuggestionAlternative]:
        """The other rows a name by itself may mean, as far as they are players or clubs."""
        several = list(dict.fromkeys(keys))
        self._add(SuggestionSlot.PLAYER, [key for key in several if key.kind == "player"])
        self._add(SuggestionSlot.CLUB, [key for key in several if key.kind == "club"])
        return self.alternatives

    def _add(self, slot: SuggestionSlot, keys: list[Key]) -> None:
        self.alternatives += [
            SuggestionAlternative(suggestion=self._row, slot=slot, rank=rank, **{f"{key.kind}_id": key.id})
            for rank, key in enumerate(keys[:ALTERNATIVES_KEPT], start=1)
        ]
