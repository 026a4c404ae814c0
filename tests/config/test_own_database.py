"""The tests begin with databases of their own: that of the site whose folder they run in is never opened."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from django.db.backends.sqlite3.base import DatabaseWrapper

from config import settings as own
from tests.conftest import OwnDatabaseOpened
from tests.migrated import filled


@pytest.mark.skipif("sqlite" not in own.DATABASES["default"]["ENGINE"], reason="one that a server keeps has its name")
def test_the_database_of_the_site_is_not_opened() -> None:
    with pytest.raises(OwnDatabaseOpened):
        DatabaseWrapper(own.DATABASES["default"] | {"NAME": own.VAR_DIR / "rumours.sqlite3", "OPTIONS": {}}).connect()


def test_a_copy_fills_the_database_that_is_named_and_lives_as_long_as_it_is_held() -> None:
    name = "file:filled_by_a_test?mode=memory&cache=shared"
    with filled(name), closing(sqlite3.connect(name, uri=True)) as other:
        assert other.execute("select count(*) from rumours_club").fetchone() == (0,)
    with closing(sqlite3.connect(name, uri=True)) as later, pytest.raises(sqlite3.OperationalError, match="no such"):
        later.execute("select count(*) from rumours_club")


def test_a_copy_may_be_a_file(tmp_path: Path) -> None:
    with filled(str(tmp_path / "site.sqlite3")):
        pass
    with closing(sqlite3.connect(tmp_path / "site.sqlite3")) as site:
        assert site.execute("select count(*) from rumours_club").fetchone() == (0,)
