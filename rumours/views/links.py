"""Transfer links: the list with every filter, and the page of one saga."""

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils import timezone

from rumours.filters.links import PARAMETERS
from rumours.filters.listing import LinkListing
from rumours.filters.query import asked
from rumours.models import TransferLink, Window
from rumours.views.addresses import by_id
from rumours.views.base import PublicView
from rumours.views.saga import Saga


class LinkList(PublicView):
    """Every public link, narrowed as the address says."""

    def get(self, request: HttpRequest) -> HttpResponse:
        query = asked(request, PARAMETERS)
        listing = LinkListing(query, TransferLink.objects.published(), now=timezone.now(), size=Window.objects.links())
        return render(request, "rumours/link_list.html", {"listing": listing, "canonical": query.canonical})


class LinkDetail(PublicView):
    """One saga: where it stands, on whose word, and what hangs together with it."""

    def get(self, request: HttpRequest, pk: int, slug: str) -> HttpResponse:
        link = by_id(request, TransferLink.objects.published().with_row(), pk, slug)
        if isinstance(link, HttpResponsePermanentRedirect):
            return link
        context = {"link": link, "saga": Saga(link), "canonical": request.path}
        return render(request, "rumours/link_detail.html", context)
