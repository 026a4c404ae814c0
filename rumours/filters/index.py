"""The links of one club as an index in memory: which of them pass which filters, how many, and in what order.

Built by one query from the columns that filters look at. A facet's counts are an "and" and a count of bits; the rows of
a page are then read by their ids. What it does not know (sources, fees, ages, names) is asked of the database.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from rumours.choices import GROUP_OF_POSITION, LinkStatus, Position
from rumours.filters.bitmaps import all_rows_of, bitmap_of, bitmaps_of, rows_of, union
from rumours.filters.link_rows import ShownRows
from rumours.filters.links import Direction
from rumours.versions.keys import key_of

# In the order of the columns of `rumours.filters.indexes`.
COLUMNS = (
    "pk", "to_club_id", "from_club_id", "window_id", "position", "second_position", "third_position",
    "position_group", "outcome", "stage_group", "kind", "doubt", "free_agent",
)  # fmt: skip
PLAIN = {"window": "window_id", "stage": "stage_group", "kind": "kind", "doubt": "doubt"}
_NO_CLUB = 0
_LINE_OF = {place.value: GROUP_OF_POSITION[place].value for place in Position}


@dataclass(frozen=True, slots=True)
class Asking:
    """What is chosen in the filters that an index knows; `also` are rows that pass the others (None: none chosen)."""

    direction: Sequence[str] = ()
    position: Sequence[str] = ()
    status: Sequence[str] = ()
    club: Sequence[int] = ()
    plain: tuple[tuple[str, Sequence[Any]], ...] = ()
    also: int | None = None


class LinkIndex:
    """Links as seen from one club, the last moved first; bit n of a bitmap is the n-th of them."""

    def __init__(
        self,
        club: int,
        columns: Sequence[Sequence[Any]],
        closes: Sequence[int | None],
        moved: Any,
        version: int | None = None,
    ) -> None:
        """`columns` as in COLUMNS, `closes` and `moved` in microseconds; all in the order of the list.

        `version` is that of the club; None where there was no row to tell it.
        """
        named = dict(zip(COLUMNS, columns, strict=True))
        self.version, self.shown = version, ShownRows(key_of("club", club), version)
        self.ids, self.moved = array("q", named["pk"]), array("q", moved)
        self.all = (1 << len(self.ids)) - 1
        into = bitmaps_of([to == club for to in named["to_club_id"]]).get(True, 0)
        self.direction = {Direction.IN.value: into, Direction.OUT.value: self.all & ~into}
        self._other = array(
            "q",
            (
                (came if to == club else to) or _NO_CLUB
                for to, came in zip(named["to_club_id"], named["from_club_id"], strict=True)
            ),
        )
        self.plain = {name: bitmaps_of(named[column]) for name, column in PLAIN.items()}
        self._place(named)
        self._outcome = bitmaps_of(named["outcome"])
        free = bitmaps_of([bool(value) for value in named["free_agent"]]).get(True, 0)
        self._shuts(closes, self._outcome.get(LinkStatus.OPEN.value, 0) & ~free)

    def _place(self, named: dict[str, Sequence[Any]]) -> None:
        """By exact place or line, and by line alone where no place is known."""
        columns = [bitmaps_of(named[name]) for name in ("position", "second_position", "third_position")]
        groups = bitmaps_of(named["position_group"])
        nowhere = self.all
        for column in columns:
            nowhere &= column.get("", 0)
        self.line_only = {group: bits & nowhere for group, bits in groups.items()}
        values = {value for column in (*columns, groups) for value in column} - {""}
        self.places = {value: union(column.get(value, 0) for column in (*columns, groups)) for value in values}

    def _shuts(self, closes: Sequence[int | None], may_shut: int) -> None:
        """For each deadline, in order, the open links that are over from it on."""
        found = {at: bits & may_shut for at, bits in bitmaps_of(closes).items() if at is not None}
        self._deadlines = array("q", sorted(found))
        self._over_from: list[int] = []
        bits = 0
        for at in self._deadlines:
            bits |= found[at]
            self._over_from.append(bits)

    @cached_property
    def size(self) -> int:
        """About how many bytes of memory it takes."""
        bitmaps = sum(map(len, (*self.plain.values(), self.places, self.line_only))) + len(self._over_from) + 12
        shown = min(len(self.ids), ShownRows.MOST) * ShownRows.BYTES
        return len(self.ids) * 24 + bitmaps * (len(self.ids) // 8 + 80) + shown + 2000

    # what is chosen

    def status(self, now: int) -> dict[str, int]:
        """By status at an instant."""
        shut = bisect_right(self._deadlines, now)
        over = self._over_from[shut - 1] if shut else 0
        found = {status.value: self._outcome.get(status.value, 0) for status in LinkStatus}
        found[LinkStatus.OPEN.value] &= ~over
        found[LinkStatus.OVER.value] |= over
        return found

    def unplaced(self, places: Iterable[str]) -> int:
        """Those of the line of an exact place asked for, whose own place is not known."""
        asked = set(places)
        lines = {_LINE_OF[place] for place in asked if place in _LINE_OF} - asked
        return union(self.line_only.get(line, 0) for line in lines)

    def chosen(self, asking: Asking, now: int, ignoring: str = "") -> int:
        """The links that pass every filter, or every one but `ignoring`."""
        bits = self.all if asking.also is None else asking.also
        if len(set(asking.direction)) == 1 and ignoring != "direction":
            bits &= self.direction[asking.direction[0]]
        if asking.position and ignoring != "position":
            bits &= union(self.places.get(place, 0) for place in asking.position) | self.unplaced(asking.position)
        if asking.status and ignoring != "status":
            status = self.status(now)
            bits &= union(status[value] for value in asking.status)
        if asking.club and ignoring != "club":
            bits &= bitmap_of((row for row, pk in enumerate(self._other) if pk in asking.club), len(self.ids))
        for name, values in asking.plain:
            if values and ignoring != name:
                bits &= union(self.plain[name].get(value, 0) for value in values)
        return bits

    # what stands behind a choice

    def other_clubs(self, bits: int) -> Counter[int]:
        """How many of these links there are with each other club."""
        if bits == self.all:
            return self._all_others
        found = Counter(map(self._other.__getitem__, all_rows_of(bits)))
        found.pop(_NO_CLUB, None)
        return found

    @cached_property
    def _all_others(self) -> Counter[int]:
        found = Counter(self._other)
        found.pop(_NO_CLUB, None)
        return found

    # in what order

    def row_after(self, moved: int, pk: int) -> int:
        """The first row that stands behind a link which moved at this instant."""
        first = bisect_left(self.moved, -moved, key=lambda at: -at)
        last = bisect_right(self.moved, -moved, key=lambda at: -at)
        return bisect_right(self.ids, -pk, first, last, key=lambda row: -row)

    def with_ids(self, ids: Iterable[int]) -> int:
        """The bits of links by their ids; those of others are left out."""
        row_of = {pk: row for row, pk in enumerate(self.ids)}
        return bitmap_of((row_of[pk] for pk in ids if pk in row_of), len(self.ids))

    def stretch(
        self, parts: Iterable[tuple[int, int]], cursor: tuple[int, int, int] | None
    ) -> Iterator[tuple[int, int]]:
        """(part, row) from the first behind a cursor on; `parts` are (number, bitmap), in order."""
        after, moved, pk = cursor or (-1, 0, 0)
        for number, bits in parts:
            if number < after or not bits:
                continue
            start = self.row_after(moved, pk) if number == after else 0
            yield from ((number, row) for row in rows_of(bits, start))
