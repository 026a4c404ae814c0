"""Players at the desk."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from rumours.admin.entities import KEPT, AliasInline, EntityAdmin
from rumours.admin.merging import MergesTwo
from rumours.admin.questions import Namesakes, NoClub, NoPosition, Shown, Stubs
from rumours.editorial.squads import refresh_club
from rumours.models import Player, PlayerAlias, PlayerSpell


class PlayerAliasInline(AliasInline):
    model = PlayerAlias


class SpellInline(admin.TabularInline):
    """Where he plays and who owns him follows from these."""

    model = PlayerSpell
    fk_name = "player"
    extra = 0
    fields = ("club", "since", "until", "on_loan_from")
    autocomplete_fields = ("club", "on_loan_from")


@admin.register(Player)
class PlayerAdmin(MergesTwo, EntityAdmin):
    list_display = ("name", "born", "nationality", "position", "club", "owner", "link_count", "is_stub", "page")
    list_filter = (Stubs, Namesakes, NoPosition, NoClub, Shown, "position_group", "section", "retired", "is_fictional")
    list_select_related = ("club", "owner")
    inlines = (SpellInline, PlayerAliasInline)
    readonly_fields = (  # type: ignore[assignment]
        *EntityAdmin.readonly_fields,
        "club",
        "owner",
    )
    choice_related = ("club",)
    fieldsets = (
        (None, {"fields": ("name",), "description": f"The name is enough for now. {EntityAdmin.name_rule}"}),
        (
            "Details",
            {
                "fields": (
                    ("born", "birth_year"), ("nationality", "second_nationality"), "section",
                    ("position", "position_group"), ("second_position", "third_position"), "foot",
                    "contract_end", "retired", "is_stub", "is_fictional",
                )
            },
        ),
        ("Now", {"fields": (("club", "owner"),), "description": "Both follow from the spells below."}),
        KEPT,
    )  # fmt: skip

    def choice_label(self, row: Player) -> str:  # type: ignore[override]
        """What tells 37 Paulinhos apart."""
        year = row.birth_year or (row.born.year if row.born else None)
        told = [year, row.nationality, row.position or row.position_group, row.club]
        known = ", ".join(str(part) for part in told if part)
        return f"{row.name} ({known})" if known else row.name

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """The spells say where he is now."""
        super().save_related(request, form, formsets, change)
        refresh_club(form.instance)
