"""The worker's rounds: what the clock has brought about, what has come due, and the work that waits in the database."""

import logging
import time
from collections.abc import Callable
from datetime import timedelta

from django.db import InterfaceError, OperationalError, connection
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from rumours.editorial.hours import keep_hours
from rumours.tasks import enqueue_due

# How long results of tasks are kept, and how often the old ones are thrown away.
KEPT = timedelta(days=7)
SWEEP_EVERY = 3600.0  # seconds
# After the database could not be reached: seconds before it is tried again.
PAUSE = 3.0

log = logging.getLogger(__name__)


class Rounds(Worker):
    """Django-tasks' own worker, one task at a time, with a look at the clock and at what is due before each.

    Nothing rests on the queue: what is to be done stands in the site's own tables until it is done, so a task that
    died with its worker is enqueued again by itself. SIGTERM and SIGINT let the task that runs finish; a second one
    does not.
    """

    def __init__(self, *, interval: float) -> None:
        """`interval`: seconds between two looks where there is nothing to do."""
        super().__init__(
            queue_names=["*"], excluded_queue_names=[], backend_name=DEFAULT_TASK_BACKEND_ALIAS,
            worker_id=get_random_string(32), batch=True, max_tasks=1, interval=interval, startup_delay=False,
        )  # fmt: skip
        self._swept: float | None = None

    def until_stopped(self, sleep: Callable[[float], None] = time.sleep) -> None:
        """Round after round until a signal ends it; a database that is away is waited for."""
        while self.running:
            try:
                busy = self.round()
            except (OperationalError, InterfaceError) as error:
                log.warning("the database cannot be used now, trying again: %s", str(error).strip().split("\n")[0])
                connection.close()
                sleep(PAUSE)
                continue
            if self.running and not busy:
                sleep(self.interval)

    def until_idle(self) -> int:
        """Round after round until nothing is left that is due now; the number of rounds that did something."""
        count = 0
        while self.running and self.round():
            count += 1
        return count

    def round(self) -> bool:
        """One look at the clock, at what is due, and at most one task; whether there was anything."""
        kept = keep_hours()
        if kept:
            log.info("%d articles appeared, %d links saw their window shut, %d players moved on",
                     kept.articles, kept.links, kept.players)  # fmt: skip
        enqueue_due()
        self._run_tasks = 0
        self.run()
        self._sweep()
        return bool(kept or self._run_tasks)

    def _sweep(self) -> None:
        """Throw old results away, those of killed workers among them."""
        if self._swept is None or time.monotonic() - self._swept > SWEEP_EVERY:
            DBTaskResult.objects.filter(enqueued_at__lt=timezone.now() - KEPT).delete()
            self._swept = time.monotonic()
