"""When a feed is polled again: at its pace, later after a failure, by one worker at a time."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
import time_machine

from rumours.editorial import feeds
from rumours.editorial.actors import system_user
from rumours.editorial.feeds import LEASE, Polled, claim_due, keep_feed, poll, poll_soon
from rumours.models import Feed
from tests.editorial.feeds.web import MINUTE, Web
from tests.factories import DAY, ChiefFactory, FeedFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        (500, "", "the site answered 500"),
        (404, "", "the site answered 404"),
        (999, "", "the site answered 999"),
        (200, "", "it is empty"),
        (200, "<html><body>Log in</body></html>", "it is a web page, not a feed"),
        (200, '<!DOCTYPE a [<!ENTITY x "y">]><rss/>', "it declares a document type, which no feed needs"),
    ],
)
def test_what_is_wrong_with_a_feed_stands_there_in_words(
    web: Web, feed: Feed, status: int, body: str, error: str
) -> None:
    web.serve("/feed", body, status=status)
    assert web.poll(feed, now=DAY) == Polled(error=error)
    assert (feed.last_error, feed.failures, feed.next_at) == (error, 1, DAY + 120 * MINUTE)


def test_waiting_doubles_up_to_a_day_and_ends_with_the_first_success(web: Web, feed: Feed) -> None:
    waits = []
    for _ in range(7):
        web.poll(feed, now=DAY)
        waits.append((feed.next_at - DAY) // timedelta(hours=1))
    assert waits == [2, 4, 8, 16, 24, 24, 24]
    web.serve_feed()
    assert web.poll(feed, now=DAY) == Polled()
    assert (feed.failures, feed.last_error, feed.next_at) == (0, "", DAY + 60 * MINUTE)


@pytest.mark.parametrize(
    ("asked", "waits"),
    [
        ("30", timedelta(hours=2)), ("36000", timedelta(hours=10)), ("999999999999", timedelta(days=7)),
        ("Sat, 10 Jan 2026 22:00:00 GMT", timedelta(hours=10)), ("soon", timedelta(hours=2)),
        ("-5", timedelta(hours=2)),
    ],
)  # fmt: skip
def test_a_site_that_asks_to_be_left_alone_is(web: Web, feed: Feed, asked: str, waits: timedelta) -> None:
    web.serve("/feed", status=429, Retry_After=asked)
    with time_machine.travel(DAY, tick=False):
        assert web.poll(feed) == Polled(error="the site answered 429")
    assert feed.next_at - DAY == waits


def test_pauses_differ_by_a_tenth_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    pauses = {feeds._jittered(timedelta(minutes=100)) for _ in range(50)}
    assert len(pauses) > 1
    assert timedelta(minutes=90) <= min(pauses) and max(pauses) <= timedelta(minutes=110)


def test_a_feed_that_is_due_is_claimed_by_one_and_again_when_that_one_died(feed: Feed) -> None:
    resting, off = FeedFactory(next_at=DAY + MINUTE), FeedFactory(next_at=DAY, active=False)
    assert list(claim_due(most=9, now=DAY)) == [feed.pk]
    assert list(claim_due(most=9, now=DAY)) == []
    assert list(claim_due(most=9, now=DAY + LEASE)) == [resting.pk, feed.pk]
    assert poll(off.pk, by=system_user()).error == "there is no such active feed"


def test_a_new_address_starts_anew_and_other_changes_leave_the_polling_alone(feed: Feed) -> None:
    polled = {"etag": "e", "failures": 3, "last_error": "no", "next_at": DAY, "title": "News"}
    Feed.objects.filter(pk=feed.pk).update(**polled)
    feed.interval = 30  # as opened before that poll
    keep_feed(feed, by=ChiefFactory())
    assert Feed.objects.values(*polled).get() == polled
    feed.refresh_from_db()
    feed.address = "https://new.example/feed"
    with time_machine.travel(DAY + MINUTE, tick=False):
        keep_feed(feed, by=ChiefFactory())
    assert Feed.objects.values(*polled).get() == {
        "etag": "", "failures": 0, "last_error": "", "next_at": DAY + MINUTE, "title": "",
    }  # fmt: skip


def test_what_a_poll_found_at_the_old_address_is_not_written_to_the_new(web: Web, feed: Feed) -> None:
    web.serve_feed()
    move: Callable[..., Any] = partial(Feed.objects.filter(pk=feed.pk).update, address="https://new.example/feed")

    def moving(*args: Any, **given: Any) -> Any:
        move()
        return web.feeds(*args, **given)

    poll(feed.pk, by=system_user(), feeds=moving, pages=web.pages)
    assert Feed.objects.get().last_ok_at is None


def test_poll_now_asks_for_the_whole_feed_at_once(feed: Feed) -> None:
    Feed.objects.update(etag="e", last_modified="l", next_at=DAY + LEASE)
    with time_machine.travel(DAY, tick=False):
        poll_soon(feed, by=ChiefFactory())
    assert Feed.objects.values("etag", "last_modified", "next_at").get() == {
        "etag": "", "last_modified": "", "next_at": DAY,
    }  # fmt: skip
