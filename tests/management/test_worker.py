"""The worker keeps hours and polls feeds, waits for a database that is away, and may be killed at any point."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from config.env import SETTINGS
from rumours import tasks
from rumours.editorial.feeds import LEASE, Polled
from rumours.editorial.publishing import publish
from rumours.management import rounds
from rumours.management.rounds import KEPT, Rounds
from rumours.models import Appointment, Feed, TransferLink
from tests.factories import ArticleFactory, ChiefFactory, FeedFactory, ReportFactory
from tests.migrated import copy_to

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def queued(settings: Any) -> Iterator[None]:
    """Tasks go to the database, as they do outside of tests."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    yield


@pytest.fixture
def polled(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The feeds that were polled; nothing is fetched."""
    seen: list[int] = []

    def poll(pk: int, **given: Any) -> Polled:
        seen.append(pk)
        return Polled(new=1)

    monkeypatch.setattr(tasks, "poll", poll)
    return seen


@pytest.mark.django_db
def test_without_the_database_backend_a_task_is_done_at_once(polled: list[int]) -> None:
    feed = FeedFactory()
    assert (tasks.enqueue_due(), tasks.enqueue_due()) == (1, 0)
    assert polled == [feed.pk]


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("queued")
def test_once_does_all_that_is_due_and_ends(polled: list[int]) -> None:
    article = ArticleFactory()
    ReportFactory(article=article)
    publish(article, by=ChiefFactory(), at=timezone.now() + timedelta(hours=1))
    Appointment.objects.update(at=timezone.now())
    type(article).objects.update(released_at=timezone.now())
    due = [FeedFactory().pk, FeedFactory().pk]
    FeedFactory(next_at=timezone.now() + timedelta(hours=1))
    call_command("worker", once=True)
    assert (TransferLink.objects.published().count(), polled) == (1, due)
    results = DBTaskResult.objects.values_list("status", "return_value")
    assert set(results) == {(TaskResultStatus.SUCCESSFUL, "1 new, 0 already here, 0 failed, 0 to come")}
    call_command("worker", once=True)
    assert polled == due


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("queued")
def test_a_task_that_fails_stops_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    bad, good = FeedFactory().pk, FeedFactory().pk
    seen: list[int] = []

    def poll(pk: int, **given: Any) -> Polled:
        if pk == bad:
            raise ValueError("broken")
        seen.append(pk)
        return Polled()

    monkeypatch.setattr(tasks, "poll", poll)
    call_command("worker", once=True)
    assert seen == [good]
    assert DBTaskResult.objects.failed().count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("queued")
def test_what_a_killed_worker_had_claimed_is_done_after_its_time(polled: list[int]) -> None:
    feed = FeedFactory()
    tasks.enqueue_due()
    DBTaskResult.objects.get().claim("a worker that dies now")
    call_command("worker", once=True)
    assert polled == []
    Feed.objects.update(next_at=timezone.now() + LEASE - LEASE)
    call_command("worker", once=True)
    assert polled == [feed.pk]


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("queued")
def test_old_results_are_thrown_away(polled: list[int]) -> None:
    FeedFactory()
    call_command("worker", once=True)
    DBTaskResult.objects.update(enqueued_at=timezone.now() - KEPT - timedelta(seconds=1))
    call_command("worker", once=True)
    assert DBTaskResult.objects.count() == 0


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("queued")
def test_a_database_that_is_away_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    worker, slept = Rounds(interval=2), []
    answers = iter([OperationalError("the server closed the connection"), OperationalError("refused"), None])

    def keep_hours() -> None:
        if error := next(answers):
            raise error

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        worker.running = len(slept) < 3

    monkeypatch.setattr(rounds, "keep_hours", keep_hours)
    worker.until_stopped(sleep)
    assert slept == [rounds.PAUSE, rounds.PAUSE, 2]


@pytest.mark.parametrize("interval", [0.0, 61.0, -1.0, float("nan")])
def test_an_interval_out_of_reason_is_refused(interval: float) -> None:
    with pytest.raises(CommandError, match=r"give 0\.1 to 60 seconds"):
        call_command("worker", interval=interval, stdout=StringIO())


class Site:
    """A site of its own in a folder, with workers that are processes."""

    def __init__(self, var: Path) -> None:
        self.file = copy_to(var)
        kept = {name: value for name, value in os.environ.items() if name not in SETTINGS}
        self.environment = {**kept, "VAR_DIR": str(var), "SITE_ENV": "demo"}

    def run(self, *arguments: str) -> None:
        subprocess.run([sys.executable, "manage.py", *arguments], cwd=ROOT, env=self.environment, check=True)

    def worker(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "manage.py", "worker", "--interval", "0.1"]
        return subprocess.Popen(command, cwd=ROOT, env=self.environment, stderr=subprocess.DEVNULL)

    def rows(self, sql: str) -> list[Any]:
        connection = sqlite3.connect(self.file, timeout=10)
        try:
            found = connection.execute(sql).fetchall()
            connection.commit()
            return found
        finally:
            connection.close()

    def wait_for(self, sql: str, expected: list[Any]) -> None:
        ends = time.monotonic() + 60
        while (found := self.rows(sql)) != expected:
            assert time.monotonic() < ends, found
            time.sleep(0.02)


SCHEDULE = """
from datetime import timedelta
from django.utils import timezone
from rumours.editorial.publishing import publish
from tests.factories import ArticleFactory, ChiefFactory, ReportFactory
by = ChiefFactory()
for number in range(30):
    article = ArticleFactory()
    ReportFactory(article=article)
    publish(article, by=by, at=timezone.now() + timedelta(hours=1))
"""
SHOWN = "SELECT count(*) FROM rumours_transferlink WHERE is_public"
LEFT = "SELECT count(*) FROM rumours_appointment"


@pytest.mark.faults
def test_workers_killed_again_and_again_lose_no_hour(tmp_path: Path) -> None:
    """Thirty articles whose hour comes at once; each worker is killed as soon as something appears, two at a time."""
    site = Site(tmp_path)
    site.run("shell", "--verbosity", "0", "-c", SCHEDULE)
    site.rows("UPDATE rumours_article SET released_at = '2026-01-10 12:00:00'")
    site.rows("UPDATE rumours_appointment SET at = '2026-01-10 12:00:00'")
    kills = 0
    while site.rows(LEFT) != [(0,)] and kills < 3:
        [(before,)] = site.rows(LEFT)
        workers = [site.worker(), site.worker()]
        ends = time.monotonic() + 60
        while site.rows(LEFT) == [(before,)] and time.monotonic() < ends:
            time.sleep(0.005)
        for worker in workers:
            worker.send_signal(signal.SIGKILL)
            worker.wait()
        kills += 1
        # what is noted as done is done
        [(left,)], [(shown,)] = site.rows(LEFT), site.rows(SHOWN)
        assert left + shown == 30
    last = site.worker()
    site.wait_for(SHOWN, [(30,)])
    last.terminate()
    assert last.wait(timeout=30) == 0
    assert (site.rows(LEFT), kills > 0) == ([(0,)], True)
    assert site.rows("PRAGMA integrity_check") == [("ok",)]
