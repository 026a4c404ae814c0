"""Whose request it is, without a proxy and behind some."""

import pytest
from django.test import RequestFactory
from pytest_django import Settings

from rumours.accounts.clients import address_of, client_of


def asked(remote: str, forwarded: str | None = None) -> tuple[str, str]:
    headers = {} if forwarded is None else {"X-Forwarded-For": forwarded}
    request = RequestFactory().get("/", REMOTE_ADDR=remote, headers=headers)
    return address_of(request), client_of(request)


@pytest.mark.parametrize(
    ("remote", "address", "client"),
    [
        ("203.0.113.9", "203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("2001:DB8:1:2::7", "2001:db8:1:2::7", "2001:db8:1:2::"),
        ("::ffff:203.0.113.9", "203.0.113.9", "203.0.113.9"),
        ("fe80::1%eth0", "fe80::1", "fe80::"),
        ("", "0.0.0.0", "0.0.0.0"),  # noqa: S104  # nothing is bound to it here
        ("a socket", "0.0.0.0", "0.0.0.0"),  # noqa: S104
    ],
)
def test_an_address_and_what_counts_as_one_client(remote: str, address: str, client: str) -> None:
    assert asked(remote) == (address, client)


def test_without_a_proxy_nobody_names_himself() -> None:
    assert asked("203.0.113.9", "198.51.100.1") == ("203.0.113.9", "203.0.113.9")


@pytest.mark.parametrize(
    ("hops", "forwarded", "address"),
    [
        (1, "198.51.100.1", "198.51.100.1"),
        (1, "10.0.0.1, 198.51.100.1", "198.51.100.1"),
        (1, "made up, 198.51.100.1", "198.51.100.1"),
        (2, "10.0.0.1, 198.51.100.1, 192.0.2.5", "198.51.100.1"),
        (2, "198.51.100.1", "198.51.100.1"),
        (1, "198.51.100.1, made up", "203.0.113.9"),
        (1, "", "203.0.113.9"),
        (1, None, "203.0.113.9"),
    ],
)
def test_behind_proxies_the_outermost_of_ours_is_believed_and_nobody_before_it(
    settings: Settings, hops: int, forwarded: str | None, address: str
) -> None:
    settings.BEHIND_PROXY, settings.PROXY_HOPS = True, hops
    assert asked("203.0.113.9", forwarded)[0] == address
