"""Names in bodies, one by one: looked for, taken away, moved. They are tagged on their articles."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from rumours.admin.articles.inlines import may_tag
from rumours.admin.base import DeskPage, editor, names_found
from rumours.admin.moving import MovesToNamesake
from rumours.editorial.mentioning import remove_mention
from rumours.models import Mention
from rumours.models.mention import SUBJECTS


@admin.register(Mention)
class MentionAdmin(MovesToNamesake, DeskPage):
    list_display = ("text", *SUBJECTS, "role", "club_then", "article")
    list_select_related = (*SUBJECTS, "club_then", "article")
    search_fields = ("text",)
    search_help_text = "Whom it means; names without accents will do."
    ordering = ("-id",)
    fields = readonly_fields = ("article", "text", *SUBJECTS, "role", "club_then")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A name is tagged on its article."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """As on its article."""
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or may_tag(request, obj.article))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """As on its article."""
        allowed = super().has_delete_permission(request, obj)
        return allowed and (obj is None or may_tag(request, obj.article))

    def get_search_results(self, request: HttpRequest, queryset: QuerySet[Any], search_term: str) -> Any:
        """Those that mean whoever is so named."""
        if not search_term.strip():
            return queryset, False
        return queryset.filter(names_found(search_term, **{name: name for name in SUBJECTS})), False

    def delete_model(self, request: HttpRequest, obj: Mention) -> None:
        """Take the tag away."""
        remove_mention(obj, by=editor(request))

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Mention]) -> None:
        """Take each tag away."""
        for mention in queryset:
            remove_mention(mention, by=editor(request))
