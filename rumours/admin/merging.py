"""Making one of two rows: chosen in the list, looked at before it is done, taken back from its record."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from rumours.admin.base import DeskPage, LookOnly, editor, tell
from rumours.admin.questions import seen
from rumours.admin.steps import Step, StepsMixin
from rumours.editorial.errors import EditorialError
from rumours.editorial.merging import changed_since, merge, preview, undo_merge
from rumours.models import Entity, Merge

PERMISSION = "rumours.merge_entities"


class MergesTwo:
    """Adds the action "Merge the two chosen" and its page."""

    actions: Any = ("merge_chosen",)

    def has_merge_permission(self, request: HttpRequest) -> bool:
        """Chiefs."""
        return editor(request).has_perm(PERMISSION)

    @admin.action(description="Merge the two chosen…", permissions=["merge"])
    def merge_chosen(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        """To the page that says what would happen; nothing happens before."""
        keys = list(queryset.order_by("pk").values_list("pk", flat=True)[:3])
        if len(keys) != 2:
            messages.error(request, "Choose exactly two to merge.")
            return None
        return redirect(f"{reverse(self._merge_page())}?kept={keys[0]}&gone={keys[1]}")

    def get_urls(self) -> list[URLPattern]:
        """With the page of the merge."""
        view = self.admin_site.admin_view(self.merge_view)  # type: ignore[attr-defined]
        name = self._merge_page().removeprefix("admin:")
        return [path("merge/", view, name=name), *super().get_urls()]  # type: ignore[misc]

    def merge_view(self, request: HttpRequest) -> HttpResponse:
        """GET shows the plan, POST merges; the addresses name the two as `kept` and `gone`."""
        if not self.has_merge_permission(request):
            raise PermissionDenied(f"{PERMISSION} is missing")
        asked = request.POST if request.method == "POST" else request.GET
        rows = [self.get_object(request, asked.get(name, "")) for name in ("kept", "gone")]  # type: ignore[attr-defined]
        if None in rows:
            messages.error(request, "One of the two is no longer there.")
            return redirect(f"admin:rumours_{self._kind()}_changelist")
        kept, gone = rows
        if request.method == "POST":
            done = self._merged(request, kept, gone)
            if done:
                return done
        return self._merge_plan(request, kept, gone)

    def _merged(self, request: HttpRequest, kept: Entity, gone: Entity) -> HttpResponseRedirect | None:
        name = str(gone)
        try:
            record = merge(kept, gone, by=editor(request))
        except EditorialError as error:
            tell(request, error)
            return None
        self.log_change(request, kept, f"Merged with {name}.")  # type: ignore[attr-defined]
        messages.success(request, f"“{name}” is now part of “{kept}”. Undo stands on this page.")
        return redirect("admin:rumours_merge_change", record.pk)

    def _merge_plan(self, request: HttpRequest, kept: Entity, gone: Entity) -> HttpResponse:
        try:
            plan = preview(kept, gone)
        except EditorialError as error:
            tell(request, error)
            return redirect(f"admin:rumours_{self._kind()}_changelist")
        context = {
            **self.admin_site.each_context(request),  # type: ignore[attr-defined]
            "opts": kept._meta,
            "title": f"Merge two {kept._meta.verbose_name_plural}",
            "plan": plan,
            "other_way": f"{request.path}?kept={gone.pk}&gone={kept.pk}",
        }
        return TemplateResponse(request, "admin/rumours/merge.html", context)

    def _kind(self) -> str:
        return str(self.model._meta.model_name)  # type: ignore[attr-defined]

    def _merge_page(self) -> str:
        return f"admin:rumours_{self._kind()}_merge"


def _undo(record: Merge, request: HttpRequest, cleaned: dict[str, Any]) -> str:
    back = undo_merge(record, by=editor(request))
    return f"“{back}” is back as it was before the merge."


@admin.register(Merge)
class MergeAdmin(LookOnly, StepsMixin, DeskPage):
    """The record of merges, each with its undo."""

    list_display = ("at", "kind", "gone_name", "kept_id", "by", "undone_at", "undone_by")
    list_select_related = ("by", "undone_by")
    list_filter = (seen("kind"),)
    search_fields = ("gone_name",)
    ordering = ("-id",)
    fields = ("kind", "gone_name", "kept", "by", "at", "undone_by", "undone_at", "summary")
    readonly_fields = fields
    change_form_template = "admin/rumours/change_form.html"
    steps = (
        Step(
            "undo", "Undo this merge", PERMISSION, _undo,
            applies=lambda record: record.undone_at is None, hinders=changed_since,
        ),
    )  # fmt: skip

    @admin.display(description="kept")
    def kept(self, obj: Merge) -> str:
        return f"{obj.kind} {obj.kept_id}"

    @admin.display(description="what it did")
    def summary(self, obj: Merge) -> str:
        parts = ("changed", "dropped", "made")
        return ", ".join(f"{len(obj.changes.get(part, ()))} rows {part}" for part in parts)
