"""Versions move on with the transaction that bumps them, in one order, and nothing committed is ever missed."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction

from rumours.models import Version, version
from rumours.versions.keys import SLOTS


@pytest.fixture
def shared_file(tmp_path: Path, settings: Any) -> Iterator[Path]:
    """Versions as they are outside tests: counted at the commit, told to the host by a file."""
    settings.VERSIONS_FILE = str(tmp_path / "versions")
    yield tmp_path / "versions"


def test_the_key_of_a_row_is_its_kind_and_its_id_folded() -> None:
    assert [version.key_of("club", pk) for pk in (5, 4096 + 5)] == ["club:5", "club:5"]


@pytest.mark.django_db(transaction=True)
def test_what_was_never_bumped_is_version_0(shared_file: Path) -> None:
    assert version.read(["club:1"]) == {"club:1": 0}
    assert version.now(["club:1"]) == {"club:1": 0}


@pytest.mark.django_db(transaction=True)
def test_the_host_hears_of_it_after_the_commit_and_not_before(shared_file: Path) -> None:
    with transaction.atomic():
        version.bump(["club:1", "links"])
        assert version.now(["club:1"]) == {"club:1": 0}
        assert version.read(["club:1"]) == {"club:1": 0}, "written last, so that nobody waits for long"
    stored = version.read(["club:1", "links", "club:2"])
    assert stored["club:1"] > 0
    assert stored["club:2"] == 0
    assert version.now(["club:1", "links", "club:2"]) == stored


@pytest.mark.django_db(transaction=True)
def test_a_transaction_that_is_rolled_back_moves_nothing(shared_file: Path) -> None:
    with pytest.raises(KeyError), transaction.atomic():
        version.bump(["club:1"])
        raise KeyError
    assert version.read(["club:1"]) == version.now(["club:1"]) == {"club:1": 0}


@pytest.mark.django_db(transaction=True)
def test_what_was_written_early_in_a_savepoint_that_is_rolled_back_is_written_at_the_commit(shared_file: Path) -> None:
    with transaction.atomic():
        version.bump(["club:1"])
        with pytest.raises(KeyError), transaction.atomic():
            assert set(version.settle()) == {"club:1"}
            raise KeyError
    assert version.read(["club:1"]) == version.now(["club:1"]) != {"club:1": 0}


@pytest.mark.django_db(transaction=True)
def test_outside_of_a_transaction_it_moves_at_once(shared_file: Path) -> None:
    version.bump(["club:1"])
    assert version.read(["club:1"]) == version.now(["club:1"]) != {"club:1": 0}


@pytest.mark.django_db(transaction=True)
def test_numbers_rise_even_when_the_clock_stands_still(shared_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rumours.models.version.time.time_ns", lambda: 5_000)
    seen = []
    for _ in range(3):
        version.bump(["club:1"])
        seen.append(version.read(["club:1"])["club:1"])
    assert seen == [5, 6, 7]


@pytest.mark.django_db(transaction=True)
def test_a_look_brings_what_was_committed_since_the_last_one(shared_file: Path) -> None:
    version.bump(["club:1"])
    found, mark = version.catch_up(0)
    assert set(found) == {"club:1"}
    version.bump(["club:2"])
    found, mark = version.catch_up(mark)
    assert set(found) >= {"club:2"}
    for place in range(SLOTS):
        version.shared().words[place] = 0
    version.tell(version.catch_up(0)[0])
    assert version.now(["club:1", "club:2"]) == version.read(["club:1", "club:2"])


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="a SQLite file has one writer at a time")
def test_a_transaction_that_commits_late_is_found_though_later_ones_were_found_before(shared_file: Path) -> None:
    noted, let_go = threading.Event(), threading.Event()

    def late() -> None:
        with transaction.atomic():
            version.bump(["club:1"])
            version.settle()
            noted.set()
            let_go.wait(10)
        connection.close()

    thread = threading.Thread(target=late)
    thread.start()
    noted.wait(10)
    version.bump(["club:2"])
    found, mark = version.catch_up(0)
    assert set(found) == {"club:2"}
    let_go.set()
    thread.join()
    assert "club:1" in version.catch_up(mark)[0]


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="a SQLite file has one writer at a time")
def test_transactions_that_bump_crosswise_do_not_lock_each_other_out(shared_file: Path) -> None:
    both, failures = threading.Barrier(2), []

    def work(keys: list[str]) -> None:
        try:
            with transaction.atomic():
                version.bump(keys[:1])
                Version.objects.count()
                both.wait(10)
                version.bump(keys[1:])
        except Exception as error:
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=(keys,)) for keys in (["club:1", "club:2"], ["club:2", "club:1"])]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert all(version.read(["club:1", "club:2"]).values())
