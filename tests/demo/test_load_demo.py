"""manage.py load_demo: the same world from the same seed and day, once."""

import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from rumours.demo import Made
from tests.demo.conftest import ANCHOR, SEEDS
from tests.demo.dumping import dump
from tests.migrated import copy_to

ROOT = SEEDS.parent


def manage(*args: str, var: Path) -> str:
    env = {**os.environ, "VAR_DIR": str(var), "SITE_ENV": "demo", "PYTHONHASHSEED": "7"}
    env.pop("DATABASE_URL", None)
    command = [sys.executable, "manage.py", *args]
    return subprocess.run(command, cwd=ROOT, env=env, check=True, capture_output=True, text=True).stdout


@pytest.mark.django_db
def test_another_database_and_process_get_the_same_world(demo_world: Made, tmp_path: Path) -> None:
    copy_to(tmp_path)
    manage("load_reference", *map(str, sorted(SEEDS.glob("*.csv"))), var=tmp_path)
    manage("load_demo", "--anchor", str(ANCHOR), var=tmp_path)
    script = "from tests.demo.dumping import dump; print('\\x00'.join(dump()), end='')"
    there = manage("shell", "--no-imports", "--command", script, var=tmp_path).split("\0")
    assert there == dump()


@pytest.mark.django_db
def test_a_second_load_says_that_it_changed_nothing(demo_world: Made) -> None:
    output = StringIO()
    call_command("load_demo", stdout=output)
    assert output.getvalue() == (
        "The demo world is here already, and nothing was changed: "
        f"{demo_world.clubs} clubs, {demo_world.players} players, {demo_world.articles} articles, "
        f"{demo_world.links} links.\n"
    )
