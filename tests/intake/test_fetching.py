"""Fetching against a server on this machine, which is allowed by name here and never otherwise."""

import gzip
import socket
import threading
import zlib
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from rumours.intake import SIZE_LIMIT, FetchError, fetch_article
from rumours.intake.fetching import Fetched, fetch

PAGE = (
    b"<html><body><article><p>"
    + b"Redville have asked Blueport about Ada Rossi. " * 6
    + b"</p></article></body></html>"
)
HTML = {"Content-Type": "text/html; charset=utf-8"}
ENDLESS, DRIP, DRIPPING_HEADERS, HUNDREDS_OF_HEADERS = "/endless", "/drip", "/drip-headers", "/many-headers"

# Path -> (status, headers, body).
ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/page": (200, HTML, PAGE),
    "/query?a=1": (200, HTML, b"query"),
    "/text": (200, {"Content-Type": "text/plain"}, b"Rossi stays."),
    "/gzip": (200, HTML | {"Content-Encoding": "gzip"}, gzip.compress(PAGE)),
    "/deflate": (200, HTML | {"Content-Encoding": "deflate"}, zlib.compress(PAGE)),
    "/bomb": (200, HTML | {"Content-Encoding": "gzip"}, gzip.compress(bytes(50_000_000))),
    "/cut-gzip": (200, HTML | {"Content-Encoding": "gzip"}, gzip.compress(PAGE)[:-20]),
    "/no-gzip": (200, HTML | {"Content-Encoding": "gzip"}, PAGE),
    "/zeros": (200, HTML | {"Content-Encoding": "deflate"}, zlib.compress(bytes(50_000_000))),
    "/brotli": (200, HTML | {"Content-Encoding": "br"}, b"x"),
    "/to-mapped": (302, {"Location": "http://[::ffff:7f00:1]/"}, b""),
    "/to-octal": (302, {"Location": "http://0177.0.0.1/"}, b""),
    "/to-nat64": (302, {"Location": "http://[64:ff9b::7f00:1]/"}, b""),
    "/to-metadata": (302, {"Location": "//169.254.169.254/latest/"}, b""),
    "/to-port": (302, {"Location": "http://site.example:22/"}, b""),
    "/to-gopher": (302, {"Location": "gopher://site.example/"}, b""),
    "/twice": (200, HTML | {"Content-Encoding": "gzip, gzip"}, b""),
    "/large": (200, HTML, b"x" * (SIZE_LIMIT + 1)),
    "/lying-length": (200, HTML | {"Content-Length": "9999"}, b"short"),
    "/odd-length": (200, HTML | {"Content-Length": "²"}, b"any length"),
    "/picture": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
    "/untyped": (200, {}, b"?"),
    "/missing": (404, HTML, b"no"),
    "/empty": (204, HTML, b""),
    "/error": (500, HTML, b"no"),
    "/odd": (999, HTML, b"no"),
    "/to-page": (302, {"Location": "/page#part"}, b""),
    "/to-private": (302, {"Location": "http://10.0.0.1/"}, b""),
    "/to-loopback": (301, {"Location": "http://127.0.0.1:1/"}, b""),
    "/to-decimal": (301, {"Location": "http://2130706433/"}, b""),
    "/to-file": (302, {"Location": "file:///etc/passwd"}, b""),
    "/to-user": (302, {"Location": "http://a@b.example/"}, b""),
    "/to-nowhere": (302, {}, b""),
    "/loop": (302, {"Location": "/loop"}, b""),
    **{f"/hop{left}": (307, {"Location": f"/hop{left - 1}"}, b"") for left in range(1, 7)},
    "/hop0": (200, HTML, b"arrived"),
}


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.server.seen.append(self.headers["Host"])  # type: ignore[attr-defined]
        if self.path in ANSWERS:
            self._answer(*ANSWERS[self.path])
        else:
            self._misbehave()

    def _answer(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if "Content-Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self._send(body)

    def _misbehave(self) -> None:
        if self.path == HUNDREDS_OF_HEADERS:
            self._send(b"HTTP/1.1 200 OK\r\n" + b"X-Y: z\r\n" * 5_000 + b"\r\n")
        elif self.path == DRIPPING_HEADERS:
            self._drip(b"HTTP/1.1 200 OK\r\nX-Y: ")
        else:
            self._send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
            if self.path == DRIP:
                self._drip(b"")
            while self.path == ENDLESS and self._send(b"x" * 65_536):
                pass

    def _drip(self, start: bytes) -> None:
        self._send(start)
        while self._send(b"x") and not self.server.over.wait(0.05):  # type: ignore[attr-defined]
            pass

    def _send(self, piece: bytes) -> bool:
        try:
            self.wfile.write(piece)
            self.wfile.flush()
        except OSError:
            return False
        return True

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    server.over, server.seen = threading.Event(), []  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield server
    server.over.set()  # type: ignore[attr-defined]
    server.shutdown()
    server.server_close()


Get = Callable[..., Fetched]


@pytest.fixture
def get(server: ThreadingHTTPServer) -> Get:
    """Fetches a path of the test's own server; every other address is judged as ever."""
    port = server.server_address[1]

    def fetch_path(path: str, seconds: float = 10) -> Fetched:
        def allowed(ip: str, asked: int) -> bool:
            return (ip, asked) == ("127.0.0.1", port)

        return fetch(f"http://site.example:{port}{path}", resolve=names, allow=allowed, seconds=seconds)

    return fetch_path


def names(host: str, port: int) -> list[str]:
    """The resolver of the tests: one made-up name, and numbers in every spelling that the system's understands."""
    if host == "site.example":
        return ["127.0.0.1"]
    return [host] if ":" in host else [socket.inet_ntoa(socket.inet_aton(host))]


@pytest.mark.parametrize(
    ("path", "content", "arrived"),
    [
        ("/page", PAGE, "/page"),
        ("/page#part", PAGE, "/page"),
        ("/query?a=1", b"query", "/query?a=1"),
        ("/text", b"Rossi stays.", "/text"),
        ("/gzip", PAGE, "/gzip"),
        ("/deflate", PAGE, "/deflate"),
        ("/odd-length", b"any length", "/odd-length"),
        ("/to-page", PAGE, "/page"),
        ("/hop5", b"arrived", "/hop0"),
    ],
)
def test_a_page_is_fetched_with_where_it_was_found(get: Get, path: str, content: bytes, arrived: str) -> None:
    fetched = get(path)
    assert fetched.content == content
    assert fetched.address.endswith(f"{arrived}") and fetched.address.startswith("http://site.example:")


def test_the_site_is_asked_by_its_name_though_its_number_is_called(get: Get, server: ThreadingHTTPServer) -> None:
    get("/page")
    assert server.seen[-1] == f"site.example:{server.server_address[1]}"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/bomb", "it is larger than 2 MB"),
        ("/large", "it is larger than 2 MB"),
        (ENDLESS, "it is larger than 2 MB"),
        ("/cut-gzip", "it breaks off"),
        ("/no-gzip", "its packing is broken"),
        ("/twice", "it is packed as 'gzip, gzip', which is not known here"),
        ("/lying-length", "it breaks off"),
        ("/picture", "it is no page or text but image/png"),
        ("/untyped", "it is no page or text but of no known type"),
        ("/missing", "the site answered 404"),
        ("/empty", "the site answered 204"),
        ("/error", "the site answered 500"),
        ("/odd", "the site answered 999"),
        ("/loop", "it redirects more than 5 times"),
        ("/hop6", "it redirects more than 5 times"),
        ("/to-nowhere", "it redirects to nowhere"),
        ("/to-private", "the address is not on the public web (private, local or an unusual port)"),
        ("/to-loopback", "the address is not on the public web (private, local or an unusual port)"),
        ("/to-decimal", "the address is not on the public web (private, local or an unusual port)"),
        ("/to-file", "only http and https addresses can be fetched"),
        ("/to-gopher", "only http and https addresses can be fetched"),
        ("/zeros", "it is larger than 2 MB"),
        ("/brotli", "it is packed as 'br', which is not known here"),
        *(
            (f"/to-{where}", "the address is not on the public web (private, local or an unusual port)")
            for where in ("mapped", "octal", "nat64", "metadata", "port")
        ),
        ("/to-user", "an address with a user name in it is not fetched"),
        (HUNDREDS_OF_HEADERS, "the site cannot be reached or broke off"),
    ],
)
def test_a_bad_answer_is_named_in_a_line(get: Get, path: str, message: str) -> None:
    with pytest.raises(FetchError) as refused:
        get(path)
    assert str(refused.value) == message


