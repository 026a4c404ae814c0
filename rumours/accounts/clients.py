"""Whose request it is: the address, for the log, and what counts as one client, for limits."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest

NOBODY = "0.0.0.0"  # noqa: S104 - nothing is bound to it: it stands for a socket without an address  # nosec B104
_HOME = 64  # bits: what one household or one rented machine has of IPv6


def address_of(request: HttpRequest) -> str:
    """The visitor's address in its shortest spelling; NOBODY where there is none.

    Behind proxies it is the entry of X-Forwarded-For that the outermost of ours wrote: each appends whom it heard, so
    what a visitor puts into the header himself stands further left. Without a proxy the header means nothing.
    """
    heard = [str(request.META.get("REMOTE_ADDR", ""))]
    if settings.BEHIND_PROXY:
        written = str(request.META.get("HTTP_X_FORWARDED_FOR", "")).split(",")
        heard.insert(0, written[-settings.PROXY_HOPS :][0].strip())
    return next((str(found) for found in map(_parsed, heard) if found), NOBODY)


def client_of(request: HttpRequest) -> str:
    """What counts as one client: an IPv4 address, or the /64 of an IPv6 one, written as its first address."""
    address = ipaddress.ip_address(address_of(request))
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    return str(ipaddress.IPv6Network((address, _HOME), strict=False).network_address)


def _parsed(words: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The address; an IPv4 one that is written as IPv6 is IPv4, and no zone belongs to it."""
    try:
        found = ipaddress.ip_address(words.partition("%")[0])
    except ValueError:
        return None
    return (found.ipv4_mapped or found) if isinstance(found, ipaddress.IPv6Address) else found
