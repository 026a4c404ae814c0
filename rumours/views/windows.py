"""Transfer windows: when each opens and shuts, and what was said in it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from rumours.filters.links import PARAMETERS
from rumours.filters.listing import LinkListing
from rumours.filters.query import asked
from rumours.models import TransferLink, Window, WindowSpan
from rumours.views.base import PublicView


class WindowList(PublicView):
    """Every window, the latest first, those without links apart, and the spans that are open now."""

    def get(self, request: HttpRequest) -> HttpResponse:
        windows = list(Window.objects.latest_first())
        context = {
            "canonical": request.path,
            "talked_about": [window for window in windows if window.link_count],
            "quiet": [window for window in windows if not window.link_count],
            "deadlines": WindowSpan.objects.open_at(timezone.now()).select_related("window"),
        }
        return render(request, "rumours/window_list.html", context)


class WindowDetail(PublicView):
    """One window: its spans by association, and its links with filters."""

    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        window = get_object_or_404(Window, code=code)
        query = asked(request, [name for name in PARAMETERS if name != "window"])
        rows = TransferLink.objects.published().filter(window=window)
        listing = LinkListing(query, rows, now=timezone.now(), fixed=["window"], size=window.link_count)
        context = {"window": window, "spans": window.spans.all(), "listing": listing, "canonical": query.canonical}
        return render(request, "rumours/window_detail.html", context)
