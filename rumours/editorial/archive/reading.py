"""Reading the lines of an archive: what each is, in which order, and whether all of them are there, unharmed."""

import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from gzip import BadGzipFile
from hashlib import sha256
from typing import Any, BinaryIO

from rumours.editorial.archive.errors import DamagedLine
from rumours.editorial.archive.exporting import FORMAT, VERSION

# Bytes: the longest line there can be is that of an original, or of a merge of two famous clubs.
LONGEST_LINE = 256_000_000
CUT = "the file ends here; its last line should be the end with the sum"


@dataclass(frozen=True, slots=True)
class Row:
    """One row as the file has it, with the number of its line and its bytes."""

    line: int
    values: Mapping[str, Any]
    size: int


@dataclass(frozen=True, slots=True)
class Announced:
    """What the header says of a table."""

    rows: int
    columns: tuple[str, ...]


class Archive:
    """An archive that is read once, from front to end. Every method raises DamagedLine where a line is wrong."""

    def __init__(self, stream: BinaryIO) -> None:
        """Reads the header."""
        self._stream = stream
        self._line = 0
        self._digest = sha256()
        self._read = 0
        self._ahead: tuple[str, Row] | None = None
        header = self._parsed(self._next())
        self.tables = _announced(header)
        self.rows = sum(table.rows for table in self.tables.values())

    def rows_of(self, name: str) -> Iterator[Row]:
        """The rows of a table, in the order of the header: every table must be asked for in its turn."""
        count = 0
        while (found := self._row()) is not None and found[0] == name:
            self._ahead = None
            count += 1
            yield found[1]
        if count != self.tables[name].rows:
            where = found[1].line if found else self._line
            promised = self.tables[name].rows
            raise DamagedLine(where, f"{name} ends after {count} rows, the first line tells of {promised}")

    def end(self) -> None:
        """Read the last line, and compare its sum with what was read."""
        found = self._row()
        if found is not None:
            raise DamagedLine(found[1].line, f"no row of {found[0]} is to be expected here")
        end = self._end
        if end != {"rows": self._read, "sha256": self._digest.hexdigest()}:
            raise DamagedLine(self._line, "the sum is not that of the lines above: one of them was changed")
        if self._bytes():
            raise DamagedLine(self._line, "nothing may follow the end")

    def _row(self) -> tuple[str, Row] | None:
        """The next row with its table, kept until it is taken; None at the end line."""
        if self._ahead is None and not hasattr(self, "_end"):
            content = self._next()
            parsed = self._parsed(content)
            if len(parsed) != 1:
                raise DamagedLine(self._line, "should be one object with one table's name")
            name, values = next(iter(parsed.items()))
            if name == "end":
                self._end = values
                return None
            if not isinstance(values, dict) or name not in self.tables:
                raise DamagedLine(self._line, "is a row of no table that the first line names")
            self._digest.update(content)
            self._read += 1
            self._ahead = name, Row(self._line, values, len(content))
        return self._ahead

    def _next(self) -> bytes:
        content = self._bytes()
        if not content.endswith(b"\n"):
            raise DamagedLine(self._line, "is too long" if len(content) > LONGEST_LINE else CUT)
        return content

    def _bytes(self) -> bytes:
        self._line += 1
        try:
            return self._stream.readline(LONGEST_LINE + 1)
        except (EOFError, BadGzipFile, zlib.error):
            raise DamagedLine(self._line, "the compressed file is damaged or cut here") from None

    def _parsed(self, content: bytes) -> dict[str, Any]:
        try:
            parsed = json.loads(content)
        except (ValueError, RecursionError):
            raise DamagedLine(self._line, "is no JSON") from None
        if not isinstance(parsed, dict):
            raise DamagedLine(self._line, "should be an object")
        return parsed


def _announced(header: dict[str, Any]) -> dict[str, Announced]:
    if header.get("format") != FORMAT:
        raise DamagedLine(1, f"is not the first line of an archive of this kind of site ({FORMAT})")
    if header.get("version") != VERSION:
        raise DamagedLine(1, f"has version {header.get('version')!r} of the format; this site reads version {VERSION}")
    try:
        return {name: _table(said) for name, said in header["tables"].items()}
    except (KeyError, TypeError, AttributeError, ValueError):
        raise DamagedLine(1, "does not list the tables with their rows and columns") from None


def _table(said: dict[str, Any]) -> Announced:
    rows, columns = said["rows"], said["columns"]
    if type(rows) is not int or rows < 0 or not all(type(name) is str for name in columns):
        raise ValueError(said)
    return Announced(rows, tuple(columns))
