"""Feeds that mean harm, served on this machine beside a canary: a port that nothing may ever visit.

What the reader of feeds alone makes of them stands in tests/intake/test_feeds.py and test_xml_guard.py, what the
fetcher does in tests/intake/test_fetching.py; here a whole poll meets them.
"""

import gzip
import json
import resource
import socket
import threading
import time
import zlib
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from django.utils import timezone

from rumours.editorial.actors import system_user
from rumours.editorial.feeds import poll
from rumours.intake import fetch_article, fetch_feed
from rumours.models import Article, Feed
from tests.factories import DAY, FeedFactory

pytestmark = [pytest.mark.django_db, pytest.mark.once]
SECONDS, MEGABYTES = 2.0, 100
GOOD = "<item><guid>good</guid><title>Ada Rossi stays</title><link>{site}/good</link></item>"
WORDS = " ".join(f"Redville{k} asked Blueport{k} about Rossi{k} on day{k}." for k in range(30))
PAGE = f"<html><head><title>Ada Rossi stays</title></head><body><article><p>{WORDS}</p></article></body></html>"
SPELLINGS = (
    "127.0.0.1", "[::ffff:127.0.0.1]", "2130706433", "0x7f000001", "0177.0.0.1", "0.0.0.0", "localhost", "127.1",  # noqa: S104
)  # fmt: skip


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        site: Any = self.server
        status, headers, body = site.answers.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


class Canary:
    """Listens on every address of this machine and counts who comes."""

    def __init__(self) -> None:
        self.visits = 0
        self._listener = socket.socket(socket.AF_INET6)
        self._listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
        self._listener.bind(("::", 0))
        self._listener.listen()
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._wait, daemon=True).start()

    def _wait(self) -> None:
        while True:
            try:
                visitor, _ = self._listener.accept()
            except OSError:
                return
            self.visits += 1
            visitor.close()

    def close(self) -> None:
        self._listener.close()


class Web:
    """The one site that may be reached, by its name; numbers are resolved as the system does."""

    def __init__(self, server: Any, canary: Canary) -> None:
        self.server, self.canary = server, canary
        server.answers = {"/good": (200, {"Content-Type": "text/html"}, PAGE.encode())}
        self.port: int = server.server_address[1]
        self.site = f"http://site.example:{self.port}"
        self.away = f"127.0.0.1:{canary.port}"

    def placed(self, text: str) -> str:
        """The text with the canary's address and port in it."""
        return text.replace("{canary}", self.away).replace("{port}", str(self.canary.port))

    def poll(self, status: int, headers: dict[str, str], body: bytes) -> Feed:
        """The feed after one poll of such an answer."""
        self.server.answers["/feed"] = (status, {"Content-Type": "application/rss+xml", **headers}, body)
        feed: Feed = FeedFactory(address=f"{self.site}/feed", interval=60, next_at=DAY)
        ways: dict[str, Any] = {"resolve": _resolved, "allow": lambda ip, port: (ip, port) == ("127.0.0.1", self.port)}
        poll(
            feed.pk,
            by=system_user(),
            feeds=lambda *args, **given: fetch_feed(*args, **{**given, **ways}),
            pages=lambda *args, **given: fetch_article(*args, **{**given, **ways}),
        )
        feed.refresh_from_db()
        return feed


def _resolved(host: str, port: int) -> list[str]:
    if host == "site.example":
        return ["127.0.0.1"]
    if ":" in host:
        return [host.strip("[]")]
    return [socket.inet_ntoa(socket.inet_aton(host.replace("localhost", "127.1")))]


@pytest.fixture
def web() -> Iterator[Web]:
    server, canary = ThreadingHTTPServer(("127.0.0.1", 0), Site), Canary()
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield Web(server, canary)
    server.shutdown()
    server.server_close()
    canary.close()


