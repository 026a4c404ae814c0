"""CSV (RFC 4180, UTF-8 with a mark that spreadsheets look for): one line a row, the names of the columns first."""

import csv
import io
from collections.abc import Iterable

from rumours.data.columns import Column, RowT, Value

MARK = "\ufeff"
# A spreadsheet would run what begins like this (OWASP, "CSV injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def sheet(columns: Iterable[Column[RowT]], rows: Iterable[RowT]) -> str:
    """The rows as CSV. What a spreadsheet would take for a formula gets an apostrophe in front."""
    columns = list(columns)
    text = io.StringIO(MARK)
    text.seek(0, io.SEEK_END)
    writer = csv.writer(text)
    writer.writerow([column.name for column in columns])
    writer.writerows([cell(column.value(row)) for column in columns] for row in rows)
    return text.getvalue()


def cell(value: Value) -> str:
    """One cell: null is empty, truth is true or false."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text
