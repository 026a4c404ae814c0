"""A list of transfer links as a page shows it: filters, rows in their parts, counts, heading. Defined once, here."""

from collections.abc import Collection
from datetime import datetime
from functools import cached_property
from itertools import groupby
from typing import Any

from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When

from rumours.choices import GROUP_OF_POSITION, LinkStatus, Position
from rumours.filters.chips import Chip, chips_of
from rumours.filters.counts import LONGEST, CountedRows, UncountedRows
from rumours.filters.cursor import Order, Page, page_of, page_of_parts
from rumours.filters.facets import Counts, Facet, facets_of
from rumours.filters.headings import heading_of
from rumours.filters.index import LinkIndex
from rumours.filters.indexed import IndexedRows
from rumours.filters.links import SORT_LABELS, LinkFilters, PageClub, Rows, Sort
from rumours.filters.names import ClubName, Names
from rumours.filters.parts import EARLIER, LIVE, SOLE, UNPLACED, Part
from rumours.filters.query import Asked
from rumours.filters.rows import Paged
from rumours.filters.wording import plural, window_name
from rumours.models import TransferLink
from rumours.models.link import has_status
from rumours.models.positions import unplaced
from rumours.models.window import rank_of

WITHOUT_BOX = ("competition", "source", "role", "nationality")
LESS_USED = ("fee_min", "fee_max", "age_min", "age_max", "since", "sort")


class LinkListing(Paged[Any]):
    """Links of `rows` that an address asks for.

    `club` is the page's club: its list shows open sagas of `current` (the code of its association's window) and
    later windows first, and earlier or settled ones below under their window. `fixed` names filters that the page
    itself has settled. `flat`: one list in its order, without parts. `now` is an aware instant.
    `size` tells about how many links there are before any filter, where that is known.
    """

    def __init__(
        self,
        asked: Asked,
        rows: Rows,
        *,
        now: datetime,
        club: PageClub | None = None,
        current: str = "",
        fixed: Collection[str] = (),
        flat: bool = False,
        size: int = 0,
    ) -> None:
        self._size = size
        self.now, self.club, self.current, self.fixed, self.flat = now, club, current, fixed, flat
        self.filters = LinkFilters(asked, rows, now=now, club=club)
        column = self.filters.sort_column
        super().__init__(asked, self._narrowed, Order(column, part="part") if self._is_parted else Order(column))

    @cached_property
    def parts(self) -> list[Part]:
        """The rows of this page under their headings."""
        found = groupby(self.page.rows, lambda row: getattr(row, "part", SOLE))
        return [Part(self._heading(part, rows), rows) for part, rows in ((part, list(rows)) for part, rows in found)]

    @cached_property
    def page(self) -> Page[Any]:
        """The rows of this page (one query, or one a part)."""
        if self.club is not None or not self._is_parted:
            return super().page
        rows, unknown = self._narrowed(), unplaced(self.filters.chosen["position"])
        parts = [(SOLE, rows.filter(~unknown)), (UNPLACED, rows.filter(unknown))]
        return page_of_parts(parts, self._order, self.cursor, self.asked.size)

    @cached_property
    def counted(self) -> Counts:
        """Where counts come from."""
        return UncountedRows(self.filters) if self._size > LONGEST else CountedRows(self.filters)

    @property
    def total(self) -> int | None:
        """How many links pass the filters; None for a part of a list that is too long to be counted."""
        return self.counted.total

    @cached_property
    def facets(self) -> list[Facet]:
        return facets_of(self.filters, self.counted, without=self.fixed)

    @cached_property
    def chips(self) -> list[Chip]:
        """What is chosen, each with the address without it."""
        return chips_of(self.asked, self.filters)

    @property
    def carried(self) -> list[tuple[str, str]]:
        """Chosen values that the form has no box for, to be sent along: (parameter, value)."""
        return [(name, value) for name in WITHOUT_BOX for value in self.asked.values.get(name, [])]

    @property
    def orders(self) -> list[tuple[str, str]]:
        """What the list may be sorted by; the usual order needs no value."""
        return [("" if order is Sort.MOVED else order.value, label) for order, label in SORT_LABELS.items()]

    @property
    def order(self) -> str:
        """The value of `orders` that holds."""
        return "" if self.filters.order is Sort.MOVED else self.filters.order.value

    @property
    def order_label(self) -> str:
        """What comes first: `Latest movement`, `Most sources`."""
        return SORT_LABELS[self.filters.order]

    @property
    def more_is_chosen(self) -> bool:
        """Whether the less used boxes (fee, age, date, order) hold anything."""
        return any(name in self.asked.values for name in LESS_USED)

    @cached_property
    def heading(self) -> str:
        """The list in one sentence; also the page's title."""
        return heading_of(self.filters)

    def _narrowed(self) -> QuerySet[TransferLink]:
        rows = self.filters.rows().with_row()
        return rows.annotate(part=self._part()) if self._is_parted else rows

    @property
    def _exact_places(self) -> list[Position]:
        return [place for place in Position if place in self.filters.chosen["position"]]

    @property
    def _is_parted(self) -> bool:
        return not self.flat and (self.club is not None or bool(self._exact_places))

    def _part(self) -> Case:
        unknown = When(unplaced(self.filters.chosen["position"]), then=UNPLACED)
        if self.club is None:
            return Case(unknown, default=SOLE, output_field=IntegerField())
        live = has_status([LinkStatus.OPEN], self.now) & Q(window__rank__gte=rank_of(self.current))
        earlier = Value(EARLIER) - F("window__rank")
        return Case(unknown, When(live, then=LIVE), default=earlier, output_field=IntegerField())

    def _heading(self, part: int, rows: list[Any]) -> str:
        if part == SOLE:
            return ""
        if part == LIVE:
            return f"Open now, {window_name(self.current).lower()} and later"
        if part < UNPLACED:
            return str(rows[0].window.label)
        lines = dict.fromkeys(GROUP_OF_POSITION[place].value for place in self._exact_places)
        return f"{plural(list(lines))} whose exact position is not known"


class ClubListing(LinkListing):
    """The links of a club's page, from its index; in another order than by movement the database sorts them."""

    def __init__(
        self, asked: Asked, *, now: datetime, club: ClubName, current: str, index: LinkIndex, names: Names, using: str
    ) -> None:
        super().__init__(asked, self._all, now=now, club=club, current=current)
        self._index, self._names, self._using, self._pk = index, names, using, club.pk

    def _all(self) -> QuerySet[TransferLink]:
        return TransferLink.objects.using(self._using).published().of_club(self._pk)

    @cached_property
    def counted(self) -> IndexedRows:
        return IndexedRows(self.filters, self._index, self._names, self._using)

    @cached_property
    def page(self) -> Page[Any]:
        """The rows of this page (one query)."""
        if self.filters.order is not Sort.MOVED:
            return page_of(self._narrowed(), self._order, self.cursor, self.asked.size)
        return self.counted.page(self.cursor, self.current, self.asked.size)
