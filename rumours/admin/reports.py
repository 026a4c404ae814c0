"""Reports, one by one: looked for, corrected, withdrawn, moved. They are entered on their articles."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest

from rumours.admin.articles.inlines import may_tag
from rumours.admin.articles.reports import ReportForm
from rumours.admin.base import DeskAdmin, editor, names_found
from rumours.admin.moving import MovesToNamesake
from rumours.admin.questions import Denials, NoSource, Standing, WindowAssumed, Withdrawn
from rumours.admin.steps import Reason, Step, StepsMixin
from rumours.choices import FeeCertainty, FeeWhat
from rumours.editorial.fees import Sum
from rumours.editorial.publishing import withdraw_report
from rumours.editorial.reporting import change_report
from rumours.models import Fee, Report


class SumFormSet(BaseInlineFormSet):
    """The sums of a report, written together with it."""

    def sums(self) -> list[Sum]:
        """All that are to stand."""
        rows = [form.cleaned_data for form in self.forms if form.cleaned_data and form not in self.deleted_forms]
        return [
            Sum(FeeWhat(row["what"]), row["low"], row["high"], row["currency"].upper(), FeeCertainty(row["certainty"]))
            for row in rows
            if row.get("what")
        ]

    def save(self, commit: bool = True) -> list[Any]:
        """Nothing: `change_report` has written them."""
        self.new_objects, self.changed_objects, self.deleted_objects = [], [], []
        return []


class FeeInline(admin.TabularInline):
    model = Fee
    formset = SumFormSet
    extra = 0
    fields = ("what", "low", "high", "currency", "certainty")
    verbose_name_plural = "sums, in whole units: 30000000, not 30"


def _withdraw(report: Report, request: HttpRequest, cleaned: dict[str, Any]) -> str:
    withdraw_report(report, by=editor(request), why=cleaned["why"])
    return "Readers no longer see this report, and its link no longer counts it."


def may_be_withdrawn(row: Any) -> bool:
    """Shown once, and standing."""
    ended = getattr(row, "ended_at", None)
    return row.article.was_shown and row.withdrawn_at is None and ended is None


@admin.register(Report)
class ReportAdmin(MovesToNamesake, StepsMixin, DeskAdmin):
    list_display = ("link", "source", "role", "stage_group", "stage", "doubt", "article", "dated_at", "window_assumed")
    list_filter = (
        NoSource, WindowAssumed, Denials, Standing, Withdrawn, "role", "stage_group", "doubt",
    )  # fmt: skip
    search_fields = ("link__player__name",)
    search_help_text = "Player, club or source; names without accents will do."
    ordering = ("-id",)
    choice_related = ("link__player", "link__to_club", "link__window", "source", "article")
    form = ReportForm
    inlines = (FeeInline,)
    autocomplete_fields = ("source", "via", "follows", "claimant_person", "claimant_player", "claimant_club")
    readonly_fields = ("article", "link", "dated_at", "ended_at", "ended_why", "withdrawn_at", "withdrawn_why")
    steps = (
        Step(
            "withdraw", "Withdraw…", "rumours.withdraw_report", _withdraw, applies=may_be_withdrawn, form=Reason,
            explanation="Gone from the link at once, with what it adds to it. What is merely wrong is corrected.",
        ),
    )  # fmt: skip

    def get_fieldsets(self, request: HttpRequest, obj: Report | None = None) -> Any:
        """The form for those who may, else what stands."""
        kept = ("Kept by the site", {"fields": self.readonly_fields[2:], "classes": ("collapse",)})
        if not self.has_change_permission(request, obj):
            fields = ("article", "link", "source", "via", "role", "stage_group", "stage", "kind", "doubt", "text")
            return [(None, {"fields": fields}), kept]
        note = ("note",) if obj and obj.article.was_shown else ()
        fields = (
            *note, "article", "link", ("player", "to_club", "from_club", "window"), ("free_agent", "loan_club"),
            ("stage_group", "stage", "doubt", "kind"), "words", ("source", "via", "role"),
            ("claimant_person", "claimant_player", "claimant_club"), ("follows", "retracts"),
        )  # fmt: skip
        return [(None, {"fields": fields}), kept]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Report]:
        """With all that a row names, and its article, whose state decides what may be done."""
        rows: Any = super().get_queryset(request)
        found: QuerySet[Report] = rows.with_link().select_related("article")
        return found

    def choice_label(self, row: Any) -> str:
        """Who said it of what, and when."""
        return f"{row}, {row.dated_at:%Y-%m-%d}"

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A report is entered on its article."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """One that was corrected or withdrawn is history."""
        allowed = bool(super().has_change_permission(request, obj))
        if obj is None:
            return allowed
        return allowed and obj.ended_at is None and obj.withdrawn_at is None and may_tag(request, obj.article)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """It is taken from a draft there, or withdrawn."""
        return False

    def get_search_results(self, request: HttpRequest, queryset: QuerySet[Any], search_term: str) -> Any:
        """Those about players and clubs, and of sources, so named."""
        if not search_term.strip():
            return queryset, False
        routes = {"link__player": "player", "link__to_club": "club", "link__from_club": "club", "source": "source"}
        return queryset.filter(names_found(search_term, **routes)), False

    def view_on_site(self, obj: Report) -> str | None:
        """Its link's page."""
        return obj.link.get_absolute_url() if obj.link.is_public else None

    def save_form(self, request: HttpRequest, form: Any, change: bool) -> Any:
        """The report as it is: it is written once its sums are known too."""
        form.save_m2m = lambda: None
        return form.instance

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """See `save_related`."""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """One change, with its sums: a report that readers have seen gets one successor."""
        changes = form.changes()
        for formset in formsets:
            if formset.has_changed():
                changes["fees"] = formset.sums()
            formset.save()
        if changes:
            change_report(form.instance, by=editor(request), note=form.cleaned_data.get("note", ""), **changes)
