"""Pages are the same wherever the server stands, at the hours at which clocks are moved and windows shut."""

import os
import re
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client

from rumours.editorial.publishing import publish
from rumours.models import Article
from tests.factories import ArticleFactory, ChiefFactory, ReportFactory, WindowSpanFactory

pytestmark = pytest.mark.django_db
ZONES = ("UTC", "Pacific/Kiritimati", "America/Chicago")
SECOND = timedelta(seconds=1)
SHUTS = datetime(2026, 2, 2, 19, tzinfo=UTC)
MOMENTS = {
    "a night without half past one": datetime(2026, 3, 29, 1, 30, tzinfo=UTC),
    "half past one for the first time": datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
    "half past one for the second time": datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
    "the last second of a window": SHUTS - SECOND,
    "the hour at which it shuts": SHUTS,
    "the second after": SHUTS + SECOND,
    "the last second of a year": datetime(2026, 12, 31, 23, 59, 59, tzinfo=UTC),
    "the first second of a year": datetime(2027, 1, 1, tzinfo=UTC),
    "a leap day": datetime(2028, 2, 29, 12, tzinfo=UTC),
}


@pytest.fixture(autouse=True)
def _here_again() -> Iterator[None]:
    before = os.environ.get("TZ")
    yield
    _stand_in(before or "UTC")


def _stand_in(zone: str) -> None:
    os.environ["TZ"] = zone
    time.tzset()


@pytest.fixture
def addresses() -> list[str]:
    """A published report of each kind of page."""
    article = ArticleFactory(published_at=SHUTS - timedelta(days=1))
    report = ReportFactory(article=article)
    WindowSpanFactory(window=report.link.window, closes_at=SHUTS, time_zone="Europe/London")
    with time_machine.travel(SHUTS - timedelta(hours=20), tick=False):
        publish(article, by=ChiefFactory())
    rows = (article, report.link, report.link.player, report.link.to_club, report.link.window)
    return ["/", "/links/", "/windows/", "/articles/", "/sitemap-links.xml", *(row.get_absolute_url() for row in rows)]


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_page_does_not_tell_where_the_server_stands(client: Client, addresses: list[str], moment: str) -> None:
    pages: dict[str, list[bytes]] = {}
    for zone in ZONES:
        _stand_in(zone)
        with time_machine.travel(MOMENTS[moment], tick=False):
            answers = [client.get(address) for address in addresses]
        assert {answer.status_code for answer in answers} == {200}
        pages[zone] = [answer.content for answer in answers]
    assert pages["Pacific/Kiritimati"] == pages["UTC"]
    assert pages["America/Chicago"] == pages["UTC"]


def test_times_for_machines_have_seconds_and_an_offset(client: Client, addresses: list[str]) -> None:
    found = {
        time
        for address in addresses
        for time in re.findall(r'datetime="([^"]+)"', client.get(address).content.decode())
    }
    assert found
    shape = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d))?|P\d+[DMY]|\d{4}(-\d\d)?")
    assert [time for time in found if not shape.fullmatch(time)] == []


def test_a_clock_set_back_between_two_saves_keeps_lists_in_one_order() -> None:
    first = ArticleFactory()
    with time_machine.travel(SHUTS, tick=False):
        publish_at = [ArticleFactory() for _ in range(2)]
    with time_machine.travel(SHUTS - timedelta(hours=1), tick=False):
        later = ArticleFactory()
    everything = list(Article.objects.all())
    assert len(everything) == len({article.pk for article in everything}) == 4
    assert everything == list(Article.objects.all()) == sorted(
        (first, *publish_at, later), key=lambda article: (article.received_at, article.pk), reverse=True
    )  # fmt: skip
