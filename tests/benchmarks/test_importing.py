"""The bench of imports counts what came in, not what was read."""

import re

import pytest

from tests.benchmarks.importing import Imported, check
from tests.benchmarks.sections.bulk import _ROW


@pytest.mark.parametrize(
    "last", ["10 new, 0 already here, 0 near copy, 0 refused", "7 new, 0 already here, 3 near copy, 0 refused"]
)
def test_all_stored(last: str) -> None:
    check(f"a.txt: article 1\n{last}\n", 10, 0)


@pytest.mark.parametrize(
    ("said", "code", "why"),
    [
        ("9 new, 1 already here, 0 near copy, 0 refused\n", 0, "stored 9 of 10: 9 new, 1 already here"),
        ("9 new, 0 already here, 0 near copy, 1 refused\n", 2, "ended with 2 and stored 9 of 10"),
        ("10 new, 0 already here, 0 near copy, 0 refused\n", 1, "ended with 1"),
        ("a.txt: article 1\n", 0, "it told of no sum"),
        ("", -9, "ended with -9 and stored 0 of 10"),
    ],
)
def test_a_rate_of_articles_that_were_not_stored_is_none(said: str, code: int, why: str) -> None:
    with pytest.raises(SystemExit, match=re.escape(why)):
        check(said, 10, code)


def test_the_section_of_the_bench_reads_the_row() -> None:
    found = _ROW.search(Imported(10_000, 100.0, 180.0, 900_000_000, 400_000_000).row)
    assert found is not None
    assert found.groups() == ("100.0", "18.0", "400")
