"""What the processes count in: each for itself, or all in one Redis, whose loss costs nobody a page."""

from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

MOST_COUNTS = 20_000  # some 10 MB at most; beyond, a third is forgotten
PATIENCE = 0.25  # seconds that Redis may take to be reached or to answer; it usually needs a thousandth of that


def redis_options() -> dict[str, Any]:
    """How a Redis is asked: once, briefly. redis-py by itself tries again for seconds."""
    from redis.backoff import NoBackoff  # here, since it costs 26 MB, also a process without Redis
    from redis.retry import Retry

    return {
        "socket_connect_timeout": PATIENCE,
        "socket_timeout": PATIENCE,
        "retry": Retry(NoBackoff(), 0),
        "health_check_interval": 30,
    }


def limits(url: str) -> dict[str, Any]:
    """Django's settings for the cache of counts; `url` names a Redis, or is empty. Else ImproperlyConfigured."""
    if not url:
        return {
            "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
            "LOCATION": "limits",
            "OPTIONS": {"MAX_ENTRIES": MOST_COUNTS},
        }
    parts = urlsplit(url)
    if parts.scheme not in ("redis", "rediss", "unix") or not (parts.hostname or parts.path):
        raise ImproperlyConfigured("CACHE_URL must look like redis://:password@host:6379/0.")
    return {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": url,
        "KEY_PREFIX": "rumours",
        "OPTIONS": redis_options(),
    }
