"""How django-axes counts wrong passwords here, and what whoever is locked out is told.

Five wrong ones for a name from one client close that pair for a quarter of an hour: the owner of the name still gets in
from elsewhere, so nobody can lock him out. Many names tried from one client are what LIMIT_LOGIN is for.
"""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

_LONGEST_NAME = 255  # what the column holds; no user's name is as long


def name_of(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str:
    """The name that was tried, as it is counted."""
    tried = (credentials or {}).get("username") or request.POST.get("username", "")
    return str(tried)[:_LONGEST_NAME]


def locked_out(request: HttpRequest, response: HttpResponse, credentials: dict[str, Any] | None) -> HttpResponse:
    """429, in the same words whether there is such a user or not, and whether the password was right or not."""
    seconds = int(settings.AXES_COOLOFF_TIME.total_seconds())
    refusal = render(request, "locked_out.html", {"minutes": seconds // 60}, status=429)
    refusal["Retry-After"] = str(seconds)
    refusal["Cache-Control"] = "no-store"
    return refusal
