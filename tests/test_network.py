"""No test reaches another machine, by address or by name."""

import socket
import urllib.request

import pytest

from tests.conftest import NetworkUsed


def test_an_address_elsewhere_is_refused() -> None:
    with socket.socket() as elsewhere, pytest.raises(NetworkUsed, match=r"192\.0\.2\.1"):
        elsewhere.connect(("192.0.2.1", 80))


def test_a_name_elsewhere_is_not_even_looked_up() -> None:
    with pytest.raises(NetworkUsed, match=r"rumours\.example"):
        urllib.request.urlopen("http://rumours.example/", timeout=1)


def test_this_machine_may_be_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        assert client.getpeername() == server.getsockname()
