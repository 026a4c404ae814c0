"""/sitemap.xml: the index of the files that list every public page. The files themselves are Django's own view."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import SitemapIndexItem
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from rumours.views.base import PublicView


class SitemapIndex(PublicView):
    """Every file, absolute by SITE_URL. A part without rows is left out.

    Files are not dated: to know the newest of a hundred thousand players all of them would have to be read.
    """

    def get(self, request: HttpRequest, sitemaps: Mapping[str, "type[Sitemap[Any]]"]) -> HttpResponse:
        items = [item for section, part in sitemaps.items() for item in _files(section, part())]
        return render(request, "sitemap_index.xml", {"sitemaps": items}, content_type="application/xml")


def _files(section: str, part: "Sitemap[Any]") -> list[SitemapIndexItem]:
    address = settings.SITE_URL + reverse("rumours:sitemap-file", args=[section])
    pages = part.paginator.page_range
    return [SitemapIndexItem(address if page == 1 else f"{address}?p={page}", None) for page in pages]
