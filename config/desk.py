"""The desk: the admin site, whose autocompletes tell namesakes apart."""

from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache


class TellingAutocomplete(AutocompleteJsonView):
    """Answers with the label that a model's admin gives a row (`choice_label`), else its name."""

    def get_queryset(self) -> QuerySet[models.Model]:
        """The rows found, with what their labels name."""
        related = getattr(self.model_admin, "choice_related", ())
        found: QuerySet[models.Model] = super().get_queryset()
        if not self.term:
            found = found.order_by(*self.model_admin.get_ordering(self.request) or ("-pk",))
        return found.select_related(*related) if related else found

    def get_paginator(self, *args: Any, **kwargs: Any) -> Any:
        """One that never counts: a choice is looked for, not all of them."""
        from rumours.admin.lists.countless import CountlessPaginator

        return CountlessPaginator(*args, **kwargs)

    def serialize_result(self, obj: models.Model, to_field_name: str) -> dict[str, str]:
        """One choice as select2 wants it."""
        label = getattr(self.model_admin, "choice_label", str)
        return {"id": str(getattr(obj, to_field_name)), "text": label(obj)}


class Desk(AdminSite):
    """The stock admin under the site's own name."""

    site_header = "Rumour desk"
    site_title = "Rumour desk"
    index_template = "admin/rumours/desk/index.html"

    def get_urls(self) -> "list[URLPattern | URLResolver]":
        """Django's, after those of the second factor; their views are read only once the site runs."""
        from rumours.admin import second_factor

        return [*second_factor.urls(), *super().get_urls()]

    @method_decorator(never_cache)
    def password_change(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """As Django's, which a browser would keep."""
        return super().password_change(request, extra_context)

    @method_decorator(never_cache)
    def password_change_done(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        """As Django's, which a browser would keep."""
        return super().password_change_done(request, extra_context)

    def autocomplete_view(self, request: HttpRequest) -> HttpResponse:
        """As Django's, with telling labels."""
        view: Any = TellingAutocomplete.as_view(admin_site=self)
        response: HttpResponse = view(request)
        return response
