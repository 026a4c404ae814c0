"""Editors of each group at the desk."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from tests.factories import UserFactory

Login = Callable[[str], Client]


@pytest.fixture
def user_of(db: None) -> Callable[[str], User]:
    """Makes a member of staff of a group."""

    def make(group: str) -> User:
        user: User = UserFactory(username=group)
        user.groups.add(Group.objects.get(name=group))
        return user

    return make


@pytest.fixture
def logged_in(user_of: Callable[[str], User]) -> Login:
    """A client logged in as a member of a group."""

    def log_in(group: str) -> Client:
        client = Client()
        client.force_login(user_of(group))
        return client

    return log_in


@pytest.fixture
def chief(logged_in: Login) -> Client:
    return logged_in("chief")


@pytest.fixture
def editor(logged_in: Login) -> Client:
    return logged_in("editor")


@pytest.fixture
def contributor(logged_in: Login) -> Client:
    return logged_in("contributor")
