"""Reference data from a user's own CSV files: a dry run first, then for good."""

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path

from rumours.admin.base import editor
from rumours.editorial.loading import LoadSummary, load_files
from rumours.intake.table_errors import TableError, TableErrors

MAY_LOAD = "rumours.change_club"
SHOWN = 100


class SeveralFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class SeveralFiles(forms.FileField):
    """One file or more."""

    widget = SeveralFilesInput(attrs={"accept": ".csv,.gz"})

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        """Every file that was chosen."""
        chosen = data if isinstance(data, list) else [data]
        return [super(SeveralFiles, self).clean(one, initial) for one in chosen]


class LoadForm(forms.Form):
    """Which files, and whether it is meant."""

    tables = SeveralFiles(
        label="CSV files",
        help_text="Competitions, clubs, players, people, sources, windows, spans or rates, plain or .gz; the header "
        "tells which. Their order does not matter, and loading again changes nothing.",
    )
    for_good = forms.BooleanField(
        required=False, label="Load them for good", help_text="Otherwise only what would happen is shown."
    )


class LoadsReference:
    """Adds `load/`."""

    def get_urls(self) -> list[URLPattern]:
        """With the page for files."""
        view = self.admin_site.admin_view(self.load_view)  # type: ignore[attr-defined]
        return [path("load/", view, name="rumours_competition_load"), *super().get_urls()]  # type: ignore[misc]

    def load_view(self, request: HttpRequest) -> HttpResponse:
        """GET asks for files; POST tries them, and with `for_good` keeps what they hold."""
        if not editor(request).has_perm(MAY_LOAD):
            raise PermissionDenied(f"{MAY_LOAD} is missing")
        form = LoadForm(request.POST, request.FILES) if request.method == "POST" else LoadForm()
        summary = _loaded(request, form) if form.is_bound and form.is_valid() else None
        if summary is not None and not summary.check:
            messages.success(request, f"Loaded. {told(summary)}")
            return redirect("admin:rumours_competition_changelist")
        context = {
            **self.admin_site.each_context(request),  # type: ignore[attr-defined]
            "opts": self.opts,  # type: ignore[attr-defined]
            "title": "Load reference data",
            "form": form,
            "summary": summary,
            "warnings": [named(warning) for warning in summary.warnings[:SHOWN]] if summary else [],
        }
        return TemplateResponse(request, "admin/rumours/load.html", context)


def named(fault: TableError) -> str:
    """A fault or warning, with the file's name as the editor knows it."""
    return str(replace(fault, file=PurePath(fault.file).name))


def told(summary: LoadSummary) -> str:
    """The counts as a sentence."""
    return "; ".join(f"{kind}: {counts}" for kind, counts in summary.counts.items())


def _loaded(request: HttpRequest, form: LoadForm) -> LoadSummary | None:
    """What loading does or would do; None with every fault of every file on the form."""
    with tempfile.TemporaryDirectory() as folder:
        paths = _kept_in(Path(folder), form.cleaned_data["tables"])
        try:
            return load_files(paths, by=editor(request), check=not form.cleaned_data["for_good"])
        except TableErrors as faults:
            for fault in faults.errors[:SHOWN]:
                form.add_error("tables", named(fault))
    return None


def _kept_in(folder: Path, files: Sequence[UploadedFile]) -> list[Path]:
    """The files as they came, under their own names, each in a folder of its own."""
    paths = []
    for number, file in enumerate(files):
        kept = folder / str(number) / PurePath(file.name or "file.csv").name
        kept.parent.mkdir()
        with kept.open("wb") as out:
            for chunk in file.chunks():
                out.write(chunk)
        paths.append(kept)
    return paths
