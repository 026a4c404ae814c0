"""However connections are made, no request waits without end on a PostgreSQL that has fallen silent.

In its place a server that lets everybody in and then says nothing: so this needs no PostgreSQL.
"""

import contextlib
import socket
import struct
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import OperationalError
from django.db.utils import ConnectionHandler

from config import databases, time_limit
from config.databases import Manner
from config.time_limit import at_most

pytestmark = [pytest.mark.django_db, pytest.mark.once]
MANNERS = {"pooled": Manner(pool=1), "unpooled": Manner(pool=0), "bounced": Manner(pgbouncer=True)}
_ENCRYPT = (80877103, 80877104)  # what a client asks before it says who it is: TLS, then GSS
_SAID = {"server_version": "15.4", "client_encoding": "UTF8", "TimeZone": "UTC", "standard_conforming_strings": "on"}


def _message(kind: bytes, body: bytes) -> bytes:
    return kind + struct.pack("!i", len(body) + 4) + body


def _welcome() -> bytes:
    told = [_message(b"S", f"{name}\0{value}\0".encode()) for name, value in _SAID.items()]
    return b"".join([_message(b"R", struct.pack("!i", 0)), *told, _message(b"Z", b"I")])


class Silent:
    """Listens on `port`; lets everybody in unless `welcomes` is False, and answers nothing."""

    def __init__(self) -> None:
        self.welcomes = True
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                threading.Thread(target=self._meet, args=(self._listener.accept()[0],), daemon=True).start()

    def _meet(self, client: socket.socket) -> None:
        with contextlib.suppress(OSError, struct.error), client:
            while struct.unpack("!ii", client.recv(65_536)[:8])[1] in _ENCRYPT:
                client.sendall(b"N")
            if self.welcomes:
                client.sendall(_welcome())
            while client.recv(65_536):
                pass

    def close(self) -> None:
        self._listener.close()


@pytest.fixture
def server() -> Iterator[Silent]:
    made = Silent()
    yield made
    made.close()
    time_limit.silence.ends()


@contextlib.contextmanager
def connected(server: Silent, manner: Manner) -> Iterator[Any]:
    url = f"postgres://ana@127.0.0.1:{server.port}/rumours"
    handler = ConnectionHandler({"default": {}, "silent": databases.from_url(url, manner)})
    connection: Any = handler["silent"]  # a pool belongs to its alias, in the whole process
    try:
        yield connection
    finally:
        connection.close()
        if connection.pool:
            connection.close_pool()


def asked_in_vain(connection: Any, patience: float) -> float:
    """The seconds after which a query that nobody answers failed."""
    begun = time.monotonic()
    with pytest.raises(OperationalError), at_most(patience), connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return time.monotonic() - begun


@pytest.mark.parametrize("manner", MANNERS.values(), ids=MANNERS)
def test_a_query_that_is_never_answered_fails_in_time(server: Silent, manner: Manner) -> None:
    with connected(server, manner) as connection:
        assert asked_in_vain(connection, 1) < 4


@pytest.mark.parametrize("manner", MANNERS.values(), ids=MANNERS)
def test_the_next_one_waits_only_briefly(server: Silent, manner: Manner) -> None:
    with connected(server, manner) as connection:
        asked_in_vain(connection, 1)
        connection.close()
        assert asked_in_vain(connection, 9) < 4


@pytest.mark.parametrize("manner", MANNERS.values(), ids=MANNERS)
def test_who_is_not_even_let_in_fails_in_time(server: Silent, manner: Manner) -> None:
    server.welcomes = False
    with connected(server, manner) as connection:
        begun = time.monotonic()
        with pytest.raises(OperationalError), at_most(1):
            connection.ensure_connection()
        assert time.monotonic() - begun < 4
