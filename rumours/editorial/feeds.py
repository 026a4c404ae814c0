"""Polling feeds: each entry becomes a draft once, whatever breaks, whoever is stopped, and whoever polls beside.

A feed that is due is claimed by moving its next try on, so a worker that dies leaves it to be tried again by itself.
An entry is noted before it is brought in, and `tries` with it, so that one that kills the worker is given up at last.
"""

import logging
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import SystemRandom

from django.contrib.auth.models import User
from django.db import DatabaseError, InterfaceError, OperationalError
from django.db.models import F
from django.utils import timezone

from rumours.editorial.importing import import_document
from rumours.editorial.permissions import require
from rumours.editorial.shared_names import shared_gazetteer
from rumours.intake import (
    FeedItem,
    FetchError,
    IntakeError,
    ParsedFeed,
    RawArticle,
    fetch_article,
    fetch_feed,
    parse_feed,
    read,
)
from rumours.intake.fetching import Fetched
from rumours.models import Article, Feed, FeedEntry

# Longer than a poll can take: MOST_NEW pages and the feed, each with the fetcher's whole time.
LEASE = timedelta(minutes=15)
MOST_NEW = 20
MOST_TRIES = 3
REST_SOON = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(days=1)
LONGEST_ASKED = timedelta(days=7)  # a site may ask to be left alone for longer than we would by ourselves
OURS = "an error of this site: its log says which"

Pages = Callable[[str], RawArticle]
Feeds = Callable[..., Fetched]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Polled:
    """What a poll brought: entries that became articles or were articles already, that failed, that wait their turn."""

    new: int = 0
    known: int = 0
    failed: int = 0
    waiting: int = 0
    error: str = ""

    @property
    def sentence(self) -> str:
        """The same in a line."""
        return self.error or f"{self.new} new, {self.known} already here, {self.failed} failed, {self.waiting} to come"


def keep_feed(feed: Feed, *, by: User) -> None:
    """Store a feed as an editor entered it; a new address is polled at once and starts without what the old one left.

    Raises PermissionDenied.
    """
    require(by, "rumours.change_feed" if feed.pk else "rumours.add_feed")
    old = Feed.objects.filter(pk=feed.pk).values_list("address", flat=True).first()
    if old is not None and old != feed.address:
        feed.title = feed.etag = feed.last_modified = feed.last_error = ""
        feed.failures, feed.last_ok_at, feed.next_at = 0, None, timezone.now()
    if old is None or old != feed.address:
        feed.save()
    else:  # what a poll writes meanwhile stays
        feed.save(update_fields=["publisher", "language", "active", "interval"])


def poll_soon(feed: Feed, *, by: User) -> None:
    """Let the worker poll an active feed at its next look, whole, whatever its site said it has. PermissionDenied."""
    require(by, "rumours.change_feed")
    Feed.objects.filter(pk=feed.pk).update(next_at=timezone.now(), etag="", last_modified="")


def claim_due(*, most: int, now: datetime | None = None) -> Iterator[int]:
    """The ids of at most so many feeds that are due, each given to one worker alone."""
    now = now or timezone.now()
    for pk, next_at in Feed.objects.due(now).values_list("pk", "next_at")[:most]:
        if Feed.objects.filter(pk=pk, next_at=next_at, active=True).update(next_at=now + LEASE):
            yield pk


def poll(
    pk: int, *, by: User, feeds: Feeds = fetch_feed, pages: Pages = fetch_article, now: datetime | None = None
) -> Polled:
    """Read a feed and bring in what is new. What goes wrong is kept on the feed or entry, for editors to see.

    `feeds` and `pages` fetch, as those of `intake` do. Raises PermissionDenied, and what the database raises.
    """
    require(by, "rumours.add_article")
    feed = Feed.objects.select_related("publisher").filter(pk=pk, active=True).first()
    if feed is None:
        return Polled(error="there is no such active feed")
    now = now or timezone.now()
    try:
        fetched = feeds(feed.address, etag=feed.etag, last_modified=feed.last_modified)
        parsed = _parsed(fetched)
    except IntakeError as error:
        return _failed(feed, str(error), now, error.retry_after if isinstance(error, FetchError) else None)
    except DatabaseError:
        raise
    except Exception:  # whatever is wrong with one feed, the others go on
        log.exception("feed %s could not be read", feed.pk)
        return _failed(feed, OURS, now)
    polled = _bring_in(feed, parsed, by, pages, now)
    _succeeded(feed, fetched, parsed, polled, now)
    return polled


