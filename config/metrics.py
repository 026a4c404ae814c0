"""/metrics, for Prometheus: what this host has answered since it was set up. Off unless METRICS_TOKEN is set.

All processes of a host count in one file in VAR_DIR, each in a row of its own that it holds while it lives and that the
next process goes on with: so numbers only grow, whoever answers, and none of them waits for another.
"""

import fcntl
import mmap
import os
import time
from collections.abc import Callable
from hmac import compare_digest
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import DatabaseError, connection
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from rumours.models import Article, Feed

CLASSES = ("1xx", "2xx", "3xx", "4xx", "5xx")
BUCKETS = (0.005, 0.025, 0.1, 0.5, 1.0, 5.0, 10.0)  # seconds; the last one is for all that took longer
_COLUMNS = (*CLASSES, *(f"le {edge}" for edge in BUCKETS), "longer", "microseconds")
_ROW, _ROWS = 8 * len(_COLUMNS), 256
_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class Counters:
    """The rows of a host; `add` writes into the own one, `totals` adds all up."""

    def __init__(self, path: Path) -> None:
        path.touch(mode=0o600, exist_ok=True)
        self._file = path.open("r+b")
        if os.fstat(self._file.fileno()).st_size < _ROW * _ROWS:
            self._file.truncate(_ROW * _ROWS)
        self._map = mmap.mmap(self._file.fileno(), _ROW * _ROWS)
        self._words = memoryview(self._map).cast("Q")
        self._own = self._row() * len(_COLUMNS)

    def _row(self) -> int:
        """The first that no living process holds; the last one, for all that come later."""
        for row in range(_ROWS - 1):
            try:
                fcntl.lockf(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, row)
            except OSError:
                continue
            return row
        return _ROWS - 1

    def add(self, status: int, seconds: float) -> None:
        """Count a request. Two threads that count at the same instant may make one of it."""
        bucket = next((place for place, edge in enumerate(BUCKETS) if seconds <= edge), len(BUCKETS))
        self._words[self._own + max(0, min(status // 100, 5) - 1)] += 1
        self._words[self._own + len(CLASSES) + bucket] += 1
        self._words[self._own + len(_COLUMNS) - 1] += int(seconds * 1_000_000)

    def close(self) -> None:
        """Leave the row to the next process."""
        self._words.release()
        self._map.close()
        self._file.close()

    def totals(self) -> dict[str, int]:
        return {name: sum(self._words[place :: len(_COLUMNS)]) for place, name in enumerate(_COLUMNS)}


_counters: list[Counters] = []


def counters() -> Counters:
    """Of this process; made after it was forked."""
    if not _counters:
        _counters.append(Counters(settings.VAR_DIR / "metrics"))
    return _counters[0]


class MetricsMiddleware:
    """Counts what Django answers; what was kept is answered before it, and counted by the proxy in front."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if not settings.METRICS_TOKEN:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        begun = time.perf_counter()
        response = self.get_response(request)
        counters().add(response.status_code, time.perf_counter() - begun)
        return response


def metrics(request: HttpRequest) -> HttpResponse:
    """The numbers, for whoever has the token; for others there is nothing here."""
    given = request.headers.get("Authorization", "")
    wanted = f"Bearer {settings.METRICS_TOKEN}"
    if not settings.METRICS_TOKEN or not compare_digest(given.encode(), wanted.encode()):
        raise Http404("no metrics")
    response = HttpResponse("\n".join([*_requests(), *_desk(), ""]), content_type=_TYPE)
    response["Cache-Control"] = "no-store"
    return response


def _requests() -> list[str]:
    totals = counters().totals()
    lines = ["# TYPE rumours_requests_total counter"]
    lines += [f'rumours_requests_total{{class="{name}"}} {totals[name]}' for name in CLASSES]
    lines.append("# TYPE rumours_request_seconds histogram")
    count = 0
    for edge in BUCKETS:
        count += totals[f"le {edge}"]
        lines.append(f'rumours_request_seconds_bucket{{le="{edge}"}} {count}')
    count += totals["longer"]
    lines.append(f'rumours_request_seconds_bucket{{le="+Inf"}} {count}')
    lines.append(f"rumours_request_seconds_sum {totals['microseconds'] / 1_000_000}")
    return [*lines, f"rumours_request_seconds_count {count}"]


def _desk() -> list[str]:
    """What the database knows; where it is away that is all that is said of it."""
    gauges: dict[str, Any] = {"rumours_database_up": 0}
    try:
        feeds = Feed.objects.filter(active=True)
        gauges |= {
            "rumours_feeds_failing": feeds.exclude(last_error="").count(),
            "rumours_feeds_overdue": feeds.filter(next_at__lte=timezone.now()).count(),
            "rumours_drafts": Article.objects.filter(status="draft").count(),
            "rumours_database_up": 1,
        }
    except DatabaseError:
        connection.close()
    return [line for name, value in gauges.items() for line in (f"# TYPE {name} gauge", f"{name} {value}")]
