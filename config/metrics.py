"""/metrics, for Prometheus: what this host has answered since it was set up. Off unless METRICS_TOKEN is set."""

import logging
import time
from collections.abc import Callable
from hmac import compare_digest
from typing import Any

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import DatabaseError, connection
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from config.counters import BUCKETS, CLASSES, Counters
from rumours.models import Article, Feed

log = logging.getLogger(__name__)
_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_counters: list[Counters] = []


def counters() -> Counters:
    """Of this process; made after it was forked. By itself where VAR_DIR cannot be written."""
    if not _counters:
        try:
            made = Counters(settings.VAR_DIR / "metrics")
        except OSError as error:
            log.error("VAR_DIR cannot be used (%s): each process counts its requests by itself", error)
            made = Counters(None)
        _counters.append(made)
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
