"""Players: the list by name, and each player's page."""

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render

from rumours.filters.directory import PLAYER_PARAMETERS, player_directory
from rumours.filters.query import asked
from rumours.models import Player
from rumours.views.addresses import by_slug
from rumours.views.base import PublicView
from rumours.views.profile import Profile


class PlayerList(PublicView):
    """Players in the rumours, the most written-about first; or those of whose name the words asked for are a part."""

    def get(self, request: HttpRequest) -> HttpResponse:
        query = asked(request, PLAYER_PARAMETERS)
        context = {"directory": player_directory(query), "canonical": query.canonical}
        return render(request, "rumours/player_list.html", context)


class PlayerDetail(PublicView):
    """A player: details, spells, open links, past sagas, quotes by and about him, articles that name him."""

    def get(self, request: HttpRequest, slug: str) -> HttpResponse:
        player = by_slug(request, Player.objects.published().with_club(), slug)
        if isinstance(player, HttpResponsePermanentRedirect):
            return player
        context = {"player": player, "profile": Profile(player), "canonical": request.path}
        return render(request, "rumours/player_detail.html", context)
