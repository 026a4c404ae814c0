"""A page is kept under the versions that were read with it: a replica that lags never passes for new."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections
from django.test import override_settings
from django.test.utils import CaptureQueriesContext

from config import router
from config.pages import clock, filling
from rumours.models import Club, version
from tests.cache.site import Site
from tests.factories import ClubFactory

CLUB = "/clubs/milan/"


@pytest.fixture(autouse=True)
def _club(site: Site) -> None:
    ClubFactory(name="Milan", slug="milan", is_reference=True)


@pytest.fixture
def replica(tmp_path: Path) -> Iterator[None]:
    """A copy of the database that readers are sent to; it never catches up."""
    if connection.vendor != "sqlite":
        pytest.skip("copies a SQLite file; tests/machines has a real replica of PostgreSQL")
    place = tmp_path / "replica.sqlite3"
    copy = sqlite3.connect(place)
    connection.ensure_connection()
    connection.connection.backup(copy)
    copy.close()
    connections.databases["replica"] = {**connections.databases["default"], "NAME": str(place), "CONN_MAX_AGE": None}
    connections["replica"].connect()  # beside the guard that refuses tests a database they did not name
    with override_settings(DATABASE_ROUTERS=["config.router.ReplicaRouter"]), pytest.MonkeyPatch.context() as patch:
        patch.setattr(router, "reading", lambda: router._reading.get() or "replica")
        yield
        router.done()
    connections["replica"].close()
    del connections["replica"]
    del connections.databases["replica"]


def rename(name: str) -> None:
    club = Club.objects.using("default").get(slug="milan")
    club.name = name
    club.save(using="default")


def test_pages_are_read_from_the_replica_while_it_is_as_new_as_what_the_host_knows(site: Site, replica: None) -> None:
    connections["replica"].cursor().execute("update rumours_club set name = 'Copied Milan'")
    assert "Copied Milan" in site.get(CLUB).text


def test_one_that_lags_is_passed_by_on_the_host_that_knows_better(site: Site, replica: None) -> None:
    site.get(CLUB)
    rename("Milano")
    router.done()
    assert "Milano" in site.get(CLUB).text
    assert site.get(CLUB).made is False, "what the primary said was kept"


def test_what_it_said_before_the_host_knew_better_ends_with_the_next_look(
    site: Site, replica: None, tmp_path: Path, settings: Any
) -> None:
    ours = settings.VERSIONS_FILE
    site.get("/")
    settings.VERSIONS_FILE = str(tmp_path / "elsewhere")
    rename("Milano")
    settings.VERSIONS_FILE = ours
    old = site.get(CLUB)
    assert "Milano" not in old.text, "nobody here can know yet, and the replica does not"
    version.tell(version.catch_up(0)[0])
    router.done()
    assert "Milano" in site.get(CLUB).text


def test_one_that_does_not_answer_is_passed_by(site: Site, replica: None, monkeypatch: pytest.MonkeyPatch) -> None:
    left_out: list[str] = []

    def give_up(alias: str) -> str:
        left_out.append(alias)
        return router.use_primary()

    monkeypatch.setattr(router, "give_up", give_up)
    connections["replica"].cursor().execute("drop table rumours_version")
    assert site.get(CLUB).status == 200
    assert left_out == ["replica"]


def test_versions_cost_one_query(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "SOON", clock.BLIND)  # a slow machine must not look in between what changed elsewhere
    site.get(CLUB)
    version.bump(["names"])
    with CaptureQueriesContext(connection) as queries:
        assert site.get(CLUB).made is True
    asked = [query["sql"] for query in queries if query["sql"].lower().startswith(("select", "with"))]
    assert "rumours_version" in asked[0], "before all else"
    # What is kept in the process under a version is read with it, in one statement.
    assert [sql for sql in asked[1:] if "rumours_version" in sql and "rumours_club" not in sql] == []


def test_nothing_can_be_written_while_a_page_is_made() -> None:
    if connection.vendor == "sqlite":
        pytest.skip("a SQLite file has no transactions that only read")
    with pytest.raises(Exception, match="read-only"), filling._snapshot("default"):
        Club.objects.update(name="x")
    Club.objects.update(name="Y")


def test_what_is_committed_meanwhile_is_not_half_seen() -> None:
    if connection.vendor == "sqlite":
        pytest.skip("tests have their SQLite in memory, which has one connection")
    other = connection.copy()
    try:
        with filling._snapshot("default"):
            assert Club.objects.get().name == "Milan"
            with other.cursor() as cursor:
                cursor.execute("update rumours_club set name = 'Milano'")
            assert Club.objects.get().name == "Milan"
        assert Club.objects.get().name == "Milano"
    finally:
        other.close()
