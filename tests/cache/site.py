"""The site as a server calls it, behind its kept pages."""

from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from config.pages.memory import Memory
from config.pages.serving import MEGABYTE, PageCache


@dataclass
class Answer:
    """What came back; `made` says whether Django was asked."""

    status: int
    headers: dict[str, str]
    body: bytes
    made: bool

    @property
    def lasting(self) -> dict[str, str]:
        """The headers but the name of the request."""
        return {name: value for name, value in self.headers.items() if name != "X-Request-ID"}

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass
class Site:
    """One process of the site: its cache, and how often it had to make an answer."""

    application: Any
    megabytes: int = 8
    made: int = 0
    cache: PageCache = field(init=False)

    def __post_init__(self) -> None:
        self.cache = PageCache(self._count, Memory(self.megabytes * MEGABYTE))

    def _count(self, environ: Any, start: Any) -> Any:
        self.made += 1
        return self.application(environ, start)

    def get(self, address: str, method: str = "GET", host: str = "testserver", **environ: Any) -> Answer:
        """Ask for an address; `environ` as WSGI names it, as in HTTP_COOKIE."""
        path, _, query = address.partition("?")
        said: list[Any] = []
        before = self.made
        request = {
            "REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": query, "SCRIPT_NAME": "", "HTTP_HOST": host,
            "SERVER_NAME": "testserver", "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1", "wsgi.url_scheme": "http", "wsgi.input": BytesIO(), "wsgi.errors": BytesIO(),
            "wsgi.version": (1, 0), "wsgi.multithread": True, "wsgi.multiprocess": True, "wsgi.run_once": False,
            **environ,
        }  # fmt: skip
        parts = self.cache(request, lambda status, headers, exc=None: said.extend([status, headers]))
        body = b"".join(parts)
        if hasattr(parts, "close"):
            parts.close()
        return Answer(int(said[0].split()[0]), dict(said[1]), body, self.made > before)
