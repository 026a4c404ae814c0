"""Feeds at the desk: what is read by itself, when it last went well, and what is wrong where it does not."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django_tasks_db.models import DBTaskResult

from rumours.admin.base import DeskPage, LookOnly, among_newest, editor
from rumours.admin.lists.counting import number_of
from rumours.editorial.feeds import keep_feed, poll_soon
from rumours.intake import canonical
from rumours.models import Feed, FeedEntry

# Feeds and entries say in words what a task did; the results of tasks are for the log.
admin.site.unregister(DBTaskResult)


class Failing(admin.SimpleListFilter):
    """Feeds whose last poll went wrong."""

    title = "failing"
    parameter_name = "failing"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", "Yes"), ("no", "No")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return {"yes": queryset.exclude(last_error=""), "no": queryset.filter(last_error="")}.get(
            self.value() or "", queryset
        )


class Unfetched(admin.SimpleListFilter):
    """Entries that became no article."""

    title = "without an article"
    parameter_name = "unfetched"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", "Yes"), ("no", "No")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return {"yes": queryset.filter(article=None), "no": queryset.exclude(article=None)}.get(
            self.value() or "", queryset
        )


class FeedForm(forms.ModelForm):
    """A feed's address is kept in one form, so that none is entered twice."""

    def clean_address(self) -> str:
        """The address, if it could ever be fetched."""
        try:
            return canonical(self.cleaned_data["address"])
        except ValueError as error:
            text = str(error)
            raise ValidationError(f"{text[:1].upper()}{text[1:]}.") from None


@admin.register(Feed)
class FeedAdmin(DeskPage):
    form = FeedForm
    list_display = ("name", "publisher", "active", "last_ok_at", "last_error", "next_at", "articles", "lost")
    list_filter = (Failing, "active")
    list_select_related = ("publisher",)
    search_fields = ("address", "title", "publisher__name")
    autocomplete_fields = ("publisher",)
    actions = ("poll_now",)
    readonly_fields = ("title", "last_ok_at", "last_error", "failures", "next_at", "entries_here")
    fieldsets = (
        (None, {"fields": ("address", "publisher", ("language", "interval"), "active")}),
        ("Polling", {"fields": readonly_fields}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Feed]:
        """With the number of entries that became articles, and of those that did not."""
        rows: QuerySet[Feed] = super().get_queryset(request)
        entries = FeedEntry.objects.all()
        return rows.annotate(
            article_total=number_of(entries.exclude(article=None), "feed"),
            lost_total=number_of(entries.filter(article=None).exclude(error=""), "feed"),
        )

    def save_model(self, request: HttpRequest, obj: Feed, form: Any, change: bool) -> None:
        """By the editorial function, which knows what a new address means."""
        keep_feed(obj, by=editor(request))

    @admin.action(description="Poll now", permissions=["change"])
    def poll_now(self, request: HttpRequest, queryset: QuerySet[Feed]) -> None:
        """Let the worker poll them at its next look."""
        active = [feed for feed in queryset if feed.active]
        for feed in active:
            poll_soon(feed, by=editor(request))
        if active:
            messages.success(request, f"The worker polls {len(active)} of them now; look again in a moment.")
        if len(active) < len(queryset):
            messages.warning(request, "Feeds that are not active are not polled.")

    @admin.display(description="feed", ordering="address")
    def name(self, obj: Feed) -> str:
        return str(obj)

    @admin.display(description="articles", ordering="article_total")
    def articles(self, obj: Any) -> int:
        return int(obj.article_total)

    @admin.display(description="lost", ordering="lost_total")
    def lost(self, obj: Any) -> int:
        return int(obj.lost_total)

    @admin.display(description="entries")
    def entries_here(self, obj: Feed) -> str:
        """A link to the feed's entries."""
        address = reverse("admin:rumours_feedentry_changelist")
        return format_html('<a href="{}?feed__id__exact={}">What it has had</a>', address, obj.pk)


@admin.register(FeedEntry)
class FeedEntryAdmin(LookOnly, DeskPage):
    """What feeds have had, and what became of it."""

    list_display = ("title", "feed", "first_seen", "article", "error", "tries")
    list_display_links = ("title", "first_seen")
    list_select_related = ("feed", "article")
    list_filter = (Unfetched, "feed")
    search_fields = ("title", "address")
    ordering = ("-first_seen", "-id")

    def get_search_results(self, request: HttpRequest, queryset: QuerySet[Any], search_term: str) -> Any:
        """Of the newest entries those with these words in title or address."""
        term = search_term.strip()
        if not term:
            return queryset, False
        said = Q(title__icontains=term) | Q(address__icontains=term)
        return queryset.filter(pk__in=among_newest(queryset, said)), False
