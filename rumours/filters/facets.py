"""How many links stand behind each choice of a filter. Each filter's counts ignore what is chosen in it.

The one door to these counts: pages ask `facets_of` and never count themselves.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Case, Count, F, Q, When

from rumours.calendar import WindowCode
from rumours.choices import (
    GROUP_OF_POSITION,
    Doubt,
    LinkStatus,
    Position,
    PositionGroup,
    StageGroup,
    TransferKind,
)
from rumours.filters.links import Direction, LinkFilters
from rumours.filters.wording import window_name
from rumours.models import Club
from rumours.models.labels import label_of
from rumours.models.link import has_status

MOST_CLUBS = 12


@dataclass(frozen=True)
class Choice:
    """One value of a filter, as readers tick it; `count` links are behind it. `inner`: a place within a line."""

    value: str
    label: str
    count: int
    chosen: bool
    inner: bool = False


@dataclass(frozen=True)
class Facet:
    """A filter with its choices."""

    name: str
    label: str
    choices: list[Choice]

    @property
    def chosen(self) -> list[Choice]:
        return [choice for choice in self.choices if choice.chosen]


def facets_of(filters: LinkFilters, without: Collection[str] = ()) -> list[Facet]:
    """Every facet of a list, but some, that has a choice to offer; at most two queries a facet."""
    counters = {
        "direction": _direction,
        "position": _positions,
        "window": _windows,
        "status": _status,
        "stage": _stages,
        "kind": _kinds,
        "doubt": _doubts,
        "club": _clubs,
    }
    facets = [count(filters) for name, count in counters.items() if name not in without]
    return [facet for facet in facets if facet.choices]


def _stages(filters: LinkFilters) -> Facet:
    return _column(filters, "stage", "Stage", "stage_group", StageGroup)


def _kinds(filters: LinkFilters) -> Facet:
    return _column(filters, "kind", "Kind of move", "kind", TransferKind)


def _doubts(filters: LinkFilters) -> Facet:
    return _column(filters, "doubt", "Doubt", "doubt", Doubt)


def _column(filters: LinkFilters, name: str, label: str, column: str, vocabulary: type[StrEnum]) -> Facet:
    rows = filters.rows(ignoring=name).order_by().values_list(column).annotate(n=Count("pk"))
    return Facet(name, label, _choices(vocabulary, dict(rows), filters.chosen[name]))


def _choices(vocabulary: Iterable[StrEnum], counts: dict[str, int], chosen: Iterable[str]) -> list[Choice]:
    asked = set(chosen)
    return [
        Choice(member.value, label_of(member), counts.get(member.value, 0), member.value in asked)
        for member in vocabulary
        if counts.get(member.value) or member.value in asked
    ]


def _direction(filters: LinkFilters) -> Facet:
    if filters.seen_from is None:
        return Facet("direction", "In or out", [])
    into = Q(to_club=filters.seen_from)
    counts = {Direction.IN.value: Count("pk", filter=into), Direction.OUT.value: Count("pk", filter=~into)}
    found = filters.rows(ignoring="direction").aggregate(**counts)
    return Facet("direction", "In or out", _choices(Direction, found, filters.chosen["direction"]))


def _positions(filters: LinkFilters) -> Facet:
    columns = ("position_group", "position", "second_position", "third_position")
    rows = filters.rows(ignoring="position").order_by().values_list(*columns).annotate(n=Count("pk"))
    counts: Counter[str] = Counter()
    for *places, n in rows:
        counts.update(dict.fromkeys(filter(None, places), n))
    asked = set(filters.chosen["position"])
    choices: list[Choice] = []
    for group in PositionGroup:
        inner = [place for place in Position if GROUP_OF_POSITION[place] is group and place.value != group.value]
        choices += _choices([group], counts, asked)
        choices += [
            Choice(choice.value, choice.label, choice.count, choice.chosen, inner=True)
            for choice in _choices(inner, counts, asked)
        ]
    return Facet("position", "Position", choices)


def _windows(filters: LinkFilters) -> Facet:
    rows = filters.rows(ignoring="window").order_by().values_list("window__code").annotate(n=Count("pk"))
    counts: dict[str, int] = dict(rows)
    asked = set(filters.chosen["window"])
    codes = sorted(counts.keys() | asked, key=WindowCode.parse, reverse=True)
    choices = [Choice(code, window_name(code), counts.get(code, 0), code in asked) for code in codes]
    return Facet("window", "Window", choices)


def _status(filters: LinkFilters) -> Facet:
    counts = {status.value: Count("pk", filter=has_status([status], filters.now)) for status in LinkStatus}
    found = filters.rows(ignoring="status").aggregate(**counts)
    return Facet("status", "Status", _choices(LinkStatus, found, filters.chosen["status"]))


def _clubs(filters: LinkFilters) -> Facet:
    rows = filters.rows(ignoring="club").order_by()
    counts: Counter[int | None] = Counter()
    for column in _club_columns(filters):
        counts.update(dict(rows.values_list(column).annotate(n=Count("pk"))))
    del counts[None]
    asked = [club.pk for club in filters.chosen["club"]]
    ids = dict.fromkeys([*asked, *(pk for pk, _ in counts.most_common(MOST_CLUBS))])
    clubs = Club.objects.published().in_bulk(list(ids))
    choices = [
        Choice(club.slug, club.name, counts[pk], pk in asked) for pk in ids if (club := clubs.get(pk)) is not None
    ]
    return Facet("club", "Other club" if filters.seen_from else "Club", choices)


def _club_columns(filters: LinkFilters) -> list[str | Case]:
    if filters.seen_from is None:
        return ["to_club", "from_club"]
    return [Case(When(to_club=filters.seen_from, then=F("from_club")), default=F("to_club"))]
