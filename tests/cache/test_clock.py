"""What one process does another knows: at once on its host, within a second elsewhere, whatever is killed or away."""

import os
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import OperationalError
from django.utils import timezone

from config.pages import clock
from rumours.models import version
from rumours.versions.keys import SLOTS
from tests.cache.site import Site
from tests.factories import ClubFactory, PublishedArticleFactory, WindowSpanFactory

CLUB = "/clubs/milan/"


@pytest.fixture(autouse=True)
def _club(site: Site) -> None:
    ClubFactory(name="Milan", slug="milan", is_reference=True)


@pytest.fixture
def elsewhere(tmp_path: Path, settings: LazySettings) -> Callable[[Callable[[], Any]], None]:
    """Does something as a process of another host, whose memory is not ours."""

    def do(work: Callable[[], Any]) -> None:
        ours = settings.VERSIONS_FILE
        settings.VERSIONS_FILE = str(tmp_path / "elsewhere")
        try:
            work()
        finally:
            settings.VERSIONS_FILE = ours

    return do


def rename(name: str) -> Callable[[], None]:
    def work() -> None:
        from rumours.models import Club

        club = Club.objects.get(slug="milan")
        club.name = name
        club.save()

    return work


def test_on_this_host_a_change_is_seen_at_once(site: Site) -> None:
    site.get(CLUB)
    rename("Milano")()
    assert "Milano" in site.get(CLUB).text


def test_elsewhere_within_a_second(site: Site, elsewhere: Callable[[Callable[[], Any]], None]) -> None:
    site.get(CLUB)
    elsewhere(rename("Milano"))
    time.sleep(clock.LATEST / 1e6)
    assert "Milano" in site.get(CLUB).text


def test_what_a_killed_writer_did_not_tell_is_found_within_a_second(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.get(CLUB)
    with monkeypatch.context() as patch:
        patch.setattr(version, "tell", lambda numbers: None)
        rename("Milano")()
    time.sleep(clock.LATEST / 1e6)
    assert "Milano" in site.get(CLUB).text


def test_who_has_just_written_elsewhere_reads_it_here_at_once(
    site: Site, elsewhere: Callable[[Callable[[], Any]], None]
) -> None:
    site.get(CLUB)
    elsewhere(rename("Milano"))
    assert "Milano" in site.get(CLUB, HTTP_COOKIE="sessionid=x").text


def test_a_host_looks_at_most_twice_a_second(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[int] = []

    def counted(since: int) -> tuple[dict[str, int], int]:
        looks.append(since)
        return version.catch_up(since)

    monkeypatch.setattr(clock, "catch_up", counted)
    until = time.monotonic() + 1.2
    while time.monotonic() < until:
        site.get(CLUB)
    assert 1 <= len(looks) <= 4


def test_while_the_database_is_away_kept_pages_are_served_for_a_while_and_then_no_more(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(since: int) -> Any:
        raise OperationalError

    site.get(CLUB)
    monkeypatch.setattr(clock, "catch_up", away)
    words = version.shared().words
    words[SLOTS] -= 5_000_000  # the last look
    assert site.get(CLUB).made is False
    words[SLOTS] -= clock.BLIND
    assert site.get(CLUB).made is True


def test_pages_end_with_the_hour_at_which_an_article_appears(site: Site) -> None:
    hour = timezone.now() + timedelta(seconds=1)
    PublishedArticleFactory(headline="At its hour", released_at=hour)
    assert "At its hour" not in site.get("/articles/").text
    assert site.get("/articles/").made is False
    time.sleep(max((hour - timezone.now()).total_seconds(), 0))
    assert "At its hour" in site.get("/articles/").text


def test_pages_end_when_a_window_shuts(site: Site) -> None:
    shuts = timezone.now() + timedelta(seconds=1)
    WindowSpanFactory(association="Closeland", opens_at=datetime(2026, 1, 1, tzinfo=UTC), closes_at=shuts)
    assert "Closeland" in site.get("/").text
    assert site.get("/").made is False
    time.sleep(max((shuts - timezone.now()).total_seconds(), 0))
    assert "Closeland" not in site.get("/").text


def test_pages_from_before_midnight_end_with_the_day(site: Site) -> None:
    site.get(CLUB)
    last, following = SLOTS + 3, SLOTS + 4
    words = version.shared().words
    midnight = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0)
    assert words[last] >= int(midnight.timestamp()) * 1_000_000
    assert words[following] <= int((midnight + timedelta(days=1)).timestamp()) * 1_000_000


def test_pages_of_the_future_are_not_used_when_the_clock_was_set_back(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.get(CLUB)
    real = clock.microseconds
    monkeypatch.setattr(clock, "microseconds", lambda: real() - 60_000_000)
    assert site.get(CLUB).made is True


def test_another_database_in_the_place_of_ours_drops_everything(site: Site) -> None:
    site.get(CLUB)
    words = version.shared().words
    words[SLOTS + 2] += 2**62  # further than this database ever was
    words[SLOTS] = 0
    assert site.get(CLUB).made is True
    assert site.get(CLUB).made is False


def test_one_thread_makes_a_page_and_the_others_wait_for_it(versions_file: Path, transactional_db: None) -> None:
    begun, making = threading.Barrier(8), []

    def slow(environ: Any, start: Any) -> list[bytes]:
        making.append(threading.get_ident())
        time.sleep(0.3)
        filling = environ["rumours.filling"]
        filling.versions = {"names": 0}
        start("200 OK", [("Content-Type", "text/html"), ("Cache-Control", "public"), ("ETag", '"1"')])
        return [b"slow"]

    site, bodies = Site(slow), []
    clock.look()

    def ask() -> None:
        begun.wait()
        bodies.append(site.get("/method/").body)

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (bodies, len(making)) == ([b"slow"] * 8, 1)
    assert site.cache._makers == {}


def test_ten_thousand_requests_leave_the_memory_as_it_was(site: Site) -> None:
    for _ in range(500):
        site.get(CLUB)
    before = _resident()
    for number in range(10_000):
        site.get(f"{CLUB}?utm_source={number % 3}")
    assert _resident() - before < 4 << 20


def _resident() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
