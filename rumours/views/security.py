"""How to tell us of a hole: a page for people, and security.txt (RFC 9116) for those who look for it by machine."""

from datetime import UTC, datetime, time, timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from rumours.views.base import PublicView

VALID = timedelta(days=180)  # the RFC advises less than a year


class Security(PublicView):
    """/security/: how to report a hole, what happens then, what is asked of those who look. Reads no row."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return render(request, "rumours/security.html", {"canonical": request.path})


class SecurityText(PublicView):
    """/.well-known/security.txt: the same for a day, so that it can be kept; 404 on a site that names no contact."""

    def get(self, request: HttpRequest) -> HttpResponse:
        if not settings.CONTACT:
            raise Http404("this site names no contact")
        expires = datetime.combine(timezone.now().date(), time(), UTC) + VALID
        lines = (
            f"Contact: mailto:{settings.CONTACT}",
            f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
            f"Canonical: {settings.SITE_URL}{reverse('rumours:security-text')}",
            f"Policy: {settings.SITE_URL}{reverse('rumours:security')}",
            "Preferred-Languages: en",
        )
        return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
