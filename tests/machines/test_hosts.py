"""Several machines, for real: what readers and editors see while databases and hosts fail and come back."""

import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.machines.programs import ROOT, until
from tests.machines.stage import Stage
from tests.machines.visitor import Editor

pytestmark = pytest.mark.machines
TEXT = (ROOT / "tests/articles/listed.txt").read_text(encoding="utf-8")
HEADLINE_ENDS = " as winter list of defenders grows"
BOTH = (0, 1)
PAGE = "/articles/"


def article(name: str) -> str:
    """A document of its own: headline and body name it."""
    return f"{TEXT.replace(HEADLINE_ENDS, f' in {name}')}\nThus the {name} edition of this paper.\n"


def publish(editor: Editor, name: str) -> float:
    """Bring one in and publish it at the desk; when that was answered."""
    editor.publish(editor.bring_in(article(name)))
    return time.monotonic()


def a_second_after(moment: float) -> None:
    time.sleep(max(0.0, moment + 1 - time.monotonic()))


@contextmanager
def readers(stage: Stage, *doors: int | None) -> Iterator[list[int]]:
    """Somebody who asks for a page all the time at each door; the answers he got."""
    answers: list[int] = []
    enough = threading.Event()

    def read(door: int | None) -> None:
        while not enough.is_set():
            answers.append(stage.reader(door).get(PAGE).status)
            enough.wait(0.05)

    threads = [threading.Thread(target=read, args=(door,)) for door in doors]
    for thread in threads:
        thread.start()
    try:
        yield answers
    finally:
        enough.set()
        for thread in threads:
            thread.join()


def shows(stage: Stage, host: int, name: str) -> Callable[[], bool]:
    return lambda: f" in {name}<" in stage.reader(host).get(PAGE).text


def leaves_replica(stage: Stage, host: int) -> Callable[[], bool]:
    return lambda: not stage.reads_replica(host)


def test_the_public_reads_the_replica_and_the_desk_the_primary(stage: Stage) -> None:
    editor = stage.editor()
    editor.get("/clubs/no-club-of-the-editor/")
    editor.get("/admin/rumours/article/?q=no-article-of-the-editor")
    stage.meets_replica()
    assert stage.asked_of_replica("of-the-editor") == 0
    assert "no-club-of-the-editor" in stage.primary.said()


@pytest.mark.parametrize("host", BOTH)
def test_what_is_published_on_one_host_is_seen_on_both_a_second_later(stage: Stage, host: int) -> None:
    """Host two goes through pgbouncer: log-in, import, tagging, publishing, all of it."""
    at = publish(stage.editor(host), f"door{host}")
    a_second_after(at)
    assert [shows(stage, each, f"door{host}")() for each in BOTH] == [True, True]
    assert [f" in door{host}<" in stage.reader().get(PAGE).text] == [True]


def test_the_writer_reads_his_own_words_at_once_from_a_replica_that_stands_still(stage: Stage) -> None:
    editor = stage.editor()
    stage.replica.ask("SELECT pg_wal_replay_pause()")
    try:
        publish(editor, "paused")
        own = [" in paused<" in editor.at(stage.hosts[host].port).get(PAGE).text for host in BOTH]
        assert own == [True, True]
        for host in BOTH:
            until(shows(stage, host, "paused"), "a replica that is behind is left out", 10)
        for host in BOTH:
            until(leaves_replica(stage, host), "a replica that stands still is not read from", 10)
    finally:
        stage.replica.ask("SELECT pg_wal_replay_resume()")
    stage.meets_replica()


def test_a_replica_that_dies_costs_no_reader_a_page_and_comes_back(stage: Stage) -> None:
    with readers(stage, *BOTH) as answers:
        time.sleep(0.5)
        stage.replica.kill()
        time.sleep(2)
        (stage.replica.data / "postmaster.pid").unlink(missing_ok=True)
        stage.replica.start().ready()
        stage.meets_replica()
    assert set(answers) == {200}


def test_a_primary_that_dies_leaves_readers_their_pages(stage: Stage) -> None:
    with readers(stage, *BOTH) as answers:
        stage.primary.kill()
        time.sleep(2)
        (stage.primary.data / "postmaster.pid").unlink(missing_ok=True)
        stage.primary.start().ready()
        for host in BOTH:
            until(lambda host=host: stage.reader(host).get("/readyz").status == 200, "hosts find it again", 10)  # type: ignore[misc]
    assert set(answers) == {200}
    at = publish(stage.editor(), "risen")
    a_second_after(at)
    until(shows(stage, 1, "risen"), "the replica has found its primary again", 20)
    stage.meets_replica()


def test_a_web_host_that_dies_costs_no_reader_a_page(stage: Stage) -> None:
    with readers(stage, None, None) as answers:
        time.sleep(0.5)
        stage.hosts[0].kill()
        time.sleep(1.5)
        stage.hosts[0].start().ready()
        time.sleep(0.5)
    assert set(answers) == {200}
    assert stage.reader(0).get(PAGE).status == 200


def test_new_code_is_taken_up_without_losing_a_request(stage: Stage) -> None:
    with readers(stage, 0, 1) as answers:
        for host in stage.hosts:
            host.tell(signal.SIGHUP)
        time.sleep(4)
    assert set(answers) == {200}


def test_redis_may_be_lost(stage: Stage) -> None:
    """Searches are counted in it: they go on uncounted, and no slower than its patience."""
    stage.redis.kill()
    try:
        started = time.monotonic()
        answers = [stage.reader(host).get(path).status for path in ("/search/?q=mer", PAGE) for host in BOTH]
        publish(stage.editor(), "uncounted")
        assert set(answers) == {200}
        assert time.monotonic() - started < 20
    finally:
        stage.redis.start().ready()
    assert stage.reader(0).get("/search/?q=mer").status == 200


def test_no_server_behind_is_a_page_with_a_time_to_come_back(stage: Stage, tmp_path: Path) -> None:
    stage.reader().get(PAGE)
    for host in stage.hosts:
        host.kill()
    try:
        gone = stage.editor_page_without_hosts()
        assert (gone.status, gone.says("Retry-After")) == (503, ["10"])
        assert "Traceback" not in gone.text
    finally:
        for host in stage.hosts:
            host.start()
        for host in stage.hosts:
            host.ready()
    stage.meets_replica()
