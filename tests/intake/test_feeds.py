"""Feeds of any make and state give their entries or one clear line, and never take long."""

import json
import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rumours.intake import IntakeError, parse_feed
from rumours.intake.feeds import MOST_ITEMS

HOME = "https://news.example/feed.xml"
NEWS = datetime(2026, 1, 10, 8, 30, tzinfo=UTC)


def rss(*items: str, head: str = "<title>Redville News</title>") -> bytes:
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{head}{"".join(items)}</channel></rss>'.encode()


ITEM = (
    "<item><title>Rossi to Redville</title><link>https://news.example/1?utm_source=rss#top</link><guid>n1</guid>"
    "<pubDate>Sat, 10 Jan 2026 09:30:00 +0100</pubDate><description>&lt;p&gt;A teaser.&lt;/p&gt;</description></item>"
)
ATOM = (
    b'<feed xmlns="http://www.w3.org/2005/Atom"><title>Redville News</title><entry><id>n1</id>'
    b'<title type="html">Rossi &lt;b&gt;to&lt;/b&gt; Redville</title><link href="/1"/>'
    b"<published>2026-01-10T08:30:00Z</published><summary>A teaser.</summary></entry></feed>"
)
JSON_FEED = json.dumps({
    "version": "https://jsonfeed.org/version/1.1", "title": "Redville News",
    "items": [{
        "id": "n1", "url": "https://news.example/1", "title": "Rossi to Redville", "content_text": "A teaser.",
        "date_published": "2026-01-10T09:30:00+01:00",
    }],
}).encode()  # fmt: skip


@pytest.mark.parametrize("content", [rss(ITEM), ATOM, JSON_FEED], ids=["rss", "atom", "json"])
def test_an_entry_is_the_same_in_every_format(content: bytes) -> None:
    feed = parse_feed(content, address=HOME)
    [item] = feed.items
    assert (feed.title, feed.skipped) == ("Redville News", 0)
    assert (item.title, item.address, item.published) == ("Rossi to Redville", "https://news.example/1", NEWS)
    assert (item.guid, item.is_whole) == (parse_feed(rss(ITEM)).items[0].guid, False)


def test_the_whole_article_is_told_from_a_teaser_by_its_length() -> None:
    body = "<p>" + "Redville have asked Blueport about him. " * 40 + "</p>"
    content = f'<content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[{body}]]>'
    [item] = parse_feed(rss(ITEM.replace("</item>", f"{content}</content:encoded></item>"))).items
    assert (item.is_whole, item.html) == (True, body)
    assert b"<h1>Rossi to Redville</h1><p>Redville have asked" in item.page()


@pytest.mark.parametrize(
    ("date", "published"),
    [
        ("2026-01-10T08:30:00Z", NEWS),
        ("Sat, 10 Jan 2026 08:30:00 GMT", NEWS),
        ("Sat, 10 Jan 2026 08:30:00", None),  # without its zone it could be a day off: the page may say
        ("Thu, 01 Jan 1970 00:00:00 GMT", None),
        ("0000-00-00", None),
        ("tomorrow", None),
        ("Sat, 99 Jan 2026 08:30:00 GMT", None),
        ("", None),
    ],
)
def test_dates_as_they_come(date: str, published: datetime | None) -> None:
    [item] = parse_feed(rss(f"<item><guid>1</guid><pubDate>{date}</pubDate></item>")).items
    assert item.published == published


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "file:///etc/passwd", "ftp://news.example/1", "http://a:b@news.example/", "http://",
        "https://n.example/" + "x" * 600,
    ],
)  # fmt: skip
def test_an_address_that_is_not_fit_to_be_fetched_is_none(address: str) -> None:
    [item] = parse_feed(rss(f"<item><guid>1</guid><link>{address}</link></item>"), address=HOME).items
    assert item.address == ""


def test_entries_without_a_guid_are_known_by_their_address_and_the_same_one_counts_once() -> None:
    link = "<link>https://news.example/{}</link>"
    items = [f"<item>{link.format(number)}</item>" for number in (1, 2, 1)]
    assert [item.address[-1] for item in parse_feed(rss(*items)).items] == ["1", "2"]


def test_an_entry_that_nothing_tells_is_passed_over_and_counted() -> None:
    feed = parse_feed(rss(ITEM, "<item><description>?</description></item>"))
    assert (len(feed.items), feed.skipped) == (1, 1)


def test_of_a_feed_that_breaks_off_the_whole_entries_are_read() -> None:
    second = ITEM.replace("n1", "n2")
    assert len(parse_feed(rss(ITEM, second)[:-60]).items) == 1
    assert len(parse_feed(rss(ITEM, second)[:-10]).items) == 2


def test_of_endless_entries_the_first_are_read() -> None:
    items = [f"<item><guid>{number}</guid></item>" for number in range(3_000)]
    assert len(parse_feed(rss(*items)).items) == MOST_ITEMS


