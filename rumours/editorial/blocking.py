"""Why an article cannot be shown to readers as it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from rumours.editorial.errors import Blocker
from rumours.models import Article, Mention, Quote, Report


class Anchored(Protocol):
    """A row whose text stands at a span of a body."""

    pk: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What of an article readers may come to see: its names, quotes (with their stretches) and reports, in order."""

    mentions: Sequence[Mention]
    quotes: Sequence[Quote]
    reports: Sequence[Report]

    @classmethod
    def of(cls, article: Article) -> "Standing":
        """As it is now, in four queries whatever there is."""
        quotes = article.quotes.filter(withdrawn_at__isnull=True).select_related("speaker")
        reports = article.reports.standing().with_link()
        return cls(
            list(article.mentions.order_by("start", "pk")),
            list(quotes.prefetch_related("fragments").order_by("start", "pk")),
            list(reports.order_by("start", "pk")),
        )


def blockers(article: Article, standing: Standing | None = None) -> list[Blocker]:
    """What must be put right before the article can be published; empty when nothing. `standing`: as read already."""
    rows = standing or Standing.of(article)
    return [
        *_of_article(article),
        *_of_links(rows.reports),
        *_of_speakers(rows.quotes),
        *_misplaced(article, rows),
    ]


def misplaced(article: Article) -> Iterator[Blocker]:
    """The names, quotes and reports that have lost their words, each once."""
    return _misplaced(article, Standing.of(article))


def adrift(article: Article, standing: Standing | None = None) -> Iterator[tuple[str, Anchored]]:
    """The standing tags, quotes and reports whose words are not in the body where they say, by model name."""
    rows = standing or Standing.of(article)
    return ((kind, row) for kind, row in _anchored(rows) if _is_adrift(article, row))


def _is_adrift(article: Article, row: Anchored) -> bool:
    return article.body[row.start : row.end] != row.text


def _anchored(rows: Standing) -> Iterator[tuple[str, Anchored]]:
    """Every row with a span in the body, with its model's name."""
    for mention in rows.mentions:
        yield "mention", mention
    for quote in rows.quotes:
        yield "quote", quote
        for fragment in quote.fragments.all():
            yield "quotefragment", fragment
    for report in rows.reports:
        yield "report", report


def _misplaced(article: Article, rows: Standing) -> Iterator[Blocker]:
    """A quote that has lost a stretch of its words is said once, and is the quote's."""
    quote_of = {fragment.pk: quote.pk for quote in rows.quotes for fragment in quote.fragments.all()}
    told: set[tuple[str, int]] = set()
    for kind, row in adrift(article, rows):
        whose = ("quote", quote_of[row.pk]) if kind == "quotefragment" else (kind, row.pk)
        if whose not in told:
            told.add(whose)
            words = " ".join(row.text.split())[:60]
            yield Blocker(f"The article no longer has these words of a {whose[0]}: “{words}”", *whose)


def _of_article(article: Article) -> Iterator[Blocker]:
    if not article.headline.strip():
        yield Blocker("The article has no headline", "article", article.pk)
    if not article.body.strip():
        yield Blocker("The article has no text", "article", article.pk)


def _of_links(reports: Sequence[Report]) -> Iterator[Blocker]:
    for report in reports:
        link = report.link
        if link.from_club_id is not None and link.from_club_id == link.to_club_id:
            yield Blocker(f"{link.player} would go from {link.from_club} to itself", "report", report.pk)
        if not report.text.strip():
            yield Blocker(f"{link} has no evidence: mark the sentence it rests on", "report", report.pk)


def _of_speakers(quotes: Sequence[Quote]) -> Iterator[Blocker]:
    for quote in quotes:
        if quote.speaker_id is None and not quote.described.strip():
            words = " ".join(quote.text.split())[:60]
            yield Blocker(f"Nobody is named or described as the speaker of “{words}”", "quote", quote.pk)
