"""What the runbook says is what is done: each of its blocks is run, in its order, on a stage of its own."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.env import SETTINGS
from tests.machines.programs import ROOT, Program, as_servant, postgres, until
from tests.machines.stage import Cluster, Site, Stage, changed
from tests.ports import free_port

DEPLOY = ROOT / "config" / "deploy"
RUNBOOK = (DEPLOY / "RUNBOOK.md").read_text()
BLOCKS = re.findall(r"^```sh( by-hand)?\n(.*?)^```$", RUNBOOK, re.M | re.S)
SITE_IS_THERE = "manage.py createsuperuser"  # after this block the units can be started
READY = "/readyz"


def test_every_block_is_one_or_the_other_and_a_shell_can_read_it() -> None:
    assert len(BLOCKS) == RUNBOOK.count("\n```") / 2
    for _, block in BLOCKS:
        assert subprocess.run(["bash", "-n"], input=block, text=True, check=False).returncode == 0, block


def test_every_file_and_command_it_names_exists() -> None:
    named = set(re.findall(r"config/deploy/[\w./*-]*\w|tests/[\w./]*\w|rumours/\w+\.py", RUNBOOK))
    assert [name for name in sorted(named) if not list(ROOT.glob(name))] == []


def test_the_example_names_settings_that_there_are_and_all_that_production_demands() -> None:
    named = set(re.findall(r"^([A-Z_]+)=", (DEPLOY / "environment.example").read_text(), re.M))
    assert named - set(SETTINGS) == set()
    assert {setting.name for setting in SETTINGS.values() if setting.demanded} - named == set()


def starts(unit: str) -> str:
    """What a unit of systemd starts."""
    found = re.search(r"^ExecStart=(.+)$", (DEPLOY / "systemd" / unit).read_text(), re.M)
    assert found
    return found[1]


class Place:
    """A machine in a folder: the checkout, the settings and the data lie there, a replica beside them."""

    def __init__(self, home: Path, stage: Stage) -> None:
        self.home, self.primary = home, stage.primary
        self.follower = Cluster("follower", home)
        self.port = free_port()
        admin = "postgres://postgres@127.0.0.1:{}/postgres"
        self.environment = {
            **{name: value for name, value in os.environ.items() if name not in SETTINGS},
            "ADMIN_URL": admin.format(stage.primary.port), "REPLICA_ADMIN_URL": admin.format(self.follower.port),
            "PATH": f"{Path(postgres('psql')).parent}{os.pathsep}{os.environ['PATH']}",
        }  # fmt: skip
        self._check_out()

    def _check_out(self) -> None:
        site = self.home / "srv"
        hidden = shutil.ignore_patterns("__pycache__", ".*", "var", "tests")
        shutil.copytree(ROOT, site, ignore=hidden)
        (site / ".venv").symlink_to((ROOT / ".venv").resolve())
        text = (DEPLOY / "environment.example").read_text()
        key = "k" * 20 + "0123456789abcdefghijklmnopqrstuv"
        (self.home / "environment").write_text(self.here(text.replace("SECRET_KEY=\n", f"SECRET_KEY={key}\n")))

    def here(self, text: str) -> str:
        """The text with the places of this machine."""
        places = {
            "/srv/rumours/site": str(self.home / "srv"),
            "/etc/rumours/environment": str(self.home / "environment"),
            "/etc/rumours/direct": str(self.home / "direct"),
            "/var/lib/rumours": str(self.home / "var"),
            "/var/lib/postgresql/15/main": str(self.follower.data),
            "10.0.0.21:5432": f"127.0.0.1:{self.primary.port}",
            "10.0.0.11:8000": f"127.0.0.1:{self.port}",
        }
        return changed(text, {old: new for old, new in places.items() if old in text})

    def run(self, block: str) -> str:
        """Run a block as whoever has read the settings; what it printed."""
        before = 'set -a; [ ! -e "$0" ] || . "$0"; set +a; cd "$1"\n'
        command = ["bash", "-euo", "pipefail", "-c", before + self.here(block), str(self.home / "environment")]
        done = subprocess.run(
            [*command, str(self.home / "srv")], env=self.environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{block}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def unit(self, name: str) -> Program:
        """What systemd would run."""
        start = f'set -a; . "$0"; set +a; cd {self.home}/srv; exec {self.here(starts(name))}'
        command = ["bash", "-c", start, str(self.home / "environment")]
        bare = {name: "" for name in SETTINGS if name in os.environ}
        kind = Site if "gunicorn" in start else Program
        return kind(name, command, self.home, self.port, **bare)


@pytest.fixture
def place(stage: Stage, tmp_path: Path) -> Iterator[Place]:
    home = stage.home / "place"
    home.mkdir()
    made = Place(home, stage)
    yield made
    made.follower.kill()


@pytest.mark.machines
def test_what_the_runbook_says_works_in_its_order(place: Place) -> None:
    web, worker = place.unit("rumours-web.service"), place.unit("rumours-worker.service")
    printed = {}
    try:
        for by_hand, block in BLOCKS:
            if by_hand and "postgresql@15-main" in block:
                _start_follower(place)
            elif not by_hand:
                printed[block] = place.run(block)
            if SITE_IS_THERE in block:
                web.start().ready()
                worker.start()
        until(lambda: "The worker runs" in worker.said(), "the worker runs")
    finally:
        for unit in (web, worker):
            unit.kill()
    said = {marker: next(text for block, text in printed.items() if marker in block) for marker in SAID}
    assert {marker: bool(re.search(expected, said[marker])) for marker, expected in SAID.items()} == dict.fromkeys(
        SAID, True
    )


# A word of each block that prints something, and what it prints.
SAID = {
    READY: r"^ready\n$",
    "token_urlsafe(60))'\n": r"^[\w-]{80}\n",
    "ls -l": r"rumours-\d{8}T\d{6}Z\.dump",
    "check_spans": r"0 links recomputed",
    "pg_stat_replication": r"streaming",
    "pg_is_in_recovery": r"(?m)^f$",
    "reset_second_factor": r"ana",
}


def _start_follower(place: Place) -> None:
    """As Debian's own unit would; the folder was made by the block before."""
    as_servant(place.home)
    place.follower.start().ready()


@pytest.mark.machines
def test_a_key_that_was_rotated_still_opens_what_it_signed(stage: Stage) -> None:
    editor = stage.editor(0)
    host = stage.hosts[0]
    before = host.environment["SECRET_KEY"]
    host.kill()
    host.environment |= {"SECRET_KEY": "n" * 20 + before[20:], "SECRET_KEY_FALLBACKS": before}
    host.start().ready()
    try:
        assert editor.get("/admin/").status == 200
    finally:
        host.kill()
        host.environment |= {"SECRET_KEY": before, "SECRET_KEY_FALLBACKS": ""}
        host.start().ready()
