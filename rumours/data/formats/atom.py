"""Atom (RFC 4287), written by Django's feed generator."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime

from django.conf import settings
from django.utils.feedgenerator import Atom1Feed

from rumours.data.entries import Entry

# Control characters, halves of surrogate pairs, and two code points that are no characters.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class _Feed(Atom1Feed):
    """Dated by its newest entry: a feed of which nothing changed is byte for byte the same."""

    def latest_post_date(self) -> datetime:
        return max((item["updateddate"] for item in self.items), default=EPOCH)


def feed(heading: str, page: str, address: str, entries: Sequence[Entry]) -> str:
    """A feed of entries; `page` is the list it is of and `address` its own, both absolute."""
    made = _Feed(
        title=clean(f"{heading} · {settings.SITE_NAME}"),
        link=page,
        description=None,
        language="en-GB",
        feed_url=address,
        feed_guid=address,
        author_name=settings.SITE_NAME,
    )
    for entry in entries:
        made.add_item(
            title=clean(entry.title),
            link=entry.url,
            description=clean(entry.summary),
            unique_id=entry.id,
            unique_id_is_permalink=False,
            updateddate=entry.updated,
        )
    return made.writeString("utf-8")


def clean(text: str) -> str:
    """Text without what XML 1.0 cannot hold."""
    return _NOT_IN_XML.sub("", text)
