"""Clubs: the list by league and by name, and each club's rumours."""

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils import timezone

from rumours.filters.directory import CLUB_PARAMETERS, club_directory
from rumours.filters.links import PARAMETERS
from rumours.filters.listing import LinkListing
from rumours.filters.query import asked
from rumours.filters.wording import window_name
from rumours.models import Club, TransferLink, WindowSpan
from rumours.views.addresses import by_slug
from rumours.views.base import PublicView


class ClubList(PublicView):
    """Clubs by league; or those of whose name the words asked for are a part."""

    def get(self, request: HttpRequest) -> HttpResponse:
        query = asked(request, CLUB_PARAMETERS)
        context = {"directory": club_directory(query), "canonical": query.canonical}
        return render(request, "rumours/club_list.html", context)


class ClubDetail(PublicView):
    """A club's links in and out: open sagas first, earlier ones below under their window."""

    def get(self, request: HttpRequest, slug: str) -> HttpResponse:
        club = by_slug(request, Club.objects.published().with_competition(), slug)
        if isinstance(club, HttpResponsePermanentRedirect):
            return club
        query, now = asked(request, PARAMETERS), timezone.now()
        spans = WindowSpan.objects.of(club.association, club.section)
        calendar = spans.calendar()
        current = calendar.window_at(now, club.association, club.section)
        rows = TransferLink.objects.published().of_club(club)
        listing = LinkListing(query, rows, now=now, club=club, current=current)
        context = {
            "club": club,
            "listing": listing,
            "deadline": spans.last_closing(current),
            "usual": (window_name(current), calendar.closing(current, club.association, club.section)[0]),
            "canonical": query.canonical,
        }
        return render(request, "rumours/club_detail.html", context)
