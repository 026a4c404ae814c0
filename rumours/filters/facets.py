"""The choices of each filter with how many links stand behind them. Each filter's counts ignore what is chosen in it.

The one door to these counts: pages ask `facets_of` and never count themselves. Where they come from is told by
`Counts`: the database (`rumours.filters.counts`), or an index in memory (`rumours.filters.indexed`).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple, Protocol

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
from rumours.models.labels import label_of
from rumours.models.window import rank_of

MOST_CLUBS = 12


class Choice(NamedTuple):
    """One value of a filter, as readers tick it; `count` links are behind it (None: not counted, the list is too long).

    `inner`: a place within a line.
    """

    value: str
    label: str
    count: int | None  # type: ignore[assignment]  # a tuple has a method of this name, which nobody asks for here
    chosen: bool
    inner: bool = False


class Facet(NamedTuple):
    """A filter with its choices. Two that are equal look the same."""

    name: str
    label: str
    choices: tuple[Choice, ...]

    @property
    def chosen(self) -> list[Choice]:
        return [choice for choice in self.choices if choice.chosen]


class Counts(Protocol):
    """How many links there are by each value of a filter, its own choice aside. A value that is left out has none."""

    @property
    def total(self) -> int | None:
        """How many links pass the filters; None where nobody counts."""

    def of(self, name: str) -> Mapping[str, int | None]:
        """By the values of direction, position, window, status, stage, kind or doubt; None: some, but nobody counts."""

    def clubs(self, most: int) -> Sequence[tuple[str, str, int | None, bool]]:
        """The chosen clubs and those most often named, `most` of them: slug, name, count, whether it is chosen."""


def facets_of(filters: LinkFilters, counts: Counts, without: Collection[str] = ()) -> list[Facet]:
    """Every facet of a list, but some, that has a choice to offer."""
    makers = {
        "direction": lambda: _plain(filters, counts, "direction", "In or out", Direction),
        "position": lambda: _positions(filters, counts),
        "window": lambda: _windows(filters, counts),
        "status": lambda: _plain(filters, counts, "status", "Status", LinkStatus),
        "stage": lambda: _plain(filters, counts, "stage", "Stage", StageGroup),
        "kind": lambda: _plain(filters, counts, "kind", "Kind of move", TransferKind),
        "doubt": lambda: _plain(filters, counts, "doubt", "Doubt", Doubt),
        "club": lambda: _clubs(filters, counts),
    }
    if filters.seen_from is None:
        del makers["direction"]
    facets = [make() for name, make in makers.items() if name not in without]
    return [facet for facet in facets if facet.choices]


def _plain(filters: LinkFilters, counts: Counts, name: str, label: str, vocabulary: type[StrEnum]) -> Facet:
    choices = _choices(_labels(vocabulary), counts.of(name), set(filters.chosen[name]))
    return Facet(name, label, tuple(choices))


def _choices(
    labels: Iterable[tuple[str, str]], counts: Mapping[str, int | None], asked: set[str], inner: bool = False
) -> list[Choice]:
    found = [(value, label, counts.get(value, 0)) for value, label in labels]
    return [Choice(value, label, n, value in asked, inner) for value, label, n in found if n != 0 or value in asked]


@lru_cache(maxsize=16)
def _labels(vocabulary: type[StrEnum]) -> list[tuple[str, str]]:
    return [(member.value, label_of(member)) for member in vocabulary]


@lru_cache(maxsize=1)
def _lines() -> list[tuple[tuple[str, str], list[tuple[str, str]]]]:
    """Each line with its exact places."""
    return [
        (
            (group.value, label_of(group)),
            [
                (place.value, label_of(place))
                for place in Position
                if GROUP_OF_POSITION[place] is group and place.value != group.value
            ],
        )
        for group in PositionGroup
    ]


def _positions(filters: LinkFilters, counts: Counts) -> Facet:
    found, asked = counts.of("position"), set(filters.chosen["position"])
    choices: list[Choice] = []
    for line, places in _lines():
        choices += _choices([line], found, asked)
        choices += _choices(places, found, asked, inner=True)
    return Facet("position", "Position", tuple(choices))


def _windows(filters: LinkFilters, counts: Counts) -> Facet:
    found, asked = counts.of("window"), set(filters.chosen["window"])
    codes = sorted({code for code, n in found.items() if n != 0} | asked, key=rank_of, reverse=True)
    choices = tuple(Choice(code, window_name(code), found.get(code, 0), code in asked) for code in codes)
    return Facet("window", "Window", choices)


def _clubs(filters: LinkFilters, counts: Counts) -> Facet:
    choices = tuple(Choice(*found) for found in counts.clubs(MOST_CLUBS))
    return Facet("club", "Other club" if filters.seen_from else "Club", choices)
