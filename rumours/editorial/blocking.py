"""Why an article cannot be shown to readers as it stands."""

from collections.abc import Iterator
from typing import Protocol

from rumours.editorial.errors import Blocker
from rumours.models import Article


class Anchored(Protocol):
    """A row whose text stands at a span of a body."""

    pk: int
    start: int
    end: int
    text: str


def blockers(article: Article) -> list[Blocker]:
    """What must be put right before the article can be published; empty when nothing."""
    return [*_of_article(article), *_of_links(article), *misplaced(article)]


def misplaced(article: Article) -> Iterator[Blocker]:
    """The rows of `adrift`, each with the words it has lost."""
    for kind, row in adrift(article):
        words = " ".join(row.text.split())[:60]
        yield Blocker(f"The article no longer has these words of a {kind}: “{words}”", kind, row.pk)


def adrift(article: Article) -> Iterator[tuple[str, Anchored]]:
    """The standing tags, quotes and reports whose words are not in the body where they say, by model name."""
    return ((kind, row) for kind, row in _anchored(article) if article.body[row.start : row.end] != row.text)


def _anchored(article: Article) -> Iterator[tuple[str, Anchored]]:
    """Every standing row with a span in the body that readers may come to see, with its model's name."""
    for mention in article.mentions.order_by("start"):
        yield "mention", mention
    for quote in article.quotes.filter(withdrawn_at__isnull=True).order_by("start").prefetch_related("fragments"):
        yield "quote", quote
        for fragment in quote.fragments.all():
            yield "quotefragment", fragment
    for report in article.reports.standing().order_by("start"):
        yield "report", report


def _of_article(article: Article) -> Iterator[Blocker]:
    if not article.headline.strip():
        yield Blocker("The article has no headline", "article", article.pk)
    if not article.body.strip():
        yield Blocker("The article has no text", "article", article.pk)


def _of_links(article: Article) -> Iterator[Blocker]:
    for report in article.reports.standing().select_related("link__player", "link__from_club", "link__to_club"):
        link = report.link
        if link.from_club_id is not None and link.from_club_id == link.to_club_id:
            yield Blocker(f"{link.player} would go from {link.from_club} to itself", "transferlink", link.pk)
        if not report.text.strip():
            yield Blocker(f"{link} has no evidence: mark the sentence it rests on", "report", report.pk)
