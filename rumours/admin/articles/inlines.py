"""What stands on an article: quotes, reports and names, entered in place or only shown."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from rumours.admin.articles.mentions import MentionForm, TaggedForm
from rumours.admin.articles.quotes import QuoteRowForm
from rumours.admin.articles.reports import ReportRowForm
from rumours.admin.base import editor
from rumours.admin.refusing import EditorialFormSet
from rumours.models import Article, Mention, Quote, Report
from rumours.models.mention import SUBJECTS


def may_tag(request: HttpRequest, article: Article | None) -> bool:
    """Drafts are everybody's; what readers have seen is for those who publish."""
    draft = article is None or not article.was_shown
    return draft or editor(request).has_perm("rumours.publish_article")


class TagInline(admin.options.InlineModelAdmin):
    """Rows written by editorial functions. What readers have seen is withdrawn on its own page, never deleted here."""

    formset = EditorialFormSet
    template = "admin/edit_inline/stacked.html"
    extra = 0
    show_change_link = True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """As on the article itself."""
        return bool(super().has_add_permission(request, obj)) and may_tag(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """As on the article itself."""
        return bool(super().has_change_permission(request, obj)) and may_tag(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only from drafts."""
        draft = obj is None or not obj.was_shown
        return bool(super().has_delete_permission(request, obj)) and draft


class ReportInline(TagInline):
    """A report finds or makes its link from player, from, to and window."""

    model = Report
    form = ReportRowForm
    classes = ("rows",)
    verbose_name_plural = "reports: who is linked with whom, on whose word"
    autocomplete_fields = ("source", "via", "follows", "claimant_person", "claimant_player", "claimant_club")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("player", "to_club", "from_club", "window"),
                    ("stage_group", "stage", "doubt", "kind"),
                    "words",
                    ("source", "via", "role"),
                )
            },
        ),
        (
            "More: loan, free agent, whose own word, what it follows, a sum",
            {
                "classes": ("collapse",),
                "fields": (
                    ("free_agent", "loan_club"),
                    ("claimant_person", "claimant_player", "claimant_club"),
                    ("follows", "retracts"),
                    ("fee_what", "fee_low", "fee_high", "fee_currency"),
                ),
            },
        ),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Report]:
        """Those that stand, in the order of the text."""
        rows: Any = super().get_queryset(request)
        found: QuerySet[Report] = rows.standing().with_link().order_by("start", "pk")
        return found


class QuoteInline(TagInline):
    """A quote has one speaker, named or described."""

    model = Quote
    form = QuoteRowForm
    classes = ("rows",)
    verbose_name_plural = "quotes: who said what"
    autocomplete_fields = ("speaker", "club", "via")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "words",
                    ("speaker", "described", "role", "club"),
                    ("via", "stance", "players", "clubs"),
                )
            },
        ),
        ("More: language and translation", {"classes": ("collapse",), "fields": (("language", "translation"),)}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Quote]:
        """Those not withdrawn, in the order of the text."""
        rows = super().get_queryset(request).filter(withdrawn_at__isnull=True).select_related("speaker")
        return rows.prefetch_related("fragments", "players", "clubs").order_by("start")


class TaggedInline(TagInline):
    """The names that are tagged."""

    model = Mention
    form = TaggedForm
    template = "admin/edit_inline/tabular.html"
    classes = ("collapse",)
    verbose_name_plural = "names tagged in the body"
    fields = readonly_fields = ("text", "kind", "means", "role", "club_then")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Mention]:
        """In the order of the text."""
        rows: Any = super().get_queryset(request)
        found: QuerySet[Mention] = rows.with_subjects().select_related(*SUBJECTS, "club_then").order_by("start")
        return found

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """They are added below."""
        return False

    @admin.display(description="kind")
    def kind(self, obj: Mention) -> str:
        return str(obj.subject._meta.verbose_name)

    @admin.display(description="means")
    def means(self, obj: Mention) -> str:
        return str(obj.subject)


class NamesToTag(EditorialFormSet):
    """Apart from the names that are tagged, which are rows of the same model."""

    @classmethod
    def get_default_prefix(cls) -> str:
        return "names"


class MentionInline(TagInline):
    """Names to be tagged."""

    model = Mention
    formset = NamesToTag
    form = MentionForm
    classes = ("rows",)
    verbose_name = "name to tag"
    verbose_name_plural = "names to tag"
    autocomplete_fields = (*SUBJECTS, "club_then")
    fieldsets = ((None, {"fields": (("words", "which"), SUBJECTS, ("role", "club_then"))}),)
    can_delete = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Mention]:
        """None: those that are there stand above."""
        return super().get_queryset(request).none()


class ShownInline(admin.TabularInline):
    """For those who may not change the article: its rows, to be read."""

    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class ReportsShown(ShownInline):
    model = Report
    fields = readonly_fields = ("link", "source", "role", "stage_group", "stage", "text")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Report]:
        """With the names that the columns show."""
        rows: Any = super().get_queryset(request)
        found: QuerySet[Report] = rows.standing().with_link()
        return found


class QuotesShown(ShownInline):
    model = Quote
    fields = readonly_fields = ("speaker", "described", "via", "text")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Quote]:
        """With the names that the columns show."""
        return super().get_queryset(request).filter(withdrawn_at__isnull=True).select_related("speaker", "via")


ENTERED = (ReportInline, QuoteInline, MentionInline, TaggedInline)
SHOWN = (ReportsShown, QuotesShown)
