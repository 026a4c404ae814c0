"""The admin as Django has it, beside the desk's own: the same rows, columns and simple filters, defaults elsewhere.

Columns, related rows read along and rows on a page are those of the desk, so that both have the same page to draw.
"""

from typing import Any

from django.contrib import admin
from django.urls import include, path

from rumours.models import Article, TransferLink

site = admin.AdminSite(name="stock")


def _plain(model: Any, columns: tuple[str, ...], related: tuple[str, ...], filters: tuple[str, ...]) -> None:
    rows = admin.site._registry[model].list_per_page
    options = {
        "list_display": columns, "list_select_related": related, "list_filter": filters, "list_per_page": rows,
    }  # fmt: skip
    site.register(model, type(f"Stock{model.__name__}Admin", (admin.ModelAdmin,), options))


def _register() -> None:
    """Once the desk's own have been registered."""
    columns = ("player", "from_club", "to_club", "window", "stage_group", "stage", "outcome", "source_count",
               "report_count", "moved_at")  # fmt: skip
    related = ("player", "from_club", "to_club", "window")
    _plain(TransferLink, columns, related, ("outcome", "stage_group", "kind", "doubt"))
    shown = ("headline", "publisher", "status", "dated_at", "released_at", "near_copy_of")
    _plain(Article, shown, ("publisher", "near_copy_of"), ("status", "language", "section"))


admin.autodiscover()
_register()
urlpatterns = [path("stock/", site.urls), path("", include("config.urls"))]
