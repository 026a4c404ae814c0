"""Transfer links at the desk: made by their reports, ended by an editor where no report says so."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from rumours.admin.base import DeskAdmin, editor, names_found, page_link
from rumours.admin.questions import FromUnknown, NoSuitor, Shown, WindowAssumed
from rumours.editorial.ending import set_ending
from rumours.models import LinkTie, Report, TransferLink


class TieInline(admin.TabularInline):
    model = LinkTie
    fk_name = "link"
    extra = 0
    autocomplete_fields = ("other",)
    verbose_name_plural = "hangs together with"


class ReportsOfLink(admin.TabularInline):
    """What the link rests on; entered and changed on the articles."""

    model = Report
    extra = 0
    can_delete = False
    show_change_link = True
    fields = readonly_fields = (
        "article", "source", "role", "stage_group", "stage", "doubt", "dated_at", "ended_at", "withdrawn_at",
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> QuerySet[Report]:
        """With the names that its columns show."""
        return super().get_queryset(request).select_related("article", "source", "link__player", "link__to_club")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


DERIVED = (
    "is_public", "stage_group", "stage", "kind", "doubt", "denied_by", "outcome", "ending", "closes_at",
    "source_count", "report_count", "repeat_count", "denial_count", "best_tier", "fee_eur",
    "first_reported_at", "moved_at",
)  # fmt: skip
WHO = ("player", "from_club", "free_agent", "loan_club", "to_club", "window")


@admin.register(TransferLink)
class TransferLinkAdmin(DeskAdmin):
    list_display = (
        "player", "from_club", "to_club", "window", "how_far", "outcome", "source_count", "report_count", "moved_at",
        "page",
    )  # fmt: skip
    list_select_related = ("player", "from_club", "to_club", "window")
    list_filter = (Shown, WindowAssumed, NoSuitor, FromUnknown, "outcome", "stage_group", "kind", "doubt")
    search_fields = ("player__name",)
    search_help_text = "Player or club; names without accents will do."
    list_only = (
        "is_public", "stage_group", "stage", "outcome", "source_count", "report_count", "moved_at", "player__name",
        "from_club__name", "to_club__name", "window__code",
    )  # fmt: skip
    ordering = ("-moved_at", "-id")
    inlines = (TieInline, ReportsOfLink)
    choice_related = ("player", "to_club", "window")
    readonly_fields = (*WHO, "position", "position_group", "set_ending_at", "set_ending_by", *DERIVED)
    fieldsets = (
        (
            "Who, from where, to where, when",
            {"fields": WHO, "description": "Change these on a report: it moves to the link that it then means."},
        ),
        (
            "Ended by an editor",
            {
                "fields": ("set_ending", "set_ending_note", ("set_ending_at", "set_ending_by")),
                "description": "Only where no report ends it. Empty: as the reports say.",
            },
        ),
        ("What its published reports make of it", {"fields": DERIVED, "classes": ("collapse",)}),
    )

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A link is made by its first report, on an article."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """It goes with its last report."""
        return False

    def get_search_results(self, request: HttpRequest, queryset: QuerySet[Any], search_term: str) -> Any:
        """Those of players and clubs whose names every word fits."""
        if not search_term.strip():
            return queryset, False
        return queryset.filter(names_found(search_term, player="player", to_club="club", from_club="club")), False

    def view_on_site(self, obj: TransferLink) -> str | None:
        """The saga's page, once readers have one."""
        return obj.get_absolute_url() if obj.is_public else None

    @admin.display(description="stage", ordering="stage_group")
    def how_far(self, obj: TransferLink) -> str:
        """The exact stage where one is known, else its group."""
        return str(obj.get_stage_display() or obj.get_stage_group_display())

    @admin.display(description="page")
    def page(self, obj: TransferLink) -> str:
        return page_link(self.view_on_site(obj))

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Only the ending is an editor's."""
        ending, note = form.cleaned_data["set_ending"], form.cleaned_data["set_ending_note"]
        link = TransferLink.objects.get(pk=obj.pk)
        if {"set_ending", "set_ending_note"} & set(form.changed_data):
            set_ending(link, ending=ending, note=note, by=editor(request))
