"""Which database an address means, and how it is opened."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db.utils import ConnectionHandler

from config import databases
from config.limited_connection import LimitedConnection


def test_a_postgres_address_is_opened_with_a_pool() -> None:
    found = databases.from_url("postgres://ana:p%40ss@db.example:5433/rumours?sslmode=require", pool=3)
    assert (found["HOST"], str(found["PORT"]), found["NAME"]) == ("db.example", "5433", "rumours")
    assert (found["USER"], found["PASSWORD"]) == ("ana", "p@ss")
    pool = {"min_size": 1, "max_size": 3, "timeout": 5, "connection_class": LimitedConnection}
    assert found["OPTIONS"] == {"sslmode": "require", "pool": pool}
    assert found["CONN_HEALTH_CHECKS"] is True


def test_no_pool_when_it_is_zero() -> None:
    assert databases.from_url("postgres://db.example/rumours", pool=0)["OPTIONS"] == {}


def test_a_socket_is_named_by_its_folder() -> None:
    found = databases.from_url("postgres://ana@//run/postgresql/rumours", pool=0)
    assert (found["HOST"], found["NAME"]) == ("/run/postgresql", "rumours")


def test_a_sqlite_address_names_a_file() -> None:
    assert databases.from_url("sqlite:////srv/rumours.sqlite3", pool=4) == databases.sqlite(
        Path("/srv/rumours.sqlite3")
    )


@pytest.mark.parametrize(
    "url", ["mysql://db/rumours", "postgres", "postgres://db.example", "sqlite://", "rumours.sqlite3"]
)
def test_any_other_address_is_refused(url: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL"):
        databases.from_url(url, pool=4)


@pytest.mark.django_db
def test_sqlite_keeps_foreign_keys_and_what_was_saved_and_lets_readers_read_while_one_writes(tmp_path: Path) -> None:
    connection = ConnectionHandler({"default": databases.sqlite(tmp_path / "rumours.sqlite3")})["default"]
    with connection.cursor() as cursor:
        names = ("foreign_keys", "journal_mode", "synchronous")
        found = {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in names}
    connection.close()
    assert found == {"foreign_keys": 1, "journal_mode": "wal", "synchronous": 2}
