"""People at the desk."""

from django.contrib import admin

from rumours.admin.entities import KEPT, AliasInline, EntityAdmin
from rumours.admin.merging import MergesTwo
from rumours.admin.questions import Shown, Stubs
from rumours.models import Person, PersonAlias


class PersonAliasInline(AliasInline):
    model = PersonAlias


@admin.register(Person)
class PersonAdmin(MergesTwo, EntityAdmin):
    list_display = ("name", "role", "club", "player", "source", "link_count", "is_stub", "page")
    list_filter = (Stubs, Shown, "role", "is_fictional")
    list_select_related = ("club", "player", "source")
    autocomplete_fields = ("club", "player", "source")
    inlines = (PersonAliasInline,)
    choice_related = ("club",)
    fieldsets = (
        (
            None,
            {
                "fields": ("name", ("role", "club")),
                "description": "The name is enough. Role and club are the last known; those of a day stand on the "
                f"quote or the mention. {EntityAdmin.name_rule}",
            },
        ),
        (
            "Details",
            {
                "fields": ("player", "source", ("nationality", "born"), "note", "is_stub", "is_fictional"),
                "description": "A player who speaks has one person with Player set, whose page is the player's; "
                "a journalist's person points to the source.",
            },
        ),
        KEPT,
    )

    def choice_label(self, row: Person) -> str:  # type: ignore[override]
        """The name with role and club."""
        return f"{row.name} ({', '.join([row.role, *([str(row.club)] if row.club else [])])})"
