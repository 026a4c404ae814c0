"""What is chosen in a list's filters, each with a way to let go of it."""

from dataclasses import dataclass

from rumours.filters.links import LinkFilters
from rumours.filters.query import CURSOR, Asked
from rumours.filters.wording import day_name, euros

NAMES = {
    "direction": "Direction",
    "position": "Position",
    "window": "Window",
    "status": "Status",
    "stage": "Stage",
    "doubt": "Doubt",
    "kind": "Kind",
    "club": "Club",
    "competition": "League",
    "source": "Source",
    "role": "Role of report",
    "fee_min": "Fee from",
    "fee_max": "Fee up to",
    "age_min": "Age from",
    "age_max": "Age up to",
    "nationality": "Nationality",
    "since": "Moved since",
    "q": "Name",
}
HIDDEN = ("sort", CURSOR)


@dataclass(frozen=True)
class Chip:
    """One chosen value: which filter, how it reads, and the address of the list without it."""

    name: str
    label: str
    address: str


def chips_of(asked: Asked, filters: LinkFilters) -> list[Chip]:
    """One chip for each chosen value, in the order of the filters."""
    return [
        Chip(NAMES[name], _reading(filters, name, value), asked.without(name, value))
        for name, values in asked.values.items()
        if name not in HIDDEN
        for value in values
    ]


def _reading(filters: LinkFilters, name: str, value: str) -> str:
    """A sum and a day as people write them, everything else by its label."""
    chosen = filters.chosen[name]
    if name in ("fee_min", "fee_max"):
        return euros(int(chosen))
    return day_name(chosen) if name == "since" else filters.label_of(name, value)
