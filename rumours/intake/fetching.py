"""An article from the web, without being led anywhere but the public web, for long, or by the nose."""

import http.client
import re
import socket
import ssl
import time
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urldefrag, urljoin

from rumours.intake.addresses import ascii_host, is_public_web, port_of, split_address, target_of
from rumours.intake.connection import PAGES, BoundedSocket, TooLarge, TooLate, ask, body_of
from rumours.intake.readers import read
from rumours.intake.records import HTML, MARKDOWN, PLAIN, SIZE_LIMIT, IntakeError, RawArticle

AGENT = "football-rumours (reads an article for its editors)"
SECONDS = 15.0
MOST_REDIRECTS = 5
FEEDS = "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_DIGITS = re.compile(r"[0-9]{1,18}", re.ASCII)
_VALUE = re.compile(r"[\x20-\x7e]{1,200}")  # a header's value that is kept and sent back
_TYPES = frozenset({HTML, PLAIN, MARKDOWN, "text/x-markdown", "application/xhtml+xml"})

Resolve = Callable[[str, int], Iterable[str]]
Allow = Callable[[str, int], bool]


class FetchError(IntakeError):
    """The address cannot or may not be fetched; the message is one line for the editor.

    `retry_after` is the number of seconds for which the site asked to be left alone, None where it did not.
    """

    def __init__(self, message: str, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered: bytes (unpacked), the Content-Type header, the address after redirects.

    `etag` and `last_modified` are what to give back the next time; `is_new` is False where the site said that nothing
    has changed since then.
    """

    content: bytes
    content_type: str
    address: str
    etag: str = ""
    last_modified: str = ""
    is_new: bool = True


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: the Accept header, the types that will do (None: any), and what one has of it already."""

    accept: str = PAGES
    types: frozenset[str] | None = _TYPES
    etag: str = ""
    last_modified: str = ""

    @property
    def conditions(self) -> list[str]:
        """Header lines that ask for it only where it has changed."""
        given = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return [f"{name}: {value}" for name, value in given.items() if _VALUE.fullmatch(value)]


PAGE = Wanted()


def resolve_host(host: str, port: int) -> list[str]:
    """Every address that `host` stands for, by the system's resolver; OSError when there is none."""
    return [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def fetch(
    address: str,
    *,
    wanted: Wanted = PAGE,
    resolve: Resolve = resolve_host,
    allow: Allow = is_public_web,
    seconds: float = SECONDS,
    limit: int = SIZE_LIMIT,
    now: Callable[[], float] = time.monotonic,
) -> Fetched:
    """GET `address`, following up to five redirects; each hop is resolved once, checked, and that address connected to.

    `allow` says which resolved (ip, port) may be visited, `seconds` bounds all hops together (the system's resolver
    has its own limit), `limit` the bytes of the answer as sent and unpacked. Raises FetchError and nothing else.
    """
    ends = now() + seconds
    for _ in range(MOST_REDIRECTS + 1):
        try:
            answer = _visit(address, wanted, resolve, allow, lambda: ends - now(), limit)
        except FetchError:
            raise
        except (TooLate, TimeoutError):
            raise FetchError(f"the site took longer than {seconds:g} seconds") from None
        except ssl.SSLError:
            raise FetchError("the site's certificate or encryption is not good") from None
        except (OSError, http.client.HTTPException):
            raise FetchError("the site cannot be reached or broke off") from None
        except ValueError as error:
            raise FetchError(str(error)) from None
        if isinstance(answer, Fetched):
            return answer
        address = answer
    raise FetchError(f"it redirects more than {MOST_REDIRECTS} times")


def fetch_article(address: str, *, resolve: Resolve = resolve_host, allow: Allow = is_public_web) -> RawArticle:
    """The article at `address`. Raises FetchError, or IntakeError when what is there is no article."""
    fetched = fetch(address, resolve=resolve, allow=allow)
    return read(fetched.content, content_type=fetched.content_type, address=fetched.address)


def fetch_feed(
    address: str,
    *,
    etag: str = "",
    last_modified: str = "",
    resolve: Resolve = resolve_host,
    allow: Allow = is_public_web,
) -> Fetched:
    """The feed at `address`, of whatever declared type: many are declared wrongly. Raises FetchError."""
    wanted = Wanted(accept=FEEDS, types=None, etag=etag, last_modified=last_modified)
    return fetch(address, wanted=wanted, resolve=resolve, allow=allow)


def _visit(
    address: str, wanted: Wanted, resolve: Resolve, allow: Allow, seconds_left: Callable[[], float], limit: int
) -> Fetched | str:
    """One hop: what the address answers, or the address it redirects to."""
    parts = split_address(address)
    host, port = ascii_host(parts), port_of(parts)
    ip = _checked_ip(host, port, resolve, allow)
    with closing(BoundedSocket(_connected(ip, port, seconds_left()), seconds_left)) as bounded:
        if parts.scheme.lower() == "https":
            bounded.secure(host)
        shown_host = f"[{host}]" if ":" in host else host
        named = f"{shown_host}:{parts.port}" if parts.port else shown_host
        response = ask(bounded, named, target_of(parts), AGENT, accept=wanted.accept, more=wanted.conditions)
        if response.status in _REDIRECTS:
            return _redirected(address, response.getheader("Location"))
        return _answer(address, wanted, response, limit)


def _checked_ip(host: str, port: int, resolve: Resolve, allow: Allow) -> str:
    """The address to connect to; a host with even one address that may not be visited is refused."""
    try:
        found = list(resolve(host, port))
    except (OSError, UnicodeError):
        raise FetchError("there is no such host") from None
    if not found:
        raise FetchError("there is no such host")
    if not all(allow(ip, port) for ip in found):
        raise FetchError("the address is not on the public web (private, local or an unusual port)")
    return found[0]


def _connected(ip: str, port: int, seconds: float) -> socket.socket:
    if seconds <= 0:
        raise TooLate("time is over")
    return socket.create_connection((ip, port), timeout=seconds)


def _redirected(address: str, location: str | None) -> str:
    if not location:
        raise FetchError("it redirects to nowhere")
    return urljoin(address, location)


def _answer(address: str, wanted: Wanted, response: http.client.HTTPResponse, limit: int) -> Fetched:
    address = urldefrag(address).url
    if response.status == http.client.NOT_MODIFIED and wanted.conditions:
        return Fetched(b"", "", address, wanted.etag, wanted.last_modified, is_new=False)
    if response.status != http.client.OK:
        raise FetchError(f"the site answered {response.status}", _retry_after(response))
    content_type = response.getheader("Content-Type") or ""
    if wanted.types is not None and content_type.partition(";")[0].strip().lower() not in wanted.types:
        raise FetchError(f"it is no page or text but {content_type[:60] or 'of no known type'}")
    declared = response.getheader("Content-Length") or ""
    if _DIGITS.fullmatch(declared) and int(declared) > limit:
        raise TooLarge(f"it is larger than {limit // 1_000_000} MB")
    etag, last_modified = _kept(response.getheader("ETag")), _kept(response.getheader("Last-Modified"))
    return Fetched(body_of(response, limit), content_type, address, etag, last_modified)


def _kept(value: str | None) -> str:
    """A header's value, if it can be sent back as it is."""
    return value if value and _VALUE.fullmatch(value) else ""


def _retry_after(response: http.client.HTTPResponse) -> float | None:
    """The seconds that a Retry-After header names, as a number or as a date."""
    value = (response.getheader("Retry-After") or "").strip()
    if _DIGITS.fullmatch(value):
        return float(value)
    try:
        until = parsedate_to_datetime(value)
        return max((until - datetime.now(UTC)).total_seconds(), 0.0)
    except (ValueError, TypeError, OverflowError):  # no date, or one without its zone
        return None
