"""How a line of the log is written: as a line to be read, or as JSON; one event is one line, whoever's words it holds.

A logger may pass `extra={"facts": {...}}`: what a machine wants to have by name. Times are UTC.
"""

import json
import logging
from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest

from config import request_ids

LONGEST = 8000  # characters of one message
# What a terminal or a reader of lines may take for more than a letter, as Python would write it.
_HARMFUL = {
    code: chr(code).encode("unicode_escape").decode()
    for code in (*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
}
_IN_TRACES = {code: words for code, words in _HARMFUL.items() if code != ord("\n")}


class LineFormatter(logging.Formatter):
    """`time level request logger: message`; the lines of a trace are indented, so that none passes for an event."""

    def format(self, record: logging.LogRecord) -> str:
        message = record.getMessage()[:LONGEST].translate(_HARMFUL)
        line = f"{_time_of(record)} {record.levelname} {_request_of(record) or '-'} {record.name}: {message}"
        trace = _trace_of(self, record).translate(_IN_TRACES)
        return line + "".join(f"\n    {part}" for part in trace.splitlines())


class JsonFormatter(logging.Formatter):
    """An object a line: time, level, logger, message, and where known request, method, path, status, trace, facts."""

    def format(self, record: logging.LogRecord) -> str:
        event: dict[str, Any] = {
            "time": _time_of(record),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage()[:LONGEST],
            "request": _request_of(record),
            "process": record.process,
        }
        asked = getattr(record, "request", None)
        if isinstance(asked, HttpRequest):
            event |= {"method": asked.method, "path": asked.path[:LONGEST]}
        event |= {"status": getattr(record, "status_code", None), "trace": _trace_of(self, record)}
        event |= getattr(record, "facts", {})
        return json.dumps({name: value for name, value in event.items() if value not in (None, "")}, default=str)


def _time_of(record: logging.LogRecord) -> str:
    at = datetime.fromtimestamp(record.created, UTC)
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _request_of(record: logging.LogRecord) -> str:
    return request_ids.of(getattr(record, "request", None))


def _trace_of(formatter: logging.Formatter, record: logging.LogRecord) -> str:
    return formatter.formatException(record.exc_info) if record.exc_info and record.exc_info[0] else ""
