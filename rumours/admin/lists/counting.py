"""Numbers in the columns of a list: each is counted for the rows of the page alone."""

from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce


def number_of(rows: QuerySet[Any], of: str) -> Coalesce:
    """How many of these rows belong to a row of the list by their column `of`.

    A subquery: joins would be grouped for the whole table before its page is known, and several would multiply.
    """
    mine = rows.filter(**{of: OuterRef("pk")}).order_by().values(of)
    return Coalesce(Subquery(mine.annotate(total=Count("pk")).values("total")), 0)
