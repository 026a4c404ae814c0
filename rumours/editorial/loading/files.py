"""Loading files of reference data: read them all first, then settle them in the order in which they depend."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from rumours.editorial.loading.calendars import Spans, load_rates, load_windows
from rumours.editorial.loading.clubs import Clubs
from rumours.editorial.loading.competitions import Competitions
from rumours.editorial.loading.people import People
from rumours.editorial.loading.players import Players
from rumours.editorial.loading.sources import Sources
from rumours.editorial.loading.summary import LoadSummary
from rumours.editorial.permissions import require
from rumours.intake.table_errors import TableError, TableErrors
from rumours.intake.tables import KIND_NAMES, Table, read_table

MODEL_OF = {
    "competitions": "competition",
    "clubs": "club",
    "sources": "source",
    "players": "player",
    "people": "person",
    "windows": "window",
    "spans": "windowspan",
    "rates": "exchangerate",
}


def load_files(
    paths: Iterable[str | Path], *, by: User, check: bool = False, now: datetime | None = None
) -> LoadSummary:
    """Load CSV files (plain or gzip) of any kinds in any order, in one transaction; again changes nothing.

    What is stored stands: a load fills in what is empty and adds what is missing, and marks all of it as reference
    data. Of files of one kind the one with the most columns goes first. With `check` all is done and taken back.
    `now` (default: the present) decides which spells are current. Raises TableErrors with every fault of every file,
    and PermissionDenied unless `by` may add and change rows of each kind; then nothing is stored.
    """
    tables = read_files(paths)
    for kind in {table.kind for table in tables}:
        require(by, f"rumours.add_{MODEL_OF[kind]}")
        require(by, f"rumours.change_{MODEL_OF[kind]}")
    summary = LoadSummary(check=check)
    for table in tables:
        summary.warnings.extend(table.warnings)
        if table.unknown:
            message = f"columns that are not known are passed over: {', '.join(table.unknown)}"
            summary.warnings.append(TableError(table.file, 1, "", message))
    with transaction.atomic():
        _Load(tables, summary, by, timezone.localdate(now)).run()
        if check:
            transaction.set_rollback(True)
    return summary


def read_files(paths: Iterable[str | Path]) -> list[Table]:
    """All files, in the order of loading. Raises TableErrors with the faults of all of them."""
    tables: list[Table] = []
    errors: list[TableError] = []
    for path in dict.fromkeys(map(str, paths)):
        try:
            tables.append(read_table(Path(path).read_bytes(), path))
        except TableErrors as faults:
            errors.extend(faults.errors)
        except (OSError, ValueError) as error:
            errors.append(TableError(path, 0, "", _reason(error)))
    if errors:
        raise TableErrors(errors)
    return sorted(tables, key=lambda t: (KIND_NAMES.index(t.kind), -len(t.columns), Path(t.file).name, t.file))


def _reason(error: Exception) -> str:
    known: dict[type[Exception], str] = {
        FileNotFoundError: "there is no such file",
        IsADirectoryError: "it is a folder",
        PermissionError: "no permission to read it",
    }
    return known.get(type(error), "it cannot be read")


class _Load:
    """One run over tables that are sorted already."""

    def __init__(self, tables: list[Table], summary: LoadSummary, by: User, today: date) -> None:
        self.tables, self.summary, self.by, self.today = tables, summary, by, today

    def run(self) -> None:
        for table in self.tables:
            self.summary.of(table.kind)
        kinds = {table.kind for table in self.tables}
        if kinds & {"competitions", "clubs", "players", "people"}:
            self._football(kinds)
        if "sources" in kinds:
            self._sources()
        if "windows" in kinds:
            load_windows(self._rows("windows"), self.summary, self.by)
        if "spans" in kinds:
            Spans(self.summary).load(self._rows("spans"), self.by)
        if "rates" in kinds:
            load_rates(self._rows("rates"), self.summary, self.by)

    def _football(self, kinds: set[str]) -> None:
        competitions = Competitions(self.summary)
        if "competitions" in kinds:
            self._each("competitions", competitions.load)
            competitions.book.save(self.by, self.summary.of("competitions"))
        clubs = Clubs(competitions, self.summary)
        if "clubs" in kinds:
            self._each("clubs", clubs.load)
            clubs.book.save(self.by, self.summary.of("clubs"))
        if "players" in kinds:
            players = Players(clubs, self.summary, self.today)
            self._each("players", players.load)
            players.save(self.by)
        if "people" in kinds:
            people = People(clubs, self.summary)
            self._each("people", people.load)
            people.book.save(self.by, self.summary.of("people"))

    def _sources(self) -> None:
        sources = Sources(self.summary)
        self._each("sources", sources.load)
        sources.book.save(self.by, self.summary.of("sources"))
        sources.settle_outlets(self._rows("sources"))
        sources.book.save(self.by, self.summary.of("sources"))

    def _each(self, kind: str, load: Callable[[Any], None]) -> None:
        for table in self.tables:
            if table.kind == kind:
                load(table.rows)

    def _rows(self, kind: str) -> list[Any]:
        return [row for table in self.tables if table.kind == kind for row in table.rows]
