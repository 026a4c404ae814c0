"""A statement of our own: prepared once a connection on PostgreSQL, asked as it stands elsewhere."""

import pytest
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from rumours.filters.prepared import fetched
from tests.factories import ClubFactory

pytestmark = pytest.mark.django_db

NAMED = 'select name, 7 %% 4 from "rumours_club" where slug = %s and id >= %s'


def test_it_finds_the_rows_of_its_parameters() -> None:
    ClubFactory(name="Port Arden", slug="port-arden")
    ClubFactory(name="Kestrel Vale", slug="kestrel-vale")
    assert fetched("default", NAMED, ["port-arden", 0]) == [("Port Arden", 3)]
    assert fetched("default", NAMED, ["kestrel-vale", 0]) == [("Kestrel Vale", 3)]
    assert fetched("default", NAMED, ["nobody", 0]) == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite keeps what it has read by itself")
def test_postgresql_prepares_it_once_a_connection(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    ClubFactory(name="Port Arden", slug="port-arden")
    statement = NAMED + " and true"  # no other test has asked it
    for _ in range(2):
        with django_assert_num_queries(1) as asked:
            assert fetched("default", statement, ["port-arden", 0]) == [("Port Arden", 3)]
        assert asked.captured_queries[0]["sql"].startswith("EXECUTE rumours_")
        assert _kept() == 1
    connection.close()
    assert fetched("default", statement, ["port-arden", 0]) == [("Port Arden", 3)]
    assert _kept() == 1


def _kept() -> int:
    """How many prepared statements of this connection read so."""
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from pg_prepared_statements where statement like '%and id >= $2 and true'")
        return int(cursor.fetchone()[0])


@pytest.mark.skipif(connection.vendor != "postgresql", reason="pgbouncer stands before PostgreSQL alone")
def test_behind_pgbouncer_nothing_is_prepared(
    django_assert_num_queries: DjangoAssertNumQueries, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(connection.settings_dict, "DISABLE_SERVER_SIDE_CURSORS", True)
    with django_assert_num_queries(1) as asked:
        fetched("default", NAMED, ["port-arden", 0])
    assert asked.captured_queries[0]["sql"].startswith("select name")
