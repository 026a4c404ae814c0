"""System checks of what the site stands on: which database, and what readers must be told in production."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning
from django.db import connections

VENDORS = ("sqlite", "postgresql")
OLDEST_POSTGRESQL = (15,)


def known_database(*, databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """An error for each database that the tests do not run on: neither SQLite nor PostgreSQL 15 or newer."""
    messages: list[CheckMessage] = []
    for alias in databases or ():
        connection = connections[alias]
        if connection.vendor not in VENDORS:
            messages.append(Error(f"{alias} is {connection.vendor}; use SQLite or PostgreSQL.", id="rumours.E001"))
        elif connection.vendor == "postgresql" and connection.get_database_version() < OLDEST_POSTGRESQL:
            messages.append(Error(f"{alias} is older than PostgreSQL 15.", id="rumours.E002"))
    return messages


def contact_given(*, app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """A warning when readers have nowhere to write to about a mistake."""
    if settings.CONTACT:
        return []
    return [Warning("CONTACT is empty: readers cannot report a mistake.", id="rumours.W001")]


def second_factor_required(*, app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """A warning when a password alone opens the desk."""
    if settings.STAFF_OTP == "required":
        return []
    return [Warning("STAFF_OTP is off: a stolen password alone opens the desk.", id="rumours.W002")]
