"""The list of articles, and each article's page."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render

from rumours.choices import ArticleStatus
from rumours.filters.articles import PARAMETERS, article_listing
from rumours.filters.query import asked
from rumours.models import Article
from rumours.views.addresses import by_id
from rumours.views.base import PublicView
from rumours.views.errors import gone
from rumours.views.reading import reading_of

TEMPLATE = "rumours/article_detail.html"


class ArticleList(PublicView):
    """/articles/: those shown last first."""

    def get(self, request: HttpRequest) -> HttpResponse:
        asked_for = asked(request, PARAMETERS)
        context = {"listing": article_listing(asked_for), "canonical": asked_for.canonical}
        return render(request, "rumours/article_list.html", context)


class ArticleDetail(PublicView):
    """/articles/<id>-<slug>/: the whole text, or headline, link out, evidence and quotes. 410 once withdrawn."""

    def get(self, request: HttpRequest, pk: int, slug: str) -> HttpResponse:
        try:
            found = by_id(request, Article.objects.published().select_related("publisher"), pk, slug)
        except Http404:
            if Article.objects.taken_down().filter(pk=pk).exists():
                return gone(request)
            raise
        if isinstance(found, HttpResponsePermanentRedirect):
            return found
        reading = reading_of(found, found.reports.published().with_link())
        return render(request, TEMPLATE, {"reading": reading, "canonical": found.get_absolute_url()})


class ArticlePreview(PublicView):
    """The page of an article that readers do not see yet, for those who may; never kept in a cache.

    It has an address of its own so that the public page need not ask who is reading.
    """

    def get(self, request: HttpRequest, pk: int, slug: str) -> HttpResponse:
        if not request.user.has_perm("rumours.preview_article"):
            raise Http404("a preview is for editors")
        unpublished = Article.objects.exclude(status=ArticleStatus.WITHDRAWN).select_related("publisher")
        article = get_object_or_404(unpublished, pk=pk)
        reading = reading_of(article, article.reports.standing().with_link())
        response = render(request, TEMPLATE, {"reading": reading, "preview": True})
        response["Cache-Control"] = "private, no-store"
        return response
