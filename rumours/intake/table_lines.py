"""Bytes of a CSV file to lines of cells: unpacked, decoded and split, with the line each row begins on."""

import csv
import gzip
import io
import zlib
from collections.abc import Iterator

from rumours.intake.table_errors import TableError, TableErrors

# Bytes after unpacking: thirty times the largest file known, so that a packed bomb stops early.
LARGEST = 512_000_000
GZIP_MAGIC = b"\x1f\x8b"


def decoded(content: bytes, file: str) -> str:
    """The text of a file, unpacked where it is gzip whatever its name. Bytes that are no UTF-8 stay as surrogates,
    which the reader of their cell names. Raises TableErrors for a file that is empty, too large or packed badly."""
    if content.startswith(GZIP_MAGIC):
        try:
            with gzip.GzipFile(fileobj=io.BytesIO(content)) as packed:
                content = packed.read(LARGEST + 1)
        except (OSError, EOFError, zlib.error) as error:
            raise TableErrors([TableError(file, 0, "", "it is packed with gzip, but damaged")]) from error
    if len(content) > LARGEST:
        raise TableErrors([TableError(file, 0, "", f"it is larger than {LARGEST // 1_000_000} MB")])
    if not content.strip():
        raise TableErrors([TableError(file, 0, "", "it is empty")])
    return content.decode("utf-8", "surrogateescape").removeprefix("\ufeff")


def lines(text: str, file: str) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not blank: the line it begins on and its cells. Raises TableErrors where quotes do not pair."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    begins = 1
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            column = _open_cell(text, begins)
            message = f"a quote stands open or out of place, or a cell has no end ({error})"
            raise TableErrors([TableError(file, begins, column, message)]) from error
        if cells is None:
            return
        if cells:
            yield begins, cells
        begins = reader.line_num + 1


def _open_cell(text: str, line: int) -> str:
    """The number, from 1, of the last cell that begins on a line (counted as the csv module counts)."""
    for number, row in enumerate(io.StringIO(text, newline=""), start=1):
        if number == line:
            return str(_cells_begun(row))
    return ""


def _cells_begun(row: str) -> int:
    """How many cells of a line begin before the first that is not closed in it."""
    count, quoted = 1, False
    for character in row:
        if character == '"':
            quoted = not quoted
        elif character == "," and not quoted:
            count += 1
    return count
