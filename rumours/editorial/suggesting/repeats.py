"""Whether a claim repeats one that is known: only what is stored can tell, so the tagger cannot."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from rumours.choices import MOVING_ROLES, ArticleStatus, LinkStatus, StageGroup, SuggestionKind
from rumours.models import Article, Report, Suggestion

_HEIGHT = {group: height for height, group in enumerate(StageGroup)}
# Where only the day of an article is known it stands at noon: what it repeats may stand in the evening of that day.
_SAME_DAY = timedelta(days=1)


def repeats_of(article: Article, rows: Sequence[Suggestion]) -> list[Report | None]:
    """For each suggestion the report that its claim repeats, or None (one query for all of them).

    That is a standing report of the very source that is credited, in another article that is neither dropped nor
    withdrawn: of the same player and buyer, in the window named or (none named) still open, as far as the claim goes
    or further. The source's own article goes before others that credit it, then the newest.
    """
    asked = [row for row in rows if _may_repeat(article, row)]
    known = list(_reports(article, asked)) if asked else []
    held = {id(row) for row in asked}
    return [_followed(article.dated_at, row, known) if id(row) in held else None for row in rows]


def repeat_of(suggestion: Suggestion) -> Report | None:
    """As `repeats_of`, for one suggestion as things stand now."""
    return repeats_of(suggestion.article, [suggestion])[0]


def _may_repeat(article: Article, row: Suggestion) -> bool:
    """A claim on a player who is known, credited to somebody else than the article's own publisher."""
    credited = row.source_id is not None and row.source_id != article.publisher_id
    return row.kind == SuggestionKind.LINK and row.player_id is not None and credited


def _reports(article: Article, asked: Iterable[Suggestion]) -> Iterable[Report]:
    """What might be repeated, the source's own article first, then the newest."""
    rows = list(asked)
    found = Report.objects.standing().filter(
        role__in=MOVING_ROLES,
        source__in={row.source_id for row in rows},
        link__player__in={row.player_id for row in rows},
        article__status__in=(ArticleStatus.DRAFT, ArticleStatus.PUBLISHED),
        dated_at__lt=article.dated_at + _SAME_DAY,
    )
    found = found.exclude(article=article).select_related("article", "source", "link__window").newest_first()
    return sorted(found, key=lambda report: report.article.publisher_id != report.source_id)


def _followed(at: datetime, row: Suggestion, known: Iterable[Report]) -> Report | None:
    return next((report for report in known if _is_same_claim(at, row, report)), None)


def _is_same_claim(at: datetime, row: Suggestion, report: Report) -> bool:
    link = report.link
    same_move = (row.player_id, row.to_club_id) == (link.player_id, link.to_club_id)
    if not same_move or row.source_id != report.source_id or (row.to_name and row.to_club_id is None):
        return False
    if row.window != link.window.code and (row.window or link.status_at(at) != LinkStatus.OPEN):
        return False
    return _reaches(StageGroup(report.stage_group), StageGroup(row.stage_group))


def _reaches(earlier: StageGroup, claimed: StageGroup) -> bool:
    """Whether an earlier report already said as much: a further step, or an end, is news."""
    if StageGroup.OFF in (earlier, claimed):
        return earlier == claimed
    return _HEIGHT[earlier] >= _HEIGHT[claimed]
