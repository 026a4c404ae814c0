"""How the tests read `seeds/`."""

import csv
from collections.abc import Iterator
from pathlib import Path

from rumours.text import fold

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def rows(kind: str) -> list[dict[str, str]]:
    with (SEEDS / f"{kind}.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def cell(row: dict[str, str], column: str) -> list[str]:
    return [value for value in row[column].split("|") if value]


def names(row: dict[str, str]) -> list[str]:
    """Every name of a club, source or player."""
    columns = ("name", "short_name", "aliases", "nicknames")
    return [value for column in columns if column in row for value in cell(row, column)]


def bearers(kind: str, *, flagged: bool) -> Iterator[tuple[tuple[str, str], str]]:
    """Folded names with their section, and who bears them; those flagged as ambiguous only where asked for."""
    for row in rows(kind):
        for name in names(row):
            if flagged or name not in cell(row, "ambiguous"):
                yield (row.get("section", ""), fold(name)), f"{row['name']} ({row['country']})"