@pytest.mark.parametrize("path", [DRIP, DRIPPING_HEADERS])
def test_dripping_does_not_stretch_the_time(get: Get, path: str) -> None:
    with pytest.raises(FetchError, match=r"longer than 0\.3 seconds"):
        get(path, seconds=0.3)


@pytest.mark.parametrize("address", ["http://127.0.0.1/", "http://localhost/", "http://[::1]/", "https://localhost/"])
def test_nothing_on_this_machine_is_visited(address: str) -> None:
    with pytest.raises(FetchError, match="not on the public web"):
        fetch(address)


@pytest.mark.parametrize(
    "address",
    [
        "http://0.0.0.0/",
        "http://[::ffff:127.0.0.1]/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://93.184.215.14:22/",
    ],
)
def test_no_spelling_of_a_private_address_is_visited(address: str) -> None:
    with pytest.raises(FetchError, match="not on the public web"):
        fetch(address, resolve=names)


@pytest.mark.parametrize("found", [["10.0.0.1"], ["93.184.215.14", "127.0.0.1"], ["::ffff:192.168.0.1"]])
def test_a_name_that_leads_to_a_private_address_is_refused(found: list[str]) -> None:
    with pytest.raises(FetchError, match="not on the public web"):
        fetch("https://news.example/", resolve=lambda host, port: found)


