"""Rows of windows, spans and rates of exchange, from their cells."""

import re
from datetime import UTC, date, datetime, time
from decimal import Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from rumours.calendar import WindowCode
from rumours.choices import Section
from rumours.intake.table_cells import FIRST_YEAR, LAST_YEAR, Cells
from rumours.intake.table_football import SECTIONS
from rumours.intake.table_rows import RateRow, SpanRow, WindowRow

YES_NO = {"yes": "yes", "no": "no"}
LAST_SECOND = time(23, 59, 59)
_MOMENT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]([0-9]{2}:[0-9]{2})")
_CURRENCY = re.compile(r"[A-Z]{3}")
_zones = lru_cache(maxsize=1)(available_timezones)


def window(cells: Cells) -> WindowRow:
    """A window's code and note; what cannot be read is a fault of the cells."""
    return WindowRow(cells.file, cells.line, code=_code(cells), note=cells.text("note", 200))


def span(cells: Cells) -> SpanRow:
    """Times are local to `time_zone`. A day without a time opens at 00:00 and closes at 23:59:59.

    A local time that the clock passes twice is the first of the two; one that it skips is read with the offset from
    before the change.
    """
    zone = _zone(cells)
    opens, closes = _moment(cells, "opens"), _moment(cells, "closes")
    begins = _instant(opens, time(0, 0), zone)
    ends = _instant(closes, LAST_SECOND, zone)
    if begins and ends and begins >= ends:
        cells.fault("closes", f"{cells.text('closes')} is not after {cells.text('opens')}")
    return SpanRow(
        cells.file,
        cells.line,
        window=_code(cells),
        association=cells.required("association", 60),
        section=cells.one_of("section", SECTIONS, Section.MEN),
        opens=begins,
        closes=ends,
        time_known=closes is None or closes[1] is not None,
        time_zone=zone.key,
        confirmed=cells.one_of("confirmed", YES_NO, "no") == "yes",
        reference=cells.text("reference", 200),
    )


def rate(cells: Cells) -> RateRow:
    """How many euros one unit of a currency was worth in a year; faults as in `window`."""
    currency = cells.text("currency")
    if not _CURRENCY.fullmatch(currency):
        cells.fault("currency", f"{currency[:40]!r} is no currency: write it as GBP")
    cells.required("year")
    year = cells.whole("year", FIRST_YEAR, LAST_YEAR)
    return RateRow(cells.file, cells.line, currency=currency, year=year or 0, eur=cells.number("eur") or Decimal(0))


def _code(cells: Cells) -> str:
    code = cells.text("window")
    try:
        return str(WindowCode.parse(code))
    except ValueError as error:
        cells.fault("window", str(error))
        return ""


def _zone(cells: Cells) -> ZoneInfo:
    name = cells.text("time_zone", 40) or "UTC"
    if name not in _zones():
        cells.fault("time_zone", f"{name!r} is no time zone: write it as Europe/London")
        name = "UTC"
    return ZoneInfo(name)


def _moment(cells: Cells, column: str) -> tuple[date, time | None] | None:
    """The day, and the time where one is given."""
    cell = cells.text(column)
    if not cell:
        return None
    match = _MOMENT.fullmatch(cell)
    try:
        day = date.fromisoformat(match[1] if match else cell)
        clock = time.fromisoformat(match[2]) if match else None
        if not FIRST_YEAR <= day.year <= LAST_YEAR or (not match and len(cell) != 10):
            raise ValueError(cell)
    except ValueError:
        cells.fault(column, f"{cell[:40]!r} is no time: write it as 2025-09-01 or 2025-09-01 19:00")
        return None
    return day, clock


def _instant(moment: tuple[date, time | None] | None, otherwise: time, zone: ZoneInfo) -> datetime | None:
    if moment is None:
        return None
    day, clock = moment
    return datetime.combine(day, otherwise if clock is None else clock, tzinfo=zone).astimezone(UTC)
