"""The front page: what moved last, and what shuts next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from rumours.choices import LinkStatus
from rumours.models import Club, TransferLink, WindowSpan
from rumours.views.base import PublicView

LATEST, DEALS, DEADLINES, CLUBS = 12, 5, 6, 16


class Home(PublicView):
    """Latest movement, closing windows, completed deals, the most written-about clubs."""

    def get(self, request: HttpRequest) -> HttpResponse:
        links = TransferLink.objects.published().with_row().latest_moved()
        now = timezone.now()
        newest = list(links[: LATEST + 1])
        context = {
            "canonical": request.path,
            "now": now,
            "lead": newest[0] if newest else None,
            "latest": newest[1:],
            "deals": links.with_status([LinkStatus.DONE], now)[:DEALS],
            "deadlines": WindowSpan.objects.open_at(now).select_related("window")[:DEADLINES],
            "clubs": Club.objects.published().order_by("-link_count", "name", "id")[:CLUBS],
        }
        return render(request, "rumours/home.html", context)
