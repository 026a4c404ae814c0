"""Real processes: what one of them publishes every worker of its host shows at once, another host within a second."""

import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import override_settings

from tests.factories import ClubFactory

WRITER = """
import django; django.setup()
from django.db import transaction
from rumours.models import Club, version
if {killed}:
    import os
    version.tell = lambda numbers: os.kill(os.getpid(), 9)
with transaction.atomic():
    club = Club.objects.get(slug="milan")
    club.name = {name!r}
    club.save()
"""
# A host is a memory that its processes share, and the folder that it stands in.
Environment = dict[str, str]


@pytest.fixture
def environment(tmp_path: Path, transactional_db: None) -> Environment:
    """What every host has in common: the database of this test."""
    ClubFactory(name="Milan", slug="milan", is_reference=True)
    if connection.vendor == "sqlite":
        copy = sqlite3.connect(tmp_path / "site.sqlite3")
        connection.ensure_connection()
        connection.connection.backup(copy)
        copy.close()
        url = f"sqlite:///{tmp_path}/site.sqlite3"
    else:
        name = connection.settings_dict["NAME"]
        url = os.environ["DATABASE_URL"].rpartition("/")[0] + f"/{name}"
    with override_settings(
        VAR_DIR=tmp_path,
        STATIC_ROOT=tmp_path / "static",
        STORAGES={**settings.STORAGES, "staticfiles": {"BACKEND": "config.static.PrivateManifestStorage"}},
    ):
        call_command("collectstatic", "--noinput", verbosity=0)
    return {
        **os.environ, "DATABASE_URL": url, "SITE_ENV": "demo", "SECRET_KEY": "x" * 50, "WEB_WORKERS": "2",
        "DJANGO_SETTINGS_MODULE": "config.settings", "LOG_LEVEL": "WARNING",
    }  # fmt: skip


@pytest.fixture
def host(tmp_path: Path, environment: Environment) -> Iterator[Callable[[str], tuple[int, Environment]]]:
    """Starts the site as a host of its own; gives its port and environment."""
    servers: list[subprocess.Popen[bytes]] = []

    def start(name: str) -> tuple[int, Environment]:
        folder = tmp_path / name
        folder.mkdir()
        for files in ("static", "static-manifest"):
            shutil.copytree(tmp_path / files, folder / files)
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        here = {**environment, "VAR_DIR": str(folder), "PORT": str(port)}
        command = [sys.executable, "-m", "gunicorn", "--config", "python:config.server"]
        servers.append(subprocess.Popen(command, env=here, cwd=settings.BASE_DIR))
        _wait_for(port)
        return port, here

    yield start
    for server in servers:
        server.send_signal(signal.SIGTERM)
    for server in servers:
        server.wait(30)


def shown(port: int) -> str:
    """The club's page, by a connection of its own, so that any worker may answer."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/clubs/milan/", timeout=30) as answer:
        return str(answer.read().decode())


def write(here: Environment, name: str, killed: bool = False) -> None:
    """Rename the club in a process of its own, which is killed right after its commit where `killed` says so."""
    done = subprocess.run(
        [sys.executable, "-c", WRITER.format(name=name, killed=killed)], env=here, cwd=settings.BASE_DIR, timeout=120
    )
    assert done.returncode == (-signal.SIGKILL if killed else 0)


def test_several_workers_and_hosts(host: Callable[[str], tuple[int, Environment]]) -> None:
    (one, here), (two, _) = host("one"), host("two")
    for port in (one, two):
        assert all("Milan" in shown(port) for _ in range(12))
    write(here, "Milano")
    assert all("Milano" in shown(one) for _ in range(12)), "every worker of the host that took the write, at once"
    time.sleep(1)
    assert all("Milano" in shown(two) for _ in range(12)), "another host within a second"
    write(here, "Meneghina", killed=True)
    time.sleep(1)
    for port in (one, two):
        assert all("Meneghina" in shown(port) for _ in range(12)), "also where the writer died before it could tell"


def _wait_for(port: int) -> None:
    until = time.monotonic() + 90
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
