"""Pages beside the desk: how suggestions fare, stubs to finish, the sittings of an article."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.views.decorators.http import require_safe

from rumours.admin.base import editor
from rumours.admin.desk.fare_tables import PERIODS, Asked, tables
from rumours.choices import SuggestionKind
from rumours.editorial.sittings import sittings
from rumours.editorial.stubs import KINDS, Stub, stub_counts, stubs
from rumours.models.labels import choices_of

SITTINGS_SHOWN = 20
STUBS_SHOWN = 50
PLURALS = {"player": "Players", "club": "Clubs", "person": "People", "source": "Sources"}


class StubPages(Paginator[Stub]):
    """The stubs of some kinds, read page by page."""

    def __init__(self, kinds: list[str], total: int) -> None:
        self._kinds, self._total = kinds, total
        super().__init__([], STUBS_SHOWN)

    @cached_property
    def count(self) -> int:
        """How many there are."""
        return self._total

    def page(self, number: Any) -> Page[Stub]:
        """One page of them."""
        number = self.validate_number(number)
        found = stubs(self._kinds, start=(number - 1) * self.per_page, count=self.per_page)
        return Page(found, number, self)


class DeskExtrasMixin:
    """Adds `/fares/`, `/stubs/` and `/<id>/sittings/`, and the ways to them from the list of articles."""

    change_list_template = "admin/rumours/lists/articles.html"

    def get_urls(self) -> list[URLPattern]:
        """With the addresses of these pages."""
        views: tuple[tuple[str, str, Any], ...] = (
            ("fares/", "fares", self.fares_view),
            ("stubs/", "stubs", self.stubs_view),
            ("<int:pk>/sittings/", "sittings", self.sittings_view),
        )
        wrap = self.admin_site.admin_view  # type: ignore[attr-defined]
        own = [path(route, wrap(require_safe(view)), name=f"rumours_article_{name}") for route, name, view in views]
        return [*own, *super().get_urls()]  # type: ignore[misc]

    def fares_view(self, request: HttpRequest) -> HttpResponse:
        """Acceptance by rule, outlet, kind, month and version."""
        _require(request, "rumours.view_suggestion")
        asked = Asked.of(request.GET.dict())
        found = tables(asked)
        decided = sum(row["fare"].decided for row in found[0]["rows"])
        good = decided - sum(row["fare"].rejected for row in found[0]["rows"])
        return self._extra_page(
            request, "fares", "How suggestions fare", asked=asked, tables=found, decided=decided,
            percent=100 * good // decided if decided else 0, kinds=choices_of(SuggestionKind), periods=PERIODS.items(),
            without_rule=asked.address(rule=""), without_outlet=asked.address(outlet=""),
        )  # fmt: skip

    def stubs_view(self, request: HttpRequest) -> HttpResponse:
        """Rows made in a hurry, the newest first; `kind` of the address narrows them."""
        _require(request, "rumours.view_player")
        chosen, counts = request.GET.get("kind", ""), stub_counts()
        kinds = [chosen] if chosen in KINDS else list(KINDS)
        shown = StubPages(kinds, sum(counts[kind] for kind in kinds)).get_page(request.GET.get("page"))
        tabs = [("", "All", sum(counts.values())), *((kind, PLURALS[kind], counts[kind]) for kind in KINDS)]
        rows = [{"stub": stub, "address": _finish(stub)} for stub in shown]
        return self._extra_page(
            request,
            "stubs",
            "Finish stubs",
            tabs=tabs,
            chosen=chosen if chosen in KINDS else "",
            shown=shown,
            rows=rows,
        )

    def sittings_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The history of one article."""
        article = self.get_object(request, str(pk))  # type: ignore[attr-defined]
        if article is None or not self.has_view_permission(request, article):  # type: ignore[attr-defined]
            raise Http404("there is no such article")
        _require(request, "rumours.view_decision")
        shown = Paginator(sittings(article), SITTINGS_SHOWN).get_page(request.GET.get("page"))
        address = reverse("admin:rumours_article_change", args=[pk])
        return self._extra_page(
            request, "sittings", "Sittings", article=article, row=article, row_address=address, shown=shown
        )

    def _extra_page(self, request: HttpRequest, name: str, title: str, **more: Any) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),  # type: ignore[attr-defined]
            "opts": self.opts,  # type: ignore[attr-defined]
            "title": title,
            **more,
        }
        return TemplateResponse(request, f"admin/rumours/desk/{name}.html", context)


def _require(request: HttpRequest, permission: str) -> None:
    if not editor(request).has_perm(permission):
        raise PermissionDenied(f"{permission} is missing")


def _finish(stub: Stub) -> str:
    """Where a stub is finished; saving there leads back to the stubs."""
    return f"{reverse(f'admin:rumours_{stub.kind}_change', args=[stub.row.pk])}?then=stubs"
