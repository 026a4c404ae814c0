"""A second level of pages that all hosts share: Redis or Valkey. Its loss costs nothing but what it saved.

An answer that takes long is no answer; after one failure nothing is asked of it for a while, each time longer.
"""

import hashlib
import logging
import time
from pathlib import Path
from typing import Any

from django.conf import settings

from config.caches import redis_options
from config.pages.entries import Entry, unpack

log = logging.getLogger(__name__)

KEPT = 86_400  # seconds a page stays there unasked
PAUSE, LONGEST_PAUSE = 2.0, 60.0  # seconds without it after a failure


class SecondLevel:
    """Pages by canonical address, for this release of the site alone."""

    def __init__(self, url: str) -> None:
        from redis import Redis  # here, since it costs 26 MB, also a process without one

        self._redis: Any = Redis.from_url(url, **redis_options())
        self._prefix = f"rumours:page:{release()}:"
        self._shut_until, self._pause = 0.0, PAUSE

    def get(self, address: str) -> Entry | None:
        packed = self._ask("get", self._key(address))
        return unpack(packed) if isinstance(packed, bytes) else None

    def put(self, address: str, entry: Entry) -> None:
        self._ask("set", self._key(address), entry.pack(), ex=KEPT)

    def _key(self, address: str) -> str:
        return self._prefix + hashlib.sha256(address.encode()).hexdigest()

    def _ask(self, command: str, *args: Any, **options: Any) -> Any:
        if time.monotonic() < self._shut_until:
            return None
        try:
            answer = getattr(self._redis, command)(*args, **options)
        except Exception as error:  # whatever is wrong with it, pages come without
            self._shut_until, self._pause = time.monotonic() + self._pause, min(2 * self._pause, LONGEST_PAUSE)
            log.warning("pages are kept in this process alone for a while: %s", type(error).__name__)
            return None
        self._pause = PAUSE
        return answer


def release() -> str:
    """What pages are made by and from: code, templates, what settings show in them, the database. Two share no page."""
    digest = hashlib.sha256()
    for folder in ("config", "rumours", "templates", "static"):
        for path in sorted((settings.BASE_DIR / folder).rglob("*")):
            if path.suffix in (".py", ".html", ".xml", ".txt", ".css", ".js", ".svg") and path.is_file():
                digest.update(f"{path.name} {path.stat().st_size} ".encode() + Path(path).read_bytes())
    shown = (settings.SITE_NAME, settings.SITE_URL, settings.CONTACT, settings.SITE_ENV, settings.ALLOWED_HOSTS)
    database = [str(settings.DATABASES["default"].get(part, "")) for part in ("HOST", "PORT", "NAME")]
    digest.update(repr((shown, database)).encode())
    return digest.hexdigest()[:16]
