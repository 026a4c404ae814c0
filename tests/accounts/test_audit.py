"""The audit log: every event with who, whom and from where, each on a line that nobody can break."""

import json
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core.management import call_command
from django.test import Client

from tests.factories import UserFactory

PASSWORD = "correct horse battery"
FROM = "203.0.113.9"
pytestmark = pytest.mark.django_db


@pytest.fixture
def ana(db: None) -> User:
    return User.objects.create_superuser("ana", password=PASSWORD)


@pytest.fixture
def heard(caplog: pytest.LogCaptureFixture, ana: User) -> "Heard":
    caplog.set_level("INFO", logger="rumours.audit")
    caplog.clear()
    return Heard(caplog)


class Heard:
    """What was written since it was last asked for."""

    def __init__(self, caplog: pytest.LogCaptureFixture) -> None:
        self.caplog = caplog

    def events(self) -> list[tuple[str, dict[str, Any]]]:
        lines = [record.getMessage() for record in self.caplog.records if record.name == "rumours.audit"]
        self.caplog.clear()
        found = [line.partition(" {") for line in lines]
        return [(event, json.loads("{" + facts)) for event, _, facts in found]


def log_in(name: str, password: str) -> Client:
    client = Client(REMOTE_ADDR=FROM)
    client.post("/admin/login/", {"username": name, "password": password})
    return client


def test_who_came_in_and_went(heard: Heard) -> None:
    client = log_in("ana", PASSWORD)
    assert heard.events() == [("log-in", {"by": "ana", "address": FROM})]
    client.post("/admin/logout/")
    assert heard.events() == [("log-out", {"by": "ana", "address": FROM})]


def test_who_was_refused_and_when_the_door_closed(heard: Heard) -> None:
    log_in("ana", "wrong")
    assert heard.events() == [("log-in refused", {"by": "nobody", "tried": "ana", "address": FROM})]
    for _ in range(4):
        log_in("ana", "wrong")
    assert heard.events()[-2] == ("locked out", {"by": "nobody", "tried": "ana", "address": FROM})


@pytest.mark.parametrize("name", ["my secret slip", 'ana"}\n2026 INFO rumours.audit: log-in {"by": "ana', "x" * 9000])
def test_what_is_no_name_is_not_repeated_and_breaks_no_line(heard: Heard, name: str) -> None:
    log_in(name, "wrong")
    assert heard.events() == [("log-in refused", {"by": "nobody", "tried": "no such user", "address": FROM})]


def test_who_changed_whose_groups(heard: Heard, ana: User) -> None:
    bea = UserFactory(username="bea")
    editors, chiefs = (Group.objects.get(name=name) for name in ("editor", "chief"))
    bea.groups.add(editors)
    heard.events()
    client = Client(REMOTE_ADDR=FROM)
    client.force_login(ana)
    heard.events()
    form = {"username": "bea", "is_active": "on", "is_staff": "on", "groups": [chiefs.pk]}
    assert (
        client.post(
            f"/admin/auth/user/{bea.pk}/change/", {**form, "date_joined_0": "2026-01-01", "date_joined_1": "10:00"}
        ).status_code
        == 302
    )
    assert heard.events() == [
        ("group taken", {"by": "ana", "user": "bea", "group": "editor", "address": FROM}),
        ("group given", {"by": "ana", "user": "bea", "group": "chief", "address": FROM}),
    ]
    history = client.get(f"/admin/auth/user/{bea.pk}/history/").content.decode()
    assert ("Added group “chief”." in history, "Deleted group “editor”." in history) == (True, True)


def test_groups_given_on_the_server_or_from_the_other_side(heard: Heard, ana: User) -> None:
    chiefs = Group.objects.get(name="chief")
    chiefs.user_set.add(ana)
    assert heard.events() == [("group given", {"by": "command", "user": "ana", "group": "chief"})]
    ana.groups.clear()
    assert heard.events() == [("group taken", {"by": "command", "user": "ana", "group": "chief"})]


def test_single_permissions(heard: Heard, ana: User) -> None:
    permission = Permission.objects.get(codename="redact_article")
    ana.user_permissions.add(permission)
    ana.user_permissions.remove(permission)
    told = {"by": "command", "user": "ana", "permission": "rumours.redact_article"}
    assert heard.events() == [("permission given", told), ("permission taken", told)]


def test_users_made_changed_and_deleted(heard: Heard) -> None:
    bea = User.objects.create_user("bea", password=PASSWORD)
    bea.is_staff = bea.is_superuser = True
    bea.save()
    bea.set_password(f"{PASSWORD} 2")
    bea.save()
    bea.first_name = "Bea"
    bea.save()
    bea.delete()
    assert heard.events() == [
        ("user made", {"by": "command", "user": "bea", "is_active": True, "is_staff": False, "is_superuser": False}),
        ("rights changed", {"by": "command", "user": "bea", "is_staff": [False, True], "is_superuser": [False, True]}),
        ("password changed", {"by": "command", "user": "bea"}),
        ("user deleted", {"by": "command", "user": "bea"}),
    ]


def test_a_password_changed_at_the_desk_names_who(heard: Heard, ana: User) -> None:
    client = log_in("ana", PASSWORD)
    heard.events()
    new = "another horse entirely"
    client.post("/admin/password_change/", {"old_password": PASSWORD, "new_password1": new, "new_password2": new})
    assert heard.events() == [("password changed", {"by": "ana", "user": "ana", "address": FROM})]


def test_migrating_again_writes_nothing(heard: Heard) -> None:
    Group.objects.get(name="editor").permissions.clear()
    call_command("migrate", "rumours", verbosity=0)
    assert heard.events() == []
    assert Group.objects.get(name="editor").permissions.count() > 10
