"""A gunicorn worker that leaves new connections to the other workers while all its threads are at work.

gunicorn's own takes every connection it can get. When a proxy opens several at once the first worker to wake takes
them all, and as a proxy keeps its connections, one processor then works and the other sleeps.
"""

from typing import Any

from gunicorn.workers.gthread import ThreadWorker


class FairThreadWorker(ThreadWorker):
    """As gunicorn's threaded worker, but for when it accepts."""

    _at_work = 0  # requests that its threads have or that wait for them

    @property
    def worker_connections(self) -> int:
        """How many connections it may hold before it stops to accept; asked before it waits for the next event."""
        most: int = self.cfg.worker_connections
        return most if self._at_work < self.cfg.threads else 0

    @worker_connections.setter
    def worker_connections(self, most: int) -> None:
        """gunicorn's own sets it once, from what we ask each time."""

    def enqueue_req(self, conn: Any) -> None:
        self._at_work += 1
        super().enqueue_req(conn)

    def finish_request(self, conn: Any, fs: Any) -> None:
        self._at_work -= 1
        super().finish_request(conn, fs)
