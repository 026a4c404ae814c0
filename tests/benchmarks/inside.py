"""The site inside one process, without a server: asked by lines of JSON, it answers each with one.

`python -m tests.benchmarks.inside` on the database of the environment. Questions: {"do": "page", "path", "times"},
{"do": "statements", "path"}, {"do": "lookups", "paths", "most"}, {"do": "club"}, {"do": "gazetteers"}.
"""

import gc
import json
import os
import sys
from contextlib import ExitStack
from functools import partial
from time import perf_counter
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
LOOKED_UP = 5  # times: what else the machine does is not the database's
PASSING = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "SET ")


def main() -> None:
    """Answer until the questions end."""
    from django.conf import settings
    from django.db.backends.signals import connection_created

    django.setup()
    if path := os.environ.get("BENCH_SEARCH_PATH"):
        connection_created.connect(partial(_search, path), weak=False)
    settings.ROOT_URLCONF = "tests.benchmarks.stock"
    site = Inside()
    for line in sys.stdin:
        question = json.loads(line)
        answer = getattr(site, f"do_{question.pop('do')}")(**question)
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def _search(path: str, connection: Any, **kwargs: Any) -> None:
    """Let a new connection look for tables in these schemas; what is set in PGOPTIONS the site's own options undo."""
    with connection.cursor() as cursor:
        cursor.execute("select set_config('search_path', %s, false)", [path])


class Inside:
    """A reader and the editor of the built world, each with his own session."""

    def __init__(self) -> None:
        from django.contrib.auth.models import User
        from django.test import Client

        self.reader, self.editor = Client(SERVER_NAME="127.0.0.1"), Client(SERVER_NAME="127.0.0.1")
        self.editor.force_login(User.objects.get(pk=1), "config.backends.StaffBackend")

    def do_page(self, path: str, times: int) -> dict[str, Any]:
        """Seconds of each of so many requests, and the HTML of the last."""
        seconds = []
        for _ in range(times):
            began = perf_counter()
            response = self._get(path)
            seconds.append(perf_counter() - began)
        return {"seconds": seconds, "text": response.content.decode()}

    def do_statements(self, path: str) -> dict[str, Any]:
        """How many statements a page makes, and the PostgreSQL buffers they touch (null on SQLite)."""
        from django.db import connection

        self._get(path)
        found = self._captured(path)
        buffers = sum(map(_buffers, found)) if connection.vendor == "postgresql" else None
        return {"queries": len(found), "buffers": buffers}

    def do_lookups(self, paths: list[str], most: float) -> dict[str, Any]:
        """Seconds that the database needs for each page's own statements, at their best; `most` seconds in all."""
        from django.db import connection

        seconds: list[float] = []
        end = perf_counter() + most
        for path in paths:
            if perf_counter() > end:
                break
            asked = [(sql, params) for sql, params in self._captured(path) if '"rumours_' in sql]
            best = []
            with connection.cursor() as cursor:
                for _ in range(LOOKED_UP):
                    began = perf_counter()
                    for sql, params in asked:
                        cursor.execute(sql, params)
                        cursor.fetchall()
                    best.append(perf_counter() - began)
            seconds.append(min(best))
        return {"seconds": seconds}

    def do_club(self) -> dict[str, Any]:
        """The most linked club, the number of its links, and some names to look up."""
        from rumours.models import Club, Player

        club = Club.objects.order_by("-link_count", "id")[0]
        names = list(Player.objects.order_by("id").values_list("folded", flat=True)[:4000:8])
        return {"address": club.get_absolute_url(), "links": club.link_count, "names": names}

    def do_gazetteers(self) -> dict[str, Any]:
        """How many gazetteers this process has built."""
        found = [each for each in gc.get_objects() if type(each).__name__ == "Gazetteer"]
        return {"built": len(found)}

    def _get(self, path: str) -> Any:
        who = self.editor if path.startswith(("/admin/", "/stock/")) else self.reader
        response = who.get(path, follow=True)
        if response.status_code != 200:
            raise RuntimeError(f"{path}: {response.status_code}")
        return response

    def _captured(self, path: str) -> list[tuple[str, Any]]:
        """The statements of a page with their parameters."""
        from django.db import connections

        found: list[tuple[str, Any]] = []

        def keep(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
            if not sql.startswith(PASSING):
                found.append((sql, params))
            return execute(sql, params, many, context)

        with ExitStack() as stack:
            for alias in connections:
                stack.enter_context(connections[alias].execute_wrapper(keep))
            self._get(path)
        return found


def _buffers(statement: tuple[str, Any]) -> int:
    """The shared buffers that one statement touches, its planning aside."""
    from django.db import connection

    sql, params = statement
    if not sql.startswith(("SELECT", "WITH", "select", "EXECUTE")):
        return 0
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {sql}", params)
        plan = cursor.fetchone()[0]
    top = (json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"]
    return int(top["Shared Hit Blocks"] + top["Shared Read Blocks"])


if __name__ == "__main__":
    main()
