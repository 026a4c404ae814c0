"""What is only ever written by code, to be looked at: decisions, corrections, old addresses, suggestions."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.models import User
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from rumours.admin.base import MOST_NAMED, DeskPage, LookOnly, among_newest, found_ids, names_found
from rumours.admin.questions import Undecided, seen
from rumours.models import Correction, Decision, OldAddress, Suggestion

# The indexed columns of a suggestion by which it is found.
ABOUT = {"player": "player", "to_club": "club", "person": "person", "source": "source"}


@admin.register(Decision)
class DecisionAdmin(LookOnly, DeskPage):
    """Everything anybody decided: append-only."""

    list_display = ("at", "by", "action", "row_kind", "row_id", "article")
    list_select_related = ("by", "article")
    list_filter = (seen("action"), seen("row_kind"), "at")
    search_fields = ("by__username",)
    search_help_text = "Who decided, by his user name."
    ordering = ("-id",)

    def get_search_results(self, request: HttpRequest, queryset: QuerySet[Any], search_term: str) -> Any:
        """By whoever has such a user name."""
        if not search_term.strip():
            return queryset, False
        found = User.objects.filter(username__icontains=search_term.strip()).values_list("pk", flat=True)
        return queryset.filter(by__in=list(found[:MOST_NAMED])), False


@admin.register(Correction)
class CorrectionAdmin(LookOnly, DeskPage):
    """The public notes on what was changed after readers had seen it."""

    list_display = ("at", "by", "row_kind", "row_id", "note")
    list_select_related = ("by",)
    list_filter = (seen("row_kind"),)
    search_fields = ("note",)
    ordering = ("-id",)


@admin.register(OldAddress)
class OldAddressAdmin(LookOnly, DeskPage):
    """Where renamed, merged and moved things were."""

    list_display = ("since", "kind", "old", "target_id")
    list_filter = (seen("kind"),)
    search_fields = ("old__startswith",)
    ordering = ("-id",)


@admin.register(Suggestion)
class SuggestionAdmin(LookOnly, DeskPage):
    """What the tagger proposed; decided on the article."""

    list_display = ("text", "kind", "article", "rule", "confidence", "decision", "decided_by", "decided_at")
    list_filter = (Undecided, "kind", "decision")
    search_fields = ("player__name",)
    search_help_text = "Whom it is about; names without accents will do."
    ordering = ("-id",)

    def get_search_results(self, request: HttpRequest, queryset: QuerySet[Any], search_term: str) -> Any:
        """Those about whoever is so named, and of the newest those with these words."""
        term = search_term.strip()
        if not term:
            return queryset, False
        named = (names_found(term, **{column: kind}) for column, kind in ABOUT.items())
        rows = [Suggestion.objects.filter(condition) for condition in named]
        found = found_ids("pk", *rows) | among_newest(queryset, Q(text__icontains=term))
        return queryset.filter(pk__in=found), False

    def get_queryset(self, request: HttpRequest) -> Any:
        """With all that a row names."""
        rows: Any = super().get_queryset(request)
        return rows.with_names().select_related("article", "decided_by")
