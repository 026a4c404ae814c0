"""Feeds at the desk: entered in one form, polled when asked, and what is wrong with them in words."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from rumours.models import Feed
from tests.admin.conftest import Login
from tests.factories import FeedEntryFactory, FeedFactory

LIST = "admin:rumours_feed_changelist"


def enter(client: Client, address: str, **more: str) -> int:
    return client.post(
        reverse("admin:rumours_feed_add"), {"address": address, "interval": "15", "active": "on", **more}
    ).status_code


def test_a_feed_is_entered_in_the_form_that_is_kept_and_polled_at_once(editor: Client) -> None:
    assert enter(editor, "HTTPS://News.example:443/feed#top") == 302
    feed = Feed.objects.get()
    assert (feed.address, feed.active, feed.next_at <= timezone.now()) == ("https://news.example/feed", True, True)


@pytest.mark.parametrize(
    ("address", "interval"),
    [("https://news.example/feed", "15"), ("ftp://news.example/feed", "15"), ("https://a:b@n.example/", "15"),
     ("https://other.example/", "1"), ("https://other.example/", "2000")],
)  # fmt: skip
def test_what_cannot_be_polled_is_refused_on_the_form(editor: Client, address: str, interval: str) -> None:
    FeedFactory(address="https://news.example/feed")
    assert enter(editor, address, interval=interval) == 200
    assert Feed.objects.count() == 1


def test_what_is_wrong_stands_in_the_list(contributor: Client) -> None:
    bad = FeedFactory(last_error="the site answered 500", failures=2)
    FeedFactory(title="Redville News")
    page = contributor.get(reverse(LIST)).content.decode()
    assert "the site answered 500" in page and "Redville News" in page
    assert list(contributor.get(reverse(LIST), {"failing": "yes"}).context["cl"].result_list) == [bad]


def test_lost_entries_are_counted_and_listed(editor: Client) -> None:
    lost = FeedEntryFactory(error="the site answered 404")
    FeedEntryFactory(feed=lost.feed)
    [row] = editor.get(reverse(LIST)).context["cl"].result_list
    assert (row.lost_total, row.article_total) == (1, 0)
    page = editor.get(reverse("admin:rumours_feedentry_changelist"), {"unfetched": "yes"})
    assert "the site answered 404" in page.content.decode()


@pytest.mark.parametrize("role", ["contributor", "editor", "chief"])
def test_who_polls_now(role: str, logged_in: Login) -> None:
    later = timezone.now() + timedelta(hours=1)
    feed = FeedFactory(next_at=later)
    logged_in(role).post(reverse(LIST), {"action": "poll_now", "_selected_action": [feed.pk]})
    feed.refresh_from_db()
    assert (feed.next_at < later) == (role != "contributor")


def test_what_is_not_active_is_not_polled(editor: Client) -> None:
    feed = FeedFactory(active=False, next_at=timezone.now() + timedelta(hours=1))
    answer = editor.post(reverse(LIST), {"action": "poll_now", "_selected_action": [feed.pk]}, follow=True)
    assert "not active are not polled" in answer.content.decode()
    before = feed.next_at
    feed.refresh_from_db()
    assert feed.next_at == before


def test_saving_leaves_alone_what_was_polled_meanwhile(editor: Client) -> None:
    feed = FeedFactory(etag="e", last_error="no")
    given = {"address": feed.address, "interval": "30", "active": "on"}
    assert editor.post(reverse("admin:rumours_feed_change", args=[feed.pk]), given).status_code == 302
    assert Feed.objects.values("interval", "etag", "last_error").get() == {
        "interval": 30, "etag": "e", "last_error": "no",
    }  # fmt: skip
