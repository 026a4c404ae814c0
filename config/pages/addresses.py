"""From a request, as the server hands it over, to the one address of the page it asks for."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import QueryDict
from django.http.request import split_domain_port, validate_host
from django.urls import Resolver404, resolve

from config.pages.routes import PAGES, Page
from rumours.filters.query import LONGEST_QUERY

MOST_HOSTS = 100
_LOCAL = [".localhost", "127.0.0.1", "[::1]"]  # what Django adds while DEBUG is on and no host is named


@dataclass(frozen=True, slots=True)
class Place:
    """A page that may be kept: its canonical address, what kind of page it is, and the parts of its path."""

    address: str
    page: Page
    parts: dict[str, Any]


class Addresses:
    """Tells which requests may be answered from memory at all."""

    def __init__(self) -> None:
        self._hosts: set[str] = set()
        self._https_only: bool = settings.SECURE_SSL_REDIRECT
        self._told_https: tuple[str, str] | None = settings.SECURE_PROXY_SSL_HEADER

    def spelling(self, environ: dict[str, Any]) -> str | None:
        """What is asked, letter by letter; None for a host that is not ours, and where https is demanded and missing.

        Those get their answer from Django, as every other request that is not for a page.
        """
        if environ.get("SCRIPT_NAME") or not self._is_ours(environ.get("HTTP_HOST", "")):
            return None
        secure = self._is_secure(environ)
        if self._https_only and not secure:
            return None
        return f"{'s' if secure else ''}:{environ['PATH_INFO']}?{environ.get('QUERY_STRING', '')}"

    def place(self, environ: dict[str, Any], spelling: str) -> Place | None:
        """The page, by its known parameters alone, in their own order; None for what is never kept."""
        path, query = environ["PATH_INFO"], environ.get("QUERY_STRING", "")
        if not path.isascii() or not query.isascii() or len(query) > LONGEST_QUERY:
            return None
        try:
            match = resolve(path)
        except Resolver404:
            return None
        page = PAGES.get(match.view_name)
        if page is None:
            return None
        if page.strict and not _is_exact(query, page.parameters):
            return None
        known = _known(query, page.parameters) if query else ""
        return Place(f"{spelling.partition(':')[0]}:{path}?{known}", page, match.kwargs)

    def _is_ours(self, host: str) -> bool:
        if host in self._hosts:
            return True
        domain, _ = split_domain_port(host)
        allowed = settings.ALLOWED_HOSTS or (_LOCAL if settings.DEBUG else [])
        if not domain or not validate_host(domain, allowed):
            return False
        if len(self._hosts) < MOST_HOSTS:
            self._hosts.add(host)
        return True

    def _is_secure(self, environ: dict[str, Any]) -> bool:
        if self._told_https is not None:
            header, secure = self._told_https
            told = environ.get(header)
            if told is not None:
                return bool(told.partition(",")[0].strip() == secure)
        return bool(environ["wsgi.url_scheme"] == "https")


def _is_exact(query: str, parameters: tuple[str, ...]) -> bool:
    """Whether a query holds nothing that data refuses and a page drops: the unknown, and blanks."""
    return all(name in parameters and all(map(str.strip, values)) for name, values in QueryDict(query).lists())


def _known(query: str, parameters: tuple[str, ...]) -> str:
    """The known parameters with their values, as `rumours.filters.query.asked` reads them: same page, same text."""
    given = QueryDict(query)
    kept = QueryDict(mutable=True)
    for name in parameters:
        values = sorted({value.strip() for value in given.getlist(name)} - {""})
        if values:
            kept.setlist(name, values)
    return kept.urlencode()
