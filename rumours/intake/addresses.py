"""Web addresses: which may be visited, and the one form in which an article's is kept."""

import ipaddress
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urlsplit, urlunsplit

_PORTS = {"http": 80, "https": 443}
# Says by which way a reader came, not which article it is.
_TRACKING = ("utm_", "fbclid", "gclid", "igshid", "mc_cid", "mc_eid", "ocid", "cmpid", "ns_campaign", "ns_mchannel")
_PATH_SIGNS = "/%:@!$&'()*+,;=~-._"
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
# Set aside for the machinery of networks; Python calls some of it global.
_PROTOCOLS = ipaddress.IPv4Network("192.0.0.0/24")


def split_address(address: str) -> SplitResult:
    """The parts of an http or https address; ValueError with one line for the editor for anything else."""
    try:
        parts = urlsplit(address.strip())
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise ValueError("this is no web address") from None
    if parts.scheme.lower() not in _PORTS:
        raise ValueError("only http and https addresses can be fetched")
    if not host:
        raise ValueError("the address names no host")
    if parts.username is not None or parts.password is not None:
        raise ValueError("an address with a user name in it is not fetched")
    return parts


def port_of(parts: SplitResult) -> int:
    """The port of an address that `split_address` let pass."""
    return parts.port or _PORTS[parts.scheme.lower()]


def target_of(parts: SplitResult) -> str:
    """Path and query in ASCII, as they stand in a request."""
    path = quote(parts.path or "/", safe=_PATH_SIGNS)
    return f"{path}?{quote(parts.query, safe=_PATH_SIGNS + '?')}" if parts.query else path


def ascii_host(parts: SplitResult) -> str:
    """The host name in ASCII, as resolvers, certificates and the Host header want it; ValueError when it has none."""
    host = (parts.hostname or "").rstrip(".")
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        raise ValueError("the address names an impossible host") from None


def canonical(address: str) -> str:
    """The one form an article's address is kept in: no fragment, default port or tracking; ValueError as above."""
    parts = split_address(address)
    scheme, host = parts.scheme.lower(), ascii_host(parts)
    shown_host = f"[{host}]" if ":" in host else host
    netloc = shown_host if port_of(parts) == _PORTS[scheme] else f"{shown_host}:{port_of(parts)}"
    wanted = [(key, value) for key, value in parse_qsl(parts.query, True) if not key.lower().startswith(_TRACKING)]
    return urlunsplit((scheme, netloc, quote(parts.path or "/", safe=_PATH_SIGNS), urlencode(wanted), ""))


def is_public_web(ip: str, port: int) -> bool:
    """Whether a resolved address is of the public internet and the port one of the web's.

    Loopback, private, shared, link-local, reserved and multicast addresses are not, nor those that hide an IPv4
    address inside an IPv6 one, unless that is public too.
    """
    try:
        address = ipaddress.ip_address(ip)
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            address = address.ipv4_mapped
        elif address.sixtofour or address.teredo or address.is_site_local or address in _NAT64:
            return False
    if address in _PROTOCOLS:
        return False
    return port in _PORTS.values() and address.is_global and not address.is_multicast and not address.is_reserved
