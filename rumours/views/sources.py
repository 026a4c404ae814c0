"""Outlets and journalists: the list, and each one's reports."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils import timezone

from rumours.filters.cursor import Order
from rumours.filters.query import CURSOR, asked
from rumours.filters.rows import Paged
from rumours.filters.sources import PARAMETERS, source_listing
from rumours.models import Quote, Report, Source, SourceTier
from rumours.models.source import SourceTierQuerySet
from rumours.views.addresses import by_slug
from rumours.views.base import PublicView

MOST_QUOTES, MOST_JOURNALISTS = 5, 60


class SourceList(PublicView):
    """/sources/: those with most reports first."""

    def get(self, request: HttpRequest) -> HttpResponse:
        asked_for = asked(request, PARAMETERS)
        context = {"listing": source_listing(asked_for), "canonical": asked_for.canonical}
        return render(request, "rumours/source_list.html", context)


class SourceDetail(PublicView):
    """/sources/<slug>/: what it is, what editors think of it, and its reports, the latest first."""

    def get(self, request: HttpRequest, slug: str) -> HttpResponse:
        source = by_slug(request, Source.objects.published().with_outlet(), slug)
        if isinstance(source, HttpResponsePermanentRedirect):
            return source
        asked_for = asked(request, [CURSOR])
        reports = Report.objects.published().filter(source=source).with_link().select_related("article")
        listing = Paged(asked_for, lambda: reports, Order("dated_at"))
        context = {"source": source, "listing": listing, "canonical": asked_for.canonical}
        return render(request, "rumours/source_detail.html", context | _around(source))


def _around(source: Source) -> dict[str, Any]:
    """What stands beside a source's reports."""
    return {
        "report_count": Report.objects.published().filter(source=source).count(),
        "tiers": _opinions(source, timezone.now().date()),
        "journalists": source.journalists.published().order_by("name", "id")[:MOST_JOURNALISTS],
        "quotes": Quote.objects.published().filter(via=source).with_context().latest_first()[:MOST_QUOTES],
    }


def _opinions(source: Source, day: date) -> SourceTierQuerySet:
    """Editors' opinions up to a day that readers may see, newest first."""
    shown = SourceTier.objects.published().on(day).filter(source=source)
    return shown.select_related("club", "competition")
