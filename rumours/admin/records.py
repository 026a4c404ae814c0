"""What is only ever written by code, to be looked at: decisions, corrections, old addresses, suggestions."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from rumours.admin.base import DeskPage, LookOnly
from rumours.admin.questions import Undecided
from rumours.models import Correction, Decision, OldAddress, Suggestion


@admin.register(Decision)
class DecisionAdmin(LookOnly, DeskPage):
    """Everything anybody decided: append-only."""

    list_display = ("at", "by", "action", "row_kind", "row_id", "article")
    list_select_related = ("by", "article")
    list_filter = ("action", "row_kind", "by")
    search_fields = ("article__headline", "by__username")
    date_hierarchy = "at"
    ordering = ("-at", "-id")
    show_full_result_count = False


@admin.register(Correction)
class CorrectionAdmin(LookOnly, DeskPage):
    """The public notes on what was changed after readers had seen it."""

    list_display = ("at", "by", "row_kind", "row_id", "note")
    list_select_related = ("by",)
    list_filter = ("row_kind",)
    search_fields = ("note",)
    ordering = ("-at", "-id")


@admin.register(OldAddress)
class OldAddressAdmin(LookOnly, DeskPage):
    """Where renamed, merged and moved things were."""

    list_display = ("since", "kind", "old", "target_id")
    list_filter = ("kind",)
    search_fields = ("old",)
    ordering = ("-since", "-id")
    show_full_result_count = False


@admin.register(Suggestion)
class SuggestionAdmin(LookOnly, DeskPage):
    """What the tagger proposed; decided on the article."""

    list_display = ("text", "kind", "article", "rule", "confidence", "decision", "decided_by", "decided_at")
    list_filter = (Undecided, "kind", "decision", "rule")
    search_fields = ("text", "article__headline")
    ordering = ("-id",)
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> Any:
        """With all that a row names."""
        rows: Any = super().get_queryset(request)
        return rows.with_names().select_related("article", "decided_by")
