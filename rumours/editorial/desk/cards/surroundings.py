"""What stands around the cards: the checklist, another article of the same text, who else is at this one."""

from typing import Any

from django.contrib.auth.models import User

from rumours.editorial.checklist import Point, checklist
from rumours.editorial.copying.twins import twin_of
from rumours.editorial.desk.visits import others_at
from rumours.models import Article

Json = dict[str, Any]


def checklist_of(article: Article) -> Json:
    """What keeps the article from being published, and what is only said."""
    found = checklist(article)
    return {
        "blockers": [_point(point) for point in found.blockers],
        "remarks": [_point(point) for point in found.remarks],
    }


def twin(article: Article) -> Json | None:
    """The article of the same text whose tags could be copied; None where there is none."""
    found = twin_of(article)
    if found is None:
        return None
    links: int = found.report_total  # type: ignore[attr-defined]  # annotated
    return {"id": found.pk, "headline": found.headline, "source": str(found.publisher or ""), "links": links}


def others(article: Article, by: User) -> list[Json]:
    """Who else has the article open or has claimed it, since when."""
    return others_at(article, by=by)


def _point(point: Point) -> Json:
    return {"message": point.message, "card": point.card}
