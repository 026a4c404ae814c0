"""Feeds are polled from a server on this machine: entries come in once, and nothing wrong stops the rest."""

import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import User
from django.db import OperationalError

from rumours.choices import ArticleStatus, Shown
from rumours.editorial import feeds
from rumours.editorial.actors import system_user
from rumours.editorial.feeds import LEASE, MOST_NEW, MOST_TRIES, Polled, claim_due, keep_feed, poll, poll_soon
from rumours.editorial.importing import import_document
from rumours.intake import fetch_article, fetch_feed
from rumours.models import Article, Feed, FeedEntry, Suggestion
from tests.factories import DAY, ChiefFactory, ClubFactory, FeedFactory, SourceFactory

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        site: Any = self.server
        site.asked.append((self.path, self.headers["If-None-Match"]))
        status, headers, body = site.answers.get(self.path, (404, {}, b""))
        if headers.get("ETag") and self.headers["If-None-Match"] == headers["ETag"]:
            status, body = 304, b""
        self.send_response(status)
        for name, value in {"Content-Type": "text/html", "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


class Web:
    """A site at http://site.example:PORT whose answers a test sets, and the only one that can be reached."""

    def __init__(self, server: Any) -> None:
        self.server, self.port = server, server.server_address[1]
        server.answers, server.asked = {}, []
        ways: dict[str, Any] = {"resolve": self._resolve, "allow": lambda ip, port: port == self.port}
        self.feeds, self.pages = partial(fetch_feed, **ways), partial(fetch_article, **ways)

    def _resolve(self, host: str, port: int) -> list[str]:
        return ["127.0.0.1"]

    def at(self, path: str) -> str:
        return f"http://site.example:{self.port}{path}"

    def serve(self, path: str, body: str = "", status: int = 200, **headers: str) -> None:
        self.server.answers[path] = (
            status,
            {name.replace("_", "-"): value for name, value in headers.items()},
            body.encode(),
        )

    def serve_feed(self, *numbers: int, **headers: Any) -> None:
        items = "".join(
            f"<item><guid>n{n}</guid><title>Rossi, part {n}</title><link>{self.at(f'/{n}')}</link></item>"
            for n in numbers
        )
        self.serve("/feed", f"<rss version='2.0'><channel><title>News</title>{items}</channel></rss>", **headers)

    def serve_pages(self, *numbers: int) -> None:
        for n in numbers:
            self.serve(f"/{n}", page(n))

    def asked(self, path: str) -> int:
        return [at for at, _ in self.server.asked].count(path)

    def poll(self, feed: Feed, by: User | None = None, **given: Any) -> Polled:
        polled = poll(feed.pk, by=by or system_user(), feeds=self.feeds, pages=self.pages, **given)
        feed.refresh_from_db()
        return polled


def page(n: int) -> str:
    # words that differ from page to page, so that none is a near copy of another
    text = " ".join(f"Redville{n}x{k} asked Blueport{n}y{k} about Rossi{n}z{k} on the day{k * n}." for k in range(12))
    return f"<html><head><title>Rossi, part {n}</title></head><body><article><p>{text}</p></article></body></html>"


@pytest.fixture(scope="module")
def server() -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def web(server: ThreadingHTTPServer) -> Web:
    return Web(server)


@pytest.fixture
def feed(web: Web) -> Feed:
    made: Feed = FeedFactory(address=web.at("/feed"), interval=60, next_at=DAY)
    return made


@pytest.fixture(autouse=True)
def _steady_jitter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds, "_jittered", lambda pause: pause)


def test_new_entries_become_drafts_with_their_pages(web: Web, feed: Feed) -> None:
    publisher = SourceFactory(language="it")
    Feed.objects.filter(pk=feed.pk).update(publisher=publisher, language="it")
    web.serve_feed(1, 2)
    web.serve_pages(1, 2)
    assert web.poll(feed, now=DAY) == Polled(new=2)
    drafts = Article.objects.order_by("pk")
    assert [(a.headline, a.address, a.status, a.shown, a.publisher, a.language) for a in drafts] == [
        (f"Rossi, part {n}", web.at(f"/{n}"), ArticleStatus.DRAFT, Shown.EXCERPT, publisher, "it") for n in (2, 1)
    ]
    assert (feed.title, feed.failures, feed.last_error, feed.last_ok_at, feed.next_at) == (
        "News", 0, "", DAY, DAY + 60 * MINUTE,
    )  # fmt: skip


