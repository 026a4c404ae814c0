"""PostgreSQL is killed, cut off, silent, late or crowded: 503 meanwhile, and all is well when it is back."""

import threading
import time
from collections import Counter
from collections.abc import Iterator

import pytest

from tests.faults.cluster import Cluster
from tests.faults.conftest import DRAFTS, Make
from tests.faults.proxy import LATE, PASS, REFUSE, SILENT, Proxy
from tests.faults.site import NAME, PASSWORD, Site, until
from tests.faults.visitor import Answer, Visitor

pytestmark = pytest.mark.faults
PAGE, LONGEST = "/links/", 10.0
PUBLISHED = "SELECT id FROM rumours_article WHERE status = 'published'"


@pytest.fixture
def site(make: Make) -> Site:
    return make("postgresql")


@pytest.fixture
def proxy(site: Site, cluster: Cluster) -> Iterator[Proxy]:
    made = Proxy(cluster.port)
    site.environment["DATABASE_URL"] = cluster.url(site.database, made.port)
    yield made
    made.close()


class Readers:
    """Threads that read a page again and again; `seen` counts statuses, `slowest` is in seconds."""

    def __init__(self, port: int, number: int) -> None:
        self.seen: Counter[int] = Counter()
        self.slowest = 0.0
        self._port, self._over = port, threading.Event()
        self._threads = [threading.Thread(target=self._read, daemon=True) for _ in range(number)]
        for thread in self._threads:
            thread.start()

    def _read(self) -> None:
        visitor = Visitor(self._port)
        while not self._over.is_set():
            begun = time.monotonic()
            self.seen[visitor.status(PAGE)] += 1
            self.slowest = max(self.slowest, time.monotonic() - begun)

    def stop(self) -> None:
        self._over.set()
        for thread in self._threads:
            thread.join(30)


def timed(visitor: Visitor, path: str) -> tuple[Answer, float]:
    begun = time.monotonic()
    answer = visitor.ask(path)
    return answer, time.monotonic() - begun


def test_killed_under_load_it_comes_back_and_nothing_acknowledged_is_lost(site: Site, cluster: Cluster) -> None:
    site.serve()
    worker = site.manage("worker", "--interval", "0.2")
    editor = Visitor(site.port).log_in(NAME, PASSWORD)
    drafts = [pk for (pk,) in site.rows("SELECT id FROM rumours_article WHERE status = 'draft' ORDER BY id")]
    readers = Readers(site.port, 2)
    acknowledged: list[int] = []

    def publish() -> None:
        for pk in drafts:
            answer = editor.send(f"/admin/rumours/article/{pk}/step/publish/")
            if answer.status == 302:
                acknowledged.append(pk)

    publishing = threading.Thread(target=publish)
    publishing.start()
    until(lambda: len(acknowledged) >= 2)
    cluster.kill()
    try:
        page = Visitor(site.port).ask(PAGE)
        states = [Visitor(site.port).status(path) for path in ("/readyz", "/healthz", "/method/")]
    finally:
        cluster.start()
    publishing.join(120)
    assert (page.status, page.headers["Retry-After"], "Traceback" in page.body) == (503, "5", False)
    assert "<h1>Back in a moment</h1>" in page.body
    assert states == [503, 200, 200]
    until(lambda: Visitor(site.port).status(PAGE) == 200, 10)
    assert Visitor(site.port).status("/readyz") == 200
    readers.stop()
    assert set(readers.seen) <= {200, 503}
    published = {pk for (pk,) in site.rows(PUBLISHED)} & set(drafts)
    assert set(acknowledged) <= published
    assert len(published) <= len(acknowledged) + 1
    assert worker.poll() is None
    assert "Every span stands" in site.must("check_spans")
    assert len(drafts) == DRAFTS


@pytest.mark.parametrize(
    "manner", [{}, {"DATABASE_POOL": "0"}, {"PGBOUNCER": "yes"}], ids=["pooled", "unpooled", "bounced"]
)
def test_while_it_is_silent_every_request_ends_within_ten_seconds(
    site: Site, proxy: Proxy, manner: dict[str, str]
) -> None:
    site.serve(**manner)
    visitor = Visitor(site.port)
    assert [visitor.status(PAGE) for _ in range(4)] == [200] * 4
    proxy.behave(SILENT)
    readers = Readers(site.port, 4)
    time.sleep(1)
    static, static_took = timed(visitor, "/healthz")
    answer, took = timed(visitor, PAGE)
    ready, ready_took = timed(visitor, "/readyz")
    readers.stop()
    assert (static.status, answer.status, ready.status) == (200, 503, 503)
    assert set(readers.seen) == {503}
    assert max(readers.slowest, took, ready_took) < LONGEST
    assert static_took < LONGEST
    proxy.behave(PASS)
    until(lambda: visitor.status(PAGE) == 200, 20)
    until(lambda: visitor.status("/readyz") == 200, 10)


def test_cut_off_refused_and_late(site: Site, proxy: Proxy) -> None:
    site.serve()
    visitor = Visitor(site.port)
    assert [visitor.status(PAGE) for _ in range(4)] == [200] * 4
    proxy.cut()
    after_cut = [visitor.status(PAGE) for _ in range(6)]
    assert (set(after_cut) <= {200, 503}, after_cut.count(503) <= 1) == (True, True)
    proxy.behave(REFUSE)
    proxy.cut()
    refused, took = timed(visitor, PAGE)
    assert (refused.status, took < LONGEST) == (503, True)
    proxy.behave(LATE, delay=0.05)
    late = until(lambda: (found := timed(visitor, PAGE))[0].status == 200 and found, 20)
    assert late[1] < LONGEST


def test_with_too_few_connections_some_wait_or_are_told_to_come_back(site: Site, cluster: Cluster) -> None:
    cluster.ask("CREATE ROLE crowded LOGIN SUPERUSER")
    cluster.ask(f'ALTER DATABASE "{site.database}" CONNECTION LIMIT 2')
    cluster.ask("ALTER ROLE crowded NOSUPERUSER")
    cluster.ask("GRANT pg_read_all_data, pg_write_all_data TO crowded")
    site.environment["DATABASE_URL"] = cluster.url(site.database).replace("postgres@", "crowded@")
    site.serve()
    readers = Readers(site.port, 12)
    until(lambda: readers.seen[200] >= 30)
    readers.stop()
    assert set(readers.seen) <= {200, 503}
    assert readers.slowest < LONGEST


def test_who_waits_for_a_lock_is_told_in_time(site: Site, cluster: Cluster) -> None:
    import psycopg

    site.serve()
    visitor = Visitor(site.port)
    assert visitor.status(PAGE) == 200
    with psycopg.connect(cluster.url(site.database)) as holder:
        holder.execute("LOCK TABLE rumours_transferlink IN ACCESS EXCLUSIVE MODE")
        answer, took = timed(visitor, PAGE)
    assert (answer.status, took < LONGEST) == (503, True)
    assert visitor.status(PAGE) == 200
