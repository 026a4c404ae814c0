"""Pages of choices: whether there are more is all that is asked, so nothing is counted."""

from typing import Any

from django.core.paginator import EmptyPage, Page, Paginator

LAST = 10_000  # nobody turns so many pages of choices, and offsets stay numbers that a database takes


class CountlessPaginator(Paginator):
    """Reads one row more than a page has. Beyond the end stands an empty page."""

    object_list: Any

    def page(self, number: Any) -> Page:
        """The page, which knows whether another follows. Raises EmptyPage for numbers that no page has."""
        if not 1 <= int(number) <= LAST:
            raise EmptyPage("there is no such page")
        start = (int(number) - 1) * self.per_page
        found = list(self.object_list[start : start + self.per_page + 1])
        return OpenPage(found[: self.per_page], int(number), self, has_more=len(found) > self.per_page)


class OpenPage(Page):
    """A page of nobody knows how many."""

    def __init__(self, rows: Any, number: int, paginator: Paginator, *, has_more: bool) -> None:
        super().__init__(rows, number, paginator)
        self.has_more = has_more

    def has_next(self) -> bool:
        return self.has_more
