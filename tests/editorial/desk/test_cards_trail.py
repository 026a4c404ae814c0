"""What undo and redo would do next."""

from itertools import count
from typing import Any

import pytest
from django.contrib.auth.models import User

from rumours.editorial.desk.cards.trail import label_of, stacks
from rumours.models import Article, Decision
from tests import factories as make

pytestmark = pytest.mark.django_db
_numbers = count()


class Sitting:
    """One editor at one article, who does things and takes them back."""

    def __init__(self) -> None:
        self.article: Article = make.ArticleFactory()
        self.by: User = make.ChiefFactory()

    def do(self, name: str, **columns: Any) -> Decision:
        return Decision.objects.create(
            **{
                "article": self.article, "client_id": f"c{next(_numbers)}", "action": name, "row_kind": "suggestion",
                "row_id": 1, "asked": {"verb": name}, "by": self.by, **columns,
            }
        )  # fmt: skip

    def undo(self, decision: Decision) -> Decision:
        return self.do("undo", undoes=decision)

    def redo(self, decision: Decision) -> Decision:
        return self.do(decision.action, redoes=decision)

    @property
    def stacks(self) -> tuple[list[Decision], list[Decision]]:
        return stacks(self.article, self.by)


@pytest.fixture
def sitting() -> Sitting:
    return Sitting()


def test_what_was_done_is_taken_back_last_first(sitting: Sitting) -> None:
    accepted, edited = sitting.do("accept"), sitting.do("edit")
    assert sitting.stacks == ([accepted, edited], [])
    sitting.undo(edited)
    assert sitting.stacks == ([accepted], [edited])
    sitting.undo(accepted)
    assert sitting.stacks == ([], [edited, accepted])


def test_what_is_done_again_stands_as_it_was_done_last(sitting: Sitting) -> None:
    accepted = sitting.do("accept")
    sitting.undo(accepted)
    again = sitting.redo(accepted)
    assert sitting.stacks == ([again], [])
    sitting.undo(again)
    assert sitting.stacks == ([], [again])
    once_more = sitting.redo(again)
    assert sitting.stacks == ([once_more], [])


@pytest.mark.parametrize("rounds", [1, 2, 5])
def test_the_first_of_its_kind_may_be_named_each_time(sitting: Sitting, rounds: int) -> None:
    accepted = sitting.do("accept")
    for _ in range(rounds):
        sitting.undo(accepted)
        again = sitting.redo(accepted)
    assert sitting.stacks == ([again], [])


def test_something_new_ends_what_could_be_done_again(sitting: Sitting) -> None:
    sitting.undo(sitting.do("accept"))
    rejected = sitting.do("reject")
    assert sitting.stacks == ([rejected], [])


def test_only_ones_own_and_only_what_was_asked_for_is_taken_back(sitting: Sitting) -> None:
    accepted = sitting.do("accept")
    sitting.do("accept", asked=None)
    sitting.do("accept", by=make.ChiefFactory())
    sitting.do("accept", article=make.ArticleFactory())
    assert sitting.stacks == ([accepted], [])


def test_publishing_is_not_taken_back_and_leaves_what_was_before(sitting: Sitting) -> None:
    accepted = sitting.do("accept")
    sitting.do("publish")
    assert sitting.stacks == ([accepted], [])


@pytest.mark.parametrize(
    ("asked", "label"),
    [
        ({"verb": "accept", "card": "s12"}, "Accept Teo Marlin to Portwick"),
        ({"verb": "accept", "card": "s13", "title": "Rovers"}, "Accept Rovers"),
        ({"verb": "reject", "card": "s14"}, "Reject"),
        ({"verb": "swap", "card": "s12"}, "Swap from and to: Teo Marlin to Portwick"),
        ({"verb": "accept_rest", "card": None}, "Accept the rest"),
    ],
)
def test_each_is_named_by_what_was_asked(sitting: Sitting, asked: dict[str, Any], label: str) -> None:
    assert label_of(sitting.do("accept", asked=asked), {"s12": "Teo Marlin to Portwick"}) == label
