"""The map of the site for search engines: published rows only, each with its last movement.

Addresses are absolute by SITE_URL, whatever host was asked.
"""

from datetime import datetime
from functools import cached_property
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.core.paginator import EmptyPage, PageNotAnInteger
from django.db.models import Model, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, Greatest
from django.urls import reverse

from rumours.models import Article, Club, Person, Player, Quote, Report, Source, TransferLink, Window

MOST_ROWS = 1000  # more would take longer than a page may
LONGEST_NUMBER = 6  # digits of a page's number

if TYPE_CHECKING:
    AnySitemap = Sitemap[Any]
else:
    AnySitemap = Sitemap  # takes no parameter when it runs


class SiteMap(AnySitemap):
    """A part of the map: at most MOST_ROWS addresses a file, in the order of their ids."""

    limit = MOST_ROWS

    def get_domain(self, site: Any = None) -> str:
        return urlsplit(settings.SITE_URL).netloc

    def get_protocol(self, protocol: str | None = None) -> str:
        return urlsplit(settings.SITE_URL).scheme


class IdPages:
    """Rows in pages of `size` ids, from the first row's on: each page costs the same at a million rows."""

    def __init__(self, rows: QuerySet[Any], size: int) -> None:
        self._rows, self._size = rows, size

    @cached_property
    def _first(self) -> int | None:
        return self._rows.order_by("pk").values_list("pk", flat=True).first()

    @cached_property
    def page_range(self) -> range:
        """The numbers of the pages; two queries."""
        if self._first is None:
            return range(0)
        last = self._rows.order_by("-pk").values_list("pk", flat=True)[0]
        return range(1, (last - self._first) // self._size + 2)

    def page(self, number: Any) -> SimpleNamespace:
        """The rows of a page; there is always a first one, which may be empty.

        Raises PageNotAnInteger, and EmptyPage where it has none.
        """
        if not str(number).isdecimal() or not str(number).isascii():
            raise PageNotAnInteger("a page is a number")
        if len(str(number)) > LONGEST_NUMBER or (int(number) != 1 and int(number) not in self.page_range):
            raise EmptyPage("there is no such page")
        start = (self._first or 0) + (int(number) - 1) * self._size
        found = self._rows.filter(pk__gte=start, pk__lt=start + self._size).order_by("pk")
        return SimpleNamespace(object_list=list(found))


class RowMap(SiteMap):
    """Rows with a page of their own. `changed_at` is the name of the column or annotation that dates them."""

    changed_at = "changed_at"

    def rows(self) -> QuerySet[Any]:
        """What readers may see, with `changed_at`."""
        raise NotImplementedError

    @cached_property
    def paginator(self) -> Any:
        """Pages by stretches of ids instead of Django's, which count all rows and pass over those before a page."""
        return IdPages(self.rows(), self.limit)

    def lastmod(self, item: Model) -> datetime | None:
        changed: datetime | None = getattr(item, self.changed_at)
        return changed


class PageMap(SiteMap):
    """The lists and the pages without a row."""

    def items(self) -> list[str]:
        return [
            "home",
            "link-list",
            "club-list",
            "player-list",
            "window-list",
            "quote-list",
            "article-list",
            "source-list",
            "data",
            "method",
            "security",
        ]

    def location(self, item: str) -> str:
        return reverse(f"rumours:{item}")


class LinkMap(RowMap):
    changed_at = "moved_at"

    def rows(self) -> QuerySet[TransferLink]:
        return TransferLink.objects.published().select_related("player", "to_club")


class ArticleMap(RowMap):
    changed_at = "released_at"

    def rows(self) -> QuerySet[Article]:
        return Article.objects.published()


def _top(rows: QuerySet[Any]) -> Subquery:
    """When the row at the top of a page that goes by the date of its source was shown: there is an index for that."""
    return Subquery(rows.order_by("-dated_at", "-id").values("article__released_at")[:1])


def _newest(rows: QuerySet[Any], column: str) -> Subquery:
    """The highest date of the rows that belong to an outer row."""
    return Subquery(rows.order_by(f"-{column}").values(column)[:1])


class PlayerMap(RowMap):
    def rows(self) -> QuerySet[Player]:
        links = TransferLink.objects.published().filter(player=OuterRef("pk"))
        return Player.objects.published().annotate(changed_at=_newest(links, "moved_at"))


class ClubMap(RowMap):
    def rows(self) -> QuerySet[Club]:
        into, out = (
            _newest(TransferLink.objects.published().filter(**{side: OuterRef("pk")}), "moved_at")
            for side in ("to_club", "from_club")
        )
        return Club.objects.published().annotate(changed_at=Greatest(Coalesce(into, out), Coalesce(out, into)))


class SourceMap(RowMap):
    def rows(self) -> QuerySet[Source]:
        reports = Report.objects.published().filter(source=OuterRef("pk"))
        return Source.objects.published().annotate(changed_at=_top(reports))


class PersonMap(RowMap):
    """People with a page of their own: a player who speaks has his player's."""

    def rows(self) -> QuerySet[Person]:
        quotes = Quote.objects.published().filter(speaker=OuterRef("pk"))
        people = Person.objects.published().filter(player__isnull=True)
        return people.annotate(changed_at=_top(quotes))


class WindowMap(RowMap):
    def rows(self) -> QuerySet[Window]:
        links = TransferLink.objects.published().filter(window=OuterRef("pk"))
        return Window.objects.annotate(changed_at=_newest(links, "moved_at"))


SITEMAPS: dict[str, type[AnySitemap]] = {
    "pages": PageMap,
    "links": LinkMap,
    "articles": ArticleMap,
    "players": PlayerMap,
    "clubs": ClubMap,
    "people": PersonMap,
    "sources": SourceMap,
    "windows": WindowMap,
}
