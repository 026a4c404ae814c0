"""The entries of a feed: RSS and Atom by feedparser, JSON Feed by hand, from any bytes and in linear time.

feedparser forgives nearly everything, and some of it costs it the square of the input: tags with thousands of
attributes, authors of thousands of letters. Such tags are refused, authors are hidden from it (the page names them).
A DOCTYPE is refused whole (`xml_guard`), with every entity it could declare. Known miss: RSS 0.91 of 1999, which has
one by its specification.
"""

import io
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from html import escape
from itertools import islice
from typing import Any
from urllib.parse import urljoin

from rumours.intake.addresses import canonical
from rumours.intake.decoding import decode
from rumours.intake.records import IntakeError
from rumours.intake.xml_guard import check_xml
from rumours.text import normalise

MOST_ITEMS = 200
MOST_TAGS = 20_000
MOST_REFERENCES = 300_000
LONGEST_TAG = 4_000
LONGEST_TITLE = 300
LONGEST_ADDRESS = 500
# Letters of an article's text from which on it is no teaser.
WHOLE = 1_500
FIRST_YEAR = 1995  # older than any feed: a clock that was never set

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_ENCODING = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})")
_DECLARATION = re.compile(r"<\?xml[^>]{0,200}\?>")
_FIRST_TAG = re.compile(r"<([A-Za-z_][\w.:-]{0,40})")
_TAG = re.compile(r"<[A-Za-z_](?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+")
_AUTHORS = re.compile(
    r"<(/?)(?:[\w.-]{1,40}:)?(author|contributor|creator|managingEditor|owner|publisher|webMaster)(?![\w.-])",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"<[^<>]{0,2000}>")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_CDATA = "<![CDATA["


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One entry. `guid` is a digest of how the feed knows it, `address` "" where it has none fit to be fetched,
    `html` what the feed holds of the article itself, `published` UTC or None.
    """

    guid: str
    address: str
    title: str
    html: str = ""
    published: datetime | None = None

    @property
    def is_whole(self) -> bool:
        """Whether the feed brings the article itself and not a teaser of it."""
        return len(_MARKUP.sub("", self.html)) >= WHOLE

    def page(self) -> bytes:
        """The article as a web page of its own, to be read as any other."""
        head = f'<html><head><meta charset="utf-8"><title>{escape(self.title)}</title></head>'
        return f"{head}<body><article><h1>{escape(self.title)}</h1>{self.html}</article></body></html>".encode()


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """What a feed holds: its title, its first MOST_ITEMS entries, each once, and how many could not be used."""

    title: str
    items: tuple[FeedItem, ...]
    skipped: int = 0


def parse_feed(content: bytes, *, content_type: str = "", address: str = "") -> ParsedFeed:
    """The feed in `content`; `address` is where it was found, `content_type` its header's.

    Raises IntakeError, one line for the editor, for what is no feed or would take too long.
    """
    declared = _CHARSET.search(content_type)
    in_xml = _ENCODING.search(content[:300])
    named = declared[1] if declared else in_xml[1].decode("ascii") if in_xml else ""
    text = _CONTROLS.sub("", decode(content, named)[0]).lstrip()
    title, found = _json(text) if text.startswith("{") else _xml(text)
    return _feed(title, found, address)


def _feed(title: object, found: Iterable["FeedItem | None"], address: str) -> ParsedFeed:
    items: dict[str, FeedItem] = {}
    skipped = 0
    for item in islice(found, MOST_ITEMS):
        if item is None:
            skipped += 1
            continue
        items.setdefault(item.guid, _at_home(item, address))
    return ParsedFeed(_line(title)[:200], tuple(items.values()), skipped)


def _at_home(item: FeedItem, address: str) -> FeedItem:
    """The item with its address in full and in the form that is kept; without one that could not be fetched."""
    kept = ""
    with suppress(ValueError):
        kept = canonical(urljoin(address, item.address)) if item.address else ""
    kept = kept if len(kept) <= LONGEST_ADDRESS else ""
    return FeedItem(item.guid, kept, item.title, item.html, item.published)


def _item(known_as: object, link: object, title: object, html: object, published: datetime | None) -> FeedItem | None:
    """None where nothing tells which it is."""
    address, name = _text(link).strip(), _line(title)
    known = _text(known_as).strip() or address or (name and f"{name} {published}")
    if not known:
        return None
    return FeedItem(sha256(known.encode()).hexdigest(), address, name[:LONGEST_TITLE], _text(html), published)


def _xml(text: str) -> tuple[object, Iterator[FeedItem | None]]:
    declaration = _DECLARATION.match(text)
    text = text[declaration.end() :] if declaration else text
    _refuse_costly(text)
    import feedparser  # a quarter of a second, which only those who read a feed should pay

    try:
        found: Any = feedparser.parse(
            io.BytesIO(_AUTHORS.sub(r"<\1hidden-\2", text).encode()),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            sanitize_html=False,  # what is shown is cleaned as that of any page, or is plain text
            resolve_relative_uris=False,
        )
    except Exception:  # it was written to read anything; where it fails, it fails in any way
        raise IntakeError("it cannot be read as a feed") from None
    entries = found.entries[:-1] if found.bozo and found.entries and _breaks_off(text) else found.entries
    if not entries and not found.version:
        raise IntakeError("it is no feed: neither RSS nor Atom nor JSON Feed")
    return found.feed.get("title"), (_entry(entry) for entry in entries)


def _refuse_costly(text: str) -> None:
    """IntakeError for what is plainly no feed, or made to keep a parser busy."""
    first = _FIRST_TAG.search(text)
    if first is None:
        raise IntakeError("it is no feed: neither RSS nor Atom nor JSON Feed")
    if first[1].lower() == "html":
        raise IntakeError("it is a web page, not a feed")
    markup = _without_cdata(text)
    if markup.count("<") > MOST_TAGS:
        raise IntakeError(f"it has more than {MOST_TAGS:,} tags")
    if markup.count("&") > MOST_REFERENCES:
        raise IntakeError(f"it has more than {MOST_REFERENCES:,} references")
    if any(len(tag[0]) > LONGEST_TAG for tag in _TAG.finditer(markup)):
        raise IntakeError(f"it has a tag of more than {LONGEST_TAG:,} characters")
    check_xml(text.encode())


def _without_cdata(text: str) -> str:
    first, *rest = text.split(_CDATA)
    return first + "".join(piece.partition("]]>")[2] for piece in rest)


def _breaks_off(text: str) -> bool:
    """Whether the last entry is not closed: what stands of it may be cut in its address."""
    opened = max(text.rfind("<item"), text.rfind("<entry"))
    return max(text.rfind("</item"), text.rfind("</entry")) < opened


def _entry(entry: Any) -> FeedItem | None:
    contents = [_text(content.get("value")) for content in entry.get("content", ())]
    html = max(contents, key=len, default="") or _text(entry.get("summary"))
    when = entry.get("published_parsed") or (entry.get("updated_parsed") if "updated_parsed" in entry else None)
    return _item(entry.get("id"), entry.get("link"), entry.get("title"), html, _instant(when))


def _instant(when: Any) -> datetime | None:
    """A date of feedparser's, in UTC; None for none and for the clocks of machines that have none."""
    with suppress(ValueError, TypeError, OverflowError):
        year, month, day, hour, minute, second = when[:6]
        return _credible(datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC))
    return None


