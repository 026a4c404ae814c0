"""A rate is only told where every answer was the one that was to be measured."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from tests.benchmarks.load import Page, Refused, read_rate

GOOD = """Running 2s test @ http://127.0.0.1:8000/
  1 threads and 8 connections
  2000 requests in 2.00s, 1.20MB read
"""
SOCKET = "  Socket errors: connect 0, read 3, write 0, timeout 0\n"
STATUS = "  Non-2xx or 3xx responses: 1999\n"
RATE = "Requests/sec:   1000.25\n"


def test_a_rate_without_errors() -> None:
    assert read_rate(GOOD + RATE) == 1000.25


@pytest.mark.parametrize("wrong", [SOCKET, STATUS, SOCKET + STATUS])
def test_errors_of_either_kind_or_both_are_no_rate(wrong: str) -> None:
    with pytest.raises(Refused) as refused:
        read_rate(GOOD + wrong + RATE)
    assert str(refused.value) == "; ".join(line.strip() for line in wrong.splitlines())


def test_nothing_told_is_no_rate() -> None:
    with pytest.raises(Refused):
        read_rate(GOOD)


class Unchanged(BaseHTTPRequestHandler):
    """Knows its page by the tag "a"."""

    def do_GET(self) -> None:
        self.send_response(304 if self.headers["If-None-Match"] == "a" else 200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the test's output is its own."""


@pytest.fixture
def port() -> Iterator[int]:
    with HTTPServer(("127.0.0.1", 0), Unchanged) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server.server_port
        server.shutdown()


def test_a_page_that_is_sent_anew_is_no_measure_of_one_that_is_unchanged(port: int) -> None:
    Page(port, "/", {"If-None-Match": "a"}, 304).check()
    Page(port, "/").check()
    with pytest.raises(Refused, match="answered with 200, not 304"):
        Page(port, "/", {"If-None-Match": "b"}, 304).check()
