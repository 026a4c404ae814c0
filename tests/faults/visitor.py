"""Whoever asks the site over HTTP: with a time limit of his own, cookies, and what a form needs to be sent."""

import http.client
import json
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

PATIENCE = 30.0


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: str


class Visitor:
    """One client; every request has a connection of its own."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.cookies: dict[str, str] = {}

    def ask(self, path: str, method: str = "GET", body: str | None = None, **headers: str) -> Answer:
        """The answer; ConnectionError, HTTPException or TimeoutError where there is none."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
            connection.request(method, path, body, {**({"Cookie": cookies} if cookies else {}), **headers})
            response = connection.getresponse()
            for line in response.headers.get_all("Set-Cookie") or []:
                name, _, value = line.partition(";")[0].partition("=")
                self.cookies[name] = value
            names = {name.title(): value for name, value in response.getheaders()}
            return Answer(response.status, names, response.read().decode(errors="replace"))
        finally:
            connection.close()

    def status(self, path: str) -> int:
        """The status; 0 where nobody answers."""
        try:
            return self.ask(path).status
        except (OSError, http.client.HTTPException):
            return 0

    def send(self, path: str, **fields: str) -> Answer:
        """A form, with its token."""
        token = {"csrfmiddlewaretoken": self.cookies.get("csrftoken", "")}
        body = urlencode({**fields, **token})
        return self.ask(path, "POST", body, **{"Content-Type": "application/x-www-form-urlencoded"})

    def send_json(self, path: str, payload: dict[str, Any]) -> Answer:
        headers = {"Content-Type": "application/json", "X-CSRFToken": self.cookies.get("csrftoken", "")}
        return self.ask(path, "POST", json.dumps(payload), Accept="application/json", **headers)

    def log_in(self, name: str, password: str) -> "Visitor":
        self.ask("/admin/login/")
        assert self.send("/admin/login/", username=name, password=password, next="/admin/").status == 302
        return self


def fields_of(page: str) -> dict[str, str]:
    """Names and values of the long fields on a page that gives back what was typed."""
    from html import unescape

    return {
        name: unescape(text)
        for name, text in re.findall(r'<textarea name="([^"]+)"[^>]*>\n(.*?)</textarea>', page, re.S)
    }
