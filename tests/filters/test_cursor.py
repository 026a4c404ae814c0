"""Paging by the last row seen."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from rumours.filters.cursor import Order, page_of
from rumours.filters.query import BadQuery
from rumours.models import TransferLink
from tests.factories import TransferLinkFactory

DAY = datetime(2026, 1, 10, 12, 0, 0, 123456, tzinfo=UTC)
MOVED = Order("moved_at")


def walk(order: Order, size: int) -> list[int]:
    found: list[int] = []
    cursor = ""
    for _ in range(20):
        page = page_of(TransferLink.objects.all(), order, cursor, size)
        found += [row.pk for row in page.rows]
        cursor = page.next
        if not cursor:
            return found
    raise AssertionError("the list never ends")


@pytest.mark.django_db
@pytest.mark.parametrize("size", [1, 2, 3, 7, 8])
def test_every_row_comes_once_and_in_order_also_where_the_moment_is_the_same(size: int) -> None:
    links = [TransferLinkFactory(moved_at=DAY + timedelta(microseconds=n // 3)) for n in range(7)]
    assert walk(MOVED, size) == [link.pk for link in reversed(links)]


@pytest.mark.django_db
def test_counts_page_like_moments() -> None:
    links = [TransferLinkFactory(source_count=n % 2) for n in range(5)]
    expected = [links[n].pk for n in (3, 1, 4, 2, 0)]
    assert walk(Order("source_count"), 2) == expected


@pytest.mark.django_db
def test_a_row_that_arrives_between_two_pages_repeats_nothing() -> None:
    links = [TransferLinkFactory(moved_at=DAY - timedelta(days=n)) for n in range(4)]
    first = page_of(TransferLink.objects.all(), MOVED, "", 2)
    TransferLinkFactory(moved_at=DAY + timedelta(days=1))
    second = page_of(TransferLink.objects.all(), MOVED, first.next, 2)
    assert [row.pk for row in first.rows + second.rows] == [link.pk for link in links]
    assert second.next == ""


@pytest.mark.django_db
def test_a_page_is_one_query() -> None:
    TransferLinkFactory.create_batch(3)
    with CaptureQueriesContext(connection) as queries:
        page_of(TransferLink.objects.all(), MOVED, "", 2)
    assert len(queries) == 1


@pytest.mark.parametrize(
    "cursor", ["x", "1.2", "0.1.2.3", "0.-1.2", "0.١.2", "0.1 .2", "0.1_0.2", "0." + "9" * 19 + ".1"]
)
def test_what_is_no_cursor_is_refused(cursor: str) -> None:
    with pytest.raises(BadQuery) as refused:
        MOVED.after(cursor)
    assert refused.value.parameter == "after"


@given(st.text(max_size=40))
def test_no_text_breaks_the_cursor(text: str) -> None:
    try:
        MOVED.after(text)
    except BadQuery as refused:
        assert refused.parameter == "after"