def test_what_came_in_is_tagged(web: Web, feed: Feed) -> None:
    ClubFactory(name="Redville")
    web.serve_feed(1)
    web.serve("/1", page(1).replace("<p>", "<p>Redville want the defender. "))
    web.poll(feed)
    assert "Redville" in Suggestion.objects.values_list("text", flat=True)


def test_polling_again_brings_nothing_and_fetches_no_page_again(web: Web, feed: Feed) -> None:
    web.serve_feed(1)
    web.serve_pages(1)
    assert [web.poll(feed), web.poll(feed)] == [Polled(new=1), Polled()]
    assert web.asked("/1") == 1


def test_an_unchanged_feed_is_not_sent_again(web: Web, feed: Feed) -> None:
    web.serve_feed(1, ETag='"v1"')
    web.serve_pages(1)
    assert [web.poll(feed, now=DAY), web.poll(feed, now=DAY + MINUTE)] == [Polled(new=1), Polled()]
    assert [etag for path, etag in web.server.asked if path == "/feed"] == [None, '"v1"']
    assert (feed.etag, feed.title, feed.last_ok_at) == ('"v1"', "News", DAY + MINUTE)


def test_the_same_article_of_two_feeds_is_one(web: Web, feed: Feed) -> None:
    web.serve_feed(1)
    web.serve_pages(1)
    web.poll(feed)
    web.serve(
        "/other", f"<rss><channel><item><guid>x</guid><link>{web.at('/1')}?utm_source=a</link></item></channel></rss>"
    )
    other = FeedFactory(address=web.at("/other"))
    assert web.poll(other) == Polled(known=1)
    assert (Article.objects.count(), web.asked("/1")) == (1, 1)
    assert other.entries.get().article == Article.objects.get()


def test_a_dropped_article_is_not_brought_back(web: Web, feed: Feed) -> None:
    web.serve_feed(1)
    web.serve_pages(1)
    web.poll(feed)
    Article.objects.update(status=ArticleStatus.DROPPED)
    FeedEntry.objects.all().delete()
    assert web.poll(feed) == Polled(known=1)
    assert Article.objects.get().status == ArticleStatus.DROPPED


def test_an_article_that_the_feed_brings_whole_is_not_fetched(web: Web, feed: Feed) -> None:
    body = "".join(f"&lt;p&gt;Redville{k} have asked Blueport{k} about him again.&lt;/p&gt;" for k in range(60))
    item = f"<item><title>Rossi</title><link>{web.at('/1')}</link><description>{body}</description></item>"
    web.serve("/feed", f"<rss><channel>{item}</channel></rss>")
    assert web.poll(feed) == Polled(new=1)
    article = Article.objects.get()
    assert (article.headline, article.shown, web.asked("/1")) == ("Rossi", Shown.EXCERPT, 0)
    assert "Redville59 have asked Blueport59" in article.body


def test_one_bad_entry_stops_no_other_and_is_tried_three_times(web: Web, feed: Feed) -> None:
    web.serve_feed(1, 2, 3, ETag='"v1"')
    web.serve_pages(1, 3)
    assert [web.poll(feed) for _ in range(5)] == [Polled(new=2, failed=1), *[Polled(failed=1)] * 2, Polled(), Polled()]
    entry = feed.entries.get(article=None)
    assert (entry.error, entry.tries, web.asked("/2")) == ("the site answered 404", MOST_TRIES, MOST_TRIES)
    assert (feed.last_error, feed.failures) == ("", 0)


def test_an_error_of_ours_on_one_entry_stops_no_other(web: Web, feed: Feed, monkeypatch: pytest.MonkeyPatch) -> None:
    web.serve_feed(1, 2)
    web.serve_pages(1, 2)
    whole = import_document
    monkeypatch.setattr(
        feeds, "import_document", lambda raw, **given: whole(raw, **given) if "/1" in raw.address else 1 / 0
    )
    assert web.poll(feed) == Polled(new=1, failed=1)
    assert feed.entries.get(article=None).error == feeds.OURS


