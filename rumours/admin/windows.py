"""Windows, their spans, and the rates of currencies."""

from datetime import datetime
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone

from rumours.admin.base import DeskAdmin, DeskPage, editor, page_link
from rumours.admin.lists.counting import number_of
from rumours.admin.questions import Unconfirmed
from rumours.admin.refusing import sentence
from rumours.editorial.deriving import refresh_links
from rumours.editorial.errors import EditorialError
from rumours.editorial.seasons import add_season
from rumours.models import ExchangeRate, Window, WindowSpan


class SpanInline(admin.TabularInline):
    """Instants in UTC; either may be unknown."""

    model = WindowSpan
    extra = 0
    fields = (
        "association", "section", "opens_at", "closes_at", "closing_time_known", "time_zone", "confirmed", "reference",
    )  # fmt: skip


class SeasonForm(forms.Form):
    """Which season to add."""

    first_year = forms.IntegerField(
        label="The season that begins in", min_value=2000, max_value=2198,
        help_text="2027 makes 2027-summer and 2028-winter, with a span to be confirmed for every association.",
    )  # fmt: skip


@admin.register(Window)
class WindowAdmin(DeskAdmin):
    list_display = ("code", "label", "spans_here", "to_confirm", "link_count", "page")
    list_filter = (Unconfirmed,)
    search_fields = ("code",)
    search_help_text = "By code: 2026-winter, or a part of it."
    ordering = ("-rank",)
    inlines = (SpanInline,)
    fields = ("code", "note", "link_count")
    readonly_fields = ("link_count",)
    change_list_template = "admin/rumours/lists/windows.html"

    def get_urls(self) -> list[URLPattern]:
        """With the page that adds a season."""
        own = path("season/", self.admin_site.admin_view(self.season_view), name="rumours_window_season")
        return [own, *super().get_urls()]

    def get_readonly_fields(self, request: HttpRequest, obj: Window | None = None) -> tuple[str, ...]:
        """A code that stands in addresses never changes."""
        return ("code", *self.readonly_fields) if obj else self.readonly_fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[Window]:
        """With the number of spans, and of those to be confirmed."""
        rows: QuerySet[Window] = super().get_queryset(request)
        spans = WindowSpan.objects.all()
        return rows.annotate(
            span_total=number_of(spans, "window"),
            unconfirmed_total=number_of(spans.filter(confirmed=False), "window"),
        )

    @admin.display(description="spans", ordering="span_total")
    def spans_here(self, obj: Any) -> int:
        return int(obj.span_total)

    @admin.display(description="to confirm", ordering="unconfirmed_total")
    def to_confirm(self, obj: Any) -> int:
        return int(obj.unconfirmed_total)

    @admin.display(description="page")
    def page(self, obj: Window) -> str:
        return page_link(self.view_on_site(obj))

    def view_on_site(self, obj: Window) -> str:
        """Every window has a page."""
        return obj.get_absolute_url()

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """When a span moves, so do the deadlines of the window's links."""
        super().save_related(request, form, formsets, change)
        if change and any(formset.has_changed() for formset in formsets):
            refresh_links(form.instance.links.values_list("pk", flat=True))

    def season_view(self, request: HttpRequest) -> HttpResponse:
        """GET asks for the season, POST makes its windows and spans."""
        if not self.has_add_permission(request):
            raise PermissionDenied("rumours.add_window is missing")
        posted = request.POST if request.method == "POST" else None
        form = SeasonForm(posted, initial={"first_year": _next_season(timezone.now())})
        if request.method == "POST" and form.is_valid():
            try:
                season = add_season(form.cleaned_data["first_year"], by=editor(request))
            except EditorialError as error:
                form.add_error(None, sentence(error))
            else:
                made = f"{season.windows_made} windows and {season.spans_made} spans are new."
                messages.success(request, f"{made} Confirm the spans when their dates are known.")
                return redirect("admin:rumours_window_changelist")
        context = {**self.admin_site.each_context(request), "opts": self.opts, "title": "Add a season", "form": form}
        return TemplateResponse(request, "admin/rumours/season.html", context)


def _next_season(now: datetime) -> int:
    """The first year of which there is no summer window yet."""
    year = now.year
    known = set(Window.objects.values_list("code", flat=True))
    while f"{year}-summer" in known:
        year += 1
    return year


@admin.register(ExchangeRate)
class ExchangeRateAdmin(DeskPage):
    list_display = ("currency", "year", "eur")
    list_filter = ("currency",)
    search_fields = ("currency",)
    ordering = ("-year", "currency")
