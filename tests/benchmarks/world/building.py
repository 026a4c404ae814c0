"""The databases of the bench: made once in VAR_DIR/bench for a version of the generator, and kept.

Those of earlier migrations are brought up to date as a site would be; of later ones than are here, made anew.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from time import monotonic

from tests.benchmarks.world import VERSION, postgres

ROOT = Path(__file__).resolve().parents[3]
SIZES = {"10k": 10_000, "100k": 100_000, "1M": 1_000_000}


@dataclass(frozen=True, slots=True)
class Built:
    """One size on both databases: a SQLite file, and the data folder of a PostgreSQL server."""

    size: str
    folder: Path

    @property
    def sqlite(self) -> Path:
        return self.folder / f"{self.size}.sqlite3"

    @property
    def postgres(self) -> Path:
        return self.folder / f"postgres-{self.size}"

    @property
    def sqlite_address(self) -> str:
        return f"sqlite:///{self.sqlite}"


def kept() -> Path:
    """The folder of what this generator makes."""
    return ROOT / os.environ.get("VAR_DIR", "var") / "bench" / f"world-{VERSION}"


def built(size: str, say: Callable[[str], None]) -> Built:
    """The databases of a size ("10k"): those that are kept, brought up to date, or made now."""
    found = Built(size, kept())
    found.folder.mkdir(parents=True, exist_ok=True)
    _bring(found, "sqlite", _make_sqlite, say)
    _bring(found, "postgres", _make_postgres, say)
    return found


def _bring(found: Built, kind: str, make: Callable[[Built], None], say: Callable[[str], None]) -> None:
    """Make or update one database; a note beside it tells of the migration it is at."""
    note, began = found.folder / f"{kind}-{found.size}.migration", monotonic()
    at = note.read_text() if note.exists() else ""
    if at == _migrations()[-1]:
        return
    if at in _migrations():
        say(f"Bringing {found.size} links on {kind} from {at} to {_migrations()[-1]}.")
        _update(found, kind)
    else:
        say(f"Making {found.size} links on {kind}; they are kept for the next time.")
        make(found)
    note.write_text(_migrations()[-1])
    say(f"  {monotonic() - began:,.0f} s")


def _migrations() -> list[str]:
    return sorted(path.stem for path in (ROOT / "rumours" / "migrations").glob("[0-9]*.py"))


def _make_sqlite(found: Built) -> None:
    making = found.folder / f"{found.size}.making"
    for old in found.folder.glob(f"{found.size}.*"):
        old.unlink()
    _step(f"sqlite:///{making}", "sqlite", str(making), str(SIZES[found.size]))
    making.rename(found.sqlite)


def _make_postgres(found: Built) -> None:
    postgres.stop(found.postgres)
    postgres.make(found.postgres)
    with postgres.running(found.postgres) as address:
        _step(address, "postgres", str(found.sqlite))


def _update(found: Built, kind: str) -> None:
    if kind == "sqlite":
        _step(found.sqlite_address, "update")
        return
    with postgres.running(found.postgres) as address:
        _step(address, "update")


def _step(address: str, *words: str) -> None:
    """One step in a process of its own, whose default database is at `address`."""
    command = [sys.executable, "-m", "tests.benchmarks.world.step", *words]
    subprocess.run(command, cwd=ROOT, env=environment(address), check=True)


def environment(address: str) -> dict[str, str]:
    """As the site runs in production, as far as speed goes, on the database at `address`."""
    mine = {
        "SITE_ENV": "demo", "DATABASE_URL": address, "LOG_LEVEL": "ERROR", "STAFF_OTP": "off",
        # One client is everybody here, and what is slow is to be measured, not ended.
        "LIMIT_SEARCH": "off", "LIMIT_FORM": "off", "LIMIT_LOGIN": "off", "LIMIT_API": "off",
        "TIME_LIMIT": "300", "STATEMENT_SECONDS": "300", "SLOW_QUERY_MS": "300000",
        # Several databases share this machine: each has versions of its own.
        "VERSIONS_FILE": str(kept() / f"versions-{sha256(address.encode()).hexdigest()[:10]}"),
    }  # fmt: skip
    return os.environ | mine


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    for wanted in sys.argv[1:] or SIZES:
        built(wanted, _say)
