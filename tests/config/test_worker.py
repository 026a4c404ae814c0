"""Connections that come at once are shared by the workers: none of them takes more than its threads can serve."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.ports import free_port

ROOT = Path(__file__).parents[2]
WORKERS, THREADS = 2, 2


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    """Where a server of two workers with two threads each listens."""
    found = free_port()
    more = {"PORT": str(found), "WEB_WORKERS": str(WORKERS), "WEB_THREADS": str(THREADS), "VAR_DIR": str(tmp_path)}
    command = [sys.executable, "-m", "gunicorn", "--config", "python:config.server", "tests.config.slow_app"]
    server = subprocess.Popen(command, cwd=ROOT, env=os.environ | more)
    try:
        wait_until(lambda: len(children(server.pid)) == WORKERS and answers(found))
        yield found
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(20)


def children(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/task/{pid}/children").read_text().split()


def answers(port: int) -> bool:
    try:
        with closing(connected(port)) as connection:
            return ask(connection, "/ready") != ""
    except OSError:
        return False


def wait_until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not is_so():
        assert time.monotonic() < end, "the server does not start"
        time.sleep(0.05)


def connected(port: int) -> HTTPConnection:
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    connection.connect()
    return connection


def ask(connection: HTTPConnection, path: str = "/") -> str:
    connection.request("GET", path)
    return connection.getresponse().read().decode()


def test_each_worker_takes_as_many_as_it_has_threads(port: int) -> None:
    with ExitStack() as open_ones:
        connections = [open_ones.enter_context(closing(connected(port))) for _ in range(WORKERS * THREADS)]
        for connection in connections:
            connection.request("GET", "/")
        found = Counter(connection.getresponse().read() for connection in connections)
    assert list(found.values()) == [THREADS] * WORKERS


def test_more_than_all_threads_can_serve_wait_for_their_turn(port: int) -> None:
    with ExitStack() as open_ones:
        connections = [open_ones.enter_context(closing(connected(port))) for _ in range(WORKERS * THREADS + 3)]
        for connection in connections:
            connection.request("GET", "/")
        first = [connection.getresponse().read() for connection in connections]
        again = [ask(connection, "/ready").encode() for connection in connections]
    assert again == first  # each connection stays with its worker
    assert len(set(first)) == WORKERS
