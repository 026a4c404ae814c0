"""The next of the queue: claimed, and given to one editor only, also when two ask at once."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.utils import timezone

from rumours.editorial.desk.queue import next_in_queue
from rumours.editorial.desk.queue_filters import Filters, Sort, keep
from rumours.editorial.desk.visits import claim, note_visit, release
from rumours.editorial.errors import WrongState
from rumours.models import Visit
from tests import factories
from tests.editorial.desk.queue.drafts import draft
from tests.editorial.test_at_once import at_once

pytestmark = pytest.mark.django_db


def test_the_next_is_claimed_and_offered_to_nobody_else(ana: User, ben: User) -> None:
    first, second = draft(minutes=2), draft(minutes=1)
    assert next_in_queue(by=ana) == first
    assert next_in_queue(by=ben) == second
    assert next_in_queue(by=factories.ChiefFactory()) is None
    assert next_in_queue(by=ana) == first
    release(first, by=ana)
    assert next_in_queue(by=factories.ChiefFactory()) == first


def test_the_next_goes_on_behind_the_one_left_and_then_from_the_start(ana: User) -> None:
    newest, middle, oldest = draft(minutes=3), draft(minutes=2), draft(minutes=1)
    assert next_in_queue(by=ana, after=middle) == oldest
    assert next_in_queue(by=ana, after=oldest) == newest
    assert next_in_queue(by=ana, filters=Filters(sort=Sort.OLDEST), after=middle) == newest


def test_the_next_keeps_to_the_filters_used_last(ana: User) -> None:
    draft(minutes=2)
    wanted = draft(minutes=1, language="it")
    keep(ana, Filters(language=("it",)))
    assert next_in_queue(by=ana) == wanted
    assert next_in_queue(by=ana, after=wanted) is None


def test_an_article_at_which_another_works_is_offered_to_nobody(ana: User, ben: User) -> None:
    article = draft()
    note_visit(article, by=ana, acted=True)
    assert next_in_queue(by=ben) is None
    Visit.objects.update(acted_at=timezone.now() - timedelta(minutes=11))  # the page is open, its editor away
    assert next_in_queue(by=ben) == article


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite lets one write after the other")
@pytest.mark.parametrize("attempt", range(5))
def test_editors_who_press_at_once_get_different_articles(attempt: int) -> None:
    articles = [draft(minutes=minutes) for minutes in range(4)]
    editors = [factories.ChiefFactory() for _ in range(4)]
    found = at_once(*(lambda by=by: next_in_queue(by=by) for by in editors))
    assert {article.pk for article in found} == {article.pk for article in articles}
    assert Visit.objects.claiming().count() == 4


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite lets one write after the other")
@pytest.mark.parametrize("attempt", range(5))
def test_of_editors_who_take_one_article_at_once_one_gets_it(attempt: int) -> None:
    article = draft()

    def take(by: User) -> bool:
        try:
            claim(article, by=by)
        except WrongState:
            return False
        return True

    editors = [factories.ChiefFactory() for _ in range(4)]
    assert sorted(at_once(*(lambda by=by: take(by) for by in editors))) == [False, False, False, True]


def test_one_after_the_other_gets_different_articles(ana: User, ben: User) -> None:
    articles = {draft(minutes=1), draft(minutes=2)}
    assert {next_in_queue(by=ana), next_in_queue(by=ben)} == articles
