"""Reads the settings of the site from the environment.

Every variable is declared once in SETTINGS, with its default and its meaning; the readers know no other. A value
that cannot be read stops the start with a message that names the variable.
"""

import os
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

DEVELOPMENT, DEMO, PRODUCTION = "development", "demo", "production"
ENVIRONMENTS = (DEVELOPMENT, DEMO, PRODUCTION)


_RATE = re.compile(r"([1-9][0-9]{0,6})/([1-9][0-9]{0,5})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Rate:
    """So many in so many seconds."""

    most: int
    seconds: int


@dataclass(frozen=True, slots=True)
class Setting:
    """One variable: name, default (as text, empty for none), meaning, and whether production demands it."""

    name: str
    default: str
    meaning: str
    demanded: bool = False


SETTINGS = {
    setting.name: setting
    for setting in (
        Setting("SITE_ENV", DEVELOPMENT, "development, demo or production"),
        Setting("SECRET_KEY", "", "signs sessions and tokens; made and kept in VAR_DIR outside production", True),
        Setting(
            "SECRET_KEY_FALLBACKS", "", "former keys, by commas, that still open what they signed: see the runbook"
        ),
        Setting("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]", "host names the site answers to, by commas", True),
        Setting("SITE_URL", "", "address of the site, no slash at the end; by default http://127.0.0.1:PORT", True),
        Setting("SITE_NAME", "Rumour Desk", "the name in the heading and in feeds"),
        Setting("CONTACT", "", "mail address readers write to about mistakes; shown in the footer"),
        Setting(
            "DATABASE_URL",
            "",
            "postgres://user:password@host:port/name or sqlite:///file; by default in VAR_DIR",
            True,
        ),
        Setting("DATABASE_POOL", "4", "most PostgreSQL connections of one process; 0 keeps none open"),
        Setting("PGBOUNCER", "no", "yes: DATABASE_URL and REPLICA_URLS name a pgbouncer, which pools by transaction"),
        Setting("REPLICA_URLS", "", "streaming replicas that public pages are read from, as DATABASE_URL, by commas"),
        Setting("REPLICA_LAG", "2", "seconds a replica may be behind the primary and still be read from"),
        Setting("STATEMENT_SECONDS", "8", "most seconds one PostgreSQL statement of a page may take; 0 for any"),
        Setting(
            "CACHE_URL", "", "redis://host:port/number of a Redis or Valkey that all hosts share; its loss is borne"
        ),
        Setting("VAR_DIR", "var", "folder for the SQLite file, the made key and collected static files"),
        Setting(
            "VERSIONS_FILE",
            "",
            "file that the processes of one host share, one for each database; by default in VAR_DIR",
        ),
        Setting("PAGE_CACHE_MB", "64", "most memory that each process keeps whole pages in; 0 keeps none"),
        Setting("PORT", "8000", "port that the site is served on, on this machine alone"),
        Setting("BIND", "", "where the server listens instead, as in 10.0.0.5:8000; by default 127.0.0.1:PORT"),
        Setting("WEB_WORKERS", "2", "processes that serve, one or two for each core"),
        Setting("WEB_THREADS", "4", "threads of each; DATABASE_POOL must not be smaller"),
        Setting(
            "BEHIND_PROXY", "no", "yes: a proxy ends TLS, sets X-Forwarded-Proto and adds to X-Forwarded-For itself"
        ),
        Setting("PROXY_HOPS", "1", "how many proxies add to X-Forwarded-For: 2 with a CDN before one's own"),
        Setting("HSTS_SECONDS", "31536000", "how long browsers remember to use https, in production"),
        Setting("HSTS_SUBDOMAINS", "yes", "whether that holds for subdomains too; no, where one of them has only http"),
        Setting(
            "STAFF_OTP", "", "required or off: a second factor for staff; required in production where nothing is said"
        ),
        Setting("LIMIT_SEARCH", "120/60", "searches of one address: so many in so many seconds, or off"),
        Setting("LIMIT_FORM", "600/60", "forms and decisions sent by one address, or off"),
        Setting("LIMIT_LOGIN", "30/900", "passwords and codes sent by one address, or off"),
        Setting("LIMIT_API", "3000/60", "data asked for by one address, or off"),
        Setting(
            "TIME_LIMIT",
            "7",
            "seconds that a page, or each statement of a form, may wait for the database; 0: for ever",
        ),
        Setting("SESSION_IDLE_MINUTES", "120", "a log-in ends when its user has done nothing for so long"),
        Setting("SESSION_HOURS", "24", "a log-in ends after so long, whatever its user does"),
        Setting("METRICS_TOKEN", "", "opens /metrics to whoever sends it as bearer token; without it there is none"),
        Setting("LOG_FORMAT", "line", "line: to be read; json: an object a line"),
        Setting("LOG_REQUESTS", "no", "yes: a line in the log for each request"),
        Setting("SLOW_QUERY_MS", "500", "queries that take longer are logged, without their values; 0: none"),
        Setting("LOG_LEVEL", "INFO", "DEBUG, INFO, WARNING or ERROR; the log goes to standard error"),
    )
}


def text(name: str) -> str:
    """The variable's value without white space around it, or its default."""
    return os.environ.get(name, "").strip() or SETTINGS[name].default


def choice(name: str, allowed: tuple[str, ...]) -> str:
    """The variable's value, which must be one of `allowed`; else ImproperlyConfigured."""
    value = text(name)
    if value not in allowed:
        raise ImproperlyConfigured(f"{name} is {value!r}; it must be one of {', '.join(allowed)}.")
    return value


def whole_number(name: str, low: int, high: int) -> int:
    """The variable's value as a whole number from `low` to `high`, both included; else ImproperlyConfigured."""
    value = text(name)
    if not (value.isascii() and value.isdigit() and low <= int(value) <= high):
        raise ImproperlyConfigured(f"{name} is {value!r}; it must be a whole number from {low} to {high}.")
    return int(value)


def rate(name: str) -> Rate | None:
    """The variable's value as so many in so many seconds, None for off; anything else is ImproperlyConfigured."""
    value = text(name)
    found = _RATE.fullmatch(value)
    if found is None and value != "off":
        raise ImproperlyConfigured(f"{name} is {value!r}; it must look like 120/60 (so many/seconds), or be off.")
    return Rate(int(found[1]), int(found[2])) if found else None


def yes_or_no(name: str) -> bool:
    """True for yes, False for no; anything else is ImproperlyConfigured."""
    return choice(name, ("yes", "no")) == "yes"


def listed(name: str) -> list[str]:
    """The variable's values, separated by commas; empty ones are dropped."""
    return [part.strip() for part in text(name).split(",") if part.strip()]


def site_url(name: str, default: str, secure: bool) -> str:
    """An absolute address without a path, https where `secure` says so; `default` when the variable is not set."""
    value = text(name) or default
    parts = urlsplit(value)
    schemes = ("https",) if secure else ("http", "https")
    if parts.scheme not in schemes or not parts.hostname or parts.path or parts.query or parts.fragment:
        raise ImproperlyConfigured(
            f"{name} is {value!r}; it must look like {schemes[0]}://rumours.example, without a path."
        )
    return value


def demand_folder(name: str, folder: Path) -> None:
    """Make a folder below the one that the variable names; ImproperlyConfigured where nothing can be written there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        can_be_written = os.access(folder, os.W_OK)
    except OSError:
        can_be_written = False
    if not can_be_written:
        raise ImproperlyConfigured(f"{name} is {text(name)!r}; that folder cannot be written.")


def demand_all() -> None:
    """Stop (ImproperlyConfigured) unless every variable that production demands is set; names all that are missing."""
    missing = [s.name for s in SETTINGS.values() if s.demanded and not os.environ.get(s.name, "").strip()]
    if missing:
        raise ImproperlyConfigured(f"SITE_ENV=production needs {', '.join(missing)}: set in the environment.")
