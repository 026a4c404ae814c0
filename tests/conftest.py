"""What every test stands on: no network but this machine, quick passwords, the same examples in every run."""

import socket
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from django.conf import settings
from django.core.signals import request_started
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.sqlite3.base import DatabaseWrapper as SQLiteWrapper
from django.db.backends.sqlite3.creation import DatabaseCreation as SQLiteCreation
from django.template.backends.jinja2 import Template as Jinja2Template
from django.test import override_settings
from django.test.signals import template_rendered
from django.test.utils import CaptureQueriesContext
from hypothesis import settings as hypothesis_settings

from rumours.editorial.shared_names import forget
from rumours.filters.indexes import indexes
from rumours.filters.names import forget_names
from rumours.models import version
from tests.migrated import filled

hypothesis_settings.register_profile("steady", derandomize=True, deadline=None)
hypothesis_settings.load_profile("steady")

LOOPBACK = ("127.", "::1", "localhost")


@pytest.fixture(autouse=True, scope="session")
def _own_database_is_left_alone() -> Iterator[None]:
    """Refuse to open the database of the site whose folder the tests run in: what stands there is somebody's work."""
    own = str(settings.DATABASES["default"]["NAME"])
    connect = SQLiteWrapper.get_new_connection

    def guarded(self: SQLiteWrapper, params: dict[str, Any]) -> Any:
        if str(params["database"]) == own:
            raise OwnDatabaseOpened("a test tried to open the site's own database")
        return connect(self, params)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SQLiteWrapper, "get_new_connection", guarded)
        yield


@pytest.fixture(scope="session")
def _migrations_have_run(_own_database_is_left_alone: None) -> Iterator[None]:
    """A test database on SQLite begins as a copy, so that no process of the tests runs all migrations again."""
    create = SQLiteCreation._create_test_db  # type: ignore[attr-defined]  # the stubs leave it out

    with pytest.MonkeyPatch.context() as patch, ExitStack() as held:

        def created(self: SQLiteCreation, *args: Any, **kwargs: Any) -> str:
            # Django's connection still means the site's own database here: it is not to be opened.
            name: str = create(self, *args, **kwargs)
            held.enter_context(filled(name))
            return name

        patch.setattr(SQLiteCreation, "_create_test_db", created)
        yield


@pytest.fixture(scope="session")
def django_db_setup(_migrations_have_run: None, django_db_setup: None) -> None:
    """As pytest-django's."""


class OwnDatabaseOpened(AssertionError):
    """A test reached for the database of the site."""


class NetworkUsed(AssertionError):
    """A test reached for another machine."""


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    """Refuse every connection and every look-up of a name that leaves this machine: a test serves what it reads."""
    connect, look_up = socket.socket.connect, socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_UNIX:
            _refuse_if_elsewhere(address[0])
        connect(self, address)

    def guarded_look_up(host: Any, *args: Any, **options: Any) -> Any:
        _refuse_if_elsewhere(host)
        return look_up(host, *args, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded_connect)
        patch.setattr(socket, "getaddrinfo", guarded_look_up)
        yield


def _refuse_if_elsewhere(host: Any) -> None:
    if host and not str(host).startswith(LOOPBACK):
        raise NetworkUsed(f"a test tried to reach {host}")


@pytest.fixture(autouse=True, scope="session")
def _quick_passwords() -> None:
    """Hash passwords as fast as can be: a slow hash is for real ones."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True, scope="session")
def _contexts_of_public_pages() -> Iterator[None]:
    """Let the test client see what a Jinja2 template was given (`response.context`), as it sees it of Django's own."""
    render = Jinja2Template.render

    def told(self: Any, context: Any = None, request: Any = None) -> Any:
        template_rendered.send(sender=self, template=self, context=dict(context or {}))
        return render(self, context, request)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Jinja2Template, "render", told)
        yield


@pytest.fixture(autouse=True, scope="session")
def _tasks_at_once() -> Iterator[None]:
    """A task is done where it is enqueued; a test of the worker asks for the database's backend itself."""
    with override_settings(TASKS={"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}):
        yield


@pytest.fixture(autouse=True, scope="session")
def _static_files_when_asked() -> None:
    """Look for a static file when it is asked for: each test's client would list some hundred of them anew."""
    settings.WHITENOISE_AUTOREFRESH = True


@pytest.fixture(autouse=True, scope="session")
def _no_limits() -> None:
    """Count nobody's requests: one process here is a thousand readers. The tests of limits set their own."""
    settings.LIMITS = {}


@pytest.fixture(autouse=True)
def _versions_of_this_test(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No other process hears of versions; and since most tests never commit, they move on where a commit would be.

    That is where the outermost transaction of the code under test ends, and before a request.
    """
    monkeypatch.setattr(settings, "VERSIONS_FILE", "")
    release = BaseDatabaseWrapper.savepoint_commit

    def release_and_settle(connection: BaseDatabaseWrapper, sid: str) -> None:
        release(connection, sid)
        if not connection.savepoint_ids:
            version.settle(connection.alias)

    def settle(**kwargs: Any) -> None:
        for connection in connections.all(initialized_only=True):
            version.settle(connection.alias)

    count = CaptureQueriesContext.__enter__

    def settle_and_count(context: CaptureQueriesContext) -> CaptureQueriesContext:
        settle()  # what the test itself has written before is not counted
        return count(context)

    monkeypatch.setattr(CaptureQueriesContext, "__enter__", settle_and_count)
    monkeypatch.setattr(BaseDatabaseWrapper, "savepoint_commit", release_and_settle)
    request_started.connect(settle)
    yield
    request_started.disconnect(settle)
    for connection in connections.all(initialized_only=True):
        connection.__dict__.pop(version._NOTED, None)
        connection.__dict__.pop("commit", None)


@pytest.fixture(autouse=True)
def _names_of_this_test() -> None:
    """A process keeps what it has read; ids and versions begin anew with each test and tell of no change."""
    forget()
    forget_names()
    indexes.forget()
