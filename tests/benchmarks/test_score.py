"""What `make score` reads off the scoring tool, and how it compares."""

import pytest

from tests.benchmarks.score import changes, figures_of, table

PRINTED = """\
articles          16, 120 ms each, start-up included
links             precision 0.900  recall 0.818  F1 0.857  (18 found, 4 missed, 2 wrong)
articles without a link left clean  0.500  (1 of 2)
quotes            precision 1.000  recall 1.000  F1 1.000  (9 found, 0 missed, 0 wrong)
quotes cut exactly  9 of 12
link from         0.944  (17 of 18)
quote speaker     1.000  (9 of 9)
title             none to judge
"""


def test_the_tools_figures_get_the_names_of_our_own() -> None:
    assert figures_of(PRINTED) == {
        "links": 0.857, "clean": 0.5, "quotes": 1.0, "cut": 0.75, "from": 0.944, "speaker": 1.0,
    }  # fmt: skip


NOW = {"cold": {"links": 0.9, "from": 0.8, "stage": 0.7}, "own held": {"links": 0.5}}
THEN = {"cold": {"links": 0.85, "from": 0.82, "stage": 0.7}}


def test_each_figure_stands_beside_how_far_it_moved() -> None:
    assert table(NOW, THEN).splitlines() == [
        "            cold            own held",
        "links       0.900 +0.050    0.500",
        "from        0.800 -0.020    –",
        "stage       0.700           –",
    ]


@pytest.mark.parametrize(
    ("then", "expected"),
    [
        (THEN, ["Gained: cold links 0.850 to 0.900.", "Lost: cold from 0.820 to 0.800."]),
        (NOW, ["Nothing gained, nothing lost."]),
        ({}, ["No figures were recorded before."]),
    ],
)
def test_what_was_gained_and_lost_is_said(then: dict[str, dict[str, float]], expected: list[str]) -> None:
    assert changes(NOW, then) == expected
