"""Clubs: the list by league and by name, and each club's rumours."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from rumours.filters.directory import CLUB_PARAMETERS, club_directory
from rumours.filters.links import PARAMETERS
from rumours.filters.listing import ClubListing
from rumours.filters.query import asked
from rumours.filters.wording import window_name
from rumours.models import Club
from rumours.views.addresses import elsewhere
from rumours.views.base import PublicView
from rumours.views.club_page import club_page


class ClubList(PublicView):
    """Clubs by league; or those of whose name the words asked for are a part."""

    def get(self, request: HttpRequest) -> HttpResponse:
        query = asked(request, CLUB_PARAMETERS)
        context = {"directory": club_directory(query), "canonical": query.canonical}
        return render(request, "rumours/club_list.html", context)


class ClubDetail(PublicView):
    """A club's links in and out: open sagas first, earlier ones below under their window."""

    def get(self, request: HttpRequest, slug: str) -> HttpResponse:
        found = club_page(request, slug)
        if found is None:
            return elsewhere(request, Club.objects.published(), slug)
        club, names = found.club, found.names
        query, now = asked(request, PARAMETERS), timezone.now()
        calendar = names.calendar(club.association, club.section)
        current = calendar.window_at(now, club.association, club.section)
        listing = ClubListing(
            query, now=now, club=club, current=current, index=found.index, names=names, using=found.using
        )
        context = {
            "club": club,
            "listing": listing,
            "deadline": names.last_closing(club.association, club.section, current),
            "usual": (window_name(current), calendar.closing(current, club.association, club.section)[0]),
            "canonical": query.canonical,
        }
        return render(request, "rumours/club_detail.html", context)
