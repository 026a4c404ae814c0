"""What nginx keeps away from the site, and what it leaves as the site said it."""

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.machines.stage import Stage
from tests.machines.visitor import HOST, Visitor

pytestmark = pytest.mark.machines
PAGE = "/articles/"
FIRST_LINES = f"GET {PAGE} HTTP/1.1\r\nHost: {HOST}\r\n".encode()  # and never the empty line that ends them


@contextmanager
def half_asked(port: int, times: int) -> Iterator[None]:
    """Clients who begin to ask and do not go on."""
    clients = [socket.create_connection(("127.0.0.1", port), timeout=10) for _ in range(times)]
    try:
        for client in clients:
            client.sendall(FIRST_LINES)
        yield
    finally:
        for client in clients:
            client.close()


def test_each_header_is_sent_once_and_http_leads_to_https(stage: Stage) -> None:
    page = stage.reader().get(PAGE)
    for name in ("Strict-Transport-Security", "Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options"):
        assert len(page.says(name)) == 1, name
    moved = Visitor(stage.plain_port, tls=False).get("/articles/?page=2")
    assert (moved.status, moved.says("Location")) == (301, [f"https://{HOST}/articles/?page=2"])


def test_a_form_that_is_too_large_is_refused_before_it_is_read(stage: Stage) -> None:
    assert stage.reader().ask("POST", "/admin/login/", "x" * 9_000_000, "text/plain").status == 413


def test_clients_who_stop_in_the_middle_hold_up_nobody_behind_nginx(stage: Stage) -> None:
    with half_asked(stage.plain_port, 60):
        started = time.monotonic()
        assert [stage.reader().get(PAGE).status for _ in range(3)] == [200] * 3
        assert time.monotonic() - started < 5


def test_without_nginx_they_hold_it_up_for_seconds_and_not_for_ever(stage: Stage) -> None:
    with half_asked(stage.hosts[0].port, 16):
        started = time.monotonic()
        assert stage.reader(0).get(PAGE).status == 200
        assert time.monotonic() - started < 30
