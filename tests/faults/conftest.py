"""The sites of the fault tests: migrated once on each database, and copied for each test."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.faults.cluster import Cluster
from tests.faults.site import NAME, PASSWORD, Site

DRAFTS = 16
PREPARE = f"""
from django.contrib.auth.models import User
from rumours.editorial.deriving import refresh_all
from rumours.editorial.publishing import publish
from tests.factories import ArticleFactory, ReportFactory
ana = User.objects.create_superuser({NAME!r}, password={PASSWORD!r})
for number in range({DRAFTS} + 1):
    article = ArticleFactory()
    ReportFactory(article=article)
publish(article, by=ana)
refresh_all()
"""
Make = Callable[[str], Site]


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    made = Cluster()
    yield made
    made.stop()


@pytest.fixture(scope="session")
def static(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the static files were collected once."""
    site = Site(tmp_path_factory.mktemp("static"))
    site.must("collectstatic", "--noinput", "--verbosity", "0")
    site.close()
    return site.var


@pytest.fixture(scope="session")
def on_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return _prepared(Site(tmp_path_factory.mktemp("template")))


@pytest.fixture(scope="session")
def on_postgresql(tmp_path_factory: pytest.TempPathFactory, cluster: Cluster) -> Site:
    cluster.ask(f"CREATE DATABASE {cluster.template}")
    return _prepared(Site(tmp_path_factory.mktemp("template"), cluster.url(cluster.template), cluster))


def _prepared(site: Site) -> Site:
    site.must("migrate", "--verbosity", "0")
    site.must("shell", "--verbosity", "0", "-c", PREPARE)
    site.close()
    return site


@pytest.fixture
def make(tmp_path: Path, static: Path, request: pytest.FixtureRequest) -> Iterator[Make]:
    """A site on "sqlite" or "postgresql" that this test has for itself."""
    made: list[Site] = []

    def one(vendor: str) -> Site:
        var = tmp_path / f"site{len(made)}"
        var.mkdir()
        for part in ("static", "static-manifest"):
            (var / part).symlink_to(static / part)
        shutil.copy(static / "secret_key", var)
        site = _on_sqlite(var, request) if vendor == "sqlite" else _on_postgresql(var, len(made), request)
        made.append(site)
        return site

    yield one
    for site in made:
        site.close()
        if site.cluster:
            site.cluster.ask(f'DROP DATABASE "{site.database}" WITH (FORCE)')


def _on_sqlite(var: Path, request: pytest.FixtureRequest) -> Site:
    template: Site = request.getfixturevalue("on_sqlite")
    site = Site(var)
    shutil.copy(template.file, site.file)
    return site


def _on_postgresql(var: Path, number: int, request: pytest.FixtureRequest) -> Site:
    request.getfixturevalue("on_postgresql")
    cluster: Cluster = request.getfixturevalue("cluster")
    name = f"{var.parent.name}_{number}".lower()
    cluster.ask(f'CREATE DATABASE "{name}" TEMPLATE {cluster.template}')
    return Site(var, cluster.url(name), cluster)


@pytest.fixture(params=["sqlite", "postgresql"])
def site(request: pytest.FixtureRequest, make: Make) -> Site:
    """A site on each database in turn."""
    return make(request.param)
