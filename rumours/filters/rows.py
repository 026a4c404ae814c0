"""Lists one page at a time, and the filters of those that are not of links."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from django.db.models import Model, QuerySet

from rumours.filters.chips import Chip
from rumours.filters.cursor import Order, Page, page_of
from rumours.filters.query import CURSOR, Asked
from rumours.filters.strict import StrictFilters

RowT = TypeVar("RowT", bound=Model)


@dataclass(frozen=True)
class Pick:
    """A choice a reader may add to a list: the parameter, its name for people, and (value, label) pairs."""

    name: str
    label: str
    options: list[tuple[str, str]]


class RowFilters(StrictFilters):
    """The filters of such a list; `names` says how each reads to people."""

    names: dict[str, str] = {}

    @property
    def heading(self) -> str:
        """The list in one sentence, without a full stop."""
        raise NotImplementedError

    def picks(self) -> list[Pick]:
        """What else may be chosen; at most one query each."""
        raise NotImplementedError


class Paged(Generic[RowT]):
    """Rows one page at a time, by the cursor of an address."""

    def __init__(self, asked: Asked, rows: Callable[[], QuerySet[RowT]], order: Order) -> None:
        """`rows` gives all rows of the list, when they are asked for."""
        self.asked, self._rows, self._order = asked, rows, order
        self.cursor = asked.one(CURSOR)

    @cached_property
    def page(self) -> Page[RowT]:
        """The rows of this page (one query)."""
        return page_of(self._rows(), self._order, self.cursor, self.asked.size)

    @property
    def next_address(self) -> str:
        """Where the list goes on; empty at its end."""
        return self.asked.address(**{CURSOR: [self.page.next]}) if self.page.next else ""

    @property
    def first_address(self) -> str:
        """The list's first page, for those who came in the middle."""
        return "" if self.page.is_first else self.asked.address()

    @property
    def clear_address(self) -> str:
        """The list with nothing chosen."""
        return self.asked.path


class RowListing(Paged[RowT]):
    """Rows narrowed by filters, with what is chosen and what may be."""

    def __init__(self, asked: Asked, filters: RowFilters, order: Order) -> None:
        super().__init__(asked, lambda: filters.qs, order)
        self.filters = filters

    @property
    def heading(self) -> str:
        return self.filters.heading

    @cached_property
    def picks(self) -> list[Pick]:
        return [pick for pick in self.filters.picks() if pick.options]

    @property
    def chips(self) -> list[Chip]:
        """What is chosen, each with the address without it."""
        return [
            Chip(self.filters.names[name], self.filters.label_of(name, value), self.asked.without(name, value))
            for name, value in self.carried()
        ]

    def carried(self) -> Iterator[tuple[str, str]]:
        """Chosen values: (parameter, value), to be sent along by the form that adds another."""
        for name, values in self.asked.values.items():
            if name != CURSOR:
                yield from ((name, value) for value in values)
