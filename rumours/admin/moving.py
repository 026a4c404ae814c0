"""Moving chosen reports, quotes and mentions to a namesake."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from rumours.admin.base import editor
from rumours.admin.picking import pick
from rumours.admin.refusing import sentence
from rumours.editorial.errors import EditorialError
from rumours.editorial.moving import move_to_namesake
from rumours.models import Mention

SUBJECTS = ("player", "club", "person", "source")


class NamesakeForm(forms.Form):
    """To whom the rows go, and the public line where readers have seen them."""

    note = forms.CharField(max_length=300, required=False, label="What is corrected (readers see this)")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields |= {f"to_{name}": pick(Mention, name, label=f"To the {name}") for name in SUBJECTS}
        self.order_fields([*(f"to_{name}" for name in SUBJECTS), "note"])

    def clean(self) -> dict[str, Any]:
        """Exactly one to go to."""
        cleaned = super().clean() or {}
        chosen = [row for name in SUBJECTS if (row := cleaned.get(f"to_{name}")) is not None]
        if len(chosen) != 1 and not self.errors:
            raise forms.ValidationError("Choose exactly one player, club, person or source to move them to.")
        cleaned["to"] = chosen[0] if chosen else None
        return cleaned


class MovesToNamesake:
    """Adds the action "Move to a namesake", with a page to choose whom."""

    actions: Any = ("move_chosen",)

    @admin.action(description="Move to a namesake…", permissions=["change"])
    def move_chosen(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse:
        """Shows the rows and asks for the namesake; the answer moves them, all or none."""
        form = NamesakeForm(request.POST if "confirmed" in request.POST else None)
        rows = list(queryset)
        if form.is_bound and form.is_valid() and self._moved(request, rows, form):
            return redirect(request.get_full_path())
        context = {
            **self.admin_site.each_context(request),  # type: ignore[attr-defined]
            "opts": self.model._meta,  # type: ignore[attr-defined]
            "title": "Move to a namesake",
            "rows": rows,
            "form": form,
            "media": self.media + form.media,  # type: ignore[attr-defined]
            "checkbox": ACTION_CHECKBOX_NAME,
            "seen": any(row.article.was_shown for row in rows),
        }
        return TemplateResponse(request, "admin/rumours/move.html", context)

    def _moved(self, request: HttpRequest, rows: list[Any], form: NamesakeForm) -> bool:
        to = form.cleaned_data["to"]
        try:
            moved = move_to_namesake(rows, to=to, by=editor(request), note=form.cleaned_data["note"])
        except EditorialError as error:
            form.add_error(None, sentence(error))
            return False
        for row in moved:
            self.log_change(request, row, f"Moved to {to}.")  # type: ignore[attr-defined]
        messages.success(request, f"{len(moved)} moved to {to}.")
        return True