def _credible(when: datetime) -> datetime | None:
    return when if when.year >= FIRST_YEAR else None


def _json(text: str) -> tuple[object, Iterator[FeedItem | None]]:
    try:
        feed = json.loads(text)
    except (ValueError, RecursionError):
        raise IntakeError("it is broken JSON") from None
    if not str(feed.get("version", "")).startswith(("https://jsonfeed.org/", "http://jsonfeed.org/")):
        raise IntakeError("it is JSON, but no JSON Feed")
    items = feed.get("items")
    if not isinstance(items, list):
        raise IntakeError("it is a JSON Feed without items")
    return feed.get("title"), (_json_item(item) if isinstance(item, dict) else None for item in items)


def _json_item(item: dict[str, Any]) -> FeedItem | None:
    html = _text(item.get("content_html")) or escape(_text(item.get("content_text"))) or _text(item.get("summary"))
    known_as = item.get("id")
    return _item(
        str(known_as) if isinstance(known_as, int) else known_as,
        item.get("url") or item.get("external_url"),
        item.get("title"),
        html,
        _rfc3339(item.get("date_published") or item.get("date_modified")),
    )


def _rfc3339(value: object) -> datetime | None:
    """A date with its zone, in UTC; without one it is taken for UTC, as feedparser does."""
    with suppress(ValueError, OverflowError):
        when = datetime.fromisoformat(_text(value))
        return _credible(when.astimezone(UTC) if when.tzinfo else when.replace(tzinfo=UTC))
    return None


def _text(value: object) -> str:
    """A string without half characters; "" for anything else."""
    return _CONTROLS.sub("", value) if isinstance(value, str) else ""


def _line(value: object) -> str:
    """Plain words on one line: markup and line breaks go."""
    return " ".join(normalise(_MARKUP.sub(" ", _text(value))).split())