def rss(*items: str, before: str = "") -> bytes:
    channel = f"<rss version='2.0'><channel><title>News</title>{''.join(items)}</channel></rss>"
    return f"<?xml version='1.0' encoding='utf-8'?>{before}{channel}".encode("utf-8", "surrogatepass")


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))
# What is refused as a whole: name -> (status, headers, body). {canary} stands for an address that nobody may visit.
REFUSED: dict[str, tuple[int, dict[str, str], bytes]] = {
    "an entity that names a file": (
        200,
        {},
        rss(GOOD, before="<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"),
    ),
    "an entity that names an address": (
        200,
        {},
        rss(GOOD, before="<!DOCTYPE r [<!ENTITY x SYSTEM 'http://{canary}/'>]>"),
    ),
    "a parameter entity": (200, {}, rss(GOOD, before="<!DOCTYPE r [<!ENTITY % x SYSTEM 'http://{canary}/'> %x;]>")),
    "a document type": (200, {}, rss(GOOD, before="<!DOCTYPE r SYSTEM 'http://{canary}/a.dtd'>")),
    "a billion laughs": (200, {}, rss("&l8;", before=f'<!DOCTYPE r [<!ENTITY l0 "ha">{LAUGHS}]>')),
    "elements in elements": (200, {}, b"<rss>" + b"<a>" * 200_000),
    "attributes without end": (200, {}, b"<rss " + b" ".join(b'a%d="1"' % n for n in range(200_000)) + b"/>"),
    "a packed bomb": (200, {"Content-Encoding": "gzip"}, gzip.compress(bytes(200_000_000), 1)),
    "a bomb in a bomb": (200, {"Content-Encoding": "gzip"}, gzip.compress(gzip.compress(bytes(200_000_000), 1))),
    "a deflated bomb": (200, {"Content-Encoding": "deflate"}, zlib.compress(bytes(200_000_000), 1)),
    "sixty megabytes": (200, {}, rss(GOOD) + b" " * 60_000_000),
    "nothing": (200, {}, b""),
    "a page to log in": (200, {"Content-Type": "text/html"}, b"<html><form><input type=password></form></html>"),
    "a picture": (200, {"Content-Type": "image/png"}, b"\x89PNG\r\n\x1a\n" + bytes(999)),
    "no content": (204, {}, b""),
    "a part": (206, {}, rss(GOOD)[:90]),
    "not found": (404, {}, b"no"),
    "too many requests": (429, {"Retry-After": "7200"}, b"no"),
    "a failure": (500, {}, b"no"),
    "a number that is none": (999, {}, b"no"),
    **{f"a redirect to {host}": (302, {"Location": "http://" + host + ":{port}/"}, b"") for host in SPELLINGS},
    "a redirect with a name and password": (302, {"Location": "http://site.example@127.0.0.1:{port}/"}, b""),
    "a redirect to a file": (302, {"Location": "file:///etc/passwd"}, b""),
    "a redirect to gopher": (302, {"Location": "gopher://{canary}/"}, b""),
    "a redirect to itself": (302, {"Location": "/feed"}, b""),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_refused_as_a_whole(web: Web, what: str) -> None:
    status, headers, body = REFUSED[what]
    placed = {name: web.placed(value) for name, value in headers.items()}
    memory, begun = _megabytes(), time.process_time()
    feed = web.poll(status, placed, body.replace(b"{canary}", web.away.encode()))
    assert time.process_time() - begun < SECONDS
    assert _megabytes() - memory < MEGABYTES
    assert (web.canary.visits, Article.objects.count()) == (0, 0)
    assert (bool(feed.last_error), "Traceback" in feed.last_error, feed.next_at > timezone.now()) == (True, False, True)
    if status == 429:
        assert feed.next_at > timezone.now() + timedelta(minutes=115)


# What stands beside a good entry: the bad one is passed over or cleaned, the good one comes in.
BESIDE = {
    "a stylesheet": ("<?xml-stylesheet href='http://{canary}/a.xsl'?>", ""),
    "an inclusion": ("", "<item><xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='http://{canary}/'/></item>"),
    "a link into this machine": ("", "<item><guid>x</guid><title>A</title><link>http://{canary}/</link></item>"),
    "an enclosure": ("", "<item><guid>x</guid><title>A</title><enclosure url='http://{canary}/a.mp3'/></item>"),
    "a picture": ("", "<item><guid>x</guid><description>&lt;img src='http://{canary}/a.png'&gt;</description></item>"),
    "a script for a link": ("", "<item><guid>x</guid><title>A</title><link>javascript:alert(1)</link></item>"),
    "active words": ("", "<item><guid>x</guid><title>&lt;script&gt;alert(1)&lt;/script&gt;</title></item>"),
    "words of a database": ("", "<item><guid>'; DROP TABLE rumours_article; --</guid><title>'; --</title></item>"),
    "words from right to left": ("", "<item><guid>x</guid><title>\u202egnp.exe</title></item>"),
    "a title without end": ("", f"<item><guid>x</guid><title>{'A' * 100_000}</title></item>"),
    "a guid without end": ("", f"<item><guid>{'x' * 100_000}</guid><title>A</title></item>"),
    "a link without end": ("", f"<item><guid>x</guid><link>http://n.example/{'x' * 100_000}</link></item>"),
    "the same guid": ("", "<item><guid>good</guid><title>Another</title></item>"),
    "no guid": ("", "<item><title>A</title></item>"),
    "no words": ("", "<item/>"),
    "odd dates": ("", "".join(f"<item><guid>d{n}</guid><pubDate>{day}</pubDate></item>" for n, day in enumerate((
        "tomorrow", "2099-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 GMT", "0000-00-00", "99999", "-1", "",
        "Sat, 31 Feb 2026 00:00:00 GMT", "2026-01-10T25:61:61Z", "Sat, 10 Jan 2026 08:30:00 XYZ", "\u0661\u0662",
    )))),
}  # fmt: skip


@pytest.mark.parametrize("what", BESIDE)
def test_what_stands_beside_a_good_entry(web: Web, what: str) -> None:
    before, beside = BESIDE[what]
    body = rss(GOOD.replace("{site}", web.site), beside, before=before).replace(b"{canary}", web.away.encode())
    begun = time.process_time()
    feed = web.poll(200, {}, body)
    assert time.process_time() - begun < 2 * SECONDS
    assert web.canary.visits == 0
    article = Article.objects.get(address=f"{web.site}/good")
    assert (article.headline, feed.next_at > timezone.now()) == ("Ada Rossi stays", True)


@pytest.mark.parametrize(
    "body",
    [
        rss(GOOD)[:-40],
        rss(GOOD, "<item><title>a\0b\x01</title></item>"),
        rss(GOOD, "<item><title>\ud800</title></item>"),
        rss(GOOD).decode().replace("utf-8", "utf-16").encode("utf-16"),
        rss(GOOD).replace(b"utf-8", b"latin-1"),
        rss(GOOD).replace(b"utf-8", b"no-such-thing"),
        json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [1, None, {"id": []}] * 20_000}).encode(),
    ],
    ids=["cut off", "control characters", "half a character", "UTF-16", "a lying encoding", "no encoding", "JSON"],
)
def test_what_is_broken_gives_what_can_be_read_or_a_line(web: Web, body: bytes) -> None:
    feed = web.poll(200, {}, body.replace(b"{site}", web.site.encode()))
    assert (web.canary.visits, "Traceback" in feed.last_error, feed.next_at > timezone.now()) == (0, False, True)
    assert Article.objects.count() <= 1


def test_of_endless_entries_some_come_in_and_the_rest_waits(web: Web) -> None:
    items = [f"<item><guid>{n}</guid><title>A</title><link>{web.site}/none{n}</link></item>" for n in range(60_000)]
    begun = time.process_time()
    web.poll(200, {}, rss(*items)[:1_990_000])
    assert time.process_time() - begun < 10 * SECONDS
    assert web.canary.visits == 0


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
