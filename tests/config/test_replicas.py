"""Which replicas are fit to be read from, by what was measured of them and of the primary."""

import pytest
import time_machine

from config import replicas
from config.replicas import Replica, Watch


class Clock:
    """A monotonic clock that a test moves."""

    now = 1000.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(replicas, "time", made)
    return made


@pytest.fixture
def watch(clock: Clock) -> Watch:
    """Of one replica, with the threads left out."""
    made = Watch("default", ["replica_1"], bound=2)
    made._started = True
    return made


def measure(watch: Watch, primary: int | None, replica: int | None) -> str | None:
    watch.note_primary(primary)
    watch.note_replica(watch.replicas[0], replica)
    return watch.pick()


def test_nothing_is_picked_before_anything_was_measured(watch: Watch) -> None:
    assert watch.pick() is None
    watch.note_replica(watch.replicas[0], 100)
    assert watch.pick() is None


def test_a_replica_that_has_all_is_picked_however_long_nothing_is_written(watch: Watch, clock: Clock) -> None:
    assert measure(watch, 100, 100) == "replica_1"
    clock.now += 3600
    assert measure(watch, 100, 100) == "replica_1"


def test_one_that_stands_still_is_left_out_after_the_bound_and_comes_back(watch: Watch, clock: Clock) -> None:
    found = [measure(watch, 100, 100)]
    for moment in range(1, 5):
        clock.now += 1
        found.append(measure(watch, 100 + moment, 100))
    clock.now += 1
    found.append(measure(watch, 104, 104))
    assert found == ["replica_1"] * 3 + [None, None, "replica_1"]


def test_one_that_is_always_a_little_behind_stays(watch: Watch, clock: Clock) -> None:
    found = []
    for moment in range(10):
        clock.now += 1
        found.append(measure(watch, 100 + moment, 99 + moment))
    assert found == [None, *["replica_1"] * 9]


def test_one_that_does_not_answer_is_left_out_at_once(watch: Watch) -> None:
    assert [measure(watch, 100, 100), measure(watch, 100, None), measure(watch, 100, 100)] == [
        "replica_1",
        None,
        "replica_1",
    ]


def test_one_whose_watch_hangs_is_left_out(watch: Watch, clock: Clock) -> None:
    measure(watch, 100, 100)
    clock.now += replicas.SILENT
    assert watch.pick() is None


def test_a_primary_that_is_silent_leaves_in_what_was_current(watch: Watch, clock: Clock) -> None:
    measure(watch, 100, 100)
    clock.now += 60
    assert measure(watch, None, 100) == "replica_1"


def test_a_primary_that_never_answered_leaves_the_replicas(watch: Watch) -> None:
    assert measure(watch, None, 100) == "replica_1"


def test_one_that_failed_under_a_request_waits_for_its_next_answer(watch: Watch) -> None:
    measure(watch, 100, 100)
    watch.give_up("replica_1")
    assert watch.pick() is None
    assert measure(watch, 100, 100) == "replica_1"


def test_what_is_left_out_and_taken_in_is_told_once(watch: Watch, caplog: pytest.LogCaptureFixture) -> None:
    for position in (100, 100, None, None, 100):
        measure(watch, 100, position)
    assert [record.getMessage() for record in caplog.records] == [
        "replica_1 is read from",
        "replica_1 is left out: silent or behind",
        "replica_1 is read from",
    ]


def test_a_clock_that_is_set_back_changes_nothing(watch: Watch, clock: Clock) -> None:
    with time_machine.travel("2026-10-25T00:30:00+00:00"):
        assert measure(watch, 100, 100) == "replica_1"
    with time_machine.travel("2026-10-24T00:30:00+00:00"):
        assert measure(watch, 100, 100) == "replica_1"


def test_a_new_replica_is_far_behind(watch: Watch) -> None:
    assert watch._behind(Replica("replica_2")) == float("inf")
