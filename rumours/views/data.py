"""/api/: for people, how every list is had as a feed, as JSON and as CSV."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from rumours.views.base import PublicView


class Data(PublicView):
    """What there is as data, and where its description for programs is."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return render(request, "rumours/data.html", {"canonical": request.path})
