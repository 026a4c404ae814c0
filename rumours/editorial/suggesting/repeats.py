"""Whether a claim repeats one that is known: only what is stored can tell, so the tagger cannot."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
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
    return repeats_of_many([(article, rows)])[0]


def repeats_of_many(suggested: Sequence[tuple[Article, Sequence[Suggestion]]]) -> list[list[Report | None]]:
    """As `repeats_of`, for many articles (one query for all of them)."""
    asked = [row for article, rows in suggested for row in rows if _may_repeat(article, row)]
    known = _by_player(_reports(asked)) if asked else {}
    return [
        [_followed(article, row, known) if _may_repeat(article, row) else None for row in rows]
        for article, rows in suggested
    ]


def repeat_of(suggestion: Suggestion) -> Report | None:
    """As `repeats_of`, for one suggestion as things stand now."""
    return repeats_of(suggestion.article, [suggestion])[0]


def _may_repeat(article: Article, row: Suggestion) -> bool:
    """A claim on a player who is known, credited to somebody else than the article's own publisher."""
    credited = row.source_id is not None and row.source_id != article.publisher_id
    return row.kind == SuggestionKind.LINK and row.player_id is not None and credited


def _reports(asked: Iterable[Suggestion]) -> Iterable[Report]:
    """What might be repeated, the newest first."""
    rows = list(asked)
    found = Report.objects.standing().filter(
        role__in=MOVING_ROLES,
        source__in={row.source_id for row in rows},
        link__player__in={row.player_id for row in rows},
        article__status__in=(ArticleStatus.DRAFT, ArticleStatus.PUBLISHED),
    )
    return found.select_related("article", "source", "link__window").newest_first()


def _by_player(reports: Iterable[Report]) -> dict[int, list[Report]]:
    found: dict[int, list[Report]] = defaultdict(list)
    for report in reports:
        found[report.link.player_id].append(report)
    return found


def _followed(article: Article, row: Suggestion, known: Mapping[int, Sequence[Report]]) -> Report | None:
    """The source's own article goes before others, then the newest."""
    may_be = [
        report
        for report in known.get(row.player_id or 0, ())
        if report.article_id != article.pk and report.dated_at < article.dated_at + _SAME_DAY
    ]
    may_be.sort(key=lambda report: report.article.publisher_id != report.source_id)
    return next((report for report in may_be if _is_same_claim(article.dated_at, row, report)), None)


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
