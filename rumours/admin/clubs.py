"""Clubs at the desk."""

from django.contrib import admin

from rumours.admin.entities import KEPT, AliasInline, EntityAdmin
from rumours.admin.merging import MergesTwo
from rumours.admin.questions import NoLeague, Shown, Stubs
from rumours.choices import Section
from rumours.models import Club, ClubAlias


class ClubAliasInline(AliasInline):
    model = ClubAlias


@admin.register(Club)
class ClubAdmin(MergesTwo, EntityAdmin):
    list_display = ("name", "short_name", "association", "section", "competition", "link_count", "is_stub", "page")
    list_filter = (Stubs, NoLeague, Shown, "section", "is_reserve", "is_fictional")
    list_select_related = ("competition",)
    autocomplete_fields = ("competition",)
    inlines = (ClubAliasInline,)
    fieldsets = (
        (
            None,
            {
                "fields": ("name", "short_name", ("association", "section"), "competition"),
                "description": "Name and association are enough: the association decides the transfer windows. "
                + EntityAdmin.name_rule,
            },
        ),
        ("Details", {"fields": ("colours", "domains", "is_reserve", "is_stub", "is_fictional")}),
        KEPT,
    )

    def choice_label(self, row: Club) -> str:  # type: ignore[override]
        """The name, where it is, and women's and reserve teams as such."""
        told = [row.association or "association not known", *(["women"] if row.section == Section.WOMEN else [])]
        return f"{row.name} ({', '.join([*told, *(['reserves'] if row.is_reserve else [])])})"
