"""The list of articles and the page on which one is tagged and published."""

from functools import cache
from typing import Any

from django.contrib import admin, messages
from django.db import models
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join

from rumours.admin.articles.adding import AddingMixin
from rumours.admin.articles.forms import ArticleForm
from rumours.admin.articles.inlines import ENTERED, SHOWN, may_tag
from rumours.admin.articles.panel import panel
from rumours.admin.articles.publishing import STEPS
from rumours.admin.articles.showing import in_place, original_text
from rumours.admin.articles.suggestions import SuggestionsMixin
from rumours.admin.base import DeskAdmin, among_newest, editor, found_ids, names_found
from rumours.admin.desk.extras import DeskExtrasMixin
from rumours.admin.desk.queue import DeskQueueMixin
from rumours.admin.desk.tagging import MAY_DECIDE, DeskTagMixin
from rumours.admin.lists.counting import number_of
from rumours.admin.questions import DateUnknown, NearCopies, NeedsTagging, NoPublisher, OurHeadline, Scheduled, seen
from rumours.admin.refusing import EditorialFormSet, Refusals, Refused
from rumours.admin.steps import StepsMixin
from rumours.choices import ArticleStatus
from rumours.editorial.errors import NotReady
from rumours.editorial.publishing import publish
from rumours.models import Article, Mention, Quote, Report, Suggestion

TEXT = ("The clean text", {"fields": ("body",)})
SOURCE = ("publisher", "author", "address", "language", "section", "shown")
CAME = (
    "As it came",
    {"fields": ("as_it_came", "original"), "classes": ("collapse",), "description": "Grey is never tagged."},
)
STATE = (
    "status", "released_at", "received_at", "near_copy_of", "created_by",
    "withdrawn_at", "withdrawn_by", "withdrawn_why", "everything",
)  # fmt: skip


