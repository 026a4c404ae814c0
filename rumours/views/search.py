"""Search by name."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from rumours.filters.query import asked
from rumours.filters.search import guesses, search
from rumours.views.base import PublicView


class Search(PublicView):
    """/search/?q=: players, clubs, people and sources of that name; where there are none, names spelt nearly so."""

    def get(self, request: HttpRequest) -> HttpResponse:
        query = asked(request, ["q"]).one("q")
        groups = search(query)
        context = {"query": query, "groups": groups, "guesses": guesses(query) if query and not groups else []}
        return render(request, "rumours/search.html", context)
