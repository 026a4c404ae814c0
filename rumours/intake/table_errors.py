"""What is wrong with a reference file, cell by cell, so that all of it can be put right in one go."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TableError:
    """One fault. `line` counts from 1 (the header), 0 for the file as a whole; `column` is a word of the header, a
    cell's number or ""."""

    file: str
    line: int
    column: str
    message: str

    def __str__(self) -> str:
        place = [self.file]
        if self.line:
            place.append(f"line {self.line}")
        if self.column:
            place.append(f"column {self.column}")
        return f"{', '.join(place)}: {self.message}"


class TableErrors(ValueError):
    """A file, or several, cannot be loaded; `errors` lists every fault found."""

    def __init__(self, errors: Sequence[TableError]) -> None:
        super().__init__("\n".join(map(str, errors)))
        self.errors = list(errors)
