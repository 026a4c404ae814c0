"""One event is one line, whoever's words it holds; each bears the name of its request."""

import json
import logging
import sys
import time
from typing import Any

import pytest
from django.db import connection
from django.test import Client, RequestFactory

from config import request_ids, slow_queries
from config.logs import JsonFormatter, LineFormatter

FORGED = 'x\n2026-11-21T10:00:00.000Z INFO - rumours.audit: log-in {"by": "ana"}'
WORDS = [FORGED, "a\r\nb", "\x1b[2Jgone", "a\u2028b", "\u202egnp.exe", "\0", "ø ✓"]


def record(message: str, *args: Any, **extra: Any) -> logging.LogRecord:
    made = logging.LogRecord("rumours.test", logging.INFO, "file.py", 1, message, args, None)
    made.created = 1795255200.25
    made.__dict__.update(extra)
    return made


def failed(words: str) -> logging.LogRecord:
    made = record("it failed")
    try:
        raise ValueError(words)
    except ValueError:
        made.exc_info = sys.exc_info()
    return made


def test_a_line_tells_time_level_request_logger_and_message() -> None:
    assert LineFormatter().format(record("%d in", 3)) == "2026-11-21T10:00:00.250Z INFO - rumours.test: 3 in"


@pytest.mark.parametrize("words", WORDS)
def test_no_words_begin_a_line_or_move_a_terminal(words: str) -> None:
    line = LineFormatter().format(record("tried %s", words))
    assert (len(line.splitlines()), line.isprintable()) == (1, True)


@pytest.mark.parametrize("words", WORDS)
def test_no_words_of_an_error_pass_for_an_event(words: str) -> None:
    _, *trace = LineFormatter().format(failed(words)).split("\n")
    assert [part for part in trace if not part.startswith("    ")] == []


@pytest.mark.parametrize("words", WORDS)
def test_in_json_words_stay_what_they_are_on_one_line(words: str) -> None:
    for made, name in ((record("%s", words), "message"), (failed(words), "trace")):
        line = JsonFormatter().format(made)
        assert (len(line.splitlines()), line.isascii()) == (1, True)
        assert words.splitlines()[-1] in json.loads(line)[name]


def test_json_names_the_facts_and_what_was_asked(rf: RequestFactory) -> None:
    made = record("refused", request=rf.get("/a b/"), status_code=404, facts={"ms": 3})
    found = json.loads(JsonFormatter().format(made))
    assert {name: found[name] for name in ("time", "level", "logger", "method", "path", "status", "ms")} == {
        "time": "2026-11-21T10:00:00.250Z", "level": "INFO", "logger": "rumours.test",
        "method": "GET", "path": "/a b/", "status": 404, "ms": 3,
    }  # fmt: skip


def test_an_answer_and_the_lines_about_it_bear_one_name(client: Client) -> None:
    lines: list[str] = []

    class Heard(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(LineFormatter().format(record))

    heard = Heard()
    logging.getLogger("django.request").addHandler(heard)
    try:
        name = client.get("/nothing/here/")[request_ids.HEADER]
    finally:
        logging.getLogger("django.request").removeHandler(heard)
    assert [line for line in lines if f"WARNING {name} django.request: Not Found: /nothing/here/" in line] != []
    assert (len(name), request_ids.current()) == (16, "")


@pytest.mark.parametrize(
    ("behind_proxy", "sent", "stays"),
    [
        (True, "0123456789abcdef", True),
        (False, "0123456789abcdef", False),
        (True, "short", False),
        (True, "a" * 65, False),
        (True, "with a space in it", False),
        (True, "line\nbreak-in-it", False),
        (True, "²²²²²²²²²", False),
    ],
)
def test_only_a_proxy_of_ours_names_a_request(
    client: Client, settings: Any, behind_proxy: bool, sent: str, stays: bool
) -> None:
    settings.BEHIND_PROXY = behind_proxy
    name = client.get("/healthz", headers={"X-Request-ID": sent})[request_ids.HEADER]
    assert (name == sent) is stays


@pytest.mark.django_db
def test_a_slow_query_is_logged_without_its_values(settings: Any, caplog: pytest.LogCaptureFixture) -> None:
    settings.SLOW_QUERY_MS = 1
    sql = "SELECT %s"

    slow_queries.watch(connection)
    with connection.execute_wrapper(slowly), connection.cursor() as cursor:
        cursor.execute(sql, ["a secret"])
    line, *others = [made for made in caplog.records if made.name == "rumours.slow"]
    assert (sql in line.getMessage(), "a secret" in line.getMessage()) == (True, False)
    assert (line.__dict__["facts"]["database"], others) == ("default", [])


def slowly(execute: Any, *args: Any) -> Any:
    time.sleep(0.002)
    return execute(*args)


@pytest.mark.django_db
def test_every_connection_is_timed_once(settings: Any) -> None:
    settings.SLOW_QUERY_MS = 1
    for _ in range(2):
        slow_queries.watch(connection)
    assert connection.execute_wrappers.count(slow_queries.timed) == 1


def test_requests_are_logged_where_that_is_asked_for(settings: Any, caplog: pytest.LogCaptureFixture) -> None:
    settings.LOG_REQUESTS = True
    caplog.set_level(logging.INFO, "rumours.requests")
    Client().get("/healthz?secret=1")
    (line,) = [made for made in caplog.records if made.name == "rumours.requests"]
    assert line.getMessage().startswith("GET /healthz 200 ")
