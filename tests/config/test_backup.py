"""What a backup tells the programs it calls: never a password where everybody reads it, never through a pgbouncer."""

import os
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "config/deploy/backup.sh"
DUMP = """#!/bin/sh
printf "%s\\n" "$PGPASSWORD" "$@" >"$SAID"
for each; do case $each in --file=*) : >"${each#--file=}" ;; esac; done
"""


def back_up(tmp_path: Path, url: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run it with a pg_dump that writes down what it hears."""
    programs = tmp_path / "programs"
    programs.mkdir()
    for name, text in (("pg_dump", DUMP), ("pg_restore", "#!/bin/sh\n")):
        (programs / name).write_text(text)
        (programs / name).chmod(0o755)
    known = {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "SAID": str(tmp_path / "said"), "DATABASE_URL": url}
    command = ["bash", str(SCRIPT), str(tmp_path / "backups")]
    return subprocess.run(command, env={**known, **environment}, text=True, capture_output=True, check=False)


@pytest.mark.parametrize(
    ("url", "password", "address"),
    [
        ("postgres://ana:p%40ss%2F1@db.example:5433/rumours", "p@ss/1", "postgres://ana@db.example:5433/rumours"),
        ("postgresql://ana@db/rumours?sslmode=require", "", "postgresql://ana@db/rumours?sslmode=require"),
        ("postgres:///rumours", "", "postgres:///rumours"),
    ],
)
def test_the_password_is_in_no_command_line(tmp_path: Path, url: str, password: str, address: str) -> None:
    done = back_up(tmp_path, url)
    assert done.returncode == 0, done.stderr
    said = (tmp_path / "said").read_text().splitlines()
    assert (said[0], said[-1]) == (password, address)
    assert [backup.suffix for backup in (tmp_path / "backups").iterdir()] == [".dump"]


def test_through_a_pgbouncer_there_is_none(tmp_path: Path) -> None:
    done = back_up(tmp_path, "postgres://ana:secret@db.example:6432/rumours", PGBOUNCER="yes")
    assert (done.returncode, done.stdout) == (2, "")
    assert "through which no backup goes" in done.stderr
    assert not (tmp_path / "said").exists()