def test_a_database_that_is_away_ends_the_poll(web: Web, feed: Feed, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*args: Any, **given: Any) -> None:
        raise OperationalError("gone")

    web.serve_feed(1)

    web.serve_pages(1)
    with monkeypatch.context() as patch:
        patch.setattr(feeds, "import_document", away)
        with pytest.raises(OperationalError):
            web.poll(feed)
    assert web.poll(feed) == Polled(new=1)


def test_an_entry_without_an_address_says_so(web: Web, feed: Feed) -> None:
    web.serve("/feed", "<rss><channel><item><guid isPermaLink='false'>1</guid><title>T</title></item></channel></rss>")
    assert web.poll(feed) == Polled(failed=1)
    assert feed.entries.get().error == "it has no web address to lead readers to"


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/x", "http://localhost/", "http://[::1]/", "http://10.0.0.1/"])
def test_no_entry_leads_the_site_into_its_own_network(web: Web, feed: Feed, address: str) -> None:
    web.serve("/feed", f"<rss><channel><item><guid>1</guid><link>{address}</link></item></channel></rss>")
    assert web.poll(feed) == Polled(failed=1)
    assert "not on the public web" in feed.entries.get().error


def test_many_entries_come_in_by_and_by(web: Web, feed: Feed) -> None:
    numbers = range(1, MOST_NEW + 3)
    web.serve_feed(*numbers, ETag='"v1"')
    web.serve_pages(*numbers)
    assert web.poll(feed, now=DAY) == Polled(new=MOST_NEW, waiting=2)
    assert (feed.etag, feed.next_at) == ("", DAY + MINUTE)
    assert web.poll(feed, now=DAY) == Polled(new=2)
    assert (feed.etag, feed.next_at) == ('"v1"', DAY + 60 * MINUTE)


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


def test_a_date_of_tomorrow_is_capped_to_now(web: Web, feed: Feed) -> None:
    item = f"<item><guid>1</guid><link>{web.at('/1')}</link><pubDate>Sat, 10 Jan 2099 12:00:00 GMT</pubDate></item>"
    web.serve("/feed", f"<rss><channel>{item}</channel></rss>")
    web.serve_pages(1)
    web.poll(feed, now=DAY)
    assert Article.objects.get().published_at == DAY


def test_a_feed_that_is_due_is_claimed_by_one_and_again_when_that_one_died(feed: Feed) -> None:
    resting, off = FeedFactory(next_at=DAY + MINUTE), FeedFactory(next_at=DAY, active=False)
    assert list(claim_due(most=9, now=DAY)) == [feed.pk]
    assert list(claim_due(most=9, now=DAY)) == []
    assert list(claim_due(most=9, now=DAY + LEASE)) == [resting.pk, feed.pk]
    assert poll(off.pk, by=system_user()).error == "there is no such active feed"


class Killed(BaseException):
    """Stands for the end of the process."""


@pytest.mark.parametrize("place", ["before importing", "after importing", "at the end"])
def test_a_worker_killed_at_any_step_doubles_and_loses_nothing(
    web: Web, feed: Feed, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    web.serve_feed(1, 2, ETag='"v1"')
    web.serve_pages(1, 2)
    whole = import_document

    def dying(raw: Any, **given: Any) -> Any:
        if place == "after importing":
            whole(raw, **given)
        raise Killed

    def die(*args: Any, **given: Any) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(feeds, *(("_succeeded", die) if place == "at the end" else ("import_document", dying)))
        with pytest.raises(Killed):
            web.poll(feed)
    web.poll(feed)
    assert sorted(Article.objects.values_list("address", flat=True)) == [web.at("/1"), web.at("/2")]
    assert (FeedEntry.objects.filter(article=None).count(), feed.etag) == (0, '"v1"')


def test_an_entry_that_kills_the_worker_is_given_up(web: Web, feed: Feed, monkeypatch: pytest.MonkeyPatch) -> None:
    def die(*args: Any, **given: Any) -> None:
        raise Killed

    web.serve_feed(1)

    web.serve_pages(1)
    monkeypatch.setattr(feeds, "import_document", die)
    for _ in range(MOST_TRIES):
        with pytest.raises(Killed):
            web.poll(feed)
    assert web.poll(feed) == Polled()


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