def _parsed(fetched: Fetched) -> ParsedFeed:
    if not fetched.is_new:
        return ParsedFeed("", ())
    return parse_feed(fetched.content, content_type=fetched.content_type, address=fetched.address)


def _bring_in(feed: Feed, parsed: ParsedFeed, by: User, pages: Pages, now: datetime) -> Polled:
    """The oldest first, at most MOST_NEW at a time."""
    given = feed.entries.filter(guid__in=[item.guid for item in parsed.items])
    done = set(given.exclude(article=None, tries__lt=MOST_TRIES).values_list("guid", flat=True))
    fresh = [item for item in reversed(parsed.items) if item.guid not in done]
    found = Counter(_attempt(feed, item, by, pages, now) for item in fresh[:MOST_NEW])
    return Polled(found["new"], found["known"], found["failed"], waiting=max(len(fresh) - MOST_NEW, 0))


def _attempt(feed: Feed, item: FeedItem, by: User, pages: Pages, now: datetime) -> str:
    """Bring in one entry and note what became of it: new, known or failed."""
    given = {"address": item.address, "title": item.title, "first_seen": now}
    entry, _ = FeedEntry.objects.get_or_create(feed=feed, guid=item.guid, defaults=given)
    FeedEntry.objects.filter(pk=entry.pk).update(tries=F("tries") + 1)
    try:
        article, is_new = _article(feed, item, by, pages, now)
    except IntakeError as error:
        return _note_failure(entry, str(error))
    except (OperationalError, InterfaceError):
        raise
    except Exception:  # one bad entry stops no other
        log.exception("entry %s of feed %s could not be brought in", entry.pk, feed.pk)
        return _note_failure(entry, OURS)
    FeedEntry.objects.filter(pk=entry.pk).update(article=article, error="")
    return "new" if is_new else "known"


def _note_failure(entry: FeedEntry, error: str) -> str:
    FeedEntry.objects.filter(pk=entry.pk).update(error=error[:300])
    return "failed"


def _article(feed: Feed, item: FeedItem, by: User, pages: Pages, now: datetime) -> tuple[Article, bool]:
    """The article of an entry and whether it is new. One whose address is known is not fetched again."""
    if not item.address:
        raise IntakeError("it has no web address to lead readers to")
    known = Article.objects.filter(address=item.address).first()
    if known is not None:
        return known, False
    outcome = import_document(
        _raw(item, pages), by=by, source=feed.publisher, language=feed.language or None, names=shared_gazetteer(),
        published=min(item.published, now) if item.published else None, now=now,
    )  # fmt: skip
    return outcome.article, outcome.is_new


def _raw(item: FeedItem, pages: Pages) -> RawArticle:
    """What the feed holds itself where that is the article, else the page it leads to."""
    if item.is_whole:
        try:
            raw = read(item.page(), content_type="text/html; charset=utf-8", address=item.address)
            return replace(raw, title=item.title or raw.title)
        except IntakeError:
            pass  # its page may say more
    return pages(item.address)


def _failed(feed: Feed, error: str, now: datetime, retry_after: float | None = None) -> Polled:
    """Note the error, and wait twice as long after each in a row, up to a day; or as long as the site asked for."""
    pause = min(timedelta(minutes=feed.interval) * 2 ** min(feed.failures + 1, 12), LONGEST_PAUSE)
    asked = min(timedelta(seconds=min(retry_after or 0, LONGEST_ASKED.total_seconds())), LONGEST_ASKED)
    _write(
        feed, failures=min(feed.failures + 1, 9999), last_error=error[:300], next_at=now + max(_jittered(pause), asked)
    )
    return Polled(error=error)


def _succeeded(feed: Feed, fetched: Fetched, parsed: ParsedFeed, polled: Polled, now: datetime) -> None:
    """Note the success. While entries wait or may be tried again, the site is not told that we have it all."""
    whole = not polled.waiting and not polled.failed
    _write(
        feed, title=parsed.title or feed.title, failures=0, last_error="", last_ok_at=now,
        etag=fetched.etag if whole else "", last_modified=fetched.last_modified if whole else "",
        next_at=now + (REST_SOON if polled.waiting else _jittered(timedelta(minutes=feed.interval))),
    )  # fmt: skip


def _jittered(pause: timedelta) -> timedelta:
    """A tenth more or less, so that feeds entered together do not go on together."""
    return pause * SystemRandom().uniform(0.9, 1.1)


def _write(feed: Feed, **columns: object) -> None:
    """Unless an editor gave it another address meanwhile."""
    Feed.objects.filter(pk=feed.pk, address=feed.address).update(**columns)
