"""Independent roots and tiers: who is counted, and whose opinion holds."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from rumours.choices import ReportRole, StageGroup, Tier
from rumours.evidence import Claim, Opinion, best_tier, independent_roots


def claim(number: int, **details: Any) -> Claim:
    return Claim(id=number, at=datetime(2026, 1, 1, number, tzinfo=UTC), stage_group=StageGroup.TALKS, **details)


def test_a_source_counts_once_however_often_it_speaks() -> None:
    assert independent_roots([claim(1, source=1), claim(2, source=1), claim(3, source=2)]) == 2


def test_a_journalist_and_his_outlet_are_one_root() -> None:
    assert independent_roots([claim(1, source=1), claim(2, source=9, outlet=1)]) == 1


def test_unknown_sources_are_one_root_together() -> None:
    assert independent_roots([claim(1), claim(2), claim(3, source=1)]) == 2


@pytest.mark.parametrize("role", [ReportRole.REPEAT, ReportRole.DENIAL, ReportRole.CONTEXT])
def test_what_repeats_denies_or_recalls_is_no_root(role: ReportRole) -> None:
    assert independent_roots([claim(1, source=1), claim(2, source=2, role=role)]) == 1


def test_a_claim_taken_back_is_no_root() -> None:
    retraction = claim(2, source=1, role=ReportRole.DENIAL, retracts=True, follows=1)
    assert independent_roots([claim(1, source=1), retraction, claim(3, source=2)]) == 1


OPINIONS = [
    Opinion(source=1, tier=Tier.THREE, since=date(2020, 1, 1)),
    Opinion(source=1, tier=Tier.ONE, since=date(2020, 1, 1), club=7),
    Opinion(source=1, tier=Tier.TWO, since=date(2020, 1, 1), competition=5),
    Opinion(source=2, tier=Tier.FOUR, since=date(2020, 1, 1)),
    Opinion(source=2, tier=Tier.OFFICIAL, since=date(2026, 1, 2)),
]


def test_the_closest_opinion_of_a_source_holds() -> None:
    assert best_tier([claim(1, source=1)], OPINIONS, clubs=[7], competitions=[5]) == Tier.ONE
    assert best_tier([claim(1, source=1)], OPINIONS, clubs=[8], competitions=[5]) == Tier.TWO
    assert best_tier([claim(1, source=1)], OPINIONS, clubs=[8], competitions=[6]) == Tier.THREE


def test_an_opinion_of_a_later_day_does_not_count_yet() -> None:
    assert best_tier([claim(1, source=2)], OPINIONS) == Tier.FOUR


def test_the_best_of_all_counted_sources_is_given_and_a_repeat_is_not_counted() -> None:
    assert best_tier([claim(1, source=1), claim(2, source=2)], OPINIONS) == Tier.THREE
    repeat = claim(1, source=1, role=ReportRole.REPEAT)
    assert best_tier([repeat, claim(2, source=2)], OPINIONS) == Tier.FOUR
    assert best_tier([repeat], OPINIONS) is None
