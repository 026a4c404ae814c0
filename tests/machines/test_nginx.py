"""What nginx keeps away from the site, and what it leaves as the site said it."""

import os
import re
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.machines.programs import ROOT, program
from tests.machines.stage import Stage
from tests.machines.test_runbook import BLOCKS
from tests.machines.visitor import HOST, Visitor

pytestmark = pytest.mark.machines
PAGE = "/articles/"
FIRST_LINES = f"GET {PAGE} HTTP/1.1\r\nHost: {HOST}\r\n".encode()  # and never the empty line that ends them


@contextmanager
def half_asked(port: int, times: int) -> Iterator[None]:
    """Clients who begin to ask and do not go on."""
    clients = [socket.create_connection(("127.0.0.1", port), timeout=10) for _ in range(times)]
    try:
        for client in clients:
            client.sendall(FIRST_LINES)
        yield
    finally:
        for client in clients:
            client.close()


def test_each_header_is_sent_once_and_http_leads_to_https(stage: Stage) -> None:
    page = stage.reader().get(PAGE)
    for name in ("Strict-Transport-Security", "Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options"):
        assert len(page.says(name)) == 1, name
    moved = Visitor(stage.plain_port, tls=False).get("/articles/?page=2")
    assert (moved.status, moved.says("Location")) == (301, [f"https://{HOST}/articles/?page=2"])


def test_nginx_names_requests_and_no_visitor_does(stage: Stage) -> None:
    own = {"X-Request-ID": "a-name-of-my-own"}
    names = [stage.reader().ask("GET", "/admin/login/", **own).says("X-Request-ID") for _ in range(2)]
    assert [bool(re.fullmatch("[0-9a-f]{32}", name)) for (name,) in names] == [True, True]
    assert names[0] != names[1]


@pytest.mark.parametrize(("letters", "status"), [(2500, 200), (3000, 200), (4000, 200), (5000, 400)])
def test_a_long_address_is_answered_as_the_site_answers_it(stage: Stage, letters: int, status: int) -> None:
    address = f"{PAGE}?x={'a' * letters}"
    assert [stage.reader().get(address).status for _ in range(2)] == [status, status]


# Debian as it is after `apt-get install nginx`, in a name space of its own; what asks the world is played.
STOCK = """
copy=$(mktemp -d) && mount -t tmpfs none "$copy" && cp -a /etc "$copy" && mount --bind "$copy/etc" /etc
mount -t tmpfs none /var/cache
rm -f /etc/nginx/conf.d/* && ln -sf ../sites-available/default /etc/nginx/sites-enabled/default
certbot() {
  mkdir -p /etc/letsencrypt/live/rumours.example && cd /etc/letsencrypt/live/rumours.example
  openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=rumours.example -keyout privkey.pem -out fullchain.pem 2>&1
  cd - >/dev/null
}
apt-get() { :; }
systemctl() { echo "systemctl $*"; }
nginx() { NAME "$@" 2>&1; }
nginx -t
"""


@pytest.mark.skipif(
    os.getuid() != 0 or not Path("/etc/nginx/sites-available/default").exists(), reason="root on Debian with its nginx"
)
def test_the_runbook_puts_the_file_onto_a_stock_debian() -> None:
    block = next(block for _, block in BLOCKS if "certbot" in block)
    script = STOCK.replace("NAME", program("nginx")) + block
    done = subprocess.run(
        ["unshare", "--mount", "bash", "-euo", "pipefail", "-c", script], cwd=ROOT, text=True, capture_output=True,
        check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout.count("test is successful")) == (0, 2), done.stdout + done.stderr
    assert "warn" not in done.stdout
    assert done.stdout.endswith("systemctl reload nginx\n")


def test_a_form_that_is_too_large_is_refused_before_it_is_read(stage: Stage) -> None:
    assert stage.reader().ask("POST", "/admin/login/", "x" * 9_000_000, "text/plain").status == 413


def test_clients_who_stop_in_the_middle_hold_up_nobody_behind_nginx(stage: Stage) -> None:
    with half_asked(stage.plain_port, 60):
        started = time.monotonic()
        assert [stage.reader().get(PAGE).status for _ in range(3)] == [200] * 3
        assert time.monotonic() - started < 5


def test_without_nginx_they_hold_it_up_for_seconds_and_not_for_ever(stage: Stage) -> None:
    with half_asked(stage.hosts[0].port, 16):
        started = time.monotonic()
        assert stage.reader(0).get(PAGE).status == 200
        assert time.monotonic() - started < 30
