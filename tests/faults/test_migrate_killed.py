"""`migrate` is killed again and again: the next run goes on where it was, to the same tables as without any kill."""

import time
from pathlib import Path

import pytest

from tests.faults.cluster import Cluster
from tests.faults.site import Site, close, lines_until

pytestmark = pytest.mark.faults
SQLITE = "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name"
POSTGRESQL = (
    "SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns"
    " WHERE table_schema = 'public' ORDER BY table_name, column_name",
    "SELECT c.relname, i.indisvalid, pg_get_indexdef(i.indexrelid) FROM pg_index i"
    " JOIN pg_class c ON c.oid = i.indexrelid WHERE c.relname NOT LIKE 'pg_%' ORDER BY c.relname",
    "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint"
    " WHERE conrelid::regclass::text NOT LIKE 'pg_%' ORDER BY 1, 2",
)
# So many lines of what it prints are waited for, then so many seconds.
KILLS = ((4, 0.0), (9, 0.05), (6, 0.3))


def schema(site: Site) -> list[object]:
    return [site.rows(sql) for sql in (POSTGRESQL if site.cluster else (SQLITE,))]


def kill_while_migrating(site: Site) -> None:
    for number, wait in KILLS:
        migrating = site.manage("migrate", "--no-color")
        lines_until(migrating.stdout, number)
        time.sleep(wait)
        close(migrating)


def test_on_sqlite(on_sqlite: Site, tmp_path: Path) -> None:
    site = Site(tmp_path)
    kill_while_migrating(site)
    site.must("migrate", "--verbosity", "0")
    site.must("migrate", "--check", "--verbosity", "0")
    assert schema(site) == schema(on_sqlite)
    assert site.rows("PRAGMA integrity_check") == [("ok",)]
    site.close()


def test_on_postgresql(on_postgresql: Site, cluster: Cluster, tmp_path: Path) -> None:
    cluster.ask("CREATE DATABASE migrated_in_pieces")
    site = Site(tmp_path, cluster.url("migrated_in_pieces"), cluster)
    kill_while_migrating(site)
    site.must("migrate", "--verbosity", "0")
    site.must("migrate", "--check", "--verbosity", "0")
    assert schema(site) == schema(on_postgresql)
    site.close()
