"""How suggestions fare."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest

from rumours.editorial.faring import NOBODY, By, Fare, Narrowed, fares, rules_under, with_fields
from rumours.models import Decision, Suggestion
from tests import factories as make

pytestmark = pytest.mark.django_db
DECEMBER, JANUARY = datetime(2025, 12, 31, 23, 59, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC)


def decided(count: int, verdict: str = "accepted", at: datetime = JANUARY, **columns: Any) -> list[Suggestion]:
    """So many decided suggestions."""
    given = {"article": make.ArticleFactory(), "decision": verdict, "decided_at": at, **columns}
    return [make.SuggestionFactory(**given, decided_by=make.UserFactory()) for _ in range(count)]


def counts(found: list[Fare]) -> list[tuple[str, int, int, int]]:
    return [(fare.name, fare.accepted, fare.edited, fare.rejected) for fare in found]


def test_by_rule_the_most_decided_first() -> None:
    decided(2, rule="known name")
    decided(1, "edited", rule="verb between")
    decided(3, "rejected", rule="verb between")
    make.SuggestionFactory(rule="verb between")
    assert counts(fares(By.RULE)) == [("verb between", 0, 1, 3), ("known name", 2, 0, 0)]


def test_by_outlet_and_by_kind() -> None:
    outlet = make.SourceFactory(name="Quayside Post")
    decided(2, article=make.ArticleFactory(publisher=outlet), kind="link")
    decided(1, "rejected", article=make.ArticleFactory(publisher=None))
    assert counts(fares(By.OUTLET)) == [("Quayside Post", 2, 0, 0), (NOBODY, 0, 0, 1)]
    assert [fare.key for fare in fares(By.OUTLET)] == [str(outlet.pk), ""]
    assert counts(fares(By.KIND)) == [("Link", 2, 0, 0), ("Player", 0, 0, 1)]


def test_by_month_and_version_the_newest_first() -> None:
    decided(2, at=DECEMBER, tagger_version="9")
    decided(1, "rejected", at=JANUARY, tagger_version="10")
    assert [(fare.key, *row) for fare, row in zip(fares(By.MONTH), counts(fares(By.MONTH)), strict=True)] == [
        ("2026-01", "January 2026", 0, 0, 1), ("2025-12", "December 2025", 2, 0, 0),
    ]  # fmt: skip
    assert counts(fares(By.VERSION)) == [("10", 0, 0, 1), ("9", 2, 0, 0)]


def test_narrowed_to_a_kind_a_rule_an_outlet_and_a_time() -> None:
    outlet = make.SourceFactory()
    wanted: dict[str, Any] = {"kind": "link", "rule": "a", "article": make.ArticleFactory(publisher=outlet)}
    decided(1, **wanted)
    for other in ({"kind": "quote"}, {"rule": "b"}, {"article": make.ArticleFactory()}, {"at": DECEMBER}):
        decided(1, **wanted | other)
    narrowed = Narrowed(kind="link", rule="a", outlet=outlet.pk, since=JANUARY)
    assert counts(fares(By.RULE, narrowed)) == [("a", 1, 0, 0)]
    assert sum(fare.decided for fare in fares(By.RULE)) == 5


@pytest.mark.parametrize(
    ("fare", "percent", "is_dim"),
    [
        (Fare("", "", 11, 0, 9), 55, True),
        (Fare("", "", 0, 12, 8), 60, False),
        (Fare("", "", 5, 0, 14), 26, False),
        (Fare("", "", 119, 0, 80), 59, True),
        (Fare("", ""), 0, False),
    ],
    ids=["seldom accepted", "exactly enough", "too few to tell", "not rounded up", "nothing"],
)
def test_when_a_rule_is_dim(fare: Fare, percent: int, is_dim: bool) -> None:
    assert (fare.percent, fare.is_dim) == (percent, is_dim)


def test_rules_under_a_share(django_assert_num_queries: Any) -> None:
    for rule, good, bad in (("seldom", 11, 9), ("enough", 12, 8), ("few", 5, 14)):
        decided(good - 5, rule=rule)
        decided(5, "edited", rule=rule)
        decided(bad, "rejected", rule=rule)
    with django_assert_num_queries(1):
        assert rules_under() == {"seldom"}
    assert rules_under(0.61, 19) == {"seldom", "enough", "few"}


class TestFields:
    def edit(self, row: Suggestion, action: str = "edit", **more: Any) -> Decision:
        return Decision.objects.create(
            article=row.article, client_id=uuid4().hex, action=action, row_kind="suggestion", row_id=row.pk,
            by=make.UserFactory(), **more,
        )  # fmt: skip

    def fields(self) -> dict[str, list[tuple[str, int]]]:
        return {fare.key: fare.fields for fare in with_fields(fares(By.RULE))}

    def test_those_of_edits_and_of_the_acceptance_each_once(self) -> None:
        one, two = decided(2, "edited", rule="a")
        self.edit(one, after={"values": {"stage": "medical"}})
        self.edit(one, after={"values": {"stage": "bid made"}}, asked={"values": {"stage": "bid made"}})
        self.edit(two, "accept", after={"report": 1}, asked={"values": {"stage": "", "window": "2026-winter"}})
        assert self.fields() == {"a": [("stage", 2), ("window", 1)]}

    def test_not_what_was_taken_back_or_came_to_nothing(self) -> None:
        (row,) = decided(1, "edited", rule="a")
        (rejected,) = decided(1, "rejected", rule="b")
        taken = self.edit(row, after={"values": {"stage": "medical"}})
        self.edit(row, "undo", undoes=taken)
        self.edit(row, "reject", asked={"values": {"window": ""}})
        self.edit(rejected, after={"values": {"stage": "medical"}})
        assert self.fields() == {"a": [], "b": []}

    def test_what_is_kept_in_another_form_is_passed_over(self) -> None:
        (row,) = decided(1, "edited", rule="a")
        self.edit(row, after=["values"], asked={"values": None})
        assert self.fields() == {"a": []}
