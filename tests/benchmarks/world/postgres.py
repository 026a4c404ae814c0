"""A PostgreSQL server of the bench's own, with its data kept in a folder; as a site's would be, but for fsync.

`python -m tests.benchmarks.world.postgres start|stop FOLDER` starts or stops one by hand and tells its address.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from glob import glob
from hashlib import sha256
from pathlib import Path

NAME = "rumours"
# What a production server of this size is given. fsync is off: a power cut would only cost a rebuild.
OPTIONS = {
    "listen_addresses": "", "shared_buffers": "2GB", "effective_cache_size": "6GB", "work_mem": "16MB",
    "maintenance_work_mem": "512MB", "random_page_cost": "1.1", "max_wal_size": "2GB", "checkpoint_timeout": "30min",
    "fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "autovacuum": "off",
    "wal_level": "minimal", "max_wal_senders": "0",
}  # fmt: skip


class NoPostgres(RuntimeError):
    """There is no PostgreSQL server here, or it does not start."""


def binaries() -> Path:
    """The folder of initdb and pg_ctl."""
    on_path = shutil.which("initdb")
    found = [Path(on_path).resolve().parent] if on_path else []
    found += [Path(each) for each in sorted(glob("/usr/lib/postgresql/*/bin"), reverse=True)]  # noqa: PTH207
    for folder in found:
        if (folder / "pg_ctl").exists():
            return folder
    raise NoPostgres("make bench needs PostgreSQL (Debian, as root: apt-get install postgresql)")


def address(folder: Path) -> str:
    """The DATABASE_URL of the server whose data are in `folder`, while it runs."""
    return f"postgres://postgres@/{_socket(folder)}/{NAME}"


def make(folder: Path) -> None:
    """A new, empty cluster in `folder`."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, mode=0o700)
    if _owner():
        shutil.chown(folder, _owner()[1])
    _run("initdb", "-D", folder, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")


def start(folder: Path) -> None:
    """Start the server, unless it runs; it makes the database where there is none."""
    if is_running(folder):
        return
    sockets = _socket(folder)
    sockets.mkdir(exist_ok=True, mode=0o700)
    if _owner():
        shutil.chown(sockets, _owner()[1])
    options = {**OPTIONS, "unix_socket_directories": str(sockets)}
    given = " ".join(f"-c {name}='{value}'" for name, value in options.items())
    _run("pg_ctl", "-D", folder, "-l", folder / "server.log", "-w", "-t", "120", "-o", given, "start")
    _run("psql", "-h", sockets, "-U", "postgres", "-c", f"CREATE DATABASE {NAME}", "postgres", check=False)


def stop(folder: Path) -> None:
    """Stop the server whose data are in `folder`."""
    if is_running(folder):
        _run("pg_ctl", "-D", folder, "-m", "fast", "-w", "-t", "120", "stop")
    shutil.rmtree(_socket(folder), ignore_errors=True)


def is_running(folder: Path) -> bool:
    return _run("pg_ctl", "-D", folder, "status", check=False) == 0


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """The address of the server, which runs inside; it is stopped where it was started here."""
    was = is_running(folder)
    start(folder)
    try:
        yield address(folder)
    finally:
        if not was:
            stop(folder)


def _socket(folder: Path) -> Path:
    """A short path: that of a socket may have about 100 characters."""
    return Path("/tmp") / f"rumours-bench-{sha256(str(folder.resolve()).encode()).hexdigest()[:10]}"  # noqa: S108


def _owner() -> list[str]:
    """PostgreSQL refuses to run as root: then as `postgres`, where that user is known."""
    return ["-u", "postgres"] if os.geteuid() == 0 else []


def _run(program: str, *words: object, check: bool = True) -> int:
    as_owner = ["runuser", *_owner(), "--"] if _owner() else []
    command = [*as_owner, str(binaries() / program), *map(str, words)]
    # pg_ctl's server keeps what it inherits: a pipe would never end.
    with Path(os.devnull).open("w") as nowhere:
        done = subprocess.run(command, stdout=nowhere, stderr=subprocess.STDOUT, cwd="/", check=False)
    if check and done.returncode:
        raise NoPostgres(f"{program} {' '.join(map(str, words[:2]))} failed; see {words[1]}/server.log")
    return done.returncode


if __name__ == "__main__":
    act, where = sys.argv[1:]
    {"start": start, "stop": stop}[act](Path(where).resolve())
    sys.stdout.write(f"{address(Path(where).resolve())}\n")
