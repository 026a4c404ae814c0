"""A list of transfer links as a page shows it: filters, rows in their parts, counts, heading. Defined once, here."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import groupby

from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When

from rumours.choices import GROUP_OF_POSITION, LinkStatus, Position
from rumours.filters.chips import Chip, chips_of
from rumours.filters.cursor import Order
from rumours.filters.facets import Facet, facets_of
from rumours.filters.headings import heading_of
from rumours.filters.links import SORT_LABELS, LinkFilters, Sort
from rumours.filters.query import Asked
from rumours.filters.rows import Paged
from rumours.filters.wording import plural, window_name
from rumours.models import Club, TransferLink
from rumours.models.link import has_status
from rumours.models.positions import unplaced
from rumours.models.window import rank_of

# The parts of a list, lowest first; earlier windows lie below EARLIER, the newest nearest to LIVE.
LIVE, SOLE, EARLIER, UNPLACED = 0, 1, 10_000, 100_000

WITHOUT_BOX = ("competition", "source", "role", "nationality")
LESS_USED = ("fee_min", "fee_max", "age_min", "age_max", "since", "sort")


@dataclass(frozen=True)
class Part:
    """Rows under one heading; the heading is empty where the list is one."""

    heading: str
    rows: list[TransferLink]


class LinkListing(Paged[TransferLink]):
    """Links of `rows` that an address asks for.

    `club` is the page's club: its list shows open sagas of `current` (the code of its association's window) and
    later windows first, and earlier or settled ones below under their window. `fixed` names filters that the page
    itself has settled. `flat`: one list in its order, without parts. `now` is an aware instant.
    """

    def __init__(
        self,
        asked: Asked,
        rows: QuerySet[TransferLink],
        *,
        now: datetime,
        club: Club | None = None,
        current: str = "",
        fixed: Collection[str] = (),
        flat: bool = False,
    ) -> None:
        self.now, self.club, self.current, self.fixed, self.flat = now, club, current, fixed, flat
        self.filters = LinkFilters(asked, rows, now=now, club=club)
        found, column = self.filters.rows().with_row(), self.filters.sort_column
        if self._is_parted:
            super().__init__(asked, found.annotate(part=self._part()), Order(column, part="part"))
        else:
            super().__init__(asked, found, Order(column))

    @cached_property
    def parts(self) -> list[Part]:
        """The rows of this page under their headings."""
        found = groupby(self.page.rows, lambda row: getattr(row, "part", SOLE))
        return [Part(self._heading(part, rows), rows) for part, rows in ((part, list(rows)) for part, rows in found)]

    @cached_property
    def total(self) -> int:
        """How many links pass the filters (one query)."""
        return self.filters.rows().count()

    @cached_property
    def facets(self) -> list[Facet]:
        return facets_of(self.filters, without=self.fixed)

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
    def more_is_chosen(self) -> bool:
        """Whether the less used boxes (fee, age, date, order) hold anything."""
        return any(name in self.asked.values for name in LESS_USED)

    @cached_property
    def heading(self) -> str:
        """The list in one sentence; also the page's title."""
        return heading_of(self.filters)

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

    def _heading(self, part: int, rows: list[TransferLink]) -> str:
        if part == SOLE:
            return ""
        if part == LIVE:
            return f"Open now, {window_name(self.current).lower()} and later"
        if part < UNPLACED:
            return rows[0].window.label
        lines = dict.fromkeys(GROUP_OF_POSITION[place].value for place in self._exact_places)
        return f"{plural(list(lines))} whose exact position is not known"
