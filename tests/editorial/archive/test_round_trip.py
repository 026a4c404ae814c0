"""A site, its file, and the site made of that file are one and the same, on and between both databases."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection

from rumours.editorial.archive import export_site, import_site
from rumours.editorial.deriving import refresh_all
from rumours.models import Club, Decision, Original
from rumours.models.version import read
from rumours.models.word import ClubWord
from rumours.versions.keys import LISTS, NAMES
from tests import factories as make
from tests.editorial.archive.world import AT, empty_columns, make_everything, wipe
from tests.migrated import copy_to

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parents[3]


def exported() -> bytes:
    out = BytesIO()
    export_site(out, now=AT)
    return out.getvalue()


def rows_of(file: bytes) -> list[bytes]:
    """All lines but the first, which tells when it was made."""
    return file.splitlines()[1:]


class Other:
    """Another site with a SQLite file of its own, worked on by commands in other processes."""

    def __init__(self, var: Path) -> None:
        self.database = copy_to(var)
        self._env = {**os.environ, "VAR_DIR": str(var), "SITE_ENV": "demo", "PYTHONHASHSEED": "5"}
        self._env.pop("DATABASE_URL", None)

    def run(self, *args: str, given: bytes = b"") -> bytes:
        command = [sys.executable, "manage.py", *args]
        return subprocess.run(command, cwd=ROOT, env=self._env, check=True, capture_output=True, input=given).stdout


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Other]:
    yield Other(tmp_path_factory.mktemp("other"))


def test_every_table_and_column_of_the_trial_site_holds_something() -> None:
    make_everything()
    assert empty_columns() == []


def test_a_site_goes_to_another_database_and_back_byte_for_byte(other: Other) -> None:
    """On PostgreSQL this is the way to SQLite and back."""
    make_everything()
    here = exported()
    other.run("import_site", "-", given=here)
    there = other.run("export_site", "-")
    assert rows_of(there) == rows_of(here)
    wipe()
    import_site(BytesIO(there))
    assert exported() == here


def test_an_export_waits_for_nobody_who_writes(other: Other) -> None:
    """And sees nothing of what is not yet committed."""
    before = rows_of(other.run("export_site", "-"))
    writer = sqlite3.connect(other.database, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("DELETE FROM rumours_correction")
    during = rows_of(other.run("export_site", "-"))
    writer.execute("ROLLBACK")
    writer.close()
    assert during == before


def test_after_an_import_refreshing_changes_nothing() -> None:
    make_everything()
    file = exported()
    wipe()
    import_site(BytesIO(file))
    refresh_all(now=AT)
    settled = exported()
    assert json.loads(settled.splitlines()[0])["tables"] == json.loads(file.splitlines()[0])["tables"]
    wipe()
    import_site(BytesIO(settled))
    refresh_all(now=AT)
    assert exported() == settled


def test_originals_come_back_byte_for_byte() -> None:
    make_everything()
    file = exported()
    wipe()
    import_site(BytesIO(file))
    assert bytes(Original.objects.get().content) == bytes(range(256)) * 40


def test_new_rows_get_keys_that_are_free() -> None:
    make_everything()
    file, highest = exported(), Club.objects.order_by("-pk").values_list("pk", flat=True)[0]
    wipe()
    import_site(BytesIO(file))
    assert make.ClubFactory.create().pk == highest + 1
    assert make.ArticleFactory.create().history.count() == 1


def test_names_are_found_by_their_beginnings_and_pages_are_new() -> None:
    """What is not in the file but made anew."""
    make_everything()
    kept = set(ClubWord.objects.values_list("row", "word", "whole", "rank"))
    file, before = exported(), read([NAMES, LISTS])
    wipe()
    import_site(BytesIO(file))
    assert set(ClubWord.objects.values_list("row", "word", "whole", "rank")) == kept
    assert all(number > before[key] for key, number in read([NAMES, LISTS]).items())


def test_users_come_with_names_and_rights_but_no_way_in() -> None:
    make_everything()
    user = User.objects.get(username="ana")
    user.set_password("correct horse battery")
    user.last_login = AT
    user.save()
    file = exported()
    secret = user.password.encode()
    wipe()
    import_site(BytesIO(file))
    there = User.objects.get(username="ana")
    assert (there.has_usable_password(), there.last_login, there.is_superuser) == (False, None, True)
    assert [group.name for group in there.groups.all()] == ["chief"]
    held = there.user_permissions.order_by("codename").values_list("codename", flat=True)
    assert list(held) == ["publish_article", "view_user"]
    assert secret not in file


def test_rights_are_those_of_the_name_though_keys_differ() -> None:
    make_everything()
    file = exported()
    wipe()
    permission = Permission.objects.get(codename="publish_article")
    Permission.objects.filter(pk=permission.pk).update(codename="gone")
    Permission.objects.create(
        pk=permission.pk + 100_000, codename="publish_article", name="x", content_type=permission.content_type
    )
    import_site(BytesIO(file))
    held = User.objects.get(username="ana").user_permissions.get(codename="publish_article")
    assert held.pk == permission.pk + 100_000


def test_half_a_character_in_a_decision_comes_through_where_the_database_can_hold_it() -> None:
    if connection.vendor == "postgresql":
        pytest.skip("PostgreSQL never stores it")
    make_everything()
    Decision.objects.filter(client_id="a").update(after={"said": "\ud83d and \x00"})
    file = exported()
    wipe()
    import_site(BytesIO(file))
    assert Decision.objects.get(client_id="a").after == {"said": "\ud83d and \x00"}
    assert exported() == file
