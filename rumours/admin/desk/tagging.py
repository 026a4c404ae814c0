"""The tagging desk of one article: its page, and the addresses to which the page's scripts speak JSON.

What is read and done stands in `editorial.desk`; here it is asked, and what comes of it put into words of HTTP.
"""

from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rumours.admin.articles.inlines import may_tag
from rumours.admin.base import editor
from rumours.admin.desk.answers import answering, body_of, flag_in, versions_in
from rumours.admin.desk.commands import as_json
from rumours.admin.desk.settings import KeysMixin, settings_of
from rumours.admin.desk.words import words
from rumours.admin.refusing import sentence
from rumours.editorial.desk.cards import find, state_of, text_of
from rumours.editorial.desk.commands import Asked, BadAsked, NoteNeeded, Stale, do
from rumours.editorial.desk.queue import next_in_queue
from rumours.editorial.desk.visits import note_visit
from rumours.editorial.errors import EditorialError, NotReady
from rumours.models import Article

MAY_DECIDE = "rumours.change_suggestion"
LONGEST_SEARCH = 120
# The verbs after which the desk goes on to another article.
LEAVING = ("publish", "drop", "skip")


class DeskTagMixin(KeysMixin):
    """Adds `/<id>/tag/` with what its page asks for, and `/keys/`."""

    def get_urls(self) -> list[URLPattern]:
        """With the addresses of the desk."""
        views: tuple[tuple[str, str, Any], ...] = (
            ("keys/", "keys", require_POST(self.keys_view)),
            ("<int:pk>/tag/", "tag", require_GET(self.tag_view)),
            ("<int:pk>/tag/do/", "tag_do", require_POST(self.tag_do_view)),
            ("<int:pk>/tag/state/", "tag_state", require_http_methods(["GET", "POST"])(self.tag_state_view)),
            ("<int:pk>/tag/find/", "tag_find", require_GET(self.tag_find_view)),
        )
        wrap = self.admin_site.admin_view  # type: ignore[attr-defined]
        own = [path(route, wrap(view), name=f"rumours_article_{name}") for route, name, view in views]
        return [*own, *super().get_urls()]  # type: ignore[misc]

    def tag_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The page: the article, its cards, and what its scripts need to know."""
        article = self._article_to_tag(request, pk, writing=False)
        user = editor(request)
        note_visit(article, by=user, acted=True)
        context = {
            **self.admin_site.each_context(request),  # type: ignore[attr-defined]
            "opts": self.opts,  # type: ignore[attr-defined]
            "title": f"Tag: {article}",
            "article": article,
            "is_nav_sidebar_enabled": False,
            "may_tag": may_tag(request, article),
            "state": state_of(article, by=user),
            "text": text_of(article),
            "words": words(),
            "settings": self._settings(request, article),
        }
        return TemplateResponse(request, "admin/rumours/desk/tag.html", context)

    @answering
    def tag_do_view(self, request: HttpRequest, pk: int) -> JsonResponse:
        """POST what is asked for: 200 done, 409 stale, 422 refused, each with the state against the client's `have`."""
        article = self._article_to_tag(request, pk)
        payload = body_of(request)
        have, user = versions_in(payload), editor(request)
        asked = Asked.parse(payload)
        try:
            outcome = do(article, asked, by=user)
        except (EditorialError, IntegrityError) as error:
            return self._refusal(error, asked, article, user, have)
        article.refresh_from_db()
        answer = {"say": outcome.say, "focus": outcome.focus, "repeat": outcome.is_repeat}
        following = {"next": self._next(request, article)} if asked.verb in LEAVING else {}
        return JsonResponse({**answer, **following, "state": state_of(article, by=user, have=have)})

    @answering
    def tag_state_view(self, request: HttpRequest, pk: int) -> JsonResponse:
        """GET a token for who is logged in; POST every ten seconds: that an editor is here, and what others did."""
        if request.method == "GET":
            return JsonResponse({"csrf": get_token(request), "user": editor(request).pk})
        article = self._article_to_tag(request, pk, writing=False)
        payload = body_of(request)
        note_visit(article, by=editor(request), acted=flag_in(payload, "acted"))
        return JsonResponse(state_of(article, by=editor(request), have=versions_in(payload)))

    @answering
    def tag_find_view(self, request: HttpRequest, pk: int) -> JsonResponse:
        """GET ?what=club&q=mila&card=s12: the rows that a combobox offers."""
        article = self._article_to_tag(request, pk, writing=False)
        what, q = request.GET.get("what", ""), request.GET.get("q", "")
        if len(q) > LONGEST_SEARCH or "\0" in q:
            raise BadAsked("q", f"is to have at most {LONGEST_SEARCH} characters")
        try:
            rows = find(article, what, q, card=request.GET.get("card") or None, by=editor(request))
        except ValueError as error:
            raise BadAsked("what", str(error)) from error
        return JsonResponse({"rows": rows})

    def _article_to_tag(self, request: HttpRequest, pk: int, *, writing: bool = True) -> Article:
        """The article, for those who may decide; 404 where there is none."""
        if not editor(request).has_perm(MAY_DECIDE):
            raise PermissionDenied(f"{MAY_DECIDE} is missing")
        article = Article.objects.filter(pk=pk).select_related("publisher").first()
        if article is None:
            raise Http404("There is no such article")
        if writing and not may_tag(request, article):
            raise PermissionDenied("Readers have seen this article: those who publish change it")
        return article

    def _refusal(
        self, error: EditorialError | IntegrityError, asked: Asked, article: Article, user: User, have: dict[str, str]
    ) -> JsonResponse:
        """409 with the card as it is, or 422; both with the state."""
        article.refresh_from_db()
        state = state_of(article, by=user, have=have)
        if isinstance(error, Stale):
            answer = {"error": "stale", "message": sentence(error), "card": error.card, "state": state}
            return JsonResponse(answer, status=409)
        return JsonResponse({**_refused(error, asked, state), "state": state}, status=422)

    def _settings(self, request: HttpRequest, article: Article) -> dict[str, Any]:
        names = {"do": "tag_do", "state": "tag_state", "find": "tag_find"}
        addresses = {name: reverse(f"admin:rumours_article_{view}", args=[article.pk]) for name, view in names.items()}
        own = {
            "user": editor(request).pk,
            "csrf": get_token(request),
            "commands": as_json(),
            "addresses": {**addresses, "keys": reverse("admin:rumours_article_keys")},
        }
        return own | settings_of(editor(request))

    def _next(self, request: HttpRequest, article: Article) -> str:
        """Where the desk goes on: the next article of the editor's queue, or the queue when it is empty."""
        following = next_in_queue(by=editor(request), after=article)
        if following is None:
            return reverse("admin:rumours_article_queue")
        return reverse("admin:rumours_article_tag", args=[following.pk])


def _refused(error: EditorialError | IntegrityError, asked: Asked, state: dict[str, Any]) -> dict[str, Any]:
    """Why, at which card, and whether a public note or which blockers stand in the way."""
    said = sentence(error) if isinstance(error, EditorialError) else "Two rows would say the same: nothing was changed"
    return {
        "error": "refused",
        "message": said,
        "card": asked.card,
        "needs_note": isinstance(error, NoteNeeded),
        "blockers": state["checklist"]["blockers"] if isinstance(error, NotReady) else [],
    }
