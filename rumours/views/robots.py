"""/robots.txt: what search engines need not read, and where the map of the site is."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from rumours.views.base import PublicView


class Robots(PublicView):
    """Everything public may be read; the admin and search results need not be."""

    def get(self, request: HttpRequest) -> HttpResponse:
        lines = [
            "User-agent: *",
            f"Disallow: {reverse('admin:index')}",
            f"Disallow: {reverse('rumours:search')}",
            f"Sitemap: {settings.SITE_URL}{reverse('rumours:sitemap')}",
        ]
        return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
