"""What takes weight from a wording: the past, wishes, contracts renewed, negation."""

from datetime import UTC, datetime

import pytest

from rumours.tagging.links.background import factor, negated
from tests.tagging.links.world import line_of

PUBLISHED = datetime(2025, 8, 12, tzinfo=UTC)

# sentence, the wording in it, whether its weight is left
WEIGHED = [
    ("C have signed P", "signed", True),
    ("C signed P last summer", "signed", False),
    ("C want P this summer", "want", True),
    ("P , who joined C in the window", "joined", False),
    ("after signing P , C looked elsewhere", "signing", False),
    ("C signed P two years ago", "signed", False),
    ("C signed P in 2021", "signed", False),
    ("C want P until 2029", "want", True),
    ("C had already missed out on P", "missed", False),
    ("C have already signed P", "signed", False),
    ("C should sign P", "sign", False),
    ("C should win , but want P", "want", True),
    ("N urged C to sign P", "sign", False),
    ("C are in contract talks with P", "talks", False),
    ("C want to tie down P", "want", False),
    ("the race for a european spot", "race", False),
    ("the race for P", "race", True),
]


@pytest.mark.parametrize(("sentence", "wording", "left"), WEIGHED, ids=[sentence for sentence, _, _ in WEIGHED])
def test_the_past_wishes_and_renewals_take_weight(sentence: str, wording: str, left: bool) -> None:
    line = line_of(sentence)
    at = sentence.split().index(wording)
    assert (factor(line, at, at, PUBLISHED) >= 0.5) is left


# sentence, the wording in it, month of the article, whether its weight is left
SUMMERS = [
    ("C signed P in the summer", "signed", 11, False),
    ("C signed P in the summer", "signed", 7, True),
    ("P was a summer signing", "signing", 12, False),
    ("C could sign P in the summer", "sign", 11, True),
    ("C wanted P over the summer", "wanted", 11, True),
]


@pytest.mark.parametrize(("sentence", "wording", "month", "left"), SUMMERS)
def test_who_came_in_the_summer_is_the_past_once_it_is_over(
    sentence: str, wording: str, month: int, left: bool
) -> None:
    at = sentence.split().index(wording)
    assert (factor(line_of(sentence), at, at, datetime(2025, month, 12, tzinfo=UTC)) >= 0.5) is left


def test_without_a_day_no_year_is_past() -> None:
    assert factor(line_of("C signed P in 2021"), 1, 1, None) == 1.0


@pytest.mark.parametrize(
    ("sentence", "wording", "expected"),
    [
        ("C are not keen", "keen", True),
        ("C do not want to sign P", "sign", True),
        ("C aren't interested", "interested", True),
        ("C are not only keen", "keen", False),
        ("C did not win , they want P", "want", False),
        ("C are keen", "keen", False),
    ],
)
def test_a_negation_counts_in_its_own_clause(sentence: str, wording: str, expected: bool) -> None:
    assert negated(line_of(sentence), sentence.split().index(wording)) is expected
