"""What is skipped or dropped, and taking that back."""

from typing import Any

import pytest
from django.contrib.auth.models import User

from rumours.editorial.desk.passing import drop, skip, take_back, undo_last
from rumours.editorial.desk.queue import next_in_queue, rows_of
from rumours.editorial.desk.queue_filters import Filters, Tab
from rumours.editorial.desk.visits import claim, release
from rumours.editorial.errors import WrongState
from rumours.models import Article, Decision
from tests.editorial.desk.queue.drafts import NOON, draft, shown

pytestmark = pytest.mark.django_db


def test_what_is_skipped_comes_last_and_only_for_who_skipped_it(ana: User, ben: User) -> None:
    first, second = draft(minutes=2), draft(minutes=1)
    claim(first, by=ana)
    skip(first, by=ana)
    assert shown(ana) == ["At 1"]
    assert shown(ana, tab=Tab.SKIPPED) == ["At 2"]
    assert shown(ben) == ["At 2", "At 1"]
    assert next_in_queue(by=ben, filters=Filters()) == first
    release(first, by=ben)
    assert next_in_queue(by=ana, after=first) == second
    assert next_in_queue(by=ana, after=second) == first
    assert shown(ana) == ["At 2", "At 1"]  # taken again it is skipped no more


def test_a_request_sent_twice_is_done_once(ana: User) -> None:
    article = draft()
    for _ in range(2):
        skip(article, by=ana, client_id="c1", sitting="one")
        drop(article, by=ana, client_id="c2", sitting="one")
    kept = list(Decision.objects.order_by("id").values_list("action", "row_kind", "row_id", "asked", "sitting"))
    assert kept == [
        ("skip", "article", article.pk, {"verb": "skip"}, "one"),
        ("drop", "article", article.pk, {"verb": "drop"}, "one"),
    ]


def test_undo_takes_back_what_was_passed_over_last_first(ana: User, ben: User) -> None:
    one, two, three = draft("one"), draft("two"), draft("three")
    drop(one, by=ana)
    skip(two, by=ana)
    drop(three, by=ben)
    assert [undo_last(by=ana), undo_last(by=ana), undo_last(by=ana)][2] is None
    assert sorted(shown(ana)) == ["one", "two"]
    undone = Decision.objects.filter(undoes__isnull=False).values_list("undoes__row_id", flat=True).order_by("id")
    assert list(undone) == [two.pk, one.pk]


def test_undo_passes_by_what_somebody_else_took_back(ana: User, ben: User) -> None:
    one, two = draft("one"), draft("two")
    drop(one, by=ana)
    drop(two, by=ana)
    take_back(two, by=ben)
    last: Any = undo_last(by=ana)
    assert last.article == one
    drop(one, by=ben)
    assert undo_last(by=ana) is None


def test_undo_sent_twice_takes_one_thing_back(ana: User) -> None:
    one, two = draft("one"), draft("two")
    drop(one, by=ana)
    drop(two, by=ana)
    assert {undo_last(by=ana, client_id="u1"), undo_last(by=ana, client_id="u1")} == {
        Decision.objects.get(row_id=two.pk, action="drop")
    }
    assert shown(ana) == ["two"]


def test_what_was_not_passed_over_cannot_be_taken_back(ana: User) -> None:
    with pytest.raises(WrongState):
        take_back(draft(), by=ana)


def test_what_is_dropped_has_a_tab_and_waits_no_more(ana: User) -> None:
    article = draft("gone")
    drop(article, by=ana)
    assert (shown(ana), shown(ana, tab=Tab.DROPPED)) == ([], ["gone"])
    assert next_in_queue(by=ana, filters=Filters(tab=Tab.DROPPED)) is None


def test_a_skipped_article_that_is_done_with_leaves_the_tab(ana: User) -> None:
    article = draft()
    skip(article, by=ana)
    Article.objects.filter(pk=article.pk).update(status="withdrawn", released_at=NOON)
    assert not rows_of(Tab.SKIPPED, by=ana).exists()
