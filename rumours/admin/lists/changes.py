"""The change list of a long table: its page's ids along an index, then these rows; no sorting of everything."""

from typing import Any

from django.contrib import messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ORDER_VAR, PAGE_VAR, ChangeList
from django.core.paginator import InvalidPage
from django.db import models
from django.db.models import F, QuerySet
from django.db.models.expressions import OrderBy
from django.http import HttpRequest
from django.utils.functional import cached_property

from rumours.admin.lists.cells import Row, rows_of
from rumours.admin.lists.paging import MOST, BoundedPaginator, counted

TOO_LONG = f"More than {MOST:,} rows are sorted by an indexed column only: narrow the list, then sort it by this one."


class LongChangeList(ChangeList):
    """As Django's, for any number of rows."""

    paginator: BoundedPaginator

    def get_queryset(self, request: HttpRequest, exclude_parameters: Any = None) -> QuerySet[Any]:
        """As Django's; an order that no index gives is for lists short enough to be sorted."""
        found: QuerySet[Any] = super().get_queryset(request, exclude_parameters)
        if ORDER_VAR in self.params and not is_indexed(self.model, found.query.order_by[0]) and counted(found) > MOST:
            messages.info(request, TOO_LONG)
            del self.params[ORDER_VAR]
            changes: Any = self
            return found.order_by(*changes._get_deterministic_ordering(changes._get_default_ordering()))
        return found

    def get_results(self, request: HttpRequest) -> None:
        """The rows of the page: ids first, which an index holds, then what is shown of these few."""
        self.paginator = BoundedPaginator(self.queryset, self.list_per_page)
        try:
            ids = list(self.paginator.page(self.page_num).object_list)
        except InvalidPage as error:
            raise IncorrectLookupParameters from error
        self.result_count = self.paginator.count
        self.result_list = self._in_order(ids)
        self.multi_page = self.paginator.num_pages > 1
        self.full_result_count, self.show_full_result_count = None, False
        self.show_admin_actions, self.can_show_all = True, False

    @cached_property
    def rows(self) -> list[Row]:
        """The rows of the page, ready to be drawn."""
        return rows_of(self)

    @property
    def page_links(self) -> list[tuple[Any, str]]:
        """The pages around this one with their addresses; an ellipsis has none."""
        pages = self.paginator.get_elided_page_range(self.page_num)
        return [
            (page, "" if page in (self.paginator.ELLIPSIS, self.page_num) else self.get_query_string({PAGE_VAR: page}))
            for page in pages
        ]

    def _in_order(self, ids: list[Any]) -> list[Any]:
        rows = self.root_queryset
        if not rows.query.select_related:
            rows = self.apply_select_related(rows)
        only = getattr(self.model_admin, "list_only", ())
        found = (rows.only(*only) if only else rows).in_bulk(ids)
        return [found[pk] for pk in ids if pk in found]


def is_indexed(model: type[models.Model], part: Any) -> bool:
    """Whether an index begins with this part of an order."""
    if isinstance(part, OrderBy) and isinstance(part.expression, F):
        part = part.expression.name  # type: ignore[attr-defined]  # of F
    if not isinstance(part, str):
        return False
    names = {index.fields[0].lstrip("-") for index in model._meta.indexes if index.fields and not index.condition}
    columns = {field.name for field in model._meta.concrete_fields if not field.is_relation and _has_index(field)}
    return part.lstrip("-") in {"pk", *names, *columns}


def _has_index(field: Any) -> bool:
    return bool(field.primary_key or field.unique or field.db_index)
