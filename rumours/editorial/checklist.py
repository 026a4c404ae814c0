"""What an editor is told before publishing: what is in the way, and what is only worth a look; each with its card.

A card's key is that of the tagging desk: `s12` for what came from suggestion 12, else `r34` for a report, `q5` for a
quote, `m7` for a name by its first mention.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rumours.choices import SuggestionKind, Verdict
from rumours.editorial.blocking import Standing, blockers
from rumours.editorial.errors import Blocker
from rumours.models import Article, Mention, Quote, Report, TransferLink
from rumours.text import fold

_IN_ORDER = {SuggestionKind.LINK: 0, SuggestionKind.QUOTE: 1}
_LONGEST = 3  # names told in one remark before the rest are counted


@dataclass(frozen=True, slots=True)
class Point:
    """One line of the checklist, and the key of the card to jump to; None where it is about the article itself."""

    message: str
    card: str | None = None


@dataclass(frozen=True, slots=True)
class Checklist:
    """What keeps an article from being published, and what never does."""

    blockers: list[Point]
    remarks: list[Point]


def checklist(article: Article) -> Checklist:
    """The checklist of an article as it stands now; as many queries whatever the number of its rows."""
    rows = Standing.of(article)
    in_the_way = blockers(article, rows)
    keys = _keys(article, rows, in_the_way)
    points = [Point(point.message, keys.get((point.row_kind, point.row_id))) for point in in_the_way]
    return Checklist(points, [*_of_windows(rows.reports), *_of_sources(rows.reports), *_of_rest(article)])


def key_of(row: Report | Quote) -> str:
    """The key of the card on which a report or a quote is shown."""
    if row.suggestion_id is not None:
        return f"s{row.suggestion_id}"
    return f"r{row.pk}" if isinstance(row, Report) else f"q{row.pk}"


def _keys(article: Article, rows: Standing, asked: Iterable[Blocker]) -> dict[tuple[str, int], str]:
    """The card of each row, by model name and id; the names only where one of them is asked for."""
    keys = {("report", report.pk): key_of(report) for report in rows.reports}
    keys |= {("quote", quote.pk): key_of(quote) for quote in rows.quotes}
    if any(blocker.row_kind == "mention" for blocker in asked):
        keys |= _keys_of_names(article, rows.mentions)
    return keys


def _keys_of_names(article: Article, mentions: Iterable[Mention]) -> dict[tuple[str, int], str]:
    """Tags of an accepted name are on its card; those made by hand go by the first of whom they name."""
    accepted = article.suggestions.names().filter(decision__in=(Verdict.ACCEPTED, Verdict.EDITED))
    suggested = {fold(text): f"s{pk}" for text, pk in accepted.order_by("-start", "-pk").values_list("text", "pk")}
    by_hand: dict[tuple[int | None, ...], str] = {}
    keys = {}
    for tag in mentions:
        key = suggested.get(fold(tag.text))
        subject = (tag.player_id, tag.club_id, tag.person_id, tag.source_id)
        keys["mention", tag.pk] = key or by_hand.setdefault(subject, f"m{tag.pk}")
    return keys


def _of_windows(reports: Iterable[Report]) -> Iterator[Point]:
    """A buyer who could no longer register him that day, and windows that no article names, one line for each."""
    assumed: dict[str, list[Report]] = {}
    for report in reports:
        link = report.link
        if link.to_club_id is not None and link.is_shut(report.dated_at):
            yield Point(
                f"{link.to_club}’s window, {link.window.label}, had closed by then: {_named(link)}", key_of(report)
            )
        if report.window_assumed:
            assumed.setdefault(link.window.label, []).append(report)
    for label, rows in assumed.items():
        yield Point(f"No window is named, {label} is assumed: {_listed(rows)}", key_of(rows[0]))


def _of_sources(reports: Iterable[Report]) -> Iterator[Point]:
    unnamed = [report for report in reports if report.source_id is None]
    if unnamed:
        yield Point(f"Nobody is named as the source: {_listed(unnamed)}", key_of(unnamed[0]))


def _of_rest(article: Article) -> Iterator[Point]:
    if article.published_at is None:
        yield Point("The article’s date is unknown: the day it came in stands for it")
    waiting = list(article.suggestions.open_cards().values_list("kind", "start", "pk"))
    if waiting:
        _, _, first = min(waiting, key=_place)
        count = "1 card is" if len(waiting) == 1 else f"{len(waiting)} cards are"
        yield Point(f"{count} undecided", f"s{first}")


def _place(card: tuple[str, int, int]) -> tuple[int, int, int]:
    """Where a card comes in the stack: links, quotes, names; each kind in the order of the text."""
    kind, start, pk = card
    return _IN_ORDER.get(SuggestionKind(kind), len(_IN_ORDER)), start, pk


def _named(link: TransferLink) -> str:
    return f"{link.player} to {link.to_club or 'an unnamed club'}"


def _listed(reports: list[Report]) -> str:
    """The links of some reports, each once; after the first few the rest are counted."""
    names = list(dict.fromkeys(_named(report.link) for report in reports))
    more = [f"{len(names) - _LONGEST} more"] if len(names) > _LONGEST else []
    return ", ".join([*names[:_LONGEST], *more])
