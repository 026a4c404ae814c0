"""The servers that are measured: the site as it is deployed, and the bare view by the same program."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.load import Page
from tests.benchmarks.world.building import ROOT, environment
from tests.ports import free_port

# The one place that says how the site is served: as everywhere, by config/server.py; the bare view by the same.
SERVER = ("-m", "gunicorn", "--config", "python:config.server")
WORKERS = "2"


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: its port, and the process that minds its workers."""

    port: int
    pid: int

    def page(self, path: str, status: int = 200, **headers: str) -> Page:
        return Page(self.port, path, headers, status)

    def workers(self) -> list[int]:
        """The ids of its worker processes."""
        found = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()
        return [int(each) for each in found]


@contextmanager
def site(address: str, *, cached: bool = True) -> Iterator[Server]:
    """The site on the database at `address`, with or without its page cache."""
    more = {} if cached else {"PAGE_CACHE_MB": "0"}
    with _serving("config.wsgi", environment(address) | more) as server:
        yield server


@contextmanager
def bare(*, with_imports: str = "") -> Iterator[Server]:
    """The bare view; `with_imports` names the database under whose settings it imports what the site does."""
    more = environment(with_imports) | {"BENCH_IMPORTS": "yes"} if with_imports else dict(os.environ)
    with _serving("tests.benchmarks.bare", more) as server:
        yield server


@contextmanager
def _serving(application: str, env: dict[str, str]) -> Iterator[Server]:
    port = free_port()
    command = [sys.executable, *SERVER, application]
    process = subprocess.Popen(command, cwd=ROOT, env=env | {"PORT": str(port), "WEB_WORKERS": WORKERS})
    try:
        _wait(port, process)
        yield Server(port, process.pid)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(port: int, process: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + 120
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with {process.returncode}")
        try:
            Page(port, "/robots.txt").get(60)
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("the server does not answer")
