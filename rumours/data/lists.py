"""Every list that is data: the same rows, filters and headings as on its page."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone

from rumours.data import entries, rows
from rumours.data.columns import record
from rumours.data.views import ListData, Listed, there
from rumours.filters import articles, directory, links, quotes, sources
from rumours.filters.cursor import Order, Page
from rumours.filters.listing import LinkListing
from rumours.filters.query import Asked
from rumours.filters.rows import Paged, RowListing
from rumours.models import Article, Club, Player, Quote, Report, Source, TransferLink, Window
from rumours.models.link import TransferLinkQuerySet
from rumours.views.addresses import by_slug
from rumours.views.reading import Told, told_by


def listed_of(listing: LinkListing | RowListing[Any]) -> Listed[Any]:
    """A page of a list that is defined in `filters`."""
    return Listed(listing.heading, listing.page.rows, listing.page.next)


class LinkLists(ListData[TransferLink]):
    """What the lists of links share."""

    filters, columns, entry = links.LinkFilters, rows.LINK, entries.link_entry
    parameters: ClassVar[Sequence[str]] = links.PARAMETERS

    def of(self, found: TransferLinkQuerySet, asked: Asked, **page: Any) -> Listed[TransferLink]:
        """Links narrowed as asked: one list in its order, without the parts a page has."""
        listing = LinkListing(asked, found, now=timezone.now(), flat=True, **page)
        return listed_of(listing)


class LinksData(LinkLists):
    name, about = "links", "Transfer links: one player, one buyer, one window each, with where each stands."

    def listed(self, request: HttpRequest, asked: Asked, **kwargs: Any) -> Listed[TransferLink]:
        return self.of(TransferLink.objects.published(), asked)


class ClubData(LinkLists):
    name, about = "clubs/{slug}", "The links of one club, in and out."
    of_columns = rows.CLUB

    def listed(self, request: HttpRequest, asked: Asked, **kwargs: Any) -> Listed[TransferLink]:
        club = there(by_slug(request, Club.objects.published().with_competition(), kwargs["slug"]))
        found = self.of(TransferLink.objects.published().of_club(club.pk), asked, club=club)
        return Listed(found.heading, found.rows, found.next, record(rows.CLUB, club))


class WindowData(LinkLists):
    name, about = "windows/{code}", "The links of one transfer window, named by its code: 2026-winter."
    parameters = tuple(name for name in links.PARAMETERS if name != "window")

    def listed(self, request: HttpRequest, asked: Asked, **kwargs: Any) -> Listed[TransferLink]:
        window = get_object_or_404(Window, code=kwargs["code"])
        found = self.of(TransferLink.objects.published().filter(window=window), asked, fixed=["window"])
        return Listed(f"{found.heading}, {window.label.lower()}", found.rows, found.next)


class PlayerData(LinkLists):
    name, about = "players/{slug}", "One player, and his links."
    of_columns = rows.PLAYER

    def listed(self, request: HttpRequest, asked: Asked, **kwargs: Any) -> Listed[TransferLink]:
        player = there(by_slug(request, Player.objects.published().with_club(), kwargs["slug"]))
        found = self.of(TransferLink.objects.published().filter(player=player), asked)
        return Listed(player.name, found.rows, found.next, record(rows.PLAYER, player))


class SourceData(ListData[Told]):
    name, about = "sources/{slug}", "One source, and its reports."
    columns, of_columns, entry = rows.REPORT, rows.SOURCE, entries.report_entry

    def listed(self, request: HttpRequest, asked: Asked, **kwargs: Any) -> Listed[Told]:
        source = there(by_slug(request, Source.objects.published().with_outlet(), kwargs["slug"]))
        found = Report.objects.published().filter(source=source).with_link().select_related("article")
        page: Page[Report] = Paged(asked, lambda: found, Order("dated_at")).page
        return Listed(source.name, told_by(page.rows), page.next, record(rows.SOURCE, source))


class QuotesData(ListData[Quote]):
    name, about = "quotes", "Quotes: who said what, and where it stands."
    filters, parameters = quotes.QuoteFilters, quotes.PARAMETERS
    columns, entry = rows.QUOTE, entries.quote_entry

    def listed(self, request: HttpRequest, asked: Asked, **kwargs: Any) -> Listed[Quote]:
        return listed_of(quotes.quote_listing(asked))


class ArticlesData(ListData[Article]):
    name, about = "articles", "Articles that were read here: headline and way to them, never their text."
    filters, parameters = articles.ArticleFilters, articles.PARAMETERS
    columns, entry = rows.ARTICLE, entries.article_entry

    def listed(self, request: HttpRequest, asked: Asked, **kwargs: Any) -> Listed[Article]:
        return listed_of(articles.article_listing(asked, articles.without_text(Article.objects.published())))


class PlayersData(ListData[Player]):
    name, about = "players", "Players in the rumours, those with most links first."
    filters, parameters, columns = directory.PlayerFilters, directory.PLAYER_PARAMETERS, rows.PLAYER

    def listed(self, request: HttpRequest, asked: Asked, **kwargs: Any) -> Listed[Player]:
        page = directory.player_page(asked)
        return Listed("Players", page.rows, page.next)


class ClubsData(ListData[Club]):
    name, about = "clubs", "Clubs, those with most links first."
    filters, parameters, columns = directory.ClubFilters, directory.CLUB_DATA_PARAMETERS, rows.CLUB

    def listed(self, request: HttpRequest, asked: Asked, **kwargs: Any) -> Listed[Club]:
        page = directory.club_page(asked)
        return Listed("Clubs", page.rows, page.next)


class SourcesData(ListData[Source]):
    name, about = "sources", "Outlets and journalists, those with most reports first."
    filters, parameters, columns = sources.SourceFilters, sources.PARAMETERS, rows.SOURCE

    def listed(self, request: HttpRequest, asked: Asked, **kwargs: Any) -> Listed[Source]:
        return listed_of(sources.source_listing(asked))


LISTS: Sequence[type[ListData[Any]]] = (
    LinksData,
    ClubData,
    WindowData,
    PlayerData,
    SourceData,
    QuotesData,
    ArticlesData,
    PlayersData,
    ClubsData,
    SourcesData,
)
