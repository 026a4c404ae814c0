"""Two web hosts behind nginx, a primary with a streaming replica, pgbouncer and Redis: all on this machine.

Host one keeps a pool of its own, host two goes through pgbouncer to the primary; both read from the replica.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import psycopg

from config.env import SETTINGS
from tests.machines.programs import ROOT, Program, as_servant, postgres, program, until
from tests.machines.visitor import HOST, Answer, Editor, Visitor
from tests.ports import free_port

NAME, PASSWORD = "ana", "a pass phrase of the newsroom"
PRIMARY_OPTIONS = (
    "fsync=off", "synchronous_commit=off", "full_page_writes=off", "wal_level=replica", "max_wal_senders=4",
    "hot_standby=on", "max_connections=60", "shared_buffers=32MB", "log_statement=all", "logging_collector=off",
)  # fmt: skip


class Cluster(Program):
    """A PostgreSQL server in a folder of its own."""

    def __init__(self, name: str, home: Path) -> None:
        port = free_port()
        self.data = home / name
        options = [f"-c{option}" for option in PRIMARY_OPTIONS]
        where = [f"-p{port}", "-clisten_addresses=127.0.0.1", f"-cunix_socket_directories={home}"]
        command = [*as_servant(home), postgres("postgres"), "-D", str(self.data), *where, *options]
        super().__init__(name, command, home, port)

    def ready(self) -> Program:
        until(self._answers, f"{self.name} answers", 60)
        return self

    def _answers(self) -> bool:
        try:
            self.ask("SELECT 1")
        except psycopg.OperationalError:
            return not self._runs()
        return True

    def ask(self, sql: str, database: str = "postgres") -> list[Any]:
        """The rows of one statement, as the owner of the cluster."""
        with self.connect(database) as connection:
            cursor = connection.execute(sql.encode())
            return cursor.fetchall() if cursor.description else []

    def connect(self, database: str = "postgres") -> psycopg.Connection[Any]:
        return psycopg.connect(
            host="127.0.0.1", port=self.port, user="postgres", dbname=database, autocommit=True, connect_timeout=5
        )

    def url(self, database: str = "stage") -> str:
        return f"postgres://postgres@127.0.0.1:{self.port}/{database}"


class Site(Program):
    """A web host, which listens before it can answer."""

    def ready(self) -> Program:
        until(self._serves, f"{self.name} serves", 120)
        return self

    def _serves(self) -> bool:
        try:
            return self._runs() and Visitor(self.port, tls=False).get("/healthz").status == 200
        except OSError:
            return False


class Stage:
    """Everything that runs. `home` must be short and may be entered by every user."""

    def __init__(self, home: Path) -> None:
        self.home = home
        rows = home / "rows"
        rows.mkdir()
        self.primary, self.replica = Cluster("primary", rows), Cluster("replica", rows)
        self.redis, self.bouncer = _redis(home), _bouncer(home, self.primary)
        self.hosts = [self._host("one", self.primary.url(), "no"), self._host("two", self._bounced(), "yes")]
        self.plain_port = free_port()
        self.nginx = _nginx(home, [host.port for host in self.hosts], self.plain_port)

    @property
    def programs(self) -> list[Program]:
        return [self.nginx, *self.hosts, self.bouncer, self.redis, self.replica, self.primary]

    def raise_curtain(self) -> None:
        """Start all, in the order in which they need each other."""
        self.redis.start()
        collecting = self._later("manage.py", "collectstatic", "--noinput", "--verbosity", "0")
        self._start_databases()
        self.bouncer.start().ready()
        self._fill()
        finished(collecting)
        for part in ("static", "static-manifest"):
            shutil.copytree(self.home / "var-one" / part, self.home / "var-two" / part, dirs_exist_ok=True)
        for started in (*self.hosts, self.nginx):
            started.start()
        for started in (self.redis, *self.hosts, self.nginx):
            started.ready()
        self.meets_replica()

    def _fill(self) -> None:
        """Tables, reference data and an editor, by the commands of the site in one process."""
        reference = sorted(map(str, (ROOT / "tests/articles/reference").glob("*.csv")))
        code = (
            "from django.core.management import call_command as do\n"
            "import django; django.setup()\n"
            "do('migrate', verbosity=0)\n"
            f"do('load_reference', *{reference!r})\n"
            f"do('createsuperuser', interactive=False, username={NAME!r}, email='{NAME}@{HOST}')\n"
        )
        finished(self._later("-c", code, DJANGO_SETTINGS_MODULE="config.settings"))
        self.primary.ask("CREATE DATABASE moving TEMPLATE stage")

    def _start_databases(self) -> None:
        quiet: dict[str, Any] = {"check": True, "cwd": self.home, "stdout": subprocess.DEVNULL}
        servant = as_servant(self.home / "rows")
        where = ["-h", "127.0.0.1", "-p", str(self.primary.port), "-U", "postgres"]
        rules = ["-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync", "-D", str(self.primary.data)]
        subprocess.run([*servant, postgres("initdb"), *rules], **quiet)
        self.primary.start().ready()
        taken = ["-D", str(self.replica.data), "-R", "-X", "stream", "-c", "fast", "--no-sync"]
        subprocess.run([*servant, postgres("pg_basebackup"), *where, *taken], **quiet)
        self.replica.start()
        self.primary.ask("CREATE DATABASE stage")
        self.replica.ready()

    def _host(self, name: str, database: str, bounced: str) -> Site:
        port, var = free_port(), self.home / f"var-{name}"
        var.mkdir()
        settings = {
            "SITE_ENV": "production", "SECRET_KEY": "k" * 20 + "0123456789abcdefghijklmnopqrstuv",
            "ALLOWED_HOSTS": HOST, "SITE_URL": f"https://{HOST}", "CONTACT": f"desk@{HOST}", "STAFF_OTP": "off",
            "BEHIND_PROXY": "yes", "DATABASE_URL": database, "PGBOUNCER": bounced,
            "REPLICA_URLS": self.replica.url(), "CACHE_URL": f"redis://127.0.0.1:{self.redis.port}/0",
            "VAR_DIR": str(var), "PORT": str(port), "WEB_WORKERS": "2", "LIMIT_SEARCH": "100000/60",
        }  # fmt: skip
        bare = dict.fromkeys(SETTINGS, "")
        command = [sys.executable, "-m", "gunicorn", "--config", "python:config.server"]
        return Site(f"host-{name}", command, self.home, port, **{**bare, **settings})

    def _bounced(self) -> str:
        return f"postgres://postgres@127.0.0.1:{self.bouncer.port}/rumours"

    def manage(self, *arguments: str, **environment: str) -> str:
        """manage.py as on host one, straight at the primary; what it printed."""
        return finished(self._later("manage.py", *arguments, **environment))

    def _later(self, *arguments: str, **environment: str) -> "subprocess.Popen[str]":
        made = {**os.environ, **self.hosts[0].environment, "DJANGO_SUPERUSER_PASSWORD": PASSWORD, **environment}
        return subprocess.Popen(
            [sys.executable, *arguments], cwd=ROOT, env=made, text=True, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )  # fmt: skip

    def close(self) -> None:
        for each in self.programs:
            each.kill()

    # What the tests ask of it

    def reader(self, host: int | None = None) -> Visitor:
        """Somebody without a cookie: at nginx, or at one of the hosts."""
        return Visitor(self.nginx.port, tls=True) if host is None else Visitor(self.hosts[host].port, tls=False)

    def editor(self, host: int | None = None) -> Editor:
        """A member of staff who has logged in, at nginx or at one of the hosts."""
        made = Editor(self.nginx.port, tls=True) if host is None else Editor(self.hosts[host].port, tls=False)
        made.log_in(NAME, PASSWORD)
        return made

    def editor_page_without_hosts(self) -> Answer:
        """What nginx says for a page that it never keeps."""
        return self.reader().get("/admin/")

    def asked_of_replica(self, marker: str) -> int:
        """How often a word occurs in what the replica was asked."""
        return self.replica.said().count(marker)

    def meets_replica(self) -> None:
        """Wait until both hosts read from the replica."""
        for host in (0, 1):
            until(lambda host=host: self.reads_replica(host), f"host {host} reads from the replica")  # type: ignore[misc]

    def reads_replica(self, host: int) -> bool:
        marker = f"no-such-club-{os.urandom(6).hex()}"
        assert self.reader(host).get(f"/clubs/{marker}/").status == 404
        return self.asked_of_replica(marker) > 0


def finished(command: "subprocess.Popen[str]") -> str:
    """What it printed, once it has ended well."""
    printed, complaints = command.communicate(timeout=300)
    assert command.returncode == 0, complaints[-3000:]
    return printed


def _redis(home: Path) -> Program:
    port = free_port()
    command = [program("redis-server"), "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(home)]
    return Program("redis", command, home, port)


def _bouncer(home: Path, primary: Cluster) -> Program:
    """config/deploy/pgbouncer.ini with the places of this stage."""
    folder, port = home / "bouncer", free_port()
    folder.mkdir()
    text = changed(
        (ROOT / "config/deploy/pgbouncer.ini").read_text(),
        {
            "host=10.0.0.21 port=5432": f"host=127.0.0.1 port={primary.port}",
            "dbname=rumours": "dbname=stage",
            "listen_port = 6432": f"listen_port = {port}\nunix_socket_dir =",
            "auth_type = scram-sha-256": "auth_type = trust",
            "/etc/pgbouncer/userlist.txt": str(folder / "userlist.txt"),
        },
    )
    (folder / "userlist.txt").write_text('"postgres" ""\n')
    (folder / "pgbouncer.ini").write_text(text)
    command = [*as_servant(folder), program("pgbouncer"), str(folder / "pgbouncer.ini")]
    return Program("bouncer", command, home, port)


def _nginx(home: Path, hosts: list[int], plain: int) -> Program:
    """config/deploy/nginx/rumours.conf with the places of this stage, in the smallest file around it."""
    folder, port = home / "nginx", free_port()
    folder.mkdir()
    certificate = ["-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem"), "-subj", f"/CN={HOST}"]
    subprocess.run(
        [program("openssl"), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", *certificate],
        check=True, capture_output=True,
    )  # fmt: skip
    text = changed(
        (ROOT / "config/deploy/nginx/rumours.conf").read_text(),
        {
            "server 10.0.0.11:8000": f"server 127.0.0.1:{hosts[0]}",
            "server 10.0.0.12:8000": f"server 127.0.0.1:{hosts[1]}",
            "/etc/letsencrypt/live/rumours.example/fullchain.pem": str(folder / "cert.pem"),
            "/etc/letsencrypt/live/rumours.example/privkey.pem": str(folder / "key.pem"),
            "/var/cache/nginx/rumours": str(folder / "cache"),
            "    listen [::]:80": "    #",
            "    listen [::]:443": "    #",
            "listen 80": f"listen 127.0.0.1:{plain}",
            "listen 443": f"listen 127.0.0.1:{port}",
        },
    )
    (folder / "rumours.conf").write_text(text)
    temporary = " ".join(
        f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user root;" if os.getuid() == 0 else ""
    (folder / "nginx.conf").write_text(
        f"{user} daemon off; pid {folder}/pid; error_log stderr; worker_processes 1; events {{}}\n"
        f"http {{ access_log off; default_type text/plain; {temporary} include {folder}/rumours.conf; }}\n"
    )
    return Program("nginx", [program("nginx"), "-c", str(folder / "nginx.conf"), "-e", "stderr"], home, port)


def changed(text: str, places: dict[str, str]) -> str:
    """The text with each place in it changed; each must be there, else the file has moved on from its test."""
    for old, new in places.items():
        assert old in text, f"not in the file any more: {old}"
        text = text.replace(old, new)
    return text
