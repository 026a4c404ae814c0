"""Which XML is refused before any reader of feeds sees it: what is known of attacks, and nothing that feeds have."""

import time

import pytest

from rumours.intake.xml_guard import UnsafeXml, check_xml

FEED = b'<?xml version="1.0"?><rss version="2.0"><channel><title>A &amp; B &#8220;x&#8221;</title></channel></rss>'
LAUGHS = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
QUADRATIC = b'<!DOCTYPE r [<!ENTITY a "' + b"a" * 100_000 + b'">]><r>' + b"&a;" * 10_000 + b"</r>"

UNSAFE = {
    "an entity that names a file": b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>',
    "an entity that names an address": b'<!DOCTYPE r [<!ENTITY x SYSTEM "http://127.0.0.1/">]><r>&x;</r>',
    "a parameter entity": b'<!DOCTYPE r [<!ENTITY % x SYSTEM "http://127.0.0.1/"> %x;]><r/>',
    "a document type elsewhere": b'<!DOCTYPE r SYSTEM "http://127.0.0.1/a.dtd"><r/>',
    "entities of entities": b'<!DOCTYPE r [<!ENTITY l0 "ha">' + LAUGHS + b"]><r>&l9;</r>",
    "one long entity many times": QUADRATIC,
    "a document type in UTF-16": '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE r [<!ENTITY x "y">]><r/>'.encode(
        "utf-16"
    ),
    "a document type in broken XML": b"<r><!DOCTYPE r []><r></q>",
    "elements in elements": b"<a>" * 200_000,
    "elements without end": b"<r>" + b"<a/>" * 300_000 + b"</r>",
    "attributes without end": b"<r " + b" ".join(b'a%d="1"' % n for n in range(200_000)) + b"/>",
}


@pytest.mark.parametrize("what", UNSAFE)
def test_what_can_hurt_a_reader_is_refused_at_once(what: str) -> None:
    began = time.process_time()
    with pytest.raises(UnsafeXml):
        check_xml(UNSAFE[what])
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    "feed",
    [
        FEED,
        b"\xef\xbb\xbf" + FEED,
        FEED.decode().replace("1.0", "1.0").encode("utf-16"),
        b'<?xml-stylesheet href="http://127.0.0.1/a.xsl"?><rss/>',
        b'<r xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="file:///etc/passwd"/></r>',
        b"<rss><!-- <!DOCTYPE r> --><item><![CDATA[<!ENTITY x>]]></item></rss>",
    ],
)
def test_what_feeds_have_passes(feed: bytes) -> None:
    """A stylesheet or an inclusion is text that no reader of feeds follows."""
    assert check_xml(feed) is True


@pytest.mark.parametrize("broken", [b"", b"<rss><item>", b"<rss>&nbsp;</rss>", b"no xml", b"\xff\xfe", FEED[:-9]])
def test_what_is_only_broken_is_left_to_the_reader(broken: bytes) -> None:
    assert check_xml(broken) is False
