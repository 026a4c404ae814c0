"""manage.py demo_editor: someone to log in as, and a fresh password each time."""

import re
from io import StringIO

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import Group, User
from django.core.management import CommandError, call_command
from django.test import RequestFactory
from pytest_django import Settings

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _chiefs() -> None:
    Group.objects.get_or_create(name="chief")


def printed_password() -> str:
    output = StringIO()
    call_command("demo_editor", stdout=output)
    found = re.fullmatch(r"Demo editor: editor   password: (\S+)\n", output.getvalue())
    assert found
    return found[1]


def let_in(password: str) -> object:
    """Who gets in as the demo editor with this password."""
    return authenticate(RequestFactory().post("/admin/login/"), username="editor", password=password)


def test_the_printed_password_opens_the_admin_as_a_chief() -> None:
    user = let_in(printed_password())
    assert isinstance(user, User)
    assert (user.is_staff, user.is_superuser) == (True, False)
    assert [group.name for group in user.groups.all()] == ["chief"]


def test_a_second_call_gives_the_same_user_a_new_password() -> None:
    old, new = printed_password(), printed_password()
    assert old != new
    assert let_in(old) is None
    assert let_in(new) == User.objects.get()


def test_wrong_tries_do_not_outlive_a_new_password() -> None:
    printed_password()
    assert [let_in("wrong") for _ in range(6)] == [None] * 6
    assert let_in(printed_password()) == User.objects.get()


def test_production_has_no_demo_editor(settings: Settings) -> None:
    settings.PRODUCTION = True
    with pytest.raises(CommandError) as error:
        call_command("demo_editor")
    assert error.value.returncode == 2
    assert User.objects.count() == 0


def test_without_its_group_it_makes_no_user() -> None:
    Group.objects.filter(name="chief").delete()
    with pytest.raises(CommandError, match="migrate"):
        call_command("demo_editor")
    assert User.objects.count() == 0
