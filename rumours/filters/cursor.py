"""Paging that neither skips nor repeats a row when new ones arrive: by the last row seen, not by a page's number."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Generic, TypeVar

from django.db.models import Model, Q, QuerySet

from rumours.filters.query import CURSOR, PAGE_SIZE, BadQuery
from rumours.models.instants import instant, microseconds

CURSOR_PATTERN = re.compile(r"([0-9]{1,6})\.([0-9]{1,18})\.([0-9]{1,18})", re.ASCII)

RowT = TypeVar("RowT", bound=Model)
ShownT = TypeVar("ShownT")


@dataclass(frozen=True)
class Order:
    """How a list runs: by part (a column or annotation, lowest first; None where the list has one part), then by
    `column` (never null; a date and time or a count), then by id, both highest first."""

    column: str
    part: str | None = None

    @property
    def columns(self) -> list[str]:
        return [*([self.part] if self.part else []), f"-{self.column}", "-id"]

    def after(self, cursor: str) -> Q:
        """The rows that follow the one a cursor names. Raises BadQuery for what is no cursor."""
        part, mark, pk = read_cursor(cursor)
        value = self._value(mark)
        below = Q(**{f"{self.column}__lt": value}) | Q(**{self.column: value, "id__lt": pk})
        return Q(**{f"{self.part}__gt": part}) | (Q(**{self.part: part}) & below) if self.part else below

    def cursor(self, row: Model) -> str:
        """The cursor that names a row of the list."""
        value = getattr(row, self.column)
        mark = microseconds(value) if isinstance(value, datetime) else value
        return f"{getattr(row, self.part) if self.part else 0}.{mark}.{row.pk}"

    def _value(self, mark: int) -> datetime | int:
        if not self.column.endswith("_at"):
            return mark
        try:
            return instant(mark)
        except OverflowError as error:
            raise BadQuery(CURSOR, "the end of the link “Older” of this list") from error


def read_cursor(cursor: str) -> tuple[int, int, int]:
    """The part, the mark and the id that a cursor names. Raises BadQuery for what is no cursor."""
    match = CURSOR_PATTERN.fullmatch(cursor)
    if match is None:
        raise BadQuery(CURSOR, "the end of the link “Older” of this list")
    part, mark, pk = (int(digits) for digits in match.groups())
    return part, mark, pk


@dataclass(frozen=True)
class Page(Generic[ShownT]):
    """A stretch of a list, and the cursor of the next one (empty at the end)."""

    rows: list[ShownT]
    next: str
    is_first: bool


def page_of_parts(
    parts: Sequence[tuple[int, QuerySet[RowT]]], order: Order, cursor: str, size: int = PAGE_SIZE
) -> Page[RowT]:
    """As `page_of` for a list of parts, each with its number and its rows, in order; until it is full one query a part.

    An index gives the order within a part, where by its whole order the database would sort every row of the list.
    """
    within, after = replace(order, part=None), read_cursor(cursor)[0] if cursor else 0
    found: list[RowT] = []
    for number, rows in parts:
        if number < after or len(found) > size:
            continue
        following = rows.filter(within.after(cursor)) if cursor and number == after else rows
        found += following.order_by(*within.columns)[: size + 1 - len(found)]
    more = len(found) > size
    return Page(found[:size], order.cursor(found[size - 1]) if more else "", is_first=not cursor)


def page_of(rows: QuerySet[RowT], order: Order, cursor: str, size: int = PAGE_SIZE) -> Page[RowT]:
    """The `size` rows of a list that follow a cursor (empty: from the start); one query. Raises BadQuery."""
    following = rows.filter(order.after(cursor)) if cursor else rows
    found = list(following.order_by(*order.columns)[: size + 1])
    more = len(found) > size
    return Page(found[:size], order.cursor(found[size - 1]) if more else "", is_first=not cursor)
