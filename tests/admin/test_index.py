"""The first page of the admin leads to the desk."""

import pytest
from django.test import Client

from rumours.editorial.permissions import GROUPS
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
QUEUE = "/admin/rumours/article/queue/"


@pytest.mark.parametrize(("group", "shown"), [("contributor", True), ("chief", True), (None, False)])
def test_who_may_decide_finds_the_queue(client: Client, group: str | None, shown: bool) -> None:
    client.force_login(UserFactory(permissions=GROUPS[group] if group else ["view_article"]))
    page = client.get("/admin/").content.decode()
    assert (f'href="{QUEUE}"' in page) == shown
    if shown:
        assert client.get(QUEUE).status_code == 200
