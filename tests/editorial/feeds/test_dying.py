"""A worker that is killed while it polls doubles and loses nothing."""

from typing import Any

import pytest

from rumours.editorial import feeds
from rumours.editorial.feeds import MOST_TRIES, Polled
from rumours.editorial.importing import import_document
from rumours.models import Article, Feed, FeedEntry
from tests.editorial.feeds.web import Web

pytestmark = pytest.mark.django_db


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
