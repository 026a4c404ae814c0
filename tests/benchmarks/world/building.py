"""The databases of the bench: made once in VAR_DIR/bench, and kept until the generator or the migrations change."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from time import monotonic

from tests.benchmarks.world import postgres

ROOT = Path(__file__).resolve().parents[3]
SIZES = {"10k": 10_000, "100k": 100_000, "1M": 1_000_000}
# What decides which rows a database holds.
_MAKERS = ("tests/benchmarks/world/*.py", "rumours/migrations/*.py")


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
    """The folder of what this generator makes under these migrations."""
    digest = sha256()
    for pattern in _MAKERS:
        for path in sorted(ROOT.glob(pattern)):
            digest.update(path.name.encode() + path.read_bytes())
    return ROOT / os.environ.get("VAR_DIR", "var") / "bench" / digest.hexdigest()[:12]


def built(size: str, say: Callable[[str], None]) -> Built:
    """The databases of a size ("10k"): those that are kept, or made now."""
    found = Built(size, kept())
    found.folder.mkdir(parents=True, exist_ok=True)
    _leave_room(found.folder)
    _make_sqlite(found, say)
    _make_postgres(found, say)
    return found


def _leave_room(keep: Path) -> None:
    """What other versions made goes, but for what one of their servers still uses."""
    for folder in keep.parent.iterdir():
        if folder != keep and folder.is_dir() and not any(map(postgres.is_running, folder.glob("postgres-*"))):
            shutil.rmtree(folder)


def _make_sqlite(found: Built, say: Callable[[str], None]) -> None:
    if found.sqlite.exists():
        return
    making = found.folder / f"{found.size}.making"
    for old in found.folder.glob(f"{found.size}.making*"):
        old.unlink()
    began = monotonic()
    say(f"Making {found.size} links on SQLite; they are kept for the next time.")
    _step(f"sqlite:///{making}", "sqlite", str(making), str(SIZES[found.size]))
    making.rename(found.sqlite)
    say(f"  {monotonic() - began:,.0f} s, {found.sqlite.stat().st_size / 1e6:,.0f} MB")


def _make_postgres(found: Built, say: Callable[[str], None]) -> None:
    done = found.folder / f"postgres-{found.size}.done"
    if done.exists():
        return
    began = monotonic()
    say(f"Copying {found.size} links to PostgreSQL.")
    postgres.stop(found.postgres)
    postgres.make(found.postgres)
    with postgres.running(found.postgres) as address:
        _step(address, "postgres", str(found.sqlite))
    done.touch()
    say(f"  {monotonic() - began:,.0f} s")


def _step(address: str, *words: str) -> None:
    """One step in a process of its own, whose default database is at `address`."""
    command = [sys.executable, "-m", "tests.benchmarks.world.step", *words]
    subprocess.run(command, cwd=ROOT, env=environment(address), check=True)


def environment(address: str) -> dict[str, str]:
    """As the site runs in production, as far as speed goes, on the database at `address`."""
    mine = {
        "SITE_ENV": "demo", "DATABASE_URL": address, "LOG_LEVEL": "WARNING", "STAFF_OTP": "off", "LIMIT_SEARCH": "off",
        "LIMIT_FORM": "off", "LIMIT_LOGIN": "off", "LIMIT_API": "off",
    }  # fmt: skip
    return os.environ | mine


if __name__ == "__main__":
    for wanted in sys.argv[1:] or SIZES:
        built(wanted, lambda text: sys.stderr.write(f"{text}\n") and None)
