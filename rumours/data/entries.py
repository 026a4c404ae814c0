"""Rows as entries of an Atom feed. Texts are HTML to a feed reader, so what is plain is escaped here.

An entry of a link is one movement: when the link moves again it comes as a new entry, with a new id.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.html import escape

from rumours.choices import StageGroup
from rumours.data.columns import absolute
from rumours.models import Article, Quote, Report, TransferLink
from rumours.models.labels import label_of
from rumours.views.reading import Told


@dataclass(frozen=True)
class Entry:
    """One entry: `title` is plain, `summary` is HTML, `updated` an aware instant."""

    id: str
    title: str
    summary: str
    url: str
    updated: datetime


MakeEntry = Callable[[Any], Entry]


def tag(of: str) -> str:
    """A name that is nobody else's and stays (RFC 4151)."""
    return f"tag:{urlsplit(settings.SITE_URL).hostname},2026:{of}"


def link_entry(link: TransferLink) -> Entry:
    """A link as it stands since its last movement."""
    return Entry(
        id=tag(f"links/{link.pk}/{link.moved_at.astimezone(UTC):%Y%m%dT%H%M%S}"),
        title=_title(link, link),
        summary=f"<p>{escape(_facts(link))}</p>",
        url=absolute(link.get_absolute_url()),
        updated=link.moved_at,
    )


def _title(link: TransferLink, at: TransferLink | Report) -> str:
    """Who goes where, and the step it is at: the exact one, where it is reported."""
    step = at.stage or label_of(StageGroup(at.stage_group)).lower()
    return f"{link.player.name} to {link.to_club.name if link.to_club else 'a club not named'}: {step}"


def _facts(link: TransferLink) -> str:
    start = "Without a club" if link.free_agent else f"From {link.from_club.name}" if link.from_club else ""
    counts = f"sources: {link.source_count}, reports: {link.report_count}"
    if link.denial_count:
        counts += f", denials: {link.denial_count}"
    denied = f"denied by {link.denied_by}" if link.denied_by else ""
    doubt = link.get_doubt_display().lower() if link.doubt != "none" else ""
    return "; ".join(filter(None, [start, link.window.label, link.status, doubt, denied, counts])) + "."


def report_entry(told: Told) -> Entry:
    """A report: the sentence it rests on, under the link it claims."""
    report, link = told.report, told.report.link
    return Entry(
        id=tag(f"reports/{report.pk}"),
        title=_title(link, report),
        summary=f"<blockquote><p>{escape(told.words)}</p></blockquote><p>{escape(report.article.headline)}</p>",
        url=absolute(link.get_absolute_url()),
        updated=report.dated_at,
    )


def quote_entry(quote: Quote) -> Entry:
    """A quote under its speaker."""
    via = f"<p>via {escape(quote.via.name)}</p>" if quote.via else ""
    return Entry(
        id=tag(f"quotes/{quote.pk}"),
        title=f"{quote.speaker_name}: {_short(quote.words)}",
        summary=f"<blockquote><p>{escape(quote.words)}</p></blockquote>{via}",
        url=absolute(quote.article.get_absolute_url()),
        updated=quote.dated_at,
    )


def _short(words: str, most: int = 80) -> str:
    return words if len(words) <= most else words[: most - 1].rsplit(" ", 1)[0] + "…"


def article_entry(article: Article) -> Entry:
    """An article: its headline, and who published it; never its text."""
    publisher = article.publisher.name if article.publisher else "publisher not known"
    return Entry(
        id=tag(f"articles/{article.pk}"),
        title=article.headline,
        summary=f"<p>{escape(publisher)}</p>",
        url=absolute(article.get_absolute_url()),
        updated=article.released_at or article.dated_at,
    )
