"""A club's list of links from its index: counts without a query, and the rows of a page by their ids."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from rumours.filters.cursor import Page, read_cursor
from rumours.filters.index import Asking, LinkIndex
from rumours.filters.link_rows import LinkRow
from rumours.filters.links import LinkFilters
from rumours.filters.names import Names, names_again
from rumours.filters.parts import EARLIER, LIVE, UNPLACED
from rumours.models.instants import microseconds
from rumours.models.window import rank_of

KNOWN = ("direction", "position", "window", "status", "stage", "doubt", "kind", "club", "sort")
_PLAIN = ("window", "stage", "kind", "doubt")


class IndexedRows:
    """What passes the filters of a club's page, as of the version of its index."""

    def __init__(self, filters: LinkFilters, index: LinkIndex, names: Names, using: str) -> None:
        self._filters, self._index, self._names, self._using = filters, index, names, using
        self._now = microseconds(filters.now)
        self._asking = self._asked()
        self._bits = index.chosen(self._asking, self._now)

    @property
    def total(self) -> int:
        """How many links pass the filters."""
        return self._bits.bit_count()

    def of(self, name: str) -> Mapping[str, int]:
        bits, index = self._without(name), self._index
        if name == "status":
            found = self._status
        elif name == "position":
            found = index.places
        elif name == "direction":
            found = index.direction
        else:
            found = index.plain[name]
        counts = {value: (bits & those).bit_count() for value, those in found.items()}
        return self._by_code(counts) if name == "window" else counts

    def clubs(self, most: int) -> list[tuple[str, str, int, bool]]:
        counts = self._index.other_clubs(self._without("club"))
        asked = list(self._asking.club)
        ids = dict.fromkeys([*asked, *(pk for pk, _ in counts.most_common(most))])
        if self._names.lack(ids):
            self._names = names_again(self._using)
        clubs = ((pk, self._names.clubs.get(pk)) for pk in ids)
        return [(club.slug, club.name, counts[pk], pk in asked) for pk, club in clubs if club and club.is_public]

    def page(self, cursor: str, current: str, size: int) -> Page[LinkRow]:
        """The rows that follow a cursor, in their parts: open sagas of `current` and later first (one query)."""
        after = read_cursor(cursor) if cursor else None
        stretch = self._index.stretch(self._parts(rank_of(current)), after)
        found = [row for row, _ in zip(stretch, range(size + 1), strict=False)]
        parts = {self._index.ids[row]: part for part, row in found[:size]}
        # But for what was withdrawn since the index was read.
        shown = self._index.shown.read(self._using, parts, self._names)
        more = ""
        if len(found) > size:
            part, last = found[size - 1]
            more = f"{part}.{self._index.moved[last]}.{self._index.ids[last]}"
        return Page(shown, more, is_first=not cursor)

    @cached_property
    def _status(self) -> dict[str, int]:
        return self._index.status(self._now)

    def _parts(self, current: int) -> Iterator[tuple[int, int]]:
        """(number, links) of each part of the list, in order; few of them are needed for a page."""
        index, named = self._index, self._names.windows
        apart = self._bits & index.unplaced(self._asking.position) if self._asking.position else 0
        placed = self._bits & ~apart
        windows = sorted(((named[pk].rank, bits) for pk, bits in index.plain["window"].items()), reverse=True)
        still_open = self._status["open"] & placed
        live = 0
        for rank, bits in windows:
            if rank >= current:
                live |= bits & still_open
        yield LIVE, live
        for rank, bits in windows:
            yield EARLIER - rank, bits & placed & ~live
        yield UNPLACED, apart

    def _asked(self) -> Asking:
        chosen = self._filters.chosen
        if self._names.lack((), self._index.plain["window"]):
            self._names = names_again(self._using)
        return Asking(
            direction=chosen["direction"],
            position=chosen["position"],
            status=chosen["status"],
            club=[club.pk for club in chosen["club"]],
            plain=tuple((name, self._values(name, chosen[name])) for name in _PLAIN if chosen[name]),
            also=self._also(),
        )

    def _values(self, name: str, chosen: Sequence[str]) -> Sequence[Any]:
        """As the index has them: a window by its id. An unknown window finds nothing."""
        if name != "window":
            return chosen
        return [pk for pk, window in self._names.windows.items() if window.code in chosen] or [0]

    def _also(self) -> int | None:
        """The links that pass the filters which the index does not know (one query); None where none is chosen."""
        others = [name for name, value in self._filters.chosen.items() if name not in KNOWN and value not in (None, [])]
        if not others:
            return None
        rows = self._filters.queryset.all().order_by()
        for name in others:
            rows = self._filters.filters[name].filter(rows, self._filters.chosen[name])
        return self._index.with_ids(rows.values_list("pk", flat=True))

    def _by_code(self, counts: dict[Any, int]) -> dict[str, int]:
        windows = self._names.windows
        return {windows[pk].code: n for pk, n in counts.items()}

    def _without(self, name: str) -> int:
        """The links that pass every filter but one."""
        if not self._filters.chosen[name]:
            return self._bits
        return self._index.chosen(self._asking, self._now, ignoring=name)
