"""An article from the web, without being led anywhere but the public web, for long, or by the nose."""

import http.client
import re
import socket
import ssl
import time
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin

from rumours.intake.addresses import ascii_host, is_public_web, port_of, split_address, target_of
from rumours.intake.connection import BoundedSocket, TooLarge, TooLate, ask, body_of
from rumours.intake.readers import read
from rumours.intake.records import HTML, MARKDOWN, PLAIN, SIZE_LIMIT, IntakeError, RawArticle

AGENT = "football-rumours (reads an article for its editors)"
SECONDS = 15.0
MOST_REDIRECTS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_DIGITS = re.compile(r"[0-9]{1,18}", re.ASCII)
_TYPES = frozenset({HTML, PLAIN, MARKDOWN, "text/x-markdown", "application/xhtml+xml"})

Resolve = Callable[[str, int], Iterable[str]]
Allow = Callable[[str, int], bool]


class FetchError(IntakeError):
    """The address cannot or may not be fetched; the message is one line for the editor."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered: bytes (unpacked), the Content-Type header, the address after redirects."""

    content: bytes
    content_type: str
    address: str


def resolve_host(host: str, port: int) -> list[str]:
    """Every address that `host` stands for, by the system's resolver; OSError when there is none."""
    return [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def fetch(
    address: str,
    *,
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
            answer = _visit(address, resolve, allow, lambda: ends - now(), limit)
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


def _visit(
    address: str, resolve: Resolve, allow: Allow, seconds_left: Callable[[], float], limit: int
) -> Fetched | str:
    """One hop: what the address answers, or the address it redirects to."""
    parts = split_address(address)
    host, port = ascii_host(parts), port_of(parts)
    ip = _checked_ip(host, port, resolve, allow)
    with closing(BoundedSocket(_connected(ip, port, seconds_left()), seconds_left)) as bounded:
        if parts.scheme.lower() == "https":
            bounded.secure(host)
        shown_host = f"[{host}]" if ":" in host else host
        response = ask(bounded, f"{shown_host}:{parts.port}" if parts.port else shown_host, target_of(parts), AGENT)
        if response.status in _REDIRECTS:
            return _redirected(address, response.getheader("Location"))
        return _answer(address, response, limit)


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


def _answer(address: str, response: http.client.HTTPResponse, limit: int) -> Fetched:
    if response.status != http.client.OK:
        raise FetchError(f"the site answered {response.status}")
    content_type = response.getheader("Content-Type") or ""
    if content_type.partition(";")[0].strip().lower() not in _TYPES:
        raise FetchError(f"it is no page or text but {content_type[:60] or 'of no known type'}")
    declared = response.getheader("Content-Length") or ""
    if _DIGITS.fullmatch(declared) and int(declared) > limit:
        raise TooLarge(f"it is larger than {limit // 1_000_000} MB")
    return Fetched(body_of(response, limit), content_type, urldefrag(address).url)
