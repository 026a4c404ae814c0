"""A site with a feed, which is polled at its own pace."""

import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer

import pytest

from rumours.editorial import feeds
from rumours.models import Feed
from tests.editorial.feeds.web import Site, Web
from tests.factories import DAY, FeedFactory


@pytest.fixture(scope="module")
def server() -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
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
