import pytest

from rumours.intake import canonical
from rumours.intake.addresses import is_public_web, split_address, target_of


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://News.Example/a", "https://news.example/a"),
        ("https://news.example:443/a#top", "https://news.example/a"),
        ("http://news.example:80", "http://news.example/"),
        ("http://news.example:8080/", "http://news.example:8080/"),
        ("https://news.example/a?utm_source=x&id=7&fbclid=y&empty=", "https://news.example/a?id=7&empty="),
        ("https://news.example/škriniar a", "https://news.example/%C5%A1kriniar%20a"),
        ("https://müller.example/", "https://xn--mller-kva.example/"),
        (" https://news.example/a ", "https://news.example/a"),
        ("https://[2001:db8::1]/a", "https://[2001:db8::1]/a"),
    ],
)
def test_an_address_is_kept_in_one_form(address: str, kept: str) -> None:
    assert canonical(address) == kept
    assert canonical(kept) == kept


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("file:///etc/passwd", "only http and https"),
        ("gopher://a.example/", "only http and https"),
        ("javascript:alert(1)", "only http and https"),
        ("news.example", "only http and https"),
        ("", "only http and https"),
        ("http://", "names no host"),
        ("http:///path", "names no host"),
        ("http://user@a.example/", "user name"),
        ("http://a.example@127.0.0.1/", "user name"),
        ("http://:secret@a.example/", "user name"),
        ("http://[::1/", "no web address"),
        ("http://a.example:99999/", "no web address"),
        (f"http://{'ä' * 70}.example/", "impossible host"),
    ],
)
def test_what_is_no_web_address_is_refused_in_a_line(address: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        canonical(address)


def test_a_request_cannot_be_split_by_its_target() -> None:
    target = target_of(split_address("http://a.example/x\r\nHost: b\r\n y?q=ö z"))
    assert target == "/xHost:%20b%20y?q=%C3%B6%20z"


@pytest.mark.parametrize(
    "ip",
    [
        "127.0.0.1",
        "127.8.9.1",
        "0.0.0.0",  # noqa: S104  # nothing is bound to it here
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "192.0.0.8",
        "192.0.2.1",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001::1",
        "fe80::1",
        "fe80::1%eth0",
        "fec0::1",
        "fc00::1",
        "ff02::1",
        "2001:db8::1",
        "no address",
    ],
)
def test_what_is_not_of_the_public_internet_is_not_visited(ip: str) -> None:
    assert not is_public_web(ip, 443)


@pytest.mark.parametrize("ip", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:93.184.215.14"])
def test_the_public_internet_is_visited_on_the_ports_of_the_web(ip: str) -> None:
    assert is_public_web(ip, 80) and is_public_web(ip, 443)
    assert not is_public_web(ip, 22) and not is_public_web(ip, 8080)
