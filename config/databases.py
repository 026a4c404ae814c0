"""Where the rows are kept: SQLite in one file, or PostgreSQL with a pool of connections, and its replicas.

Who serves requests waits for nothing longer than a reader would; commands and the worker may take their time.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from environ import Env

SQLITE, POSTGRESQL = "django.db.backends.sqlite3", "config.postgresql"
SQLITE_WAIT, SQLITE_WAIT_SERVING = 20, 8  # seconds for another writer's lock
SQLITE_OPTIONS = {
    # A transaction takes the write lock at once, so that two editors wait for each other and neither fails.
    "transaction_mode": "IMMEDIATE",
    "timeout": SQLITE_WAIT,
    # FULL: what an editor was told is saved outlives a power cut, too.
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
}
# A machine that is gone without a word is noticed: after 5 + 3 x 5 seconds where nobody asks, 8 where somebody does.
WIRE = {
    "connect_timeout": 3,
    "keepalives": 1,
    "keepalives_idle": 5,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 8_000,
}
POOL_WAIT, REPLICA_POOL_WAIT = 5, 1  # seconds for a connection; where a replica gives none the primary is asked
RECONNECT = 2  # seconds after which a lost connection is given up; whoever comes next begins anew, without the pauses
# Who hangs in a transaction holds its locks no longer; who waits for a lock gives up in time to say so.
IDLE_IN_TRANSACTION, LOCK_WAIT = 15_000, 5_000  # milliseconds
PERSISTENT = 60  # seconds a connection to pgbouncer is kept, which pools in our place

_serving = False


@dataclass(frozen=True, slots=True)
class Manner:
    """How connections are made: `pool` of one process (0: a connection a request), through pgbouncer or not,
    and the seconds that a statement may take in a process that serves requests (0: any)."""

    pool: int = 4
    pgbouncer: bool = False
    statement_seconds: int = 8


def serve() -> None:
    """Say, before the settings are read, that this process answers requests: config/wsgi.py and asgi.py do."""
    global _serving
    _serving = True


def sqlite(path: Path) -> dict[str, Any]:
    """Django's settings for the SQLite file `path`: readers beside one writer, who waits his turn."""
    found: dict[str, Any] = {"ENGINE": SQLITE, "NAME": path, "OPTIONS": SQLITE_OPTIONS}
    if _serving:
        # Kept open: opening took a quarter of a club's page, and cannot make its two files on a full disk.
        found |= {"OPTIONS": {**SQLITE_OPTIONS, "timeout": SQLITE_WAIT_SERVING}, "CONN_MAX_AGE": None}
    return found


def from_url(url: str, manner: Manner, variable: str = "DATABASE_URL") -> dict[str, Any]:
    """Django's settings for a postgres:// or sqlite:/// address; anything else is ImproperlyConfigured."""
    scheme, separator, rest = url.partition("://")
    if scheme == "sqlite" and rest.startswith("/") and len(rest) > 1:
        return sqlite(Path(rest[1:]))
    found: dict[str, Any] = Env.db_url_config(url) if separator and scheme in ("postgres", "postgresql") else {}
    if not found.get("NAME"):
        raise ImproperlyConfigured(
            f"{variable} must look like postgres://user:password@host:port/name or sqlite:///path/to/file."
        )
    return _postgresql(found, manner, POOL_WAIT)


def replicas(urls: list[str], manner: Manner, primary: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The settings of replica_1, replica_2 …; ImproperlyConfigured unless all are PostgreSQL, as the primary."""
    found = {f"replica_{n}": from_url(url, manner, "REPLICA_URLS") for n, url in enumerate(urls, start=1)}
    if found and any(each["ENGINE"] != POSTGRESQL for each in (primary, *found.values())):
        raise ImproperlyConfigured("REPLICA_URLS are streaming replicas of a PostgreSQL that DATABASE_URL names.")
    for each in found.values():
        if "pool" in each["OPTIONS"]:
            each["OPTIONS"]["pool"]["timeout"] = REPLICA_POOL_WAIT
        each["TEST"] = {"MIRROR": "default"}
    return found


def _postgresql(found: dict[str, Any], manner: Manner, wait: int) -> dict[str, Any]:
    options = {**WIRE, **found.get("OPTIONS", {})}
    made = {**found, "ENGINE": POSTGRESQL, "OPTIONS": options, "CONN_HEALTH_CHECKS": True}
    if manner.pgbouncer:
        # Between two transactions the server's connection belongs to others: nothing may be left on it. It takes no
        # limits at the start of a connection either; those stand with the role (see config/deploy/RUNBOOK.md), and
        # config/time_limit.py ends what takes longer.
        return {**made, "DISABLE_SERVER_SIDE_CURSORS": True, "CONN_MAX_AGE": PERSISTENT}
    if manner.pool:
        from config.limited_connection import LimitedConnection  # loads the driver

        options["pool"] = {
            "min_size": 1,
            "max_size": manner.pool,
            "timeout": wait,
            "reconnect_timeout": RECONNECT,
            "connection_class": LimitedConnection,
        }
    # What a page or the desk asks is answered sooner than PostgreSQL has compiled how to.
    given = {"jit": "off", **_limits(manner)}
    options["options"] = " ".join([options.get("options", ""), *(f"-c {k}={v}" for k, v in given.items())]).strip()
    return made


def _limits(manner: Manner) -> dict[str, int]:
    """Milliseconds; 0 for any, where the role has limits for what comes through pgbouncer."""
    if not _serving:
        return {"statement_timeout": 0, "lock_timeout": 0}
    return {
        "statement_timeout": manner.statement_seconds * 1000,
        "lock_timeout": LOCK_WAIT,
        "idle_in_transaction_session_timeout": IDLE_IN_TRANSACTION,
    }
