"""How many requests a second a server answers: by wrk where it is on the machine, else by processes of our own."""

import http.client
import re
import shutil
import socket
import subprocess
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from urllib.request import Request, urlopen

CONNECTIONS = 8
_RATE = re.compile(r"Requests/sec:\s+([0-9.]+)")
_FAILED = re.compile(r"(?:Non-2xx or 3xx responses|Socket errors): .*")


class Refused(RuntimeError):
    """The server answered with something else than the page."""


@dataclass(frozen=True, slots=True)
class Page:
    """An address on a port of this machine, what is sent along, and the status that the answer must have."""

    port: int
    path: str
    headers: dict[str, str] = field(default_factory=dict)
    status: int = 200

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}{self.path}"

    def get(self, seconds: float = 120) -> tuple[dict[str, str], bytes]:
        """Headers and body, once."""
        request = Request(self.address, headers=self.headers)  # noqa: S310 - our own server
        with urlopen(request, timeout=seconds) as response:  # noqa: S310
            return dict(response.headers), response.read()

    def check(self) -> None:
        """Raises Refused where it is answered with another status: a 200 is no measure of a 304."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        connection.request("GET", self.path, headers=self.headers)
        found = connection.getresponse().status
        connection.close()
        if found != self.status:
            raise Refused(f"answered with {found}, not {self.status}")


def rate(page: Page, seconds: int) -> float:
    """Answers a second in so many seconds. Raises Refused where any was an error, or the page is not what it was."""
    page.check()
    found = _wrk(page, seconds) if shutil.which("wrk") else _own(page, seconds)
    page.check()
    _drain(page)
    return found


def _wrk(page: Page, seconds: int) -> float:
    headers = [part for name, value in page.headers.items() for part in ("-H", f"{name}: {value}")]
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "60s", *headers, page.address]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return read_rate(said)


def read_rate(said: str) -> float:
    """What wrk printed. Raises Refused where it tells of any error, or of no rate."""
    wrong = _FAILED.findall(said)
    if wrong:
        raise Refused("; ".join(wrong))
    match = _RATE.search(said)
    if match is None:
        raise Refused("wrk told of no rate")
    return float(match[1])


def _own(page: Page, seconds: int) -> float:
    with ProcessPoolExecutor(CONNECTIONS) as pool:
        counts = list(pool.map(_ask_until, [page] * CONNECTIONS, [seconds] * CONNECTIONS))
    return sum(counts) / seconds


def _ask_until(page: Page, seconds: int) -> int:
    """Ask again and again, one connection at a time, as a closing server wants it; how many were answered."""
    sent = "".join(f"{name}: {value}\r\n" for name, value in page.headers.items())
    request = f"GET {page.path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n{sent}\r\n".encode()
    end, count = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        with socket.create_connection(("127.0.0.1", page.port), timeout=60) as connection:
            connection.sendall(request)
            head = connection.recv(65536)
            while connection.recv(65536):
                pass
        if head[9:12] != str(page.status).encode():
            raise Refused(f"{page.path}: {head[:40]!r}")
        count += 1
    return count


def _drain(page: Page) -> None:
    """Wait until what the server still has in its queue is done: the next round is not to pay for it."""
    for _ in range(3):
        Page(page.port, "/robots.txt").get()
