"""To ask changes nothing: whatever a link, a picture or a robot leads a logged-in editor to."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client

from tests import factories
from tests.accounts.addresses import EVERY, KEY
from tests.cache.world import make_world, pages

pytestmark = [pytest.mark.django_db, pytest.mark.once]
# Who was here, and when: in the session, and in the visits that an opened desk counts; versions of this test's rows.
OF_THE_VISIT = {"django_session", "rumours_visit", "rumours_version"}


def everything() -> dict[str, list[tuple[Any, ...]]]:
    """The rows of every table."""
    found = {}
    with connection.cursor() as cursor:
        for table in sorted(set(connection.introspection.table_names(cursor)) - OF_THE_VISIT):
            cursor.execute(f"select * from {connection.ops.quote_name(table)}")  # noqa: S608
            found[table] = sorted(cursor.fetchall(), key=repr)
    return found


def test_no_page_of_the_site_or_of_the_desk_writes_when_it_is_asked() -> None:
    world = make_world()
    boss: User = factories.UserFactory(username="boss", is_staff=True, is_superuser=True)
    client = Client()
    client.force_login(boss)
    keys = {world.article.pk, world.draft.pk}
    of_rows = [address.replace(str(KEY), str(key)) for _, address in EVERY for key in sorted(keys)]
    before = everything()
    statuses = {client.get(address).status_code for address in (*pages(), *of_rows)}
    after = everything()
    assert {table: rows for table, rows in after.items() if rows != before[table]} == {}
    assert statuses >= {200, 405}
