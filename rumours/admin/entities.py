"""What clubs, players, people, sources and competitions have in common at the desk."""

from typing import Any

from django import forms
from django.contrib import admin
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from rumours.admin.base import DeskAdmin, NamedSearch, editor, page_link
from rumours.admin.refusing import RefusableForm
from rumours.editorial.actors import save_by
from rumours.editorial.deriving import refresh_entities
from rumours.editorial.renaming import rename
from rumours.models import Competition, Entity
from rumours.text import fold

PLURALS = {"player": "players", "club": "clubs", "person": "people", "source": "sources"}


def findable(name: str) -> str:
    """The name on one line; ValidationError when nobody could find it."""
    if not fold(name):
        raise forms.ValidationError("A name needs at least one letter or digit")
    return " ".join(name.split())


class EntityForm(RefusableForm):
    """Refuses a name that nobody could find."""

    def clean_name(self) -> str:
        return findable(self.cleaned_data["name"])


class EntityAdmin(NamedSearch, DeskAdmin):
    """A name is enough to make one; another name later moves it to a new address, and the old one redirects."""

    form = EntityForm
    ordering = ("-id",)
    readonly_fields = ("slug", "is_public", "link_count")
    name_rule = "Another name moves the page to a new address; the old name and the old address still lead here."

    def get_fieldsets(self, request: HttpRequest, obj: Entity | None = None) -> Any:
        """A new row asks first for what it needs; what is computed is shown once there is something."""
        fieldsets = super().get_fieldsets(request, obj)
        return fieldsets if obj else [fieldset for fieldset in fieldsets if fieldset[0] != "Kept by the site"]

    def view_on_site(self, obj: Any) -> str | None:
        """The public page, where readers have one."""
        address = getattr(obj, "get_absolute_url", None)
        return str(address()) if address and obj.is_public else None

    @admin.display(description="page")
    def page(self, obj: Entity) -> str:
        return page_link(self.view_on_site(obj))

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Save the details; a new name goes through `rename`, so that nothing that led here is lost."""
        by = editor(request)
        if not change or "name" not in form.changed_data or isinstance(obj, Competition):
            save_by(obj, by)
            return
        name, obj.name = obj.name, type(obj)._base_manager.values_list("name", flat=True).get(pk=obj.pk)
        save_by(obj, by)
        rename(obj, name=name, by=by)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """And bring up to date what follows from the row: whether it is public, and its counts."""
        super().save_related(request, form, formsets, change)
        plural = PLURALS.get(form.instance._meta.model_name)
        if plural:
            named: dict[str, Any] = {plural: [form.instance.pk]}
            refresh_entities(**named)

    def response_post_save_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        """To the list; who came from the stubs goes on with these."""
        if request.GET.get("then") == "stubs":
            return redirect("admin:rumours_article_stubs")
        shown: HttpResponse = super().response_post_save_change(request, obj)
        return shown


KEPT = ("Kept by the site", {"fields": ("slug", "is_reference", "is_public", "link_count")})


class AliasForm(forms.ModelForm):
    """Refuses a name that nobody could find."""

    def clean_name(self) -> str:
        return findable(self.cleaned_data["name"])


class AliasFormSet(BaseInlineFormSet):
    """Refuses a name that reads like another once accents and case are aside."""

    def clean(self) -> None:
        super().clean()
        seen: dict[str, str] = {}
        for form in self.forms:
            name = form.cleaned_data.get("name") if hasattr(form, "cleaned_data") else None
            if not name or form in self.deleted_forms:
                continue
            earlier = seen.setdefault(fold(name), name)
            if earlier is not name:
                form.add_error("name", f"It is found already as “{earlier}”")


class AliasInline(admin.TabularInline):
    """Other names: found in searches and in articles like the first."""

    form = AliasForm
    formset = AliasFormSet
    extra = 0
    fields = ("name", "kind", "ambiguous")
    verbose_name = "other name"
    verbose_name_plural = "other names"
