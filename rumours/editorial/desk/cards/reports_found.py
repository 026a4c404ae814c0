"""The reports of a card's link that its claim may repeat, deny or take back."""

from django.contrib.auth.models import User

from rumours.choices import ArticleStatus
from rumours.editorial.desk.cards.fields import Json
from rumours.editorial.desk.cards.repeats import named, ref_of
from rumours.editorial.desk.cards.state import card_of
from rumours.models import Article, Report
from rumours.text import fold


def reports(article: Article, q: str, key: str, by: User | None) -> list[Json]:
    """Standing reports of the same player and buyer, the newest first, whose source or window starts as typed."""
    card = card_of(article, key, by=by) if by else None
    if card is None or card["kind"] != "link":
        return []
    fields = card["fields"]
    player, buyer = fields["player"]["value"] or {}, fields["to_club"]["value"] or {}
    if "id" not in player or "new" in buyer:
        return []
    rows = Report.objects.standing().filter(
        link__player=player["id"], link__to_club=buyer.get("id"),
        article__status__in=(ArticleStatus.DRAFT, ArticleStatus.PUBLISHED),
    )  # fmt: skip
    if not fields["window"]["assumed"]:
        rows = rows.filter(link__window__code=fields["window"]["value"])
    rows = rows.exclude(pk__in=_own(article, key)).select_related("source", "article", "link__window").newest_first()
    return [_option(row, article) for row in rows[:50] if _fits(row, q)]


def _own(article: Article, key: str) -> list[int]:
    """The report that the card itself is."""
    if key[0] == "r":
        return [int(key[1:])]
    return list(article.reports.filter(suggestion=int(key[1:])).values_list("pk", flat=True))


def _fits(row: Report, q: str) -> bool:
    told = f" {fold(str(row.source or ''))} {row.link.window.label.lower()}"
    return all(f" {word}" in told for word in fold(q).split())


def _option(row: Report, article: Article) -> Json:
    return {
        "value": ref_of(row), "label": named(row, article),
        "hint": f"{row.stage or row.stage_group}, {row.link.window.label}",
    }  # fmt: skip
