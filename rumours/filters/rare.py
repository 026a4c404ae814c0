"""What few links have is looked up first; what many have is met soon by walking a list in its order.

Walking passes the more links the fewer have it and the longer the page is; looking up reads each link that has it. Both
cost about the same where some 2,000 of a million links have it, for a page of 25 rows.
"""

from math import isqrt
from typing import Any

from rumours.models.entity import EntityQuerySet

MOST_BEARERS = 1000
FEW, MOST = 400, 15_000  # links for one row of a page, and for any page


def few_for(size: int) -> int:
    """How many links are few for a page of `size` rows: 2,000 for 25 rows, 4,000 for 100."""
    return min(FEW * isqrt(size), MOST)


def ids_of_few(found: Any, most: int) -> list[int] | None:
    """The ids that a query gives, or None where they are more than `most`."""
    ids = list(found.order_by()[: most + 1])
    return ids if len(ids) <= most else None


def bearers_of_few(rows: EntityQuerySet[Any], most: int) -> list[int] | None:
    """The ids of these rows; None where they are many, or all together have more than `most` links."""
    found = list(rows.order_by().values_list("pk", "link_count")[: MOST_BEARERS + 1])
    few = len(found) <= MOST_BEARERS and sum(links for _, links in found) <= most
    return [pk for pk, _ in found] if few else None
