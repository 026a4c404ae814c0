"""Leagues and cups at the desk."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from rumours.admin.entities import KEPT, EntityAdmin
from rumours.admin.lists.counting import number_of
from rumours.admin.loading import LoadsReference
from rumours.models import Club, Competition


@admin.register(Competition)
class CompetitionAdmin(LoadsReference, EntityAdmin):
    change_list_template = "admin/rumours/lists/competitions.html"
    list_display = ("name", "country", "section", "level", "clubs_here", "is_reference")
    list_filter = ("section", "level", "country")
    fieldsets = (
        (None, {"fields": ("name", "short_name", ("country", "section"), "level", "aliases")}),
        KEPT,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Competition]:
        """With the number of clubs in each."""
        rows: QuerySet[Competition] = super().get_queryset(request)
        return rows.annotate(club_total=number_of(Club.objects.all(), "competition"))

    @admin.display(description="clubs", ordering="club_total")
    def clubs_here(self, obj: Competition) -> int:
        total: int = obj.club_total  # type: ignore[attr-defined]
        return total

    def choice_label(self, row: Competition) -> str:  # type: ignore[override]
        """The name with the country: there are several Serie A."""
        return f"{row.name} ({row.country})"
