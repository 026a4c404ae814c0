"""What cannot start says why in one line that names the setting, whether it is a command or the server."""

import subprocess
from pathlib import Path

import pytest

from config.stopping import BROKEN
from tests.config.test_start import COMPLETE, run
from tests.ports import free_port

pytestmark = pytest.mark.faults
AWAY = f"postgres://db@127.0.0.1:{free_port()}/rumours"
BROKEN_SETTINGS = {
    "no key": ({"SECRET_KEY": ""}, "SITE_ENV=production needs SECRET_KEY: set in the environment."),
    "an address of no database": ({"DATABASE_URL": "mysql://db/rumours"}, "DATABASE_URL must look like"),
    "a folder that cannot be": ({"SITE_ENV": "demo", "VAR_DIR": "/proc/none"}, "VAR_DIR is '/proc/none'; that folder"),
    "a limit that is none": ({"LIMIT_FORM": "many"}, "LIMIT_FORM is 'many'; it must look like"),
}


def serve(var: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """The server, which is expected to end by itself."""
    code = "import sys; from gunicorn.app.wsgiapp import run; sys.argv = ['gunicorn', *sys.argv[1:]]; run()"
    settings = {"PORT": str(free_port()), "WEB_WORKERS": "1", **environment}
    return run(var, settings, "-c", code, "--config", "python:config.server")


@pytest.mark.parametrize("what", BROKEN_SETTINGS)
def test_a_command(tmp_path: Path, what: str) -> None:
    broken, named = BROKEN_SETTINGS[what]
    result = run(tmp_path, {**COMPLETE, **broken}, "manage.py", "check")
    assert (result.returncode, result.stdout, result.stderr.count("\n")) == (BROKEN, "", 1)
    assert result.stderr.startswith(f"Stopped: {named}")


def test_a_command_whose_database_is_away(tmp_path: Path) -> None:
    result = run(tmp_path, {**COMPLETE, "DATABASE_URL": AWAY, "DATABASE_POOL": "0"}, "manage.py", "migrate")
    assert (result.returncode, result.stderr.count("\n")) == (BROKEN, 1)
    assert result.stderr.startswith("Stopped: the database of DATABASE_URL cannot be used: ")


@pytest.mark.parametrize(
    ("broken", "named"),
    [
        ({"SECRET_KEY": ""}, "Stopped: SITE_ENV=production needs SECRET_KEY: set in the environment."),
        ({"DATABASE_URL": "mysql://db/rumours"}, "Stopped: DATABASE_URL must look like"),
        ({}, "Stopped: VAR_DIR holds no collected static files: run manage.py collectstatic."),
    ],
)
def test_the_server(tmp_path: Path, broken: dict[str, str], named: str) -> None:
    result = serve(tmp_path, {**COMPLETE, **broken})
    assert (result.returncode, "Traceback" in result.stderr) == (BROKEN, False)
    assert [line for line in result.stderr.splitlines() if line.startswith(named)] != []
