"""Small reference files for tests of loading."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from rumours.editorial.actors import system_user
from rumours.editorial.loading import LoadSummary, load_files

NOW = datetime(2026, 1, 10, 12, 0, tzinfo=UTC)
Load = Callable[..., LoadSummary]

LEAGUES = "competition,country,level\nSerie A,Italy,1\nLigue 1,France,1\n"
CLUBS = "name,country,league,aliases,nicknames,ambiguous\n"
PLAYERS = "name,position,birth_date,nationality,club,club_country,aliases\n"


def load_in(folder: Path, *texts: str, check: bool = False) -> LoadSummary:
    """Write each text to a file of its own (1.csv, 2.csv, …) and load them in one call, in that order."""
    paths = []
    for number, text in enumerate(texts, start=1):
        path = folder / f"{number}.csv"
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return load_files(paths, by=system_user(), check=check, now=NOW)


def warnings(summary: LoadSummary) -> list[str]:
    """The warnings without the folder."""
    return [f"{Path(w.file).name}:{w.line} {w.column}: {w.message}" for w in summary.warnings]


def counts(summary: LoadSummary) -> dict[str, tuple[int, int, int, int]]:
    """New, changed, same and left out, by kind."""
    return {kind: (c.new, c.changed, c.same, c.left_out) for kind, c in summary.counts.items()}