@admin.register(Article)
class ArticleAdmin(DeskTagMixin, DeskQueueMixin, DeskExtrasMixin, AddingMixin, SuggestionsMixin, StepsMixin, DeskAdmin):
    list_display = (
        "headline", "publisher", "status", "dated_at", "released_at", "report_total", "quote_total", "to_decide",
        "tag", "page",
    )  # fmt: skip
    list_select_related = ("publisher",)
    list_only = ("headline", "status", "dated_at", "released_at", "received_at", "withdrawn_at", "publisher__name")
    list_filter = (
        NeedsTagging, NoPublisher, NearCopies, DateUnknown, OurHeadline, Scheduled, "status", "received_at",
        seen("language"), "section",
    )  # fmt: skip
    search_fields = ("headline",)
    search_help_text = "Words of a newer headline, or a name that is tagged: skrin finds Škriniar."
    ordering = ("-received_at", "-id")
    form = ArticleForm
    change_form_template = "admin/rumours/article/change_form.html"
    autocomplete_fields = ("publisher",)
    readonly_fields = (*STATE, "as_it_came", "original")
    steps = STEPS

    def get_fieldsets(self, request: HttpRequest, obj: Article | None = None) -> Any:
        """What may be changed, and where readers have seen it the line for them; else all to be read."""
        kept = ("Kept by the site", {"fields": STATE, "classes": ("collapse",)})
        if not self.has_change_permission(request, obj):
            return [(None, {"fields": ("headline", "standfirst", *SOURCE, "published_at", "body")}), CAME, kept]
        note = ("note",) if obj and obj.was_shown else ()
        said = (
            *note, "headline", ("publisher", "published_on", "published_time"), ("author", "language", "section"),
            "address", "shown", "standfirst",
        )  # fmt: skip
        return [(None, {"fields": said}), TEXT, CAME, kept]

    def get_inlines(self, request: HttpRequest, obj: Article | None = None) -> Any:
        """Forms for those who may tag it, plain rows for others."""
        return ENTERED if self.has_change_permission(request, obj) else SHOWN

    def has_change_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        """Drafts are everybody's; what readers have seen is for those who publish."""
        return bool(super().has_change_permission(request, obj)) and may_tag(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        """Nothing is lost: an article is dropped or withdrawn."""
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        """With what the columns count."""
        rows: QuerySet[Article] = super().get_queryset(request)
        return rows.annotate(
            report_total=number_of(Report.objects.standing(), "article"),
            quote_total=number_of(Quote.objects.filter(withdrawn_at__isnull=True), "article"),
            undecided_total=number_of(Suggestion.objects.undecided(), "article"),
        )

    def get_search_results(self, request: HttpRequest, queryset: QuerySet[Any], search_term: str) -> Any:
        """By words of the headline, or by whoever is tagged, linked or quoted."""
        term = search_term.strip()
        if not term:
            return queryset, False
        tagged = Mention.objects.filter(names_found(term, player="player", club="club", person="person"))
        linked = Report.objects.filter(names_found(term, link__player="player"))
        quoted = Quote.objects.filter(names_found(term, speaker="person"))
        found = found_ids("article", tagged, linked, quoted) | among_newest(queryset, Q(headline__icontains=term))
        return queryset.filter(Q(pk__in=found) | names_found(term, publisher="source")), False

    @admin.display(description="reports", ordering="report_total")
    def report_total(self, obj: Any) -> int:
        return int(obj.report_total)

    @admin.display(description="quotes", ordering="quote_total")
    def quote_total(self, obj: Any) -> int:
        return int(obj.quote_total)

    @admin.display(description="to decide", ordering="undecided_total")
    def to_decide(self, obj: Any) -> int:
        return int(obj.undecided_total)

    @admin.display(description="tag")
    def tag(self, obj: Article) -> str:
        return format_html('<a href="{}">tag</a>', _desk_of_none().replace("/0/", f"/{obj.pk}/"))

    @admin.display(description="page")
    def page(self, obj: Article) -> str:
        address = self.view_on_site(obj)
        if address is None:
            return "–"
        return format_html('<a href="{}">{}</a>', address, "page" if obj.is_published() else "preview")

    def view_on_site(self, obj: Article) -> str | None:
        """The public page, or the preview of what readers do not see yet."""
        if obj.is_published():
            return obj.get_absolute_url()
        return None if obj.status == ArticleStatus.WITHDRAWN else f"{obj.get_absolute_url()}preview/"

    @admin.display(description="in place")
    def as_it_came(self, obj: Article) -> str:
        return in_place(obj)

    @admin.display(description="also what was corrected, withdrawn or decided")
    def everything(self, obj: Article) -> str:
        kinds = (("report", "reports"), ("quote", "quotes"), ("mention", "names"), ("decision", "decisions"))
        pages = ((reverse(f"admin:rumours_{kind}_changelist"), obj.pk, name) for kind, name in kinds)
        return format_html_join(", ", '<a href="{}?article__id__exact={}">{}</a>', pages)

    @admin.display(description="original")
    def original(self, obj: Article) -> str:
        address = reverse("admin:rumours_article_original", args=[obj.pk])
        return format_html('<a href="{}">The text as it came, every character of it</a>', address)

    def get_urls(self) -> list[URLPattern]:
        """With the page of the original."""
        view = self.admin_site.admin_view(self.original_view)
        own = path("<int:pk>/original/", view, name="rumours_article_original")
        return [own, *super().get_urls()]

    def original_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The original as plain text, for those who may see the article."""
        article: Any = self.get_object(request, str(pk))
        if article is None or not self.has_view_permission(request, article):
            raise Http404("there is no such article")
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": "Original",
            "article": article,
            "text": original_text(article),
        }
        return TemplateResponse(request, "admin/rumours/article/original.html", context)

    def change_view(self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None) -> Any:
        """With the suggestions."""
        article: Any = self.get_object(request, object_id) if object_id.isdigit() else None
        own: dict[str, Any] = {"panel": panel(article), "show_save_and_add_another": False} if article else {}
        if article:
            own["may_publish"] = STEPS[0].may(request, article)
            own["may_decide"] = may_tag(request, article) and request.user.has_perm(MAY_DECIDE)
        return super().change_view(request, object_id, form_url, own | (extra_context or {}))

    def get_formset_kwargs(self, request: HttpRequest, obj: Any, inline: Any, prefix: str) -> dict[str, Any]:
        """Tells the rows what was refused."""
        found: dict[str, Any] = super().get_formset_kwargs(request, obj, inline, prefix)
        if issubclass(inline.formset, EditorialFormSet):
            found["form_kwargs"] = {"refusals": getattr(request, "refusals", {})}
        return found

    def save_form(self, request: HttpRequest, form: Any, change: bool) -> Any:
        """The article as it is: the form itself writes nothing."""
        form.save_m2m = lambda: None
        return form.instance

    def save_model(self, request: HttpRequest, obj: models.Model, form: Any, change: bool) -> None:
        """Details and body; what no longer stands in the body is told, and keeps the article from being published."""
        request.lost = form.write(by=editor(request))  # type: ignore[attr-defined]  # told once all is saved

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Quotes, reports and names; every row that is refused is told at once."""
        refusals: Refusals = {}
        for formset in formsets:
            formset.by, formset.note = editor(request), form.cleaned_data.get("note", "")
            try:
                formset.save()
            except Refused as error:
                refusals |= error.refusals
        if refusals:
            raise Refused(refusals)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        """Tells what no longer stands in the body; “Save and publish” goes on, or lists what hinders."""
        for blocker in getattr(request, "lost", ()):
            messages.warning(request, blocker.message)
        if "_publish" in request.POST:
            try:
                publish(obj, by=editor(request))
            except NotReady as error:
                for blocker in error.blockers:
                    messages.error(request, f"Saved, not published: {blocker.message}")
            else:
                messages.success(request, f"Readers now see “{obj}”. Withdraw takes it back.")
        response: HttpResponse = super().response_change(request, obj)
        return response


@cache
def _desk_of_none() -> str:
    """The address of the desk of article 0: that of another has its id there."""
    return reverse("admin:rumours_article_tag", args=[0])
