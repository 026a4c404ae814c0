"""The cells of one row, read by column: what cannot be read is noted as an error and stands as not known."""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from rumours.intake.table_errors import TableError
from rumours.text import fold

FIRST_YEAR, LAST_YEAR = 1850, 2199
LONGEST_NAME = 120
# No cell of any kind is longer; what is, has lost a quote or is no reference data.
LONGEST_CELL = 4000
_UNREADABLE = re.compile(r"[\udc80-\udcff]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NO_SUCH_DAY = re.compile(r"(18[5-9][0-9]|19[0-9]{2}|2[01][0-9]{2})-(0[1-9]|1[0-2])-(29|30|31)")
_NUMBER = re.compile(r"[0-9]{1,20}(\.[0-9]{1,20})?")


class Cells:
    """The row on one line of a file. `columns` maps the header's words to places; faults gather in `errors`, and what
    is plainly a slip of the source but leaves the rest of the row good in `warnings`."""

    __slots__ = ("cells", "columns", "errors", "file", "line", "warnings")

    def __init__(self, file: str, line: int, columns: Mapping[str, int], cells: list[str]) -> None:
        self.file, self.line, self.columns, self.cells = file, line, columns, cells
        self.errors: list[TableError] = []
        self.warnings: list[TableError] = []

    def fault(self, column: str, message: str) -> None:
        """Note that a cell cannot be read."""
        self.errors.append(TableError(self.file, self.line, column, message))

    def text(self, column: str, longest: int = LONGEST_NAME) -> str:
        """The cell in NFC with single spaces; "" where it is empty, its column is missing or it cannot be read."""
        place = self.columns.get(column)
        raw = self.cells[place] if place is not None else ""
        if not raw:
            return ""
        if not raw.isprintable():
            if _UNREADABLE.search(raw):
                self.fault(column, "it is not UTF-8")
                return ""
            if _CONTROL.search(raw):
                self.fault(column, "a line break, NUL or other control character stands in it")
                return ""
        plain = " ".join(unicodedata.normalize("NFC", raw).split())
        if len(plain) > longest:
            self.fault(column, f"{len(plain)} characters, at most {longest} are allowed")
            return ""
        return plain

    def name(self, column: str) -> str:
        """A name that must be there, with a letter or digit in it."""
        name = self.text(column)
        if not fold(name) and not self._faulty(column):
            self.fault(column, f"{name[:40]!r} has no letter or digit" if name else "it is empty")
        return name

    def names(self, column: str, longest: int = LONGEST_NAME) -> tuple[str, ...]:
        """The values between bars, each once."""
        cell = self.text(column, LONGEST_CELL)
        if not cell:
            return ()
        values = dict.fromkeys(filter(None, map(str.strip, cell.split("|"))))
        for value in values:
            if len(value) > longest:
                self.fault(column, f"{value[:40]!r}… has {len(value)} characters, at most {longest} are allowed")
                return ()
        return tuple(values)

    def joined(self, column: str, longest: int) -> tuple[str, ...]:
        """As `names`; all of them together, with bars between and around, must fit `longest` characters."""
        values = self.names(column, longest)
        if len("|".join(values)) + 2 > longest:
            self.fault(column, f"more than {longest} characters in all")
            return ()
        return values

    def day(self, column: str) -> date | None:
        """A day written as 2001-05-31."""
        cell = self.text(column)
        if not cell:
            return None
        try:
            day = date.fromisoformat(cell) if _DAY.fullmatch(cell) else None
        except ValueError:
            day = None
        if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
            self.fault(column, f"{cell[:40]!r} is no day: write it as 2001-05-31")
            return None
        return day

    def birthday(self, column: str) -> date | None:
        """As `day`, but a last day that its month does not have (30 February) is a warning and not known."""
        cell = self.text(column)
        match = _NO_SUCH_DAY.fullmatch(cell)
        if match and int(match[3]) > monthrange(int(match[1]), int(match[2]))[1]:
            self.warnings.append(TableError(self.file, self.line, column, f"there is no {cell}: taken as not known"))
            return None
        return self.day(column)

    def required(self, column: str, longest: int = LONGEST_NAME) -> str:
        """As `text`, but it must not be empty."""
        text = self.text(column, longest)
        if not text and not self._faulty(column):
            self.fault(column, "it is empty")
        return text

    def whole(self, column: str, low: int, high: int) -> int | None:
        """A whole number from `low` to `high`."""
        cell = self.text(column)
        if not cell:
            return None
        if not (cell.isascii() and cell.isdigit() and len(cell) < 10 and low <= int(cell) <= high):
            self.fault(column, f"{cell[:40]!r} is no whole number from {low} to {high}")
            return None
        return int(cell)

    def number(self, column: str) -> Decimal | None:
        """A decimal number above nothing with a point, as 1.1734."""
        cell = self.text(column)
        try:
            value = Decimal(cell) if _NUMBER.fullmatch(cell) else None
        except InvalidOperation:
            value = None
        if value is None or not Decimal("0.00000001") <= value < 1_000_000:
            self.fault(column, f"{cell[:40]!r} is no number above 0 and below 1000000" if cell else "it is empty")
            return None
        return value

    def one_of(self, column: str, allowed: Mapping[str, str], default: str = "") -> str:
        """The value that `allowed` gives for the cell in lower case; `default` where it is empty."""
        cell = self.text(column)
        if not cell:
            return default
        value = allowed.get(cell.casefold())
        if value is None:
            self.fault(column, f"{cell[:40]!r} is not one of {', '.join(dict.fromkeys(allowed.values()))}")
            return default
        return value

    def _faulty(self, column: str) -> bool:
        return any(error.column == column for error in self.errors)
