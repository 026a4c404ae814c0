"""The audit log: who came in or was refused, and who changed whose rights. One line an event, to `rumours.audit`.

A line is the event and its facts as JSON, in which no word of a stranger can begin a new line. `by` is who was at the
desk, or "command" for what was done on the server itself. What editors do to rows stands in their history.
"""

import json
import logging
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.http import HttpRequest
from simple_history.models import HistoricalRecords

from rumours.accounts.clients import address_of

LOGGER = "rumours.audit"
COMMAND = "command"
_LONGEST = 150

log = logging.getLogger(LOGGER)


def record(event: str, request: HttpRequest | None = None, /, **facts: Any) -> None:
    """Write one event; the request is the current one where none is given."""
    request = request or current_request()
    if request is not None:
        facts["address"] = address_of(request)
    facts.setdefault("by", _actor(request))
    shown = {name: value[:_LONGEST] if isinstance(value, str) else value for name, value in facts.items()}
    log.info("%s %s", event, json.dumps(shown, sort_keys=True))


def current_request() -> HttpRequest | None:
    """The request that this thread answers; None in a command."""
    found = getattr(HistoricalRecords.context, "request", None)
    return found if isinstance(found, HttpRequest) else None


def _actor(request: HttpRequest | None) -> str:
    if request is None:
        return COMMAND
    user = getattr(request, "user", None)
    return user.get_username() if isinstance(user, AbstractUser) else "nobody"
