"""Quotes, one by one: looked for, corrected, withdrawn, moved. They are entered on their articles."""

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from rumours.admin.articles.inlines import may_tag
from rumours.admin.articles.quotes import QuoteForm
from rumours.admin.base import DeskAdmin, editor, found_ids, names_found
from rumours.admin.moving import MovesToNamesake
from rumours.admin.questions import SpeakerUnnamed, Withdrawn, seen
from rumours.admin.reports import may_be_withdrawn
from rumours.admin.steps import Reason, Step, StepsMixin
from rumours.editorial.publishing import withdraw_quote
from rumours.models import Quote


def _withdraw(quote: Quote, request: HttpRequest, cleaned: dict[str, Any]) -> str:
    withdraw_quote(quote, by=editor(request), why=cleaned["why"])
    return "Readers no longer see this quote."


@admin.register(Quote)
class QuoteAdmin(MovesToNamesake, StepsMixin, DeskAdmin):
    list_display = ("speaker_name", "role", "club", "via", "beginning", "article", "dated_at", "withdrawn_at")
    list_filter = (SpeakerUnnamed, Withdrawn, "role", "stance", seen("language"))
    search_fields = ("speaker__name",)
    search_help_text = "Speaker, source, or a player or club it is about; names without accents will do."
    ordering = ("-dated_at", "-id")
    form = QuoteForm
    autocomplete_fields = ("speaker", "club", "via")
    readonly_fields = ("article", "dated_at", "withdrawn_at", "withdrawn_why")
    steps = (
        Step(
            "withdraw", "Withdraw…", "rumours.withdraw_quote", _withdraw, applies=may_be_withdrawn, form=Reason,
            explanation="Gone at once from pages, lists and search; the article says that a quote was withdrawn.",
        ),
    )  # fmt: skip

    def get_fieldsets(self, request: HttpRequest, obj: Quote | None = None) -> Any:
        """The form for those who may, else what stands."""
        kept = ("Kept by the site", {"fields": self.readonly_fields[1:], "classes": ("collapse",)})
        if not self.has_change_permission(request, obj):
            shown = ("article", "speaker", "described", "role", "club", "via", "text", "language", "translation")
            return [(None, {"fields": shown}), kept]
        note = ("note",) if obj and obj.article.was_shown else ()
        fields = (
            *note, "article", "words", ("speaker", "described", "role", "club"), ("via", "stance"),
            ("players", "clubs"), ("language", "translation"),
        )  # fmt: skip
        return [(None, {"fields": fields}), kept]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Quote]:
        """With all that a row names, its stretches, and its article, whose state decides what may be done."""
        rows: QuerySet[Quote] = super().get_queryset(request)
        return rows.select_related("article", "speaker", "club", "via").prefetch_related("fragments")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A quote is entered on its article."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """One that was withdrawn is history."""
        allowed = bool(super().has_change_permission(request, obj))
        return allowed and (obj is None or (obj.withdrawn_at is None and may_tag(request, obj.article)))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """It is taken from a draft there, or withdrawn."""
        return False

    def get_search_results(self, request: HttpRequest, queryset: QuerySet[Any], search_term: str) -> Any:
        """Those by, via or about whoever is so named."""
        if not search_term.strip():
            return queryset, False
        of_player = Quote.players.through.objects.filter(names_found(search_term, player="player"))
        of_club = Quote.clubs.through.objects.filter(names_found(search_term, club="club"))
        said = names_found(search_term, speaker="person", via="source")
        return queryset.filter(said | Q(pk__in=found_ids("quote", of_player, of_club))), False

    @admin.display(description="speaker", ordering="speaker__name")
    def speaker_name(self, obj: Quote) -> str:
        return obj.speaker_name

    @admin.display(description="words")
    def beginning(self, obj: Quote) -> str:
        return obj.words if len(obj.words) <= 80 else f"{obj.words[:80]}…"

    def view_on_site(self, obj: Quote) -> str | None:
        """Its article's page."""
        return obj.article.get_absolute_url() if obj.article.is_published() and obj.withdrawn_at is None else None

    def save_form(self, request: HttpRequest, form: Any, change: bool) -> Any:
        """The quote as it is: `change_quote` writes it."""
        form.save_m2m = lambda: None
        return form.instance

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """As its form says."""
        if set(form.changed_data) - {"note"}:
            form.change(by=editor(request), note=form.cleaned_data.get("note", ""))
