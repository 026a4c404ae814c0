"""Presence and claims: who is where, and when a claim lapses."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rumours.editorial.desk.visits import claim, note_visit, others_at, release
from rumours.editorial.errors import WrongState
from rumours.models import Article, Visit
from tests import factories

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 1, 10, 12, 0, tzinfo=UTC)


@pytest.fixture
def article() -> Article:
    made: Article = factories.ArticleFactory()
    return made


@pytest.fixture
def ana() -> User:
    made: User = factories.ChiefFactory(username="ana", first_name="Ana", last_name="Ferrante")
    return made


@pytest.fixture
def ben() -> User:
    made: User = factories.ChiefFactory(username="ben")
    return made


def at(minutes: float) -> Any:
    return time_machine.travel(NOON + timedelta(minutes=minutes), tick=False)


def names(article: Article, by: User) -> list[tuple[str, bool]]:
    return [(other["name"], other["claimed"]) for other in others_at(article, by=by)]


def test_others_are_shown_by_name_and_oneself_is_not(article: Article, ana: User, ben: User) -> None:
    with at(0):
        note_visit(article, by=ana, acted=False)
        note_visit(article, by=ben, acted=False)
        assert others_at(article, by=ben) == [{"name": "Ana Ferrante", "since": NOON.isoformat(), "claimed": False}]
        assert names(article, ana) == [("ben", False)]


def test_who_is_heard_of_no_more_is_gone(article: Article, ana: User, ben: User) -> None:
    with at(0):
        note_visit(article, by=ana, acted=True)
    with at(0.5):
        assert names(article, ben) == [("Ana Ferrante", False)]
    with at(0.6):
        assert names(article, ben) == []


def test_a_claim_is_seen_though_its_editor_is_elsewhere(article: Article, ana: User, ben: User) -> None:
    with at(0):
        claim(article, by=ana)
    with at(9):
        assert names(article, ben) == [("Ana Ferrante", True)]


def test_what_another_has_taken_is_refused(article: Article, ana: User, ben: User) -> None:
    claim(article, by=ana)
    with pytest.raises(WrongState, match="Ana Ferrante has taken this one"):
        claim(article, by=ben)
    claim(article, by=ana)
    assert Visit.objects.claiming().get().user == ana


def test_what_was_given_back_is_free(article: Article, ana: User, ben: User) -> None:
    claim(article, by=ana)
    release(article, by=ana)
    release(article, by=ben)
    claim(article, by=ben)
    assert [visit.user for visit in Visit.objects.claiming()] == [ben]


def test_a_claim_lapses_after_ten_minutes_in_which_its_editor_did_nothing(
    article: Article, ana: User, ben: User
) -> None:
    with at(0):
        claim(article, by=ana)
    for minute in range(1, 11):
        with at(minute):
            note_visit(article, by=ana, acted=False)
    with at(10):
        claim(article, by=ben)
        assert [visit.user for visit in Visit.objects.claiming()] == [ben]


def test_doing_something_keeps_a_claim(article: Article, ana: User, ben: User) -> None:
    with at(0):
        claim(article, by=ana)
    with at(9):
        note_visit(article, by=ana, acted=True)
    with at(18), pytest.raises(WrongState):
        claim(article, by=ben)


def test_a_lapsed_claim_does_not_come_back(article: Article, ana: User, ben: User) -> None:
    with at(0):
        claim(article, by=ana)
    with at(11):
        claim(article, by=ben)
        note_visit(article, by=ana, acted=True)
        assert [visit.user for visit in Visit.objects.claiming()] == [ben]


def test_noting_costs_one_query_and_two_the_first_time(article: Article, ana: User) -> None:
    for acted, expected in ((False, 2), (False, 1), (True, 1)):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            note_visit(article, by=ana, acted=acted)
        assert len(queries) == expected
    assert Visit.objects.count() == 1


def test_looking_who_is_there_costs_one_query(article: Article, ana: User, ben: User) -> None:
    claim(article, by=ana)
    with CaptureQueriesContext(connection) as queries:
        others_at(article, by=ben)
    assert len(queries) == 1
