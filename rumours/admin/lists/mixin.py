"""Makes the list of an admin page one for any number of rows."""

from typing import Any

from django.contrib.admin import ShowFacets
from django.contrib.admin.templatetags.admin_list import result_headers
from django.http import HttpRequest

from rumours.admin.lists.changes import LongChangeList


class LongList:
    """Counts no whole table and sorts by no column without an index.

    `list_only` names the columns that the list reads, where a row has much more. No numbers beside the filters: each
    would be a count of its own.
    """

    change_list_template: Any = "admin/rumours/lists/list.html"
    show_full_result_count: Any = False
    show_facets: Any = ShowFacets.NEVER
    list_per_page: Any = 50
    list_only: tuple[str, ...] = ()

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> Any:
        """Ours."""
        return LongChangeList

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """As Django's, with the headings of the columns."""
        shown: Any = super().changelist_view(request, extra_context)  # type: ignore[misc]
        changes = getattr(shown, "context_data", None) and shown.context_data.get("cl")
        if changes is not None:
            headers: list[dict[str, Any]] = list(result_headers(changes))
            shown.context_data["headers"] = headers
            shown.context_data["sorted_by"] = sum(header.get("sort_priority", 0) > 0 for header in headers)
        return shown
