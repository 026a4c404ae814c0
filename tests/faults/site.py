"""A site with a folder and a database of its own, whose server, worker and commands are real processes."""

import contextlib
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

from config.env import SETTINGS
from tests.faults.cluster import Cluster
from tests.ports import free_port

ROOT = Path(__file__).resolve().parents[2]
NAME, PASSWORD = "ana", "correct horse battery"


def until(what: Callable[[], Any], seconds: float = 60) -> Any:
    """Wait until it gives something true, and give that back."""
    end = time.monotonic() + seconds
    while not (found := what()):
        assert time.monotonic() < end, "it never came"
        time.sleep(0.02)
    return found


class Site:
    """`url` is the address of its database; SQLite lies in `var`."""

    def __init__(self, var: Path, url: str = "", cluster: Cluster | None = None) -> None:
        self.var, self.cluster, self.port = var, cluster, free_port()
        self.file = var / "rumours.sqlite3"
        self.database = url.rpartition("/")[2]
        kept = {name: value for name, value in os.environ.items() if name not in SETTINGS}
        own = {"VAR_DIR": str(var), "SITE_ENV": "demo", "PORT": str(self.port), "DATABASE_URL": url}
        unlimited = {"LIMIT_FORM": "off", "LIMIT_LOGIN": "off", "PAGE_CACHE_MB": "0"}  # what is asked is really made
        self.environment = {**kept, **own, **unlimited, "PYTHONUNBUFFERED": "1", "WEB_WORKERS": "2"}
        self.errors = (var / "log").open("a")
        self.started: list[subprocess.Popen[str]] = []

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """What a statement gives, asked past the site."""
        if self.cluster:
            return self.cluster.ask(sql, self.database)
        connection = sqlite3.connect(self.file, timeout=20)
        try:
            found = connection.execute(sql).fetchall()
            connection.commit()
            return found
        finally:
            connection.close()

    def number(self, sql: str) -> int:
        [(found,)] = self.rows(sql)
        return int(found)

    def start(self, *command: str, **more: str) -> subprocess.Popen[str]:
        """A process whose lines can be read; all of them end with the site."""
        begun = subprocess.Popen(
            command, cwd=ROOT, env={**self.environment, **more}, text=True, start_new_session=True,
            stdout=subprocess.PIPE, stderr=self.errors,
        )  # fmt: skip
        self.started.append(begun)
        return begun

    def manage(self, *arguments: str, **more: str) -> subprocess.Popen[str]:
        return self.start(sys.executable, "manage.py", *arguments, **more)

    def run(self, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        """A command to its end, whatever that is."""
        environment = {**self.environment, **more}
        command = [sys.executable, "manage.py", *arguments]
        return subprocess.run(command, cwd=ROOT, env=environment, text=True, capture_output=True, check=False)

    def must(self, *arguments: str, **more: str) -> str:
        """What a command that has to succeed prints."""
        done = self.run(*arguments, **more)
        assert done.returncode == 0, done.stderr[-3000:]
        return done.stdout

    def serve(self, **more: str) -> subprocess.Popen[str]:
        """The server as the demo starts it, once it answers."""
        begun = self.start(sys.executable, "-m", "gunicorn", "--config", "python:config.server", **more)
        until(lambda: self._answers(begun))
        return begun

    def _answers(self, begun: subprocess.Popen[str]) -> bool:
        from tests.faults.visitor import Visitor

        assert begun.poll() is None, (self.var / "log").read_text()[-3000:]
        return Visitor(self.port).status("/healthz") == 200

    def log(self) -> str:
        return (self.var / "log").read_text() if (self.var / "log").exists() else ""

    def close(self) -> None:
        for begun in self.started:
            close(begun)
        self.errors.close()


def kill(begun: subprocess.Popen[str]) -> None:
    """kill -9 of a process and of all that it has started."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(begun.pid, signal.SIGKILL)
    begun.wait()


def close(begun: subprocess.Popen[str]) -> None:
    """Kill it and forget what it printed."""
    kill(begun)
    if begun.stdout:
        begun.stdout.close()


def lines_until(out: IO[str] | None, number: int) -> list[str]:
    """So many lines of what a process prints; fewer where it ends before."""
    assert out is not None
    return [line for line in (out.readline() for _ in range(number)) if line]
