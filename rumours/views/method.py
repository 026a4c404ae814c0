"""How the site works out what it shows."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from rumours.views.base import PublicView


class Method(PublicView):
    """/method/: stages, counts, sources, doubt and windows, in plain words. Reads no row."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return render(request, "rumours/method.html", {"canonical": request.path})
