"""The article's text as the desk draws it: paragraphs by their offsets, what was set apart greyed in its place."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from rumours.models import Article
from rumours.text import Span
from rumours.text.layout import headings, paragraphs, sentences


def text_of(article: Article) -> dict[str, Any]:
    """The body with its version, its blocks in reading order, where its sentences and headings stand (code points)."""
    body = article.body
    return {
        "body": body,
        "version": text_version(body),
        "blocks": list(_blocks(article)),
        "sentences": pairs(sentences(body)),
        "headings": pairs(headings(body)),
    }


def text_version(body: str) -> str:
    """What tells whether a text was edited since somebody chose a place in it."""
    return sha256(body.encode()).hexdigest()[:12]


def pairs(spans: list[Span]) -> list[list[int]]:
    """Spans as JSON has them."""
    return [[span.start, span.end] for span in spans]


def _blocks(article: Article) -> Iterator[dict[str, Any]]:
    """Paragraphs and asides; a paragraph in which something stood that was set apart is two blocks."""
    asides = list(article.asides.order_by("place", "original_start", "pk"))
    at = 0
    for paragraph in paragraphs(article.body):
        start = paragraph.start
        while at < len(asides) and asides[at].place < paragraph.end:
            if asides[at].place > start:
                yield _piece(article.body, start, asides[at].place)
                start = asides[at].place
            yield {"kind": asides[at].kind, "start": None, "end": None, "text": asides[at].text}
            at += 1
        yield _piece(article.body, start, paragraph.end)
    for aside in asides[at:]:
        yield {"kind": aside.kind, "start": None, "end": None, "text": aside.text}


def _piece(body: str, start: int, end: int) -> dict[str, Any]:
    return {"kind": "", "start": start, "end": end, "text": body[start:end]}
