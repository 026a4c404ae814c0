"""What a load did, or would do: counts by kind, warnings with file and line, stubs that wait for a merge."""

from dataclasses import dataclass, field

from rumours.intake.table_errors import TableError
from rumours.intake.table_rows import Row


@dataclass(slots=True)
class Counts:
    """Rows of one kind: made, filled in, already here as they are, and left out with a warning."""

    new: int = 0
    changed: int = 0
    same: int = 0
    left_out: int = 0

    def __str__(self) -> str:
        text = f"{self.new} new, {self.changed} changed, {self.same} already here"
        return f"{text}, {self.left_out} left out" if self.left_out else text


@dataclass(slots=True)
class LoadSummary:
    """`counts` by kind of file in the order of loading; `stubs` are sentences; nothing is stored when `check`."""

    check: bool = False
    counts: dict[str, Counts] = field(default_factory=dict)
    warnings: list[TableError] = field(default_factory=list)
    stubs: list[str] = field(default_factory=list)

    def warn(self, row: Row, column: str, message: str) -> None:
        """Add a warning about a row."""
        self.warnings.append(TableError(row.file, row.line, column, message))

    def leave_out(self, kind: str, row: Row, column: str, message: str) -> None:
        """Add a warning about a row that is not loaded."""
        self.of(kind).left_out += 1
        self.warn(row, column, f"{message}: row left out")

    def of(self, kind: str) -> Counts:
        """The counts of a kind."""
        return self.counts.setdefault(kind, Counts())
