"""The log of queries that took long: their text without the values, how long, where. Off where SLOW_QUERY_MS is 0."""

import logging
import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper

log = logging.getLogger("rumours.slow")
LONGEST = 2000  # characters of the text


def watch(connection: BaseDatabaseWrapper, **kwargs: Any) -> None:
    """Time every query of a connection that was opened; a receiver of `connection_created`."""
    if settings.SLOW_QUERY_MS and timed not in connection.execute_wrappers:
        connection.execute_wrappers.append(timed)


def timed(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """Run a query. On SQLite the time ends with the first row, on PostgreSQL with the last."""
    begun = time.perf_counter()
    try:
        return execute(sql, params, many, context)
    finally:
        ms = (time.perf_counter() - begun) * 1000
        if ms >= settings.SLOW_QUERY_MS:
            facts = {"ms": round(ms), "database": context["connection"].alias, "sql": str(sql)[:LONGEST]}
            log.warning("%d ms: %s", facts["ms"], facts["sql"], extra={"facts": facts})
