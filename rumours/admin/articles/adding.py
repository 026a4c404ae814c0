"""Adding an article: pasted, from a file, or from the web."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html

from rumours.admin.articles.forms import DateInput, TimeInput, published
from rumours.admin.base import editor
from rumours.admin.picking import pick
from rumours.choices import DatePrecision
from rumours.editorial.importing import ImportOutcome, import_document
from rumours.intake import SIZE_LIMIT, IntakeError, RawArticle, fetch_article, read, read_pasted
from rumours.models import Article

WAYS = ("text", "file", "address")
LIMIT = f"At most {SIZE_LIMIT // 1_000_000} MB."


class IntakeForm(forms.Form):
    """One of three ways in, and what the article does not say of itself."""

    text = forms.CharField(
        required=False, strip=False, label="Paste its text",
        widget=forms.Textarea(attrs={"rows": 14, "autofocus": True}),
        help_text=f"As it stands on the page, headline, captions and all: cleaning sets them apart. {LIMIT}",
    )  # fmt: skip
    file = forms.FileField(
        required=False, label="or a file", help_text=f"Plain text, Markdown or a web page: .txt .md .html. {LIMIT}",
        widget=forms.ClearableFileInput(attrs={"accept": ".txt,.md,.markdown,.html,.htm,.xhtml,text/plain,text/html"}),
    )  # fmt: skip
    address = forms.URLField(
        required=False, label="or its web address", max_length=500,
        help_text="Readers will see headline, link out and evidence, not the whole text.",
    )  # fmt: skip
    published_on = forms.DateField(required=False, widget=DateInput(), help_text="Where the text does not say.")
    published_time = forms.TimeField(required=False, widget=TimeInput(), label="at (UTC)")
    language = forms.RegexField(
        r"^[A-Za-z]{2,3}$", required=False, help_text="As in en, it. Empty: found out.",
        error_messages={"invalid": "Two or three letters: en, it, es."},
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["publisher"] = pick(Article, "publisher", help_text="Who published it. Empty: by its address.")
        self.order_fields([*WAYS, "publisher", "published_on", "published_time", "language"])

    def clean(self) -> dict[str, Any]:
        """Exactly one way, and a time only with its day; reads what was given."""
        cleaned = super().clean() or {}
        given = [way for way in WAYS if cleaned.get(way) and str(cleaned[way]).strip()]
        if cleaned.get("published_time") and not cleaned.get("published_on"):
            self.add_error("published_on", "A time without its day says nothing.")
        if len(given) != 1 and not self.errors.keys() & set(WAYS):
            self.add_error("text", "Give one of the three: its text, a file, or its web address.")
        if not self.errors:
            self._read(given[0], cleaned)
        return cleaned

    def _read(self, way: str, cleaned: dict[str, Any]) -> None:
        try:
            cleaned["raw"] = _raw(way, cleaned[way])
        except IntakeError as error:
            self.add_error(way, _sentence(error))

    def bring_in(self, *, by: User) -> ImportOutcome | None:
        """Import what was read; None with the error on the form where it is refused."""
        data = self.cleaned_data
        instant, precision = published(data["published_on"], data["published_time"])
        given = instant if precision == DatePrecision.TIME else data["published_on"]
        try:
            return import_document(
                data["raw"], by=by, source=data["publisher"], published=given,
                language=(data["language"] or "").lower() or None,
            )  # fmt: skip
        except IntakeError as error:
            self.add_error(next(way for way in WAYS if data.get(way)), _sentence(error))
            return None


def _raw(way: str, given: Any) -> RawArticle:
    if way == "text":
        return read_pasted(given)
    if way == "file":
        return read(given.read(SIZE_LIMIT + 1), name=given.name)
    return fetch_article(given)


def _sentence(error: IntakeError) -> str:
    text = str(error)
    return f"It cannot be taken in: {text}."


class AddingMixin:
    """Puts the intake where the stock admin has its empty form."""

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """GET shows the three ways; POST imports and goes to tag the article, also where it was here already."""
        if not self.has_add_permission(request):  # type: ignore[attr-defined]
            raise PermissionDenied("rumours.add_article is missing")
        form = IntakeForm(request.POST, request.FILES) if request.method == "POST" else IntakeForm()
        outcome = form.bring_in(by=editor(request)) if form.is_bound and form.is_valid() else None
        if outcome is not None:
            self._tell_outcome(request, outcome)
            return redirect(self._place_of(request, outcome.article))
        context = {
            **self.admin_site.each_context(request),  # type: ignore[attr-defined]
            "opts": self.opts,  # type: ignore[attr-defined]
            "title": "Add an article",
            "form": form,
            "media": self.media + form.media,  # type: ignore[attr-defined]
        }
        return TemplateResponse(request, "admin/rumours/article/add.html", context)

    def _place_of(self, request: HttpRequest, article: Article) -> str:
        """Where an editor goes on with it: the tagging desk, for those who may decide there."""
        decides = editor(request).has_perm("rumours.change_suggestion")
        return reverse(f"admin:rumours_article_{'tag' if decides else 'change'}", args=[article.pk])

    def _tell_outcome(self, request: HttpRequest, outcome: ImportOutcome) -> None:
        article, copied = outcome.article, outcome.near_copy_of
        if not outcome.is_new:
            messages.warning(request, f"This is {outcome.sentence}: nothing was changed.")
            return
        self.log_addition(request, article, "Brought in.")  # type: ignore[attr-defined]
        messages.success(request, f"“{article}” is here as a draft.")
        if copied is not None:
            line = 'It is nearly the same as <a href="../../{}/change/">{}</a>: enter only what it adds.'
            messages.warning(request, format_html(line, copied.pk, copied))