def test_broken_xml_is_read_as_far_as_it_goes() -> None:
    [item] = parse_feed(rss(ITEM.replace("to Redville", "& Co to <Redville>"))).items
    assert item.title.startswith("Rossi & Co to")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "it is empty"),
        (b"\x89PNG\r\n\x1a\n", "it is a PNG picture"),
        (b"<!DOCTYPE html><html><body>Log in</body></html>", "it is a web page, not a feed"),
        (b"Not found", "it is no feed: neither RSS nor Atom nor JSON Feed"),
        (b"<a><b/></a>", "it is no feed: neither RSS nor Atom nor JSON Feed"),
        (b'{"a": 1}', "it is JSON, but no JSON Feed"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": 3}', "it is a JSON Feed without items"),
        (b"{" + b'"a":[' * 100_000, "it is broken JSON"),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel/></rss>',
         "it declares a document type, which no feed needs"),
        (rss("<a>" * 30_000), "it has more than 20,000 tags"),
        (rss("&amp;" * 310_000), "it has more than 300,000 references"),
        (rss("<item " + 'a="b" ' * 2_000 + "/>"), "it has a tag of more than 4,000 characters"),
    ],
)  # fmt: skip
def test_what_is_no_feed_is_named_in_a_line(content: bytes, message: str) -> None:
    with pytest.raises(IntakeError) as refused:
        parse_feed(content)
    # pictures are named by the reader of all articles
    assert message in str(refused.value) or str(refused.value).startswith("it is")
    if b"PNG" not in content:
        assert str(refused.value) == message


def test_no_entity_is_ever_resolved() -> None:
    late = rss(ITEM).replace(b"<channel>", b'<channel><!DOCTYPE a [<!ENTITY x "boom">]>').replace(b"Rossi", b"&x;")
    with pytest.raises(IntakeError, match="declares a document type"):
        parse_feed(late)


@given(st.binary(max_size=300))
def test_any_bytes_give_entries_or_a_line(content: bytes) -> None:
    read_or_refuse(content)


PIECES = st.sampled_from([
    "<rss>", "<channel>", "<item>", "</item>", "<title>", "</title>", "<link>", "https://a.example/", "]]>",
    "<![CDATA[",
    "<!--", "-->", "&amp;", "&", "<", ">", "'", '"', "<guid>", "</guid>", "<pubDate>", "<feed>", "<entry>",
    "<content type='xhtml'>", "<div>", "<author>", "a@b.c", "\x00", "\ud800", "<?xml?>", "é", " ", "{", "<!DOCTYPE",
    '{"version":"https://jsonfeed.org/version/1","items":[', '{"id":1,"url":[]}', "]}", "null",
])  # fmt: skip


@given(st.lists(PIECES, max_size=60))
def test_any_pieces_of_feeds_give_entries_or_a_line(pieces: list[str]) -> None:
    read_or_refuse("".join(pieces).encode(errors="surrogatepass"))


def read_or_refuse(content: bytes) -> None:
    try:
        feed = parse_feed(content, address=HOME)
    except IntakeError as refused:
        assert "\n" not in str(refused) and str(refused)
    else:
        assert all(len(item.guid) == 64 for item in feed.items)


def hostile(size: int) -> Iterator[tuple[str, bytes]]:
    """Texts made to keep parsers busy, each of some `size` bytes."""
    item = b"<rss><channel><item><guid>1</guid>"
    for name, start, piece in [
        ("spaces", b"<pubDate>", b" "), ("digits", b"<pubDate>", b"1-"), ("author", b"<author>", b"a"),
        ("addresses", b"<author>", b"a@"), ("title", b"<title>", b"x"), ("cdata", b"<title>", b"<![CDATA["),
        ("quotes", b"<a b='", b"\"'"), ("references", b"<title>", b"&#60;"), ("dates", b"<pubDate>", b"2026-01-10T"),
        ("link", b"<link>", b"http://"), ("content", b"<title><![CDATA[", b"<p "), ("markup", b"<title>", b"&lt;a "),
    ]:  # fmt: skip
        yield name, item + start + piece * (size // len(piece))
    yield "categories", item + b"<category>x</category>" * min(size // 22, 9_000)
    yield "white space first", b" " * size + rss(ITEM)


@pytest.mark.parametrize("name", [name for name, _ in hostile(100)])
def test_time_grows_with_size_and_no_faster(name: str) -> None:
    """Sixteen times the text takes at most some forty times as long: the square would be 256."""
    seconds = []
    for size in (100_000, 1_600_000):
        start = time.process_time()
        read_or_refuse(dict(hostile(size))[name])
        seconds.append(time.process_time() - start)
    assert seconds[1] < max(40 * seconds[0], 1.0)
