"""Which database an address means, and how it is opened."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db.utils import ConnectionHandler

from config import databases
from config.databases import Manner
from config.limited_connection import LimitedConnection

FREE = {
    "options": "-c jit=off -c statement_timeout=0 -c lock_timeout=0"
}  # commands take their time, whatever the role says


@pytest.fixture(autouse=True)
def _not_serving(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a test says, the process goes on as it was."""
    monkeypatch.setattr(databases, "_serving", False)


def test_a_postgres_address_is_opened_with_a_pool() -> None:
    found = databases.from_url("postgres://ana:p%40ss@db.example:5433/rumours?sslmode=require", Manner(pool=3))
    assert (found["HOST"], str(found["PORT"]), found["NAME"]) == ("db.example", "5433", "rumours")
    assert (found["USER"], found["PASSWORD"]) == ("ana", "p@ss")
    pool = {"min_size": 1, "max_size": 3, "connection_class": LimitedConnection}
    pool |= {"timeout": databases.POOL_WAIT, "reconnect_timeout": databases.RECONNECT}
    assert found["OPTIONS"] == {**databases.WIRE, **FREE, "sslmode": "require", "pool": pool}
    assert found["CONN_HEALTH_CHECKS"] is True


def test_no_pool_when_it_is_zero() -> None:
    assert databases.from_url("postgres://db.example/rumours", Manner(pool=0))["OPTIONS"] == {**databases.WIRE, **FREE}


def test_an_address_may_say_otherwise_how_long_to_wait() -> None:
    found = databases.from_url("postgres://db.example/rumours?connect_timeout=9", Manner(pool=0))
    assert int(found["OPTIONS"]["connect_timeout"]) == 9


def test_only_who_serves_requests_is_short_of_time() -> None:
    databases.serve()
    found = databases.from_url("postgres://db.example/rumours", Manner(pool=0, statement_seconds=5))
    assert found["OPTIONS"]["options"] == (
        "-c jit=off -c statement_timeout=5000 -c lock_timeout=5000 -c idle_in_transaction_session_timeout=15000"
    )
    assert databases.sqlite(Path("x"))["OPTIONS"]["timeout"] == databases.SQLITE_WAIT_SERVING
    assert databases.sqlite(Path("x"))["CONN_MAX_AGE"] is None


def test_nothing_is_left_on_a_connection_of_pgbouncer() -> None:
    databases.serve()
    found = databases.from_url("postgres://bouncer.example:6432/rumours", Manner(pool=3, pgbouncer=True))
    assert found["OPTIONS"] == databases.WIRE
    assert (found["DISABLE_SERVER_SIDE_CURSORS"], found["CONN_MAX_AGE"]) == (True, databases.PERSISTENT)


def test_replicas_have_names_of_their_own_and_short_waits() -> None:
    primary = databases.from_url("postgres://one.example/rumours", Manner())
    found = databases.replicas(
        ["postgres://two.example/rumours", "postgres://three.example/rumours"], Manner(), primary
    )
    assert {name: each["HOST"] for name, each in found.items()} == {
        "replica_1": "two.example",
        "replica_2": "three.example",
    }
    assert {each["OPTIONS"]["pool"]["timeout"] for each in found.values()} == {databases.REPLICA_POOL_WAIT}
    assert primary["OPTIONS"]["pool"]["timeout"] == databases.POOL_WAIT


@pytest.mark.parametrize(
    ("primary", "replica"),
    [("sqlite:////srv/x.sqlite3", "postgres://two.example/rumours"), ("postgres://one/x", "sqlite:////srv/x.sqlite3")],
)
def test_a_file_has_no_replicas_and_is_none(primary: str, replica: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="REPLICA_URLS"):
        databases.replicas([replica], Manner(), databases.from_url(primary, Manner()))


def test_a_replica_that_cannot_be_read_is_told_by_its_own_variable() -> None:
    with pytest.raises(ImproperlyConfigured, match="REPLICA_URLS must look like"):
        databases.replicas(["mysql://db/x"], Manner(), databases.from_url("postgres://one/x", Manner()))


def test_a_socket_is_named_by_its_folder() -> None:
    found = databases.from_url("postgres://ana@//run/postgresql/rumours", Manner(pool=0))
    assert (found["HOST"], found["NAME"]) == ("/run/postgresql", "rumours")


def test_a_sqlite_address_names_a_file() -> None:
    assert databases.from_url("sqlite:////srv/rumours.sqlite3", Manner()) == databases.sqlite(
        Path("/srv/rumours.sqlite3")
    )


@pytest.mark.parametrize(
    "url", ["mysql://db/rumours", "postgres", "postgres://db.example", "sqlite://", "rumours.sqlite3"]
)
def test_any_other_address_is_refused(url: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL"):
        databases.from_url(url, Manner())


@pytest.mark.django_db
def test_sqlite_keeps_foreign_keys_and_what_was_saved_and_lets_readers_read_while_one_writes(tmp_path: Path) -> None:
    connection = ConnectionHandler({"default": databases.sqlite(tmp_path / "rumours.sqlite3")})["default"]
    with connection.cursor() as cursor:
        names = ("foreign_keys", "journal_mode", "synchronous")
        found = {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in names}
    connection.close()
    assert found == {"foreign_keys": 1, "journal_mode": "wal", "synchronous": 2}
