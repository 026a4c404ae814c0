"""The page of somebody who speaks or is named and is no player."""

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render

from rumours.filters.articles import with_row
from rumours.filters.cursor import Order
from rumours.filters.query import CURSOR, asked
from rumours.filters.rows import Paged
from rumours.models import Article, Mention, Person, Quote
from rumours.models.article import ArticleQuerySet
from rumours.views.addresses import by_slug, moved_to
from rumours.views.base import PublicView
from rumours.views.profile import newest_articles

MOST_ARTICLES = 20


class PersonDetail(PublicView):
    """/people/<slug>/: who it is, what was said, which articles name him. A player's leads to the player's page."""

    def get(self, request: HttpRequest, slug: str) -> HttpResponse:
        person = by_slug(request, Person.objects.published().with_club(), slug)
        if isinstance(person, HttpResponsePermanentRedirect):
            return person
        if person.player and person.player.is_public:
            return moved_to(request, person.player.get_absolute_url())
        asked_for = asked(request, [CURSOR])
        quotes = Quote.objects.published().filter(speaker=person).with_context()
        context = {
            "person": person,
            "listing": Paged(asked_for, lambda: quotes, Order("dated_at")),
            "articles": articles_with(person)[:MOST_ARTICLES],
            "canonical": asked_for.canonical,
        }
        return render(request, "rumours/person_detail.html", context)


def articles_with(person: Person) -> ArticleQuerySet:
    """Published articles that name or quote somebody, those shown last first."""
    named = Mention.objects.published().filter(person=person)
    quoted = Quote.objects.published().filter(speaker=person)
    return with_row(Article.objects.published().filter(pk__in=newest_articles(named, quoted))).latest_shown()
