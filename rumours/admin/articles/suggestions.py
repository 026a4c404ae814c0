"""The suggested names of an article, to be accepted or rejected: each press is one POST."""

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_POST

from rumours.admin.articles.inlines import may_tag
from rumours.admin.base import editor, tell
from rumours.editorial.errors import EditorialError
from rumours.editorial.reviewing import NAMES, accept, candidates, reject, undo
from rumours.editorial.suggesting import suggest_for
from rumours.models import Article, Suggestion


def panel(article: Article) -> dict[str, Any]:
    """What the panel shows: names to decide with whom each may mean, and those decided last."""
    rows = article.suggestions.filter(kind__in=NAMES).with_names()
    waiting = rows.undecided().prefetch_related("alternatives__player", "alternatives__club").order_by("start", "pk")
    return {
        "waiting": [{"row": row, "choices": _choices(row)} for row in waiting],
        "decided": rows.decided().select_related("decided_by").order_by("-decided_at", "-pk")[:30],
    }


def _choices(row: Suggestion) -> list[tuple[str, str]]:
    return [(f"{subject._meta.model_name}-{subject.pk}", str(subject)) for subject in candidates(row)]


class SuggestionsMixin:
    """Adds `/<id>/suggestions/`."""

    def get_urls(self) -> list[URLPattern]:
        """With the address to which the panel posts."""
        view = self.admin_site.admin_view(require_POST(self.decide_view))  # type: ignore[attr-defined]
        return [path("<int:pk>/suggestions/", view, name="rumours_article_suggestions"), *super().get_urls()]  # type: ignore[misc]

    def decide_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """POST `accept`, `reject` or `undo` = a suggestion's id; `accept_all`; or `again` for a new run."""
        article = self.get_object(request, str(pk))  # type: ignore[attr-defined]
        if article is None:
            raise Http404("there is no such article")
        if not editor(request).has_perm("rumours.change_suggestion") or not may_tag(request, article):
            raise PermissionDenied("rumours.change_suggestion is missing")
        try:
            messages.success(request, decided(article, request.POST, by=editor(request)))
        except EditorialError as error:
            tell(request, error)
        return redirect(reverse("admin:rumours_article_change", args=[pk]) + "#suggestions")


def decided(article: Article, posted: Any, *, by: User) -> str:
    """Do what was asked for; what happened, as a sentence."""
    if "again" in posted:
        return f"{suggest_for(article, by=by)} new suggestions."
    if "accept_all" in posted:
        return _accept_all(article, by)
    for verb in ("accept", "reject", "undo"):
        if verb in posted:
            row = _row(article, posted[verb])
            return _decide(row, verb, posted.get(f"subject-{row.pk}", ""), by)
    raise EditorialError("Nothing was chosen")


def _row(article: Article, key: str) -> Suggestion:
    found = article.suggestions.with_names().filter(pk=int(key)).first() if key.isascii() and key.isdigit() else None
    if found is None:
        raise EditorialError("This suggestion is no longer there: somebody ran the tagger again")
    return found


def _decide(row: Suggestion, verb: str, chosen: str, by: User) -> str:
    if verb == "reject":
        reject(row, by=by)
        return f"“{row.text}” is rejected."
    if verb == "undo":
        undo(row, by=by)
        return f"“{row.text}” waits again."
    subject = next((one for one in candidates(row) if f"{one._meta.model_name}-{one.pk}" == chosen), None)
    count = len(accept(row, by=by, subject=subject))
    return f"“{row.text}” is tagged {count} times." if count != 1 else f"“{row.text}” is tagged."


@transaction.atomic
def _accept_all(article: Article, by: User) -> str:
    """Every name that can mean only one; what is ambiguous is kept for the editor."""
    sitting, count, left = uuid4().hex, 0, 0
    for row in article.suggestions.undecided().filter(kind__in=NAMES).with_names().order_by("start", "pk"):
        if len(candidates(row)) == 1:
            accept(row, by=by, sitting=sitting)
            count += 1
        else:
            left += 1
    waiting = f" {left} may mean several and wait for you." if left else ""
    return f"{count} names are accepted.{waiting}"
