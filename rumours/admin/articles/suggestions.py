"""The suggestions of an article, to be accepted or rejected: each press is one POST."""

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
from rumours.admin.articles.panel import NAME_OF_SLOT, in_order, key_of
from rumours.admin.base import editor, tell
from rumours.choices import SuggestionKind
from rumours.editorial.errors import EditorialError
from rumours.editorial.reviewing import Subject, accept, accept_link, accept_quote, candidates, reject, undo
from rumours.editorial.suggesting import suggest_for
from rumours.models import Article, Suggestion

BEGINNING = 60


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
        waiting = in_order(article.suggestions.undecided())
        try:
            messages.success(request, decided(article, request.POST, by=editor(request)))
        except EditorialError as error:
            tell(request, error)
        place = _place_after(article, request.POST, waiting)
        return redirect(f"{reverse('admin:rumours_article_change', args=[pk])}#{place}")


def decided(article: Article, posted: Any, *, by: User) -> str:
    """Do what was asked for; what happened, as a sentence."""
    if "again" in posted:
        return f"{suggest_for(article, by=by)} new suggestions."
    if "accept_all" in posted:
        return _accept_all(article, by)
    for verb in ("accept", "reject", "undo"):
        if verb in posted:
            return _decide(_row(article, posted[verb]), verb, posted, by)
    raise EditorialError("Nothing was chosen")


def _place_after(article: Article, posted: Any, before: list[Suggestion]) -> str:
    """Where the page goes on: at what waits next, so that the keyboard need not come from the top again.

    That is the one decided on where it still waits (it was refused, or taken back), else the next that waited `before`.
    """
    pressed = posted.get("accept") or posted.get("reject") or posted.get("undo") or ""
    left = {str(pk) for pk in article.suggestions.undecided().values_list("pk", flat=True)}
    order = [str(row.pk) for row in before]
    later = order[order.index(pressed) :] if pressed in order else [pressed]
    found = next((pk for pk in later if pk in left), None)
    return f"suggestion-{found}" if found else "suggestions"


def _row(article: Article, key: str) -> Suggestion:
    found = article.suggestions.whole().filter(pk=int(key)).first() if key.isascii() and key.isdigit() else None
    if found is None:
        raise EditorialError("This suggestion is no longer there: somebody ran the tagger again")
    return found


def _decide(row: Suggestion, verb: str, posted: Any, by: User) -> str:
    said = row.text if len(row.text) <= BEGINNING else f"{row.text[:BEGINNING]}…"
    if verb == "reject":
        reject(row, by=by)
        return f"“{said}” is rejected."
    if verb == "undo":
        undo(row, by=by)
        return f"“{said}” waits again."
    if row.kind == SuggestionKind.LINK:
        return _accept_link(row, posted, by)
    if row.kind == SuggestionKind.QUOTE:
        accept_quote(row, by=by, player=_chosen(row, "player", posted))  # type: ignore[arg-type]  # of that slot
        return f"“{said}” is entered as a quote."
    count = len(accept(row, by=by, subject=_chosen(row, "", posted)))
    if not count:
        return f"“{said}” is accepted: all its places are tagged already."
    return f"“{said}” is tagged {count} times." if count != 1 else f"“{said}” is tagged."


def _accept_link(row: Suggestion, posted: Any, by: User) -> str:
    """With whom the editor chose where a name may mean several."""
    chosen: Any = {slot.value: subject for slot in NAME_OF_SLOT if (subject := _chosen(row, slot, posted)) is not None}
    report = accept_link(row, by=by, **chosen)
    return f"{report.link} is entered." if report else "This is entered already."


def _chosen(row: Suggestion, slot: str, posted: Any) -> Subject | None:
    """Whom the editor chose for a name that may mean several; None for the one that is proposed."""
    wanted = posted.get(f"{slot or 'subject'}-{row.pk}", "")
    several = candidates(row, slot)
    chosen = next((subject for subject in several if key_of(subject) == wanted), None)
    return None if chosen is None or chosen == several[0] else chosen


@transaction.atomic
def _accept_all(article: Article, by: User) -> str:
    """Every name that can mean only one; what is ambiguous, or new, is kept for the editor."""
    sitting, count, left = uuid4().hex, 0, 0
    for row in article.suggestions.undecided().names().whole().order_by("start", "pk"):
        if len(candidates(row)) == 1:
            accept(row, by=by, sitting=sitting)
            count += 1
        else:
            left += 1
    waiting = f" {left} may mean several or nobody yet, and wait for you." if left else ""
    return f"{count} names are accepted.{waiting}"
