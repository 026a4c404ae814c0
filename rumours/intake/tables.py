"""Reference files: bytes of a CSV file to typed rows, its kind told by its header alone."""

from collections.abc import Callable
from dataclasses import dataclass, field

from rumours.intake import table_calendar, table_football
from rumours.intake.table_cells import Cells
from rumours.intake.table_errors import TableError, TableErrors
from rumours.intake.table_lines import decoded, lines
from rumours.intake.table_rows import Row


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: the columns that tell it, the others it may have, those passed over, and the reader of a row."""

    name: str
    told_by: tuple[str, ...]
    others: tuple[str, ...]
    read: Callable[[Cells], Row]
    passed_over: tuple[str, ...] = ()
    # A windows file is told by one common word: it must have no column that is not its own.
    strict: bool = False

    def fits(self, header: list[str]) -> bool:
        known = {*self.told_by, *self.others, *self.passed_over}
        return set(self.told_by) <= set(header) and not (self.strict and set(header) - known)


_PERSONAL = (
    "aliases",
    "section",
    "position_group",
    "other_positions",
    "birth_date",
    "birth_year",
    "nationality",
    "foot",
)
_AT_A_CLUB = ("contract_end", "club", "club_country", "club_since", "on_loan_from", "on_loan_from_country", "status")

# In the order in which they depend on one another.
KINDS: tuple[Kind, ...] = (
    Kind(
        "competitions",
        ("competition", "country", "level"),
        ("section", "short_name", "aliases"),
        table_football.competition,
    ),
    Kind(
        "clubs",
        ("name", "country", "league"),
        ("section", "short_name", "aliases", "nicknames", "ambiguous", "colours", "domains", "team_level"),
        table_football.club,
        ("league_season", "source"),
    ),
    Kind(
        "sources",
        ("name", "domains", "kind"),
        ("outlet", "country", "language", "handles", "aliases", "ambiguous", "interest"),
        table_football.source,
    ),
    Kind(
        "players",
        ("name", "position"),
        (*_PERSONAL, *_AT_A_CLUB),
        table_football.player,
        ("last_season", "age", "age_season", "source"),
    ),
    Kind(
        "people",
        ("name", "role"),
        ("aliases", "club", "club_country", "nationality", "birth_date", "note"),
        table_football.person,
    ),
    Kind("windows", ("window",), ("note",), table_calendar.window, strict=True),
    Kind(
        "spans",
        ("window", "association"),
        ("section", "opens", "closes", "time_zone", "confirmed", "reference"),
        table_calendar.span,
    ),
    Kind("rates", ("currency", "year", "eur"), (), table_calendar.rate),
)
KIND_NAMES = tuple(kind.name for kind in KINDS)


@dataclass(slots=True)
class Table:
    """A file that was read: its kind (of KIND_NAMES), its rows, the columns it has of that kind, and unknown ones."""

    file: str
    kind: str
    columns: tuple[str, ...]
    unknown: tuple[str, ...]
    rows: list[Row] = field(default_factory=list)
    warnings: list[TableError] = field(default_factory=list)


def read_table(content: bytes, file: str) -> Table:
    """Read a whole file, plain or gzip. Raises TableErrors that list every fault; never anything else."""
    errors: list[TableError] = []
    rows = lines(decoded(content, file), file)
    line, words = next(rows, (1, []))
    header = [" ".join(word.split()).casefold() for word in words]
    kind = _kind(header, file, line)
    columns = {word: place for place, word in enumerate(header)}
    known = [word for word in header if word in {*kind.told_by, *kind.others}]
    unknown = [word for word in header if word not in {*known, *kind.passed_over}]
    table = Table(file, kind.name, tuple(known), tuple(unknown))
    try:
        for line, cells in rows:
            if len(cells) != len(header):
                column = str(min(len(cells), len(header)) + 1)
                errors.append(TableError(file, line, column, f"{len(cells)} cells, the header has {len(header)}"))
                continue
            row = Cells(file, line, columns, cells)
            table.rows.append(kind.read(row))
            errors.extend(row.errors)
            table.warnings.extend(row.warnings)
    except TableErrors as broken:
        errors.extend(broken.errors)
    if errors:
        raise TableErrors(errors)
    return table


def _kind(header: list[str], file: str, line: int) -> Kind:
    """The one kind that a header fits. Raises TableErrors when it fits none or several, or repeats a column."""
    repeated = [word for word in dict.fromkeys(header) if word and header.count(word) > 1]
    if repeated:
        raise TableErrors([TableError(file, line, _shown(repeated[0]), "the header has this column more than once")])
    fitting = [kind for kind in KINDS if kind.fits(header)]
    if len(fitting) == 1:
        return fitting[0]
    known = "; ".join(f"{kind.name} ({', '.join(kind.told_by)})" for kind in KINDS)
    what = f"fits several kinds: {', '.join(k.name for k in fitting)}" if fitting else "is of no known kind"
    raise TableErrors([TableError(file, line, "", f"the header {what}. Known kinds and what tells them: {known}")])


def _shown(word: str) -> str:
    return word[:40].encode("utf-8", "replace").decode("utf-8")
