"""No request waits for its database without end; what runs outside of requests takes the time that it needs."""

import time
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse

from config import time_limit
from config.time_limit import TimeLimitMiddleware, at_most

pytestmark = pytest.mark.django_db(transaction=True)
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000000) SELECT count(*) FROM n"


def ask(sql: str) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchone()[0]


@pytest.fixture(autouse=True)
def _heard() -> Any:
    yield
    time_limit.silence.ends()
    connection.close()
    if connection.vendor == "postgresql":  # it goes on for nobody until its own statement_timeout
        ask("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE query LIKE 'WITH RECURSIVE n%'")


def test_what_takes_longer_fails_in_time() -> None:
    begun = time.monotonic()
    with pytest.raises(OperationalError), at_most(0.5):
        ask(ENDLESS)
    assert time.monotonic() - begun < 3


def test_the_next_request_is_served_again() -> None:
    with pytest.raises(OperationalError), at_most(0.2):
        ask(ENDLESS)
    connection.close()
    with at_most(5):
        assert ask("SELECT 1") == 1


def test_without_a_limit_there_is_none() -> None:
    with at_most(0.0001):
        time.sleep(0.01)
    assert ask("SELECT 1") == 1


@pytest.mark.parametrize(("method", "most"), [("GET", 9), ("HEAD", 9), ("POST", 45)])
def test_reading_is_limited_as_a_whole_and_writing_by_statement(settings: Any, method: str, most: int) -> None:
    settings.TIME_LIMIT = 9
    found: list[float] = []

    def view(request: HttpRequest) -> HttpResponse:
        limit = time_limit._limit.get()
        assert limit is not None
        found.extend((limit.left(), limit.end - time.monotonic()))
        return HttpResponse()

    request = HttpRequest()
    request.method = method
    TimeLimitMiddleware(view)(request)
    assert (round(found[0]), round(found[1])) == (9, most)
    assert time_limit._limit.get() is None


def test_while_the_database_is_silent_others_wait_briefly_and_its_first_answer_ends_that() -> None:
    silence = time_limit.Silence()
    assert silence.patience(9) == 9
    silence.begins()
    assert (silence.patience(9), silence.patience(0.2)) == (time_limit.BRIEFLY, 0.2)
    silence.ends()
    assert silence.patience(9) == 9
