"""A backup taken while the site is written to holds one moment, whole; restored it is the same, row by row."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.faults.cluster import tool
from tests.faults.site import ROOT, Site, lines_until
from tests.faults.test_importer import ARTICLES, STORED, TORN, folder

pytestmark = pytest.mark.faults
__all__ = ["folder"]
TABLES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    "postgresql": "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename",
}


def back_up(site: Site, folder: Path) -> Path:
    """As the runbook says."""
    url = site.environment["DATABASE_URL"] or f"sqlite:///{site.file}"
    path = os.pathsep.join([str(Path(tool("pg_dump")).parent), os.environ["PATH"]])
    command = ["bash", "config/deploy/backup.sh", str(folder)]
    environment = {**site.environment, "DATABASE_URL": url, "PATH": path}
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
    return Path(done.stdout.strip())


def restored(site: Site, backup: Path, var: Path) -> Site:
    """A site on what the backup holds."""
    var.mkdir()
    if not site.cluster:
        made = Site(var)
        made.file.write_bytes(backup.read_bytes())
        return made
    name = f"{site.database}_{var.name}"
    site.cluster.ask(f'CREATE DATABASE "{name}"')
    url = site.cluster.url(name)
    subprocess.run([tool("pg_restore"), "--exit-on-error", "--no-owner", "--dbname", url, str(backup)], check=True)
    return Site(var, url, site.cluster)


def contents(site: Site) -> dict[str, list[str]]:
    """Every row of every table."""
    vendor = "postgresql" if site.cluster else "sqlite"
    names = [name for (name,) in site.rows(TABLES[vendor])]
    return {name: sorted(map(repr, site.rows(f'SELECT * FROM "{name}"'))) for name in names}  # noqa: S608


def test_under_load(site: Site, folder: Path, tmp_path: Path) -> None:
    importer = site.manage("import_articles", str(folder))
    acknowledged = len(lines_until(importer.stdout, 5))
    backup = back_up(site, tmp_path / "backups")
    assert importer.wait(120) == 0
    then, later = restored(site, backup, tmp_path / "then"), tmp_path / "later"
    try:
        assert acknowledged <= then.number(STORED) <= ARTICLES == site.number(STORED)
        assert then.number(TORN) == 0
        assert "Every span stands" in then.must("check_spans")
        before = contents(then)
        then.must("refresh")
        changed = [name for name, rows in contents(then).items() if rows != before[name] and "version" not in name]
        assert changed == []
        at_rest = restored(site, back_up(site, tmp_path / "backups"), later)
        assert contents(at_rest) == contents(site)
        at_rest.close()
    finally:
        then.close()
