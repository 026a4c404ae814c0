"""The parts of a list of links, lowest first; earlier windows lie below EARLIER, the newest nearest to LIVE."""

from dataclasses import dataclass
from typing import Any

LIVE, SOLE, EARLIER, UNPLACED = 0, 1, 10_000, 100_000


@dataclass(frozen=True)
class Part:
    """Rows under one heading; the heading is empty where the list is one."""

    heading: str
    rows: list[Any]
