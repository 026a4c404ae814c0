"""The tables of how suggestions fare: what is counted and in which order, as the address asks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone

from rumours.choices import SuggestionKind
from rumours.editorial.faring import By, Fare, Narrowed, fares, with_fields
from rumours.editorial.sittings import field_name
from rumours.models import Source

PERIODS = {"30": "the last 30 days", "90": "the last 90 days", "365": "the last year"}
TITLES = {
    By.RULE: "By rule",
    By.OUTLET: "By outlet",
    By.KIND: "By kind",
    By.MONTH: "By month",
    By.VERSION: "By tagger version",
}
FIELDS_SHOWN = 4
_SORTS: dict[str, Callable[[Fare], Any]] = {
    "name": lambda fare: fare.name.casefold(),
    "accepted": lambda fare: fare.accepted,
    "edited": lambda fare: fare.edited,
    "rejected": lambda fare: fare.rejected,
    "decided": lambda fare: fare.decided,
    "share": lambda fare: (fare.share, fare.decided),
}
_HEADS = {
    "accepted": "Unchanged", "edited": "Changed", "rejected": "Rejected", "decided": "Decided", "share": "Accepted",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for; what it says wrongly is as if it said nothing."""

    kind: str = ""
    rule: str = ""
    outlet: str = ""
    days: str = ""
    sort: str = ""

    @classmethod
    def of(cls, given: Mapping[str, str]) -> "Asked":
        """From a query string."""
        kind, days, sort = given.get("kind", ""), given.get("days", ""), given.get("sort", "")
        outlet = given.get("outlet", "")
        return cls(
            kind=kind if kind in set(SuggestionKind) else "",
            rule=given.get("rule", "")[:60],
            outlet=outlet if outlet.isascii() and outlet.isdigit() and len(outlet) < 10 else "",
            days=days if days in PERIODS else "",
            sort=sort if sort.removeprefix("-") in _SORTS else "",
        )

    @property
    def narrowed(self) -> Narrowed:
        """What is counted."""
        since = timezone.now() - timedelta(days=int(self.days)) if self.days else None
        return Narrowed(self.kind, self.rule, int(self.outlet) if self.outlet else None, since)

    @property
    def is_narrowed(self) -> bool:
        return bool(self.kind or self.rule or self.outlet or self.days)

    @property
    def outlet_name(self) -> str:
        """Whose articles are counted, where it is one outlet's."""
        found = Source.objects.filter(pk=int(self.outlet)).first() if self.outlet else None
        return found.name if found else ""

    def address(self, **changes: str) -> str:
        """The query string with these changes."""
        changed = replace(self, **changes)
        said = {name: getattr(changed, name) for name in ("kind", "rule", "outlet", "days", "sort")}
        return "?" + urlencode({name: value for name, value in said.items() if value})

    def ordered(self, found: list[Fare]) -> list[Fare]:
        """In the order asked for."""
        key = _SORTS.get(self.sort.removeprefix("-"))
        return sorted(found, key=key, reverse=self.sort.startswith("-")) if key else found


def tables(asked: Asked) -> list[dict[str, Any]]:
    """Every table with its heads and rows."""
    narrowed = asked.narrowed
    counted = {by: fares(by, narrowed) for by in By}
    counted[By.RULE] = with_fields(counted[By.RULE], narrowed)
    return [
        {
            "by": by,
            "title": TITLES[by],
            "heads": [_head(asked, name, label) for name, label in ({"name": by.capitalize()} | _HEADS).items()],
            "rows": [_row(asked, by, fare) for fare in asked.ordered(found)],
        }
        for by, found in counted.items()
    ]


def _head(asked: Asked, name: str, label: str) -> dict[str, str]:
    """Numbers are sorted from the greatest first, names from A; again turns it round."""
    first, second = (name, f"-{name}") if name == "name" else (f"-{name}", name)
    directions = {name: "ascending", f"-{name}": "descending"}
    wanted = second if asked.sort == first else first
    return {"label": label, "address": asked.address(sort=wanted), "direction": directions.get(asked.sort, "")}


def _row(asked: Asked, by: By, fare: Fare) -> dict[str, Any]:
    narrows = {By.RULE: "rule", By.OUTLET: "outlet", By.KIND: "kind"}.get(by)
    address = asked.address(**{narrows: fare.key}) if narrows and fare.key else ""
    fields = ", ".join(f"{field_name(name)} {count}" for name, count in fare.fields[:FIELDS_SHOWN])
    rejected = _rejected(asked, fare.key) if by is By.RULE and fare.rejected else ""
    return {"fare": fare, "address": address, "fields": fields, "rejected": rejected}


def _rejected(asked: Asked, rule: str) -> str:
    """The list of a rule's rejected suggestions."""
    narrowed = {"rule": rule, "decision__exact": "rejected"} | ({"kind__exact": asked.kind} if asked.kind else {})
    return f"{reverse('admin:rumours_suggestion_changelist')}?{urlencode(narrowed)}"
