"""The list of quotes."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from rumours.filters.query import asked
from rumours.filters.quotes import PARAMETERS, quote_listing
from rumours.views.base import PublicView


class QuoteList(PublicView):
    """/quotes/: the latest first."""

    def get(self, request: HttpRequest) -> HttpResponse:
        asked_for = asked(request, PARAMETERS)
        context = {"listing": quote_listing(asked_for), "canonical": asked_for.canonical}
        return render(request, "rumours/quote_list.html", context)