def test_a_name_is_looked_up_once_a_hop(get: Get, server: ThreadingHTTPServer) -> None:
    """Were it looked up again to connect, the second answer could differ from the one that was checked."""
    port, asked = server.server_address[1], []

    def changing(host: str, asked_port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["10.0.0.1"]

    fetched = fetch(f"http://site.example:{port}/text", resolve=changing, allow=lambda ip, _: ip == "127.0.0.1")
    assert (fetched.content, asked) == (b"Rossi stays.", ["site.example"])


def test_a_name_that_turns_private_between_two_hops_is_refused(server: ThreadingHTTPServer) -> None:
    """DNS rebinding: each hop is judged by what it resolves to then, not by what the name once was."""
    port, answers = server.server_address[1], iter(["127.0.0.1", "10.0.0.1"])

    with pytest.raises(FetchError, match="not on the public web"):
        fetch(
            f"http://site.example:{port}/to-page",
            resolve=lambda host, asked: [next(answers)],
            allow=lambda ip, _: ip == "127.0.0.1",
        )


def unknown(host: str, port: int) -> list[str]:
    raise socket.gaierror(socket.EAI_NONAME, "not known")


@pytest.mark.parametrize("resolve", [unknown, lambda host, port: []])
def test_an_unknown_host_is_named(resolve: Callable[[str, int], list[str]]) -> None:
    with pytest.raises(FetchError, match="no such host"):
        fetch("https://news.example/", resolve=resolve)


def test_a_site_that_is_not_there_is_named() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
        with pytest.raises(FetchError, match="cannot be reached"):
            fetch(f"http://site.example:{port}/", resolve=names, allow=lambda *_: True)


def test_a_site_without_a_good_certificate_is_refused(server: ThreadingHTTPServer) -> None:
    with pytest.raises(FetchError, match="encryption is not good"):
        fetch(f"https://site.example:{server.server_address[1]}/", resolve=names, allow=lambda *_: True)


def test_an_article_is_read_from_its_address(server: ThreadingHTTPServer) -> None:
    address = f"http://site.example:{server.server_address[1]}/page"
    raw = fetch_article(address, resolve=names, allow=lambda *_: True)
    assert raw.text.startswith("Redville have asked")
    assert (raw.address, raw.content, raw.content_type) == (address, PAGE, "text/html")
