"""The site behind its kept pages, with versions as they are outside tests; and a walk through it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.contrib.auth.models import User
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.test import Client

from tests import factories as make
from tests.cache.site import Site
from tests.cache.walk import Walk
from tests.cache.world import World, make_world


@pytest.fixture
def versions_file(tmp_path: Path, settings: LazySettings) -> Path:
    settings.VERSIONS_FILE = str(tmp_path / "versions")
    settings.ALLOWED_HOSTS = ["testserver"]
    return tmp_path / "versions"


@pytest.fixture
def site(versions_file: Path, transactional_db: None) -> Iterator[Site]:
    """The real application; every change in a test is committed, as an editor's is."""
    yield Site(WSGIHandler())


@pytest.fixture
def world(site: Site) -> World:
    return make_world()


@pytest.fixture
def chief(world: World, client: Client) -> User:
    user: User = make.ChiefFactory(username="chief")
    client.force_login(user)
    return user


@pytest.fixture
def walk(site: Site, world: World, client: Client, chief: User) -> Iterator[Walk]:
    """On SQLite: what a change touches is told by the code. That PostgreSQL counts, others see to (test_processes)."""
    if connection.vendor != "sqlite":
        pytest.skip("walked on SQLite only")
    walk = Walk(site, world, client, chief)
    with walk.leaps:
        yield walk
