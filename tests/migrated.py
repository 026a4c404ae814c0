"""A SQLite file that all migrations have been run on: made once, and copied by whoever begins with an empty site.

Running them takes ten seconds, and a whole run of the tests needs a dozen such databases. It is kept beside pytest's
own notes under a name that changes with every migration and every package. `python -m tests.migrated` makes it.
"""

import fcntl
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from hashlib import blake2b
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / ".pytest_cache" / "migrated"


def migrated_file() -> Path:
    """Where it is; whoever comes first makes it, and the others wait."""
    found = KEPT / f"{_fingerprint()}.sqlite3"
    KEPT.mkdir(parents=True, exist_ok=True)
    with (KEPT / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not found.exists():
            _make(found)
    return found


@contextmanager
def filled(name: str) -> Iterator[sqlite3.Connection]:
    """Make the empty database of this name the same; one in memory lives while this connection is open."""
    with closing(sqlite3.connect(name, uri=True)) as database:
        with closing(sqlite3.connect(migrated_file())) as kept:
            kept.backup(database)
        yield database


def copy_to(var: Path) -> Path:
    """The file of a new site whose VAR_DIR this is."""
    return Path(shutil.copy(migrated_file(), var / "rumours.sqlite3"))


def _fingerprint() -> str:
    read = [*sorted((ROOT / "rumours" / "migrations").glob("*.py")), ROOT / "requirements.txt"]
    return blake2b(b"".join(path.read_bytes() for path in read), digest_size=8).hexdigest()


def _make(wanted: Path) -> None:
    for old in KEPT.glob("*.sqlite3"):
        old.unlink()
    with tempfile.TemporaryDirectory(dir=KEPT) as var:
        environment = {**os.environ, "VAR_DIR": var, "SITE_ENV": "demo"}
        environment.pop("DATABASE_URL", None)
        command = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
        subprocess.run(command, cwd=ROOT, env=environment, check=True)
        made = Path(var) / "rumours.sqlite3"
        connection = sqlite3.connect(made)
        connection.execute("pragma journal_mode = delete")  # one file, without one for its log
        connection.close()
        made.rename(wanted)


if __name__ == "__main__":
    migrated_file()
