"""Programs that a test starts and ends itself: PostgreSQL, pgbouncer, Redis, nginx, the site."""

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
# Where Debian keeps what only root has on his path, and PostgreSQL the servers of its versions.
ELSEWHERE = ("/usr/sbin", "/usr/local/sbin", *sorted(map(str, Path("/usr/lib/postgresql").glob("*/bin")), reverse=True))
PACKAGES = {"initdb": "postgresql", "nginx": "nginx-light", "pgbouncer": "pgbouncer", "redis-server": "redis-server"}


def program(name: str) -> str:
    """Its full path; says which package is missing where there is none."""
    places = [os.environ.get("POSTGRES_BIN", ""), os.environ.get("PATH", ""), *ELSEWHERE]
    found = shutil.which(name, path=os.pathsep.join(filter(None, places)))
    assert found, f"{name} is missing: install {PACKAGES.get(name, name)} (make test-machines does, as root on Debian)"
    return str(Path(found).resolve()) if name == "initdb" else found


def postgres(name: str) -> str:
    """A program of PostgreSQL, beside initdb: what is on the path may be a link to the client alone."""
    return str(Path(program("initdb")).parent / name)


def until(condition: Callable[[], object], what: str, seconds: float = 30) -> None:
    """Wait for it, or fail by its name."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"not within {seconds} seconds: {what}"
        time.sleep(0.05)


def listens(port: int) -> bool:
    with socket.socket() as tried:
        tried.settimeout(1)
        return tried.connect_ex(("127.0.0.1", port)) == 0


class Program:
    """One process with its log, in a session of its own; started and ended as often as a test wants."""

    def __init__(self, name: str, command: list[str], home: Path, port: int, **environment: str) -> None:
        self.name, self.command, self.home, self.port = name, command, home, port
        self.environment = environment
        self.log = home / f"{name}.log"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> "Program":
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command, cwd=ROOT, env={**os.environ, **self.environment}, stdin=subprocess.DEVNULL, stdout=log,
                stderr=log, start_new_session=True,
            )  # fmt: skip
        return self

    def ready(self) -> "Program":
        until(lambda: self._runs() and listens(self.port), f"{self.name} listens", 60)
        return self

    def _runs(self) -> bool:
        assert self.process is not None and self.process.poll() is None, f"{self.name} ended:\n{self.said()[-3000:]}"
        return True

    def said(self) -> str:
        return self.log.read_text(errors="replace") if self.log.exists() else ""

    def tell(self, what: signal.Signals) -> None:
        """Send a signal to the process itself."""
        assert self.process is not None
        self.process.send_signal(what)

    def kill(self) -> None:
        """As when a machine loses its power: the process and all its children at once."""
        if self.process is not None and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        self.process = None
        until(lambda: not listens(self.port), f"{self.name} is gone")


def as_servant(folder: Path) -> list[str]:
    """What stands before a command that refuses to run as root; the folder is made its user's."""
    if os.getuid() != 0:
        return []
    subprocess.run(["chown", "-R", "postgres", str(folder)], check=True)
    return ["runuser", "-u", "postgres", "--"]
