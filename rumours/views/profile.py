"""What the page of one player shows beside his details."""

from functools import cached_property
from itertools import groupby
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from rumours.choices import LinkStatus
from rumours.models import Article, Mention, Player, PlayerSpell, Quote, Report, TransferLink

MOST_QUOTES, MOST_ARTICLES, MOST_LINKS, MOST_LOOKED_AT = 10, 10, 200, 200


class Profile:
    """Everything readers may see of one player, read when asked for; each part is one query."""

    def __init__(self, player: Player) -> None:
        self.player = player
        self.now = timezone.now()

    @cached_property
    def age(self) -> int | None:
        return self.player.age_on(self.now.date())

    @cached_property
    def spells(self) -> list[PlayerSpell]:
        return list(self.player.spells.select_related("club", "on_loan_from"))

    @cached_property
    def links(self) -> list[TransferLink]:
        """His public links, the newest window first."""
        rows = TransferLink.objects.published().filter(player=self.player).with_row()
        return list(rows.order_by("-window__rank", "-moved_at", "-id")[:MOST_LINKS])

    @property
    def open_links(self) -> list[TransferLink]:
        return [link for link in self.links if link.status_at(self.now) == LinkStatus.OPEN]

    @property
    def past(self) -> list[tuple[str, list[TransferLink]]]:
        """Settled sagas under the names of their windows."""
        settled = [link for link in self.links if link.status_at(self.now) != LinkStatus.OPEN]
        return [(name, list(links)) for name, links in groupby(settled, lambda link: link.window.label)]

    @cached_property
    def quotes_by(self) -> list[Quote]:
        rows = Quote.objects.published().filter(speaker__player=self.player)
        return list(rows.with_context().latest_first()[:MOST_QUOTES])

    @cached_property
    def quotes_about(self) -> list[Quote]:
        rows = Quote.objects.published().about_player(self.player).exclude(speaker__player=self.player)
        return list(rows.with_context().latest_first()[:MOST_QUOTES])

    @cached_property
    def articles(self) -> list[Article]:
        """Public articles that name him or report a link of his, the latest shown first."""
        named = Mention.objects.published(self.now).filter(player=self.player)
        reported = Report.objects.published(self.now).filter(link__player=self.player)
        rows = Article.objects.published(self.now).filter(pk__in=newest_articles(named, reported))
        return list(rows.select_related("publisher").latest_shown()[:MOST_ARTICLES])


def newest_articles(*rows: QuerySet[Any]) -> set[int]:
    """The ids of the articles that these public rows belong to, the last entered of each kind; one query each.

    Asked for as one condition, every article since the last fitting one would be looked at.
    """
    return {
        pk
        for each in rows
        for pk in each.order_by("-article_id").values_list("article_id", flat=True).distinct()[:MOST_LOOKED_AT]
    }
