"""Where the rows are kept: SQLite in one file, or PostgreSQL with a pool of connections."""

from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from environ import Env

SQLITE, POSTGRESQL = "django.db.backends.sqlite3", "django.db.backends.postgresql"
SQLITE_OPTIONS = {
    # A transaction takes the write lock at once, so that two editors wait for each other and neither fails.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    # FULL: what an editor was told is saved outlives a power cut, too.
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
}


def sqlite(path: Path) -> dict[str, Any]:
    """Django's settings for the SQLite file `path`: readers beside one writer, who waits up to 20 seconds."""
    return {"ENGINE": SQLITE, "NAME": path, "OPTIONS": SQLITE_OPTIONS}


def from_url(url: str, pool: int) -> dict[str, Any]:
    """Django's settings for a postgres:// or sqlite:/// address; anything else is ImproperlyConfigured.

    `pool` is the most PostgreSQL connections that one process keeps; with 0 it opens one for each request.
    """
    scheme, separator, rest = url.partition("://")
    if scheme == "sqlite" and rest.startswith("/") and len(rest) > 1:
        return sqlite(Path(rest[1:]))
    found: dict[str, Any] = Env.db_url_config(url) if separator and scheme in ("postgres", "postgresql") else {}
    if not found.get("NAME"):
        raise ImproperlyConfigured(
            "DATABASE_URL must look like postgres://user:password@host:port/name or sqlite:///path/to/file."
        )
    options = {**found.get("OPTIONS", {})}
    if pool:
        from config.limited_connection import LimitedConnection  # loads the driver

        options["pool"] = {"min_size": 1, "max_size": pool, "timeout": 5, "connection_class": LimitedConnection}
    return {**found, "ENGINE": POSTGRESQL, "OPTIONS": options, "CONN_HEALTH_CHECKS": True}
