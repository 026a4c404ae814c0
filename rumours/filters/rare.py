"""What few links have is looked up first; what many have is met soon by walking a list in its order.

Walking passes the more links the fewer have it and the longer the page is; looking up reads each link that has it. Both
cost about the same where some 2,000 of a million links have it, for a page of 25 rows.
"""

from math import isqrt
from typing import Any

from rumours.models.entity import EntityQuerySet

MOST_BEARERS = 1000
FEW, MOST = 400, 15_000  # links for one row of a page, and for any page


class Few:
    """The few of one list, each looked up once: its rows and the counts behind every choice ask for the same."""

    def __init__(self, size: int) -> None:
        """`size`: the rows of a page. For 25 of them 2,000 links are few, for 100 of them 4,000."""
        self.most = min(FEW * isqrt(size), MOST)
        self._found: dict[str, list[int] | None] = {}

    def ids(self, name: str, found: Any) -> list[int] | None:
        """The ids that a query gives, or None where they are many; `name` says what they have."""
        if name not in self._found:
            ids = list(found.order_by()[: self.most + 1])
            self._found[name] = ids if len(ids) <= self.most else None
        return self._found[name]

    def bearers(self, name: str, rows: EntityQuerySet[Any]) -> list[int] | None:
        """The ids of these rows; None where they are many, or all together have many links."""
        if name not in self._found:
            found = list(rows.order_by().values_list("pk", "link_count")[: MOST_BEARERS + 1])
            few = len(found) <= MOST_BEARERS and sum(links for _, links in found) <= self.most
            self._found[name] = [pk for pk, _ in found] if few else None
        return self._found[name]
