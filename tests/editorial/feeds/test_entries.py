"""Entries of feeds come in once, and nothing wrong with one stops the rest."""

from typing import Any

import pytest
from django.db import OperationalError

from rumours.choices import ArticleStatus, Shown
from rumours.editorial import feeds
from rumours.editorial.feeds import MOST_NEW, MOST_TRIES, Polled
from rumours.editorial.importing import import_document
from rumours.models import Article, Feed, FeedEntry, Suggestion
from tests.editorial.feeds.web import MINUTE, Web, page
from tests.factories import DAY, ClubFactory, FeedFactory, SourceFactory

pytestmark = pytest.mark.django_db


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


def test_a_date_of_tomorrow_is_capped_to_now(web: Web, feed: Feed) -> None:
    item = f"<item><guid>1</guid><link>{web.at('/1')}</link><pubDate>Sat, 10 Jan 2099 12:00:00 GMT</pubDate></item>"
    web.serve("/feed", f"<rss><channel>{item}</channel></rss>")
    web.serve_pages(1)
    web.poll(feed, now=DAY)
    assert Article.objects.get().published_at == DAY
