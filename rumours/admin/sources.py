"""Sources at the desk; their tiers are set by chiefs."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from rumours.admin.entities import KEPT, AliasInline, EntityAdmin
from rumours.admin.merging import MergesTwo
from rumours.admin.questions import NoTier, Shown, seen
from rumours.editorial.deriving import refresh_links
from rumours.models import Source, SourceAlias, SourceTier, TransferLink


class SourceAliasInline(AliasInline):
    model = SourceAlias
    fields = ("name", "ambiguous")  # type: ignore[assignment]


class TierInline(admin.TabularInline):
    model = SourceTier
    extra = 0
    fields = ("tier", "club", "competition", "since", "reason")
    autocomplete_fields = ("club", "competition")
    verbose_name_plural = "tiers: an opinion from a day on, in general or for one club or competition"


@admin.register(Source)
class SourceAdmin(MergesTwo, EntityAdmin):
    list_display = ("name", "kind", "outlet", "country", "language", "interest", "link_count", "page")
    list_filter = (NoTier, Shown, "kind", seen("language"))
    list_select_related = ("outlet",)
    autocomplete_fields = ("outlet",)
    inlines = (SourceAliasInline, TierInline)
    choice_related = ("outlet",)
    fieldsets = (
        (
            None,
            {
                "fields": ("name", ("kind", "outlet"), ("country", "language")),
                "description": f"The name is enough. What it said right and wrong is measured. {EntityAdmin.name_rule}",
            },
        ),
        ("Details", {"fields": ("domains", "handles", "interest")}),
        KEPT,
    )

    def choice_label(self, row: Source) -> str:  # type: ignore[override]
        """The name; a journalist with the outlet."""
        return f"{row.name} ({row.outlet})" if row.outlet else row.name

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """An opinion of a source counts on every link it reports on."""
        super().save_related(request, form, formsets, change)
        if any(formset.model is SourceTier and formset.has_changed() for formset in formsets):
            links = TransferLink.objects.filter(reports__source=form.instance)
            refresh_links(links.order_by().values_list("pk", flat=True).distinct())
