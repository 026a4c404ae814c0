"""A site on this machine that has a feed and pages, and is the only one that can be reached."""

from datetime import timedelta
from functools import partial
from http.server import BaseHTTPRequestHandler
from typing import Any

from django.contrib.auth.models import User

from rumours.editorial.actors import system_user
from rumours.editorial.feeds import Polled, poll
from rumours.intake import fetch_article, fetch_feed
from rumours.models import Feed

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
