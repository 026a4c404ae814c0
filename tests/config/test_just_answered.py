"""Whether a connection of the pool is alive is asked of the server, unless its last answer has just told."""

import time
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from django.db import connection

from config import limited_connection
from config.limited_connection import LimitedConnection

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite is no server"),
]


@pytest.fixture
def pooled(monkeypatch: pytest.MonkeyPatch) -> Iterator[LimitedConnection]:
    """A connection that has just answered; the last answer tells for as long as a slow machine may need."""
    monkeypatch.setattr(limited_connection, "JUST_NOW", 60)
    found = LimitedConnection.connect(**connection.get_connection_params(), autocommit=True)
    found.execute("SELECT 1")
    yield found
    found.close()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is sent to the server."""
    found: list[str] = []
    execute = psycopg.Connection.execute

    def noted(self: Any, query: Any, *args: Any, **kwargs: Any) -> Any:
        found.append(query)
        return execute(self, query, *args, **kwargs)

    monkeypatch.setattr(psycopg.Connection, "execute", noted)
    return found


def test_one_that_has_just_answered_is_alive(pooled: LimitedConnection, asked: list[str]) -> None:
    pooled.execute("")
    assert asked == []


def test_one_that_answered_a_while_ago_is_asked(
    pooled: LimitedConnection, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limited_connection, "JUST_NOW", 0)
    pooled.execute("")
    assert asked == [""]


def test_one_that_the_server_has_ended_since_is_not(pooled: LimitedConnection) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [pooled.info.backend_pid])
    end = time.monotonic() + 20
    with pytest.raises(psycopg.OperationalError):
        while time.monotonic() < end:
            pooled.execute("")
            time.sleep(0.01)
