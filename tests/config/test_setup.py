"""What the scripts of config/setup/ rest on: each variable of the site, and the tools that each kind of tests needs."""

import os
import subprocess
from pathlib import Path

import pytest

from config.env import SETTINGS

ROOT = Path(__file__).resolve().parents[2]


def bash(code: str, path: str = "", **environment: str) -> str:
    """What a script prints, in the root of the project; `path` in place of the usual folders of programs."""
    known = {"PATH": path or os.environ["PATH"], **environment}
    done = subprocess.run(
        ["/bin/bash", "-euo", "pipefail", "-c", code], cwd=ROOT, env=known, text=True, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize(
    ("kept", "left"),
    [
        ("", set()),
        ("PORT VAR_DIR", {"PORT", "VAR_DIR"}),
        ("'LIMIT_*'", {name for name in SETTINGS if name.startswith("LIMIT_")}),
    ],
)
def test_every_setting_is_taken_away_but_those_that_are_named(kept: str, left: set[str]) -> None:
    code = f"source config/setup/own_settings.sh; unset_settings {kept}; env"
    printed = bash(code, **dict.fromkeys(SETTINGS, "given"), OTHER="given")
    found = {line.partition("=")[0] for line in printed.splitlines() if line.endswith("=given")}
    assert found == left | {"OTHER"}


SERVERS = {"nginx-light", "pgbouncer", "redis-server", "openssl", "curl"}
BROWSER = {"chromium", "fonts-dejavu-core", "libatomic1"}


@pytest.mark.parametrize(
    ("mode", "database", "missing"),
    [
        ("full", "", {"postgresql", *BROWSER}),
        ("full", "postgres://db/test", BROWSER),
        ("faults", "", {"postgresql"}),
        ("faults", "postgres://db/test", {"postgresql"}),  # they kill a server of their own
        ("machines", "", {"postgresql", *SERVERS}),
    ],
)
def test_on_a_bare_machine_each_kind_of_tests_asks_for_what_it_needs(
    mode: str, database: str, missing: set[str]
) -> None:
    bare = (
        "source config/setup/tools.sh; first_on_disk() { return 1; }; has_fonts() { return 1; }; "
        f"find_postgres() {{ return 1; }}; mode={mode}; missing_packages"
    )
    assert set(bash(bare, TEST_DATABASE_URL=database).split()) == missing
