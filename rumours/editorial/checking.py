"""Checking over all rows that what should stand in a body stands there."""

from collections.abc import Iterator

from rumours.editorial.blocking import adrift
from rumours.editorial.errors import Blocker
from rumours.models import Article


def broken_spans() -> Iterator[Blocker]:
    """Every standing mention, quote, fragment and report whose text is not what its article's body has at its span."""
    for article in Article.objects.order_by("pk").iterator(chunk_size=200):
        for kind, row in adrift(article):
            yield Blocker(f"article {article.pk}: {kind} {row.pk} at {row.start} is not in the text", kind, row.pk)
