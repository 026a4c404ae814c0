"""The rows that an article gets from another's: not stored yet, each beside the row that it is copied from."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Generic, TypeVar

from django.utils import timezone

from rumours.choices import ArticleStatus, ReportRole
from rumours.editorial.copying.places import Places, is_free
from rumours.models import Article, Mention, Quote, Report
from rumours.text import Span

Row = TypeVar("Row", Report, Quote, Mention)
Claim = tuple[int, int | None, str]

_OF_REPORT = ("link", "source", "claimant_person", "claimant_player", "claimant_club", "stage_group", "stage", "kind",
              "doubt", "window_assumed", "retracts")  # fmt: skip
_OF_QUOTE = ("speaker", "described", "role", "club", "via", "language", "translation", "stance")
_OF_NAME = ("player", "club", "person", "source", "role", "club_then")
# A denial stays one, and so does what is told as background: as repeats they would speak for the move.
_KEPT_ROLES = (ReportRole.DENIAL, ReportRole.CONTEXT)


@dataclass(frozen=True, slots=True)
class Fresh(Generic[Row]):
    """New rows beside their originals, the stretches of those that have several, and what is not found here."""

    rows: list[tuple[Row, Row]] = field(default_factory=list)
    pieces: list[list[Span]] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def new_reports(article: Article, of: Article, places: Places) -> Fresh[Report]:
    """Each standing report of the other that says what no report here does, as a repeat of what it goes back to."""
    there = of.reports.standing().with_link().select_related("suggestion").prefetch_related("fees")
    originals = sorted(there, key=lambda report: (report.role == ReportRole.REPEAT, report.start, report.pk))
    entered = {_claim(*row) for row in article.reports.standing().values_list("link_id", "source_id", "role")}
    followed = Followed(originals)
    fresh: Fresh[Report] = Fresh()
    for original in originals:
        claim = _claim(original.link_id, original.source_id, original.role)
        span = None if claim in entered else places.of(original)
        if span is not None:
            entered.add(claim)
            fresh.rows.append((_report(article, original, span, followed), original))
        elif claim not in entered:
            fresh.left.append(f"{original.link.player} to {original.link.to_club or 'an unnamed club'}")
    return fresh


def new_quotes(article: Article, of: Article, places: Places) -> Fresh[Quote]:
    """Each quote of the other that overlaps none here; its stretches stand in `pieces`."""
    there = of.quotes.filter(withdrawn_at__isnull=True).select_related("suggestion")
    taken = [Span(*row) for row in article.quotes.values_list("start", "end")]
    fresh: Fresh[Quote] = Fresh()
    for original in there.prefetch_related("fragments", "players", "clubs").order_by("start", "pk"):
        pieces = places.of_quote(original)
        if not pieces:
            fresh.left.append(f"“{original.text[:60]}”")
            continue
        whole = Span(pieces[0].start, pieces[-1].end)
        if is_free(whole, taken):
            taken.append(whole)
            fresh.rows.append((_quote(article, original, whole), original))
            fresh.pieces.append(pieces)
    return fresh


def new_mentions(article: Article, of: Article, places: Places) -> Fresh[Mention]:
    """Each name of the other where no name is tagged here, the longest first; and its places that are only here."""
    originals = sorted(of.mentions.with_subjects(), key=lambda tag: (-len(tag.text), tag.start))
    taken = [Span(*row) for row in article.mentions.values_list("start", "end")]
    fresh: Fresh[Mention] = Fresh()
    for original, span in [*_same_places(originals, places), *_further_places(originals, places)]:
        if span is None:
            fresh.left.append(f"“{original.text}”")
        elif is_free(span, taken):
            taken.append(span)
            fresh.rows.append((_name(article, original, span), original))
    return fresh


class Followed:
    """What a repeat of a report follows: where that one is itself a repeat, the report it goes back to."""

    def __init__(self, reports: Iterable[Report]) -> None:
        links = {report.link_id for report in reports}
        known = Report.objects.standing().filter(link__in=links).values_list("pk", "role", "follows_id")
        self._follows = {pk: follows if role == ReportRole.REPEAT else None for pk, role, follows in known}

    def by(self, report: Report) -> int:
        """The id of the first of its line that still stands."""
        at, seen = report.pk, {report.pk}
        while (before := self._follows.get(at)) in self._follows and before not in seen:
            at = before
            seen.add(at)
        return at


def _same_places(originals: Iterable[Mention], places: Places) -> Iterator[tuple[Mention, Span | None]]:
    return ((original, places.of(original)) for original in originals)


def _further_places(originals: Iterable[Mention], places: Places) -> Iterator[tuple[Mention, Span]]:
    """Where a name that means one and the same everywhere there is said once more here."""
    by_text: dict[str, list[Mention]] = defaultdict(list)
    for original in originals:
        by_text[original.text].append(original)
    for text, rows in by_text.items():
        if len({(row.player_id, row.club_id, row.person_id, row.source_id) for row in rows}) == 1:
            yield from ((rows[0], span) for span in places.only_here(text))


def _claim(link: int, source: int | None, role: str) -> Claim:
    """What one source may say of one link once in an article; a repeat and an origin are the same claim."""
    return link, source, role if role in _KEPT_ROLES else ReportRole.REPEAT


def _report(article: Article, original: Report, span: Span, followed: "Followed") -> Report:
    """In the other's words and with its source, carried by this article's publisher where that is somebody else."""
    kept = original.role in _KEPT_ROLES
    carrier = article.publisher if article.publisher_id != original.source_id else None
    return Report(
        article=article, text=span.of(article.body), start=span.start, end=span.end, dated_at=article.dated_at,
        role=original.role if kept else ReportRole.REPEAT, shown_from=_shown_from(article), via=carrier or original.via,
        follows_id=original.follows_id if kept else followed.by(original), **_same(original, _OF_REPORT),
    )  # fmt: skip


def _quote(article: Article, original: Quote, span: Span) -> Quote:
    return Quote(
        article=article, text=span.of(article.body), start=span.start, end=span.end, dated_at=article.dated_at,
        **_same(original, _OF_QUOTE),
    )  # fmt: skip


def _name(article: Article, original: Mention, span: Span) -> Mention:
    text = span.of(article.body)
    return Mention(article=article, text=text, start=span.start, end=span.end, **_same(original, _OF_NAME))


def _same(original: Report | Quote | Mention, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(original, name) for name in names}


def _shown_from(article: Article) -> datetime | None:
    if article.status != ArticleStatus.PUBLISHED or article.released_at is None:
        return None
    return max(timezone.now(), article.released_at)
