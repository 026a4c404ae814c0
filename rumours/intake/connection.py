"""One request to one checked address, bounded in time and bytes whatever the other side does."""

import http.client
import io
import socket
import ssl
import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any

PAGES = "text/html, application/xhtml+xml, text/plain;q=0.8, text/markdown;q=0.8"
_PIECE = 16_384  # bytes


class TooLate(OSError):
    """The time for the whole fetch is over."""


class TooLarge(ValueError):
    """The answer is longer than allowed, as sent or unpacked."""


class BoundedSocket(io.RawIOBase):
    """Reads and writes a socket; each waits for what is left of the whole time, so dripping does not stretch it."""

    def __init__(self, connected: socket.socket, seconds_left: Callable[[], float]) -> None:
        self._socket = connected
        self._seconds_left = seconds_left

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._wait()
        return self._socket.recv_into(buffer)

    def send(self, request: bytes) -> None:
        """Send the whole request."""
        self._wait()
        self._socket.sendall(request)

    def secure(self, host: str) -> None:
        """Begin TLS for `host`, whose certificate must be good."""
        self._wait()
        self._socket = ssl.create_default_context().wrap_socket(self._socket, server_hostname=host)

    def makefile(self, *args: Any, **kwargs: Any) -> io.BufferedReader:
        """What `http.client` reads an answer from."""
        return io.BufferedReader(self)

    def close(self) -> None:
        self._socket.close()
        super().close()

    def _wait(self) -> None:
        left = self._seconds_left()
        if left <= 0:
            raise TooLate("time is over")
        self._socket.settimeout(left)


def ask(
    bounded: BoundedSocket, host: str, target: str, agent: str, *, accept: str = PAGES, more: Iterable[str] = ()
) -> http.client.HTTPResponse:
    """GET `target` and give the answer with its headers read; `more` are header lines. Raises as http.client."""
    lines = (
        f"GET {target} HTTP/1.1",
        f"Host: {host}",
        f"User-Agent: {agent}",
        f"Accept: {accept}",
        *more,
        "Accept-Encoding: gzip",
        "Connection: close",
    )
    bounded.send("\r\n".join((*lines, "", "")).encode("ascii"))
    response = http.client.HTTPResponse(bounded, method="GET")  # type: ignore[arg-type]  # reads by makefile only
    response.begin()
    return response


def body_of(response: http.client.HTTPResponse, limit: int) -> bytes:
    """The unpacked body; TooLarge beyond `limit` bytes, ValueError for a packing that is not known or broken."""
    packing = (response.getheader("Content-Encoding") or "identity").strip().lower()
    pieces = _bounded(_pieces(response), limit)
    if packing in ("gzip", "x-gzip", "deflate"):
        pieces = _bounded(_unpacked(pieces, limit), limit)
    elif packing != "identity":
        raise ValueError(f"it is packed as {packing[:30]!r}, which is not known here")
    return b"".join(pieces)


def _pieces(response: http.client.HTTPResponse) -> Iterator[bytes]:
    while piece := response.read(_PIECE):
        yield piece
    if response.length:
        raise ValueError("it breaks off")


def _bounded(pieces: Iterator[bytes], limit: int) -> Iterator[bytes]:
    length = 0
    for piece in pieces:
        length += len(piece)
        if length > limit:
            raise TooLarge(f"it is larger than {limit // 1_000_000} MB")
        yield piece


def _unpacked(pieces: Iterator[bytes], limit: int) -> Iterator[bytes]:
    unpacker = zlib.decompressobj(wbits=47)  # gzip or zlib, by its header
    for packed in pieces:
        try:
            yield unpacker.decompress(packed, limit + 1)
        except zlib.error:
            raise ValueError("its packing is broken") from None
    if not unpacker.eof:
        raise ValueError("it breaks off")
