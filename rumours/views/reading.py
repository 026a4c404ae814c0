"""Everything an article's page shows, read in a fixed number of queries: its words, claims, quotes and corrections."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Q

from rumours.choices import Shown
from rumours.formatting.addresses import page_of
from rumours.formatting.body import MarkedText, Speech, plain, stretch
from rumours.models import Article, Correction, Mention, Quote, Report
from rumours.text import Span


@dataclass(frozen=True)
class Claims:
    """The reports that rest on the same words; `evidence` is one of them, for its span."""

    evidence: Report
    reports: list[Report]


@dataclass(frozen=True)
class Reading:
    """An article as readers see it; `is_full` says whether they see all its words or only evidence and quotes."""

    article: Article
    text: MarkedText
    claims: list[Claims]
    quotes: list[Quote]
    corrections: list[Correction]

    @property
    def is_full(self) -> bool:
        return self.article.shown == Shown.FULL


def reading_of(article: Article, reports: Iterable[Report]) -> Reading:
    """The page of one article with these of its reports (published ones, or in a preview the standing ones)."""
    quotes = list(article.quotes.with_context().order_by("start"))
    mentions = article.mentions.select_related("player", "club", "person__player", "source")
    standing = [quote for quote in quotes if quote.withdrawn_at is None]
    text = MarkedText(article.body, tuple(_links(mentions)), tuple(_speech(quotes)))
    return Reading(article, text, list(_claims(reports)), standing, list(_corrections(article)))


def evidence_in(reports: Iterable[Report]) -> dict[int, MarkedText]:
    """By article the text in which these reports' evidence stands, without the words that were withdrawn from it."""
    bodies = {report.article_id: report.article.body for report in reports}
    speech: dict[int, list[Speech]] = {pk: [] for pk in bodies}
    withdrawn = Quote.objects.filter(article__in=bodies, withdrawn_at__isnull=False)
    for quote in withdrawn.select_related("speaker__player").prefetch_related("fragments"):
        speech[quote.article_id] += _speech([quote])
    return {pk: MarkedText(body, speech=tuple(speech[pk])) for pk, body in bodies.items()}


@dataclass(frozen=True)
class Told:
    """A report with the words it rests on, as plain text: what was withdrawn from them is not in it."""

    report: Report
    words: str


def told_by(reports: Iterable[Report]) -> list[Told]:
    """These reports as they may be told outside of a page (two queries)."""
    rows = list(reports)
    texts = evidence_in(rows)
    return [Told(report, plain(stretch(texts[report.article_id], report))) for report in rows]


def _links(mentions: Iterable[Mention]) -> Iterator[tuple[Span, str]]:
    """Tagged names that have a public page."""
    for mention in mentions:
        if address := page_of(mention.subject):
            yield Span(mention.start, mention.end), address


def _speech(quotes: Iterable[Quote]) -> Iterator[Speech]:
    """Every stretch of every quote; the last names the speaker."""
    for quote in quotes:
        spans = [Span(part.start, part.end) for part in quote.fragments.all()] or [Span(quote.start, quote.end)]
        withdrawn = quote.withdrawn_at is not None
        yield from (Speech(span, withdrawn=withdrawn) for span in spans[:-1])
        yield Speech(spans[-1], quote.speaker_name, page_of(quote.speaker), withdrawn)


def _claims(reports: Iterable[Report]) -> Iterator[Claims]:
    """In the order of the article's words."""
    ordered = sorted(reports, key=lambda report: (report.start, report.end, report.pk))
    for _, group in groupby(ordered, key=lambda report: (report.start, report.end)):
        rows = list(group)
        yield Claims(rows[0], rows)


def _corrections(article: Article) -> Iterable[Correction]:
    """The public notes on the article and on its reports and quotes, newest first."""
    of_article = Q(row_kind="article", row_id=article.pk)
    of_reports = Q(row_kind="report", row_id__in=article.reports.values("pk"))
    of_quotes = Q(row_kind="quote", row_id__in=article.quotes.values("pk"))
    return Correction.objects.filter(of_article | of_reports | of_quotes)
