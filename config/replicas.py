"""Which replicas are fit to be read from: alive, and not further behind the primary than a bound.

One thread for each server asks it once a second how far it has come in the log of changes (WAL), on a connection of
its own; a request asks nobody. A replica is as new as the last moment at which the primary was seen no further than the
replica is now. Measured like that, an idle primary makes no replica look late, as pg_last_xact_replay_timestamp would,
and a replica that lost its primary does not look current, as its own two positions would make it. A primary that does
not answer changes nothing: what was current then stays in, so that readers still have pages.
"""

import logging
import random
import select
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Any

import psycopg
from django.db import connections
from psycopg.pq import ExecStatus

log = logging.getLogger(__name__)

INTERVAL = 1.0  # seconds between two measurements
PATIENCE = 1.0  # seconds an answer may take
SILENT = 3.0  # seconds after which the last answer says nothing any more
ON_THE_PRIMARY = "SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint"
ON_A_REPLICA = "SELECT pg_wal_lsn_diff(pg_last_wal_replay_lsn(), '0/0')::bigint WHERE pg_is_in_recovery()"
# What of Django's settings says where a server is; the rest is how the site speaks with it.
WHERE = ("host", "port", "dbname", "user", "password", "sslmode", "sslrootcert", "service")


class Unfit(Exception):
    """The server did not answer in time, or is not what it should be."""


class Server:
    """One server and its thread. `ask` gives its position; `note` takes each position, or None where there is none."""

    def __init__(self, ask: Callable[[], int], note: Callable[[int | None], None], name: str) -> None:
        self.ask, self.note = ask, note
        threading.Thread(target=self._run, name=f"watch {name}", daemon=True).start()

    def _run(self) -> None:
        while True:
            started = time.monotonic()
            try:
                self.note(self.ask())
            except (psycopg.Error, OSError, Unfit):
                self.note(None)
            time.sleep(max(0.1, INTERVAL - (time.monotonic() - started)))


class Asker:
    """Asks one server one question, on a connection that is made anew after each failure."""

    def __init__(self, alias: str, question: str) -> None:
        self.alias, self.question = alias, question.encode()
        self.connection: psycopg.Connection[Any] | None = None

    def __call__(self) -> int:
        try:
            if self.connection is None:
                parameters = connections[self.alias].get_connection_params()
                where = {name: parameters[name] for name in WHERE if name in parameters}
                self.connection = psycopg.connect(autocommit=True, connect_timeout=2, **where)
            return self._answer(self.connection)
        except BaseException:
            self._drop()
            raise

    def _answer(self, connection: psycopg.Connection[Any]) -> int:
        """As libpq does it, since psycopg itself would wait for ever on a server that has gone silent."""
        wire, deadline = connection.pgconn, time.monotonic() + PATIENCE
        wire.send_query(self.question)
        while wire.is_busy():
            if not select.select([wire.socket], [], [], max(0.0, deadline - time.monotonic()))[0]:
                raise Unfit
            wire.consume_input()
        result = wire.get_result()
        if result is None or result.status != ExecStatus.TUPLES_OK or not result.ntuples:
            raise Unfit
        while wire.get_result() is not None:
            pass
        return int(result.get_value(0, 0) or 0)

    def _drop(self) -> None:
        if self.connection is not None:
            self.connection.pgconn.finish()
            self.connection = None


class Replica:
    """What is known of one replica: until when it is current, and when it last answered."""

    def __init__(self, alias: str) -> None:
        self.alias = alias
        self.current_until = self.answered = float("-inf")
        self.fit = False


class Watch:
    """The replicas named by `aliases`, none of them more than `bound` seconds behind while it is `fit`."""

    def __init__(self, primary: str, aliases: list[str], bound: float) -> None:
        self.primary, self.bound = primary, bound
        self.replicas = [Replica(alias) for alias in aliases]
        self.seen: deque[tuple[float, int]] = deque(maxlen=600)  # moments, and where the primary was
        self.tried = False  # whether the primary was asked at all
        self._starting = threading.Lock()
        self._started = False

    def pick(self) -> str | None:
        """A fit replica, any of them; None where there is none. The first call starts the threads."""
        if not self._started:
            self._start()
        now = time.monotonic()
        fit = [replica.alias for replica in self.replicas if replica.fit and now - replica.answered < SILENT]
        return random.choice(fit) if fit else None  # noqa: S311  (spreads load, keeps no secret)

    def give_up(self, alias: str) -> None:
        """Leave a replica out until it answers the next measurement."""
        for replica in self.replicas:
            if replica.alias == alias and replica.fit:
                replica.fit = False
                log.warning("%s failed and is left out", alias)

    def note_primary(self, position: int | None) -> None:
        if position is not None:
            self.seen.append((time.monotonic(), position))
        self.tried = True

    def note_replica(self, replica: Replica, position: int | None) -> None:
        now = time.monotonic()
        if position is not None:
            replica.answered = now
            reached = next((moment for moment, there in reversed(self.seen) if there <= position), None)
            replica.current_until = max(replica.current_until, reached or float("-inf"))
        fit = position is not None and self._behind(replica) <= self.bound
        if fit != replica.fit:
            replica.fit = fit
            log.warning("%s %s", replica.alias, "is read from" if fit else "is left out: silent or behind")

    def _behind(self, replica: Replica) -> float:
        """Seconds behind the primary as it was last seen; where it never answered a replica is all there is."""
        if not self.seen:
            return 0.0 if self.tried else float("inf")
        return self.seen[-1][0] - replica.current_until

    def _start(self) -> None:
        with self._starting:
            if self._started:
                return
            self._started = True
            Server(Asker(self.primary, ON_THE_PRIMARY), self.note_primary, self.primary)
            for replica in self.replicas:
                note = _noting(self, replica)
                Server(Asker(replica.alias, ON_A_REPLICA), note, replica.alias)


def _noting(watch: Watch, replica: Replica) -> Callable[[int | None], None]:
    return lambda position: watch.note_replica(replica, position)
