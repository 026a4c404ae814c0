"""Somebody with a browser: asks one host or nginx, keeps cookies, sends forms."""

import http.client
import json
import re
import socket
import ssl
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

HOST = "rumours.example"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: http.client.HTTPMessage
    text: str

    def says(self, name: str) -> list[str]:
        """Each value of a header: two are one too many."""
        return self.headers.get_all(name) or []


class Visitor:
    """Speaks TLS with nginx, or http with a web host as nginx would."""

    def __init__(self, port: int, *, tls: bool) -> None:
        self.port, self.tls = port, tls
        self.cookies: dict[str, str] = {}

    def at(self, port: int, *, tls: bool = False) -> "Visitor":
        """The same person, at another door."""
        other = Visitor(port, tls=tls)
        other.cookies = self.cookies
        return other

    def get(self, path: str) -> Answer:
        return self.ask("GET", path)

    def post(self, path: str, **fields: str) -> Answer:
        fields["csrfmiddlewaretoken"] = self.cookies.get("__Host-csrf", "")
        return self.ask("POST", path, urlencode(fields), "application/x-www-form-urlencoded")

    def send(self, path: str, **payload: Any) -> Any:
        answer = self.ask("POST", path, json.dumps(payload), "application/json")
        assert answer.status == 200, (path, answer.status, answer.text[:800])
        return json.loads(answer.text)

    def ask(self, method: str, path: str, body: str | None = None, kind: str = "", **more: str) -> Answer:
        """The answer; `more` are headers."""
        headers = {"Host": HOST, "Connection": "close", **more}
        if not self.tls:
            headers |= {"X-Forwarded-Proto": "https", "X-Forwarded-For": "127.0.0.1"}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if body is not None:
            token = self.cookies.get("__Host-csrf", "")
            headers |= {"Content-Type": kind, "Origin": f"https://{HOST}", "X-CSRFToken": token}
        connection = http.client.HTTPConnection(HOST)
        connection.sock = self._socket()
        try:
            connection.request(method, path, body.encode() if body is not None else None, headers)
            response = connection.getresponse()
            text = response.read().decode(errors="replace")
        finally:
            connection.close()
        self._keep(response.headers)
        return Answer(response.status, response.headers, text)

    def _socket(self) -> socket.socket:
        plain = socket.create_connection(("127.0.0.1", self.port), timeout=60)
        if not self.tls:
            return plain
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        return context.wrap_socket(plain, server_hostname=HOST)

    def _keep(self, headers: http.client.HTTPMessage) -> None:
        for line in headers.get_all("Set-Cookie") or []:
            name, _, value = line.split(";", 1)[0].partition("=")
            self.cookies[name] = value


class Editor(Visitor):
    """A member of staff: logs in, brings articles in, publishes them at the desk."""

    def log_in(self, name: str, password: str) -> None:
        assert self.get("/admin/login/").status == 200
        answer = self.post("/admin/login/", username=name, password=password, next="/admin/")
        assert (answer.status, answer.says("Location")) == (302, ["/admin/"]), answer.text[:800]

    def bring_in(self, text: str) -> int:
        """Paste an article; its id."""
        answer = self.post("/admin/rumours/article/add/", text=text, published_on="2026-01-20")
        found = re.search(r"/article/(\d+)/", answer.headers.get("Location", ""))
        assert (answer.status, bool(found)) == (302, True), answer.text[:2000]
        return int(found[1]) if found else 0

    def publish(self, article: int) -> None:
        """At the tagging desk: accept what is plain, then show it to readers."""
        desk = f"/admin/rumours/article/{article}/tag/"
        page = self.get(desk)
        assert page.status == 200
        for verb in ("accept_rest", "publish"):
            self.send(f"{desk}do/", client_id=str(uuid4()), sitting="one", verb=verb, values={})
