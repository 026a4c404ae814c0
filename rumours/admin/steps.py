"""Things an editor does to one row beside saving it: a button, a page where words are needed, one POST."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from rumours.admin.base import editor
from rumours.admin.refusing import sentence
from rumours.editorial.errors import EditorialError, NotReady

__all__ = ["Reason", "Step", "StepsMixin"]


class Reason(forms.Form):
    """Why something is taken from readers."""

    why = forms.CharField(label="Why", max_length=300, help_text="For the desk. Never repeat the words taken down.")


@dataclass(frozen=True)
class Step:
    """One thing that can be done to a row.

    `name` stands in the address, `label` on the button, `permission` is what it takes (`rumours.…`), `applies` says
    to which rows, `run(row, request, cleaned)` does it and gives the sentence to show. A form without fields needs no
    page of its own. `undo` names the step that takes it back.
    """

    name: str
    label: str
    permission: str
    run: Callable[[Any, HttpRequest, dict[str, Any]], str]
    applies: Callable[[Any], bool] = lambda row: True
    form: type[forms.Form] = forms.Form
    explanation: str = ""
    undo: str = ""
    hinders: Callable[[Any], Sequence[str]] = lambda row: ()

    @property
    def needs_page(self) -> bool:
        """Whether something has to be typed or read first."""
        return bool(self.form.base_fields)

    def may(self, request: HttpRequest, row: models.Model) -> bool:
        """Whether this editor may take the step with this row as it stands."""
        return editor(request).has_perm(self.permission) and self.applies(row)


class StepsMixin:
    """Adds `/<id>/step/<name>/` for each of `steps`, and their buttons to the change form."""

    steps: Sequence[Step] = ()

    def get_urls(self) -> list[URLPattern]:
        """With the addresses of the steps."""
        view = self.admin_site.admin_view(self.step_view)  # type: ignore[attr-defined]
        own = path("<int:pk>/step/<slug:name>/", view, name=f"{self._page()}_step")
        return [own, *super().get_urls()]  # type: ignore[misc]

    def change_view(self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None) -> Any:
        """With the buttons of the steps that this editor may take."""
        row = self.get_object(request, object_id)  # type: ignore[attr-defined]
        own = {"steps": self.open_steps(request, row)} if row is not None else {}
        return super().change_view(request, object_id, form_url, own | (extra_context or {}))  # type: ignore[misc]

    def open_steps(self, request: HttpRequest, row: models.Model) -> list[dict[str, Any]]:
        """The steps open to this editor, with their addresses."""
        return [
            {"step": step, "address": self.step_address(row, step.name)}
            for step in self.steps
            if step.may(request, row)
        ]

    def step_address(self, row: models.Model, name: str) -> str:
        """Where a step is taken."""
        return reverse(f"admin:{self._page()}_step", args=[row.pk, name])

    def step_view(self, request: HttpRequest, pk: int, name: str) -> HttpResponse:
        """GET shows what is about to happen, POST does it. 403 without permission, 404 for what there is not."""
        row = self.get_object(request, str(pk))  # type: ignore[attr-defined]
        step = next((step for step in self.steps if step.name == name), None)
        if row is None or step is None:
            raise Http404("there is no such step")
        if not editor(request).has_perm(step.permission):
            raise PermissionDenied(f"{step.permission} is missing")
        if not step.applies(row):
            messages.error(request, f"“{row}” is not in a state for this: {step.label.lower()}.")
            return redirect(self._change_address(row))
        form = step.form(request.POST if request.method == "POST" else None)
        if request.method == "POST" and form.is_valid() and self._take(request, row, step, form):
            return redirect(self._change_address(row))
        return self._step_page(request, row, step, form)

    def _take(self, request: HttpRequest, row: models.Model, step: Step, form: forms.Form) -> bool:
        """Do it and say so; False with the reasons on the form when it is refused."""
        try:
            done = step.run(row, request, form.cleaned_data)
        except NotReady as error:
            for blocker in error.blockers:
                form.add_error(None, blocker.message)
            return False
        except EditorialError as error:
            form.add_error(None, sentence(error))
            return False
        self.log_change(request, row, step.label)  # type: ignore[attr-defined]
        messages.success(request, done)
        return True

    def _step_page(self, request: HttpRequest, row: models.Model, step: Step, form: forms.Form) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),  # type: ignore[attr-defined]
            "opts": row._meta,
            "title": step.label.rstrip("…"),
            "subtitle": str(row),
            "row": row,
            "row_address": self._change_address(row),
            "step": step,
            "hinders": step.hinders(row),
            "form": form,
        }
        return TemplateResponse(request, "admin/rumours/step.html", context)

    def _change_address(self, row: models.Model) -> str:
        return reverse(f"admin:{self._page()}_change", args=[row.pk])

    def _page(self) -> str:
        meta = self.model._meta  # type: ignore[attr-defined]
        return f"{meta.app_label}_{meta.model_name}"
