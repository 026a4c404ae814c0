"""The bench's table, its statistics, and how pairs are measured."""

import pytest

from tests.benchmarks import bench, tagging
from tests.benchmarks.figures import Figure, at_least, at_most, closing, heading, percentile
from tests.benchmarks.rounds import against, ratios
from tests.benchmarks.sections.lookups import beginnings


def test_a_row_tells_median_range_and_whether_the_target_is_met() -> None:
    figure = Figure("cached / bare", [0.9, 1.2, 1.0], at_least(0.95), bytes=30_000, queries=3, buffers=1_234)
    expected = ["cached", "/", "bare", "30,000", "3", "1,234", "1.00", "(0.90–1.20)", "≥", "0.95", "met"]
    assert figure.row.split() == expected
    assert len(heading()) == len(figure.row.removesuffix("  met"))


@pytest.mark.parametrize(
    ("figure", "missed"),
    [
        (Figure("a", [0.95], at_least(0.95)), False),
        (Figure("a", [0.94], at_least(0.95)), True),
        (Figure("a", [1.3, 1.3, 9.0], at_most(1.3)), False),
        (Figure("a", [1.4, 1.2, 1.4], at_most(1.3)), True),
        (Figure("a", [7.0]), False),
        (Figure("a", missing="no ETag"), True),
    ],
)
def test_the_median_is_held_against_the_target(figure: Figure, missed: bool) -> None:
    assert figure.is_missed is missed


def test_what_was_missed_is_named_at_the_end() -> None:
    met, missed = Figure("met", [1.0], at_least(1)), Figure("slow", [0.5], at_least(1))
    assert closing([met, missed]) == "Missed (1): slow."
    assert closing([met]) == "All targets met."
    assert closing([met], ["an article of 3,000 characters"]) == "Missed (1): an article of 3,000 characters."
    assert closing([], []) == "All targets met."


def test_the_bench_does_not_end_well_where_only_the_tagger_is_slow(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    slow = tagging.Measure("an article", 0.011, 0.005)
    monkeypatch.setattr(tagging, "measures", lambda: iter([slow]))
    monkeypatch.setenv("ONLY", "tagging")
    assert bench.main() == 1
    assert capsys.readouterr().out.splitlines()[-1] == "Missed (1): an article."


@pytest.mark.parametrize(
    ("values", "share", "expected"),
    [(range(1, 101), 0.99, 99), (range(1, 101), 1.0, 100), ([5.0], 0.99, 5.0), ([3.0, 1.0, 2.0], 0.5, 2.0)],
)
def test_a_percentile_is_one_of_the_values(values: list[float], share: float, expected: float) -> None:
    assert percentile(values, share) == expected


def test_a_case_is_held_against_the_bare_view_before_and_after_it() -> None:
    bare = iter([100.0, 300.0, 100.0, 100.0])
    case = iter([100.0, 50.0])
    assert list(against(lambda: next(bare), lambda: next(case), 2)) == [0.5, 0.5]


def test_of_two_cases_each_goes_first_in_turn() -> None:
    order: list[str] = []

    def measured(name: str, value: float) -> float:
        order.append(name)
        return value

    assert ratios(lambda: measured("a", 6.0), lambda: measured("b", 3.0), 2) == [2.0, 2.0]
    assert order == ["a", "b", "b", "a"]


def test_somebody_has_typed_two_to_eight_letters_of_a_name() -> None:
    assert beginnings(["ana skriniar", "ana skriniar", "bo li"]) == ["an", "skr", "bo"]
