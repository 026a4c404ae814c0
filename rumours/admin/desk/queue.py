"""The queue of articles to tag: one page, and the few things done to its rows."""

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_GET, require_POST

from rumours.admin.articles.inlines import may_tag
from rumours.admin.base import editor
from rumours.admin.desk.queue_page import AFTER, address, filters_in, named, queue_context
from rumours.admin.refusing import sentence
from rumours.editorial.desk.passing import drop, skip, take_back, undo_last
from rumours.editorial.desk.queue import is_in_queue, next_in_queue
from rumours.editorial.desk.queue_filters import Filters, keep
from rumours.editorial.desk.visits import claim
from rumours.editorial.errors import EditorialError, WrongState
from rumours.models import Article, DeskSettings

PAGE = "admin/rumours/desk/queue.html"
PART = "admin/rumours/desk/queue/_queue.html"


class DeskQueueMixin:
    """Adds `queue/` (the page), `queue/do/` (take, drop, skip or undo) and `queue/next/` (claims the next article)."""

    def get_urls(self) -> list[URLPattern]:
        """With the addresses of the queue."""
        guard = self.admin_site.admin_view  # type: ignore[attr-defined]
        return [
            path("queue/", guard(require_GET(self.queue_view)), name="rumours_article_queue"),
            path("queue/do/", guard(require_POST(self.queue_do_view)), name="rumours_article_queue_do"),
            path("queue/next/", guard(require_POST(self.queue_next_view)), name="rumours_article_queue_next"),
            *super().get_urls(),  # type: ignore[misc]
        ]

    def queue_view(self, request: HttpRequest) -> HttpResponse:
        """The page, or as JSON its changing part. Without a query it goes on with the filters used last."""
        if not self.has_view_permission(request):  # type: ignore[attr-defined]
            raise PermissionDenied("rumours.view_article is missing")
        settings = DeskSettings.objects.filter(user=editor(request)).first()
        if not request.GET and settings is not None and settings.queue:
            return redirect(f"{request.path}?{settings.queue}")
        filters = filters_in(request.GET)
        if request.GET.get("name", "").strip():
            return _with_name(request, filters)
        if request.GET and (settings is None or settings.queue != filters.query):
            keep(editor(request), filters)
        context = queue_context(request, filters, request.GET.get(AFTER, ""), settings)
        if _wants_json(request):
            return JsonResponse({"say": "", "html": render_to_string(PART, context, request)})
        admin_own = self.admin_site.each_context(request)  # type: ignore[attr-defined]
        own = {
            "opts": Article._meta,
            "title": "Queue",
            "single_keys": settings is None or settings.single_keys,
            "is_nav_sidebar_enabled": False,
        }
        return TemplateResponse(request, PAGE, {**admin_own, **context, **own})

    def queue_do_view(self, request: HttpRequest) -> HttpResponse:
        """POST `verb` with `article` (undo without one: what was passed over last), `query` and `after` of the page.

        JSON {say, html} or {next} where that is accepted (422 where it is refused), else a redirect with a message.
        """
        if not editor(request).has_perm("rumours.change_suggestion"):
            raise PermissionDenied("rumours.change_suggestion is missing")
        filters = filters_in(QueryDict(request.POST.get("query", "")))
        try:
            said, place = self._done(request)
        except EditorialError as error:
            return self._answer(request, filters, sentence(error), request.POST.get("article", ""), refused=True)
        return self._answer(request, filters, said, place) if said else redirected(request, place)

    def queue_next_view(self, request: HttpRequest) -> HttpResponse:
        """POST: the next article, claimed, on its desk; or back at the queue, where nothing waits."""
        if not editor(request).has_perm("rumours.change_suggestion"):
            raise PermissionDenied("rumours.change_suggestion is missing")
        query = request.POST.get("query", "")
        found = next_in_queue(by=editor(request), filters=filters_in(QueryDict(query)) if query else None)
        if found is not None:
            return redirect("admin:rumours_article_tag", found.pk)
        messages.info(request, "Nothing is waiting for you.")
        return redirect("admin:rumours_article_queue")

    def _done(self, request: HttpRequest) -> tuple[str, str]:
        """Do what was asked for: what to say and the article at which to go on, or only the address to go to."""
        verb, by = request.POST.get("verb", ""), editor(request)
        once = {"client_id": _short(request, "client_id") or uuid4().hex, "sitting": _short(request, "sitting")}
        if verb == "undo" and not request.POST.get("article"):
            last = undo_last(by=by, **once)
            return (
                (f"“{last.article}” is back.", str(last.article_id)) if last else ("There is nothing to take back.", "")
            )
        article = self._article(request)
        if verb == "take":
            if not is_in_queue(article):
                raise WrongState("This has been dealt with: nothing is left to decide")
            claim(article, by=by)
            return "", reverse("admin:rumours_article_tag", args=[article.pk])
        if verb not in VERBS:
            raise EditorialError("Nothing was chosen")
        act, said = VERBS[verb]
        act(article, by=by, **once)
        return said.format(article), request.POST.get("later", "")

    def _article(self, request: HttpRequest) -> Article:
        pk = request.POST.get("article", "")
        is_id = pk.isascii() and pk.isdigit() and len(pk) < 19
        article = Article.objects.filter(pk=int(pk)).first() if is_id else None
        if article is None:
            raise Http404("there is no such article")
        if not may_tag(request, article):
            raise PermissionDenied("what readers have seen is for those who publish")
        return article

    def _answer(
        self, request: HttpRequest, filters: Filters, said: str, place: str, refused: bool = False
    ) -> HttpResponse:
        """What happened, with the queue as it is now; `place` is the article at which it goes on."""
        after = request.POST.get(AFTER, "")
        if _wants_json(request):
            settings = DeskSettings.objects.filter(user=editor(request)).first()
            html = render_to_string(PART, queue_context(request, filters, after, settings), request)
            return JsonResponse({"say": said, "html": html, "place": place}, status=422 if refused else 200)
        (messages.error if refused else messages.success)(request, said)
        return redirect(address(filters, after) + (f"#article-{place}" if place.isdigit() else ""))


VERBS: dict[str, tuple[Any, str]] = {
    "drop": (drop, "“{}” is dropped."),
    "skip": (skip, "“{}” is skipped."),
    "undo": (take_back, "“{}” is back."),
}


def redirected(request: HttpRequest, to: str) -> HttpResponse:
    """The way on, as the client takes it."""
    return JsonResponse({"next": to}) if _wants_json(request) else redirect(to)


def _with_name(request: HttpRequest, filters: Filters) -> HttpResponse:
    """What was typed chosen as a filter."""
    typed = request.GET["name"].strip()[:100].replace("\0", "")
    found = named(typed, filters)
    if found is None:
        messages.error(request, f"No club and no source is called “{typed}”.")
    return redirect(address(found or filters))


def _wants_json(request: HttpRequest) -> bool:
    return request.headers.get("Accept", "").startswith("application/json")


def _short(request: HttpRequest, name: str) -> str:
    """A short text under a name, as it can be stored."""
    return request.POST.get(name, "").replace("\0", "")[:40]
