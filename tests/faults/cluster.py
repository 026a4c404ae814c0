"""A PostgreSQL server of the tests' own, that keeps its promises (fsync on) and may be killed."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

import psycopg

from tests.ports import free_port

_FOLDERS = (os.environ.get("POSTGRES_BIN", ""), *sorted(map(str, Path("/usr/lib/postgresql").glob("*/bin"))))


def tool(name: str) -> str:
    """The path of one of PostgreSQL's programs; never skipped in silence where it is missing."""
    on_path = shutil.which("initdb")
    folders = [*_FOLDERS, str(Path(on_path).resolve().parent) if on_path else ""]
    found = next((Path(folder) / name for folder in folders if folder and (Path(folder) / name).exists()), None)
    assert found, f"the fault tests need PostgreSQL's {name} (Debian: apt-get install postgresql)"
    return str(found)


class Cluster:
    """`template` is the database that others are copied from."""

    template = "template_of_site"

    def __init__(self) -> None:
        self.home = Path(tempfile.mkdtemp(prefix="rumours-faults-", dir="/tmp"))
        self.data, self.port = self.home / "data", free_port()
        self._servant = self._as_servant()
        self._pg("initdb", "-D", str(self.data), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "-k")
        self.start()

    def _as_servant(self) -> list[str]:
        """What stands before a command: PostgreSQL refuses to run as root."""
        if os.getuid() != 0:
            return []
        names = {user.pw_name for user in pwd.getpwall()}
        user = "postgres" if "postgres" in names else "nobody"
        shutil.chown(self.home, user)
        return ["runuser", "-u", user, "--"]

    def _pg(self, name: str, *arguments: str) -> None:
        command = [*self._servant, tool(name), *arguments]
        subprocess.run(command, cwd=self.home, check=True, stdout=subprocess.DEVNULL)

    def start(self) -> None:
        options = (
            f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={self.home} -c max_connections=40"
        )
        self._pg("pg_ctl", "-D", str(self.data), "-l", str(self.home / "log"), "-o", options, "-w", "start")

    def kill(self) -> None:
        """kill -9, as when the kernel does; wait until all of its processes have noticed."""
        pid = int((self.data / "postmaster.pid").read_text().split()[0])
        os.kill(pid, signal.SIGKILL)
        end = time.monotonic() + 30
        while subprocess.run(["pgrep", "-g", str(pid)], stdout=subprocess.DEVNULL, check=False).returncode == 0:
            assert time.monotonic() < end, "processes of the killed server live on"
            time.sleep(0.05)

    def stop(self) -> None:
        subprocess.run(
            [*self._servant, tool("pg_ctl"), "-D", str(self.data), "-m", "immediate", "-w", "stop"],
            cwd=self.home, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        shutil.rmtree(self.home, ignore_errors=True)

    def url(self, database: str, port: int | None = None) -> str:
        return f"postgres://postgres@127.0.0.1:{port or self.port}/{database}"

    def ask(self, sql: str, database: str = "postgres") -> list[tuple[Any, ...]]:
        """The rows of a statement on a connection of its own."""
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            cursor = connection.execute(sql)
            return cursor.fetchall() if cursor.description else []

    def give(self, folder: Path) -> None:
        """Let the server's user write there."""
        if self._servant:
            shutil.chown(folder, self._servant[2])
