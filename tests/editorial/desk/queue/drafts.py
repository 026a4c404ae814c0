"""Drafts that wait at the desk, and what an editor is shown of them."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone

from rumours.choices import SuggestionKind, Verdict
from rumours.editorial.desk.queue_filters import Filters
from rumours.editorial.desk.queue_rows import page_of
from rumours.models import Article, Suggestion
from tests import factories

NOON = datetime(2026, 1, 10, 12, 0, tzinfo=UTC)


def draft(headline: str = "", *, minutes: int = 0, links: int = 1, **columns: Any) -> Article:
    """A draft that came so many minutes after noon, with open links and one mention."""
    received = NOON + timedelta(minutes=minutes)
    made: Article = factories.ArticleFactory(headline=headline or f"At {minutes}", received_at=received, **columns)
    factories.MentionFactory(article=made)
    for _ in range(links):
        link(made)
    return made


def link(article: Article, **columns: Any) -> Suggestion:
    made: Suggestion = factories.SuggestionFactory(
        article=article, kind=SuggestionKind.LINK, **{"stage_group": "bid", "player": None, **columns}
    )
    return made


def decide(row: Suggestion, by: User) -> None:
    row.decision, row.decided_at, row.decided_by = Verdict.REJECTED, timezone.now(), by
    row.save()


def shown(by: User, after: str = "", size: int = 50, **filters: Any) -> list[str]:
    return [row.headline for row in page_of(Filters(**filters), by=by, after=after, size=size).rows]
