"""How suggestions fare: what editors accepted, changed and rejected, so that the tagger can be improved from use."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, TruncMonth

from rumours.choices import SuggestionKind, Verdict
from rumours.models import Decision, Suggestion

# A rule that editors agree with less often than this is shown dimmed, once there is enough to tell.
# Counted are those decided among the newest so many: the page is as quick after years as in the first month.
COUNTED = 50_000
LEAST_SHARE = 0.6
LEAST_DECIDED = 20
NOBODY = "No source"
_VERDICTS = {"accepted": Verdict.ACCEPTED, "edited": Verdict.EDITED, "rejected": Verdict.REJECTED}


class By(StrEnum):
    """What suggestions are counted by."""

    RULE = "rule"
    OUTLET = "outlet"
    KIND = "kind"
    MONTH = "month"
    VERSION = "version"


# The columns of each: its value in an address, and what it is called.
_COLUMNS: dict[By, tuple[Any, Any]] = {
    By.RULE: (F("rule"), F("rule")),
    By.OUTLET: (F("article__publisher"), F("article__publisher__name")),
    By.KIND: (F("kind"), F("kind")),
    By.MONTH: (TruncMonth("decided_at", tzinfo=UTC), TruncMonth("decided_at", tzinfo=UTC)),
    By.VERSION: (F("tagger_version"), F("tagger_version")),
}


@dataclass(frozen=True, slots=True)
class Fare:
    """How often suggestions of one rule, outlet, kind, month or version were accepted as they were, or changed, or not.

    `fields` are those changed most, with how often; filled for rules only.
    """

    key: str
    name: str
    accepted: int = 0
    edited: int = 0
    rejected: int = 0
    fields: list[tuple[str, int]] = field(default_factory=list)

    @property
    def decided(self) -> int:
        return self.accepted + self.edited + self.rejected

    @property
    def share(self) -> float:
        """The part that was accepted, changed or not; 0 where nothing was decided."""
        return (self.accepted + self.edited) / self.decided if self.decided else 0.0

    @property
    def percent(self) -> int:
        """The share in whole per cent, rounded down: 60 is never shown for less."""
        return int(100 * (self.accepted + self.edited) // self.decided) if self.decided else 0

    @property
    def is_telling(self) -> bool:
        """Whether enough was decided for the share to mean something."""
        return self.decided >= LEAST_DECIDED

    @property
    def is_dim(self) -> bool:
        """Whether the desk shows such suggestions dimmed (where this is a rule, over all time)."""
        return self.is_telling and self.share < LEAST_SHARE


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Which suggestions are counted: of one kind, one rule, one outlet (its id), decided from an instant on."""

    kind: str = ""
    rule: str = ""
    outlet: int | None = None
    since: datetime | None = None

    def rows(self) -> QuerySet[Suggestion]:
        """The decided suggestions that are counted."""
        wanted = {
            "kind": self.kind,
            "rule": self.rule,
            "article__publisher": self.outlet,
            "decided_at__gte": self.since,
        }
        return _newest().filter(**{name: value for name, value in wanted.items() if value})


def fares(by: By, narrowed: Narrowed = Narrowed()) -> list[Fare]:
    """How they fare by one thing, the most decided first, months and versions the newest first (one query)."""
    key, name = _COLUMNS[by]
    counts = {word: Count("pk", filter=Q(decision=verdict)) for word, verdict in _VERDICTS.items()}
    named: Any = narrowed.rows().order_by().annotate(key_=key, name_=name)
    rows = named.values("key_", "name_").annotate(**counts)
    found = [Fare(_key(row["key_"]), _name(by, row["name_"]), **{word: row[word] for word in counts}) for row in rows]
    if by in (By.MONTH, By.VERSION):
        return sorted(found, key=lambda fare: (len(fare.key), fare.key), reverse=True)
    return sorted(found, key=lambda fare: (-fare.decided, fare.name))


def with_fields(rules: Iterable[Fare], narrowed: Narrowed = Narrowed()) -> list[Fare]:
    """The rules with the fields that editors changed before or on accepting, the most changed first (two queries)."""
    edited = narrowed.rows().filter(decision=Verdict.EDITED)
    rule_of = dict(edited.values_list("pk", "rule"))
    changed: dict[str, Counter[str]] = defaultdict(Counter)
    for pk, names in _changed(edited).items():
        changed[rule_of[pk]].update(names)
    return [replace(fare, fields=sorted(changed[fare.key].items(), key=_most_first)) for fare in rules]


def _newest() -> QuerySet[Suggestion]:
    """The decided ones of the newest COUNTED suggestions: older ones say little of the tagger now."""
    before = Suggestion.objects.order_by("-pk").values("pk")[COUNTED : COUNTED + 1]
    return Suggestion.objects.decided().filter(pk__gt=Coalesce(Subquery(before), 0))


def rules_under(share: float = LEAST_SHARE, least: int = LEAST_DECIDED) -> set[str]:
    """The rules of which less than `share` was accepted of at least `least` decided that are counted (one query)."""
    good = Count("pk", filter=Q(decision__in=(Verdict.ACCEPTED, Verdict.EDITED)))
    counted = _newest().order_by().values("rule").annotate(good=good, decided=Count("pk"))
    return {row["rule"] for row in counted.filter(decided__gte=least) if row["good"] < share * row["decided"]}


def _most_first(counted: tuple[str, int]) -> tuple[int, str]:
    name, count = counted
    return -count, name


def _changed(edited: QuerySet[Suggestion]) -> dict[int, set[str]]:
    """The fields changed of each suggestion: by edits that were not taken back, and with the acceptance itself."""
    decisions = Decision.objects.filter(
        row_kind="suggestion", row_id__in=edited.values("pk"), action__in=("edit", "accept"), undone_by__isnull=True
    )
    found: dict[int, set[str]] = defaultdict(set)
    for pk, after, asked in decisions.values_list("row_id", "after", "asked").iterator(chunk_size=500):
        found[pk].update(_fields(after), _fields(asked))
    return {pk: names for pk, names in found.items() if names}


def _fields(kept: Any) -> Iterator[str]:
    values = kept.get("values") if isinstance(kept, dict) else None
    return iter(values) if isinstance(values, dict) else iter(())


def _key(value: Any) -> str:
    if isinstance(value, datetime):
        return f"{value:%Y-%m}"
    return "" if value is None else str(value)


def _name(by: By, value: Any) -> str:
    if value is None:
        return NOBODY
    if by is By.KIND:
        return SuggestionKind(value).capitalize()
    return f"{value:%B %Y}" if isinstance(value, datetime) else str(value)
