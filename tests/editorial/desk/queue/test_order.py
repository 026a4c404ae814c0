"""In which order the queue stands, and that its pages neither skip nor repeat."""

import pytest
from django.contrib.auth.models import User

from rumours.editorial.desk.queue_filters import Filters, Sort
from rumours.editorial.desk.queue_rows import page_of
from tests.editorial.desk.queue.drafts import decide, draft, shown

pytestmark = pytest.mark.django_db


def test_newest_and_oldest_first(ana: User) -> None:
    for minutes in (2, 1, 3):
        draft(minutes=minutes)
    assert shown(ana) == ["At 3", "At 2", "At 1"]
    assert shown(ana, sort=Sort.OLDEST) == ["At 1", "At 2", "At 3"]


def test_nearest_to_done_is_what_was_begun_then_what_has_few_cards(ana: User) -> None:
    draft("three", links=3)
    draft("one", links=1)
    begun = draft("begun", links=3)
    decide(begun.suggestions.all()[0], ana)
    assert shown(ana, sort=Sort.NEAREST) == ["begun", "one", "three"]


@pytest.mark.parametrize("sort", Sort)
def test_pages_neither_skip_nor_repeat_a_row_though_new_ones_come(ana: User, sort: Sort) -> None:
    for number in range(7):  # two came at each instant
        draft(f"{number}", minutes=number // 2, links=1 + number % 3)
    whole = shown(ana, sort=sort)
    found, after = [], ""
    while True:
        page = page_of(Filters(sort=sort), by=ana, after=after, size=2)
        found += [row.headline for row in page.rows]
        if len(found) == 2:
            draft("new", minutes=-5 if sort == Sort.OLDEST else 99)
        after = page.next
        if not after:
            break
    assert [headline for headline in found if headline != "new"] == whole


@pytest.mark.parametrize("after", ["", "x", "1.2", "1.2.3.4", "9999999.99999999999999999.1", "-1.0.0", "1.2.3\n"])
def test_what_is_no_place_does_not_crash(ana: User, after: str) -> None:
    draft()
    assert len(shown(ana, after=after)) <= 1
