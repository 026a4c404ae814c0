"""The list of quotes: published ones, narrowed by who spoke, about whom, of which club, and who carried the words."""

from django.db.models import Exists, OuterRef, Q

from rumours.filters.cursor import Order
from rumours.filters.fields import RowsFilter
from rumours.filters.query import CURSOR, Asked
from rumours.filters.rows import Pick, RowFilters, RowListing, well_known
from rumours.filters.wording import joined
from rumours.models import Club, Person, Player, Quote, Source
from rumours.models.quote import QuoteQuerySet

PARAMETERS = ("speaker", "club", "player", "via", CURSOR)
ABOUT_PLAYERS = Quote.players.through
ABOUT_CLUBS = Quote.clubs.through


def _slug(what: str) -> str:
    return f"{what}, as in the address of its page"


class QuoteFilters(RowFilters):
    names = {"speaker": "Said by", "club": "Of or about", "player": "By or about", "via": "Via"}

    speaker = RowsFilter(
        Person.objects.published, _slug("a person's short name"), field_name="speaker", lookup_expr="in"
    )
    club = RowsFilter(Club.objects.published, _slug("a club's short name"), method="by_club")
    player = RowsFilter(Player.objects.published, _slug("a player's short name"), method="by_player")
    via = RowsFilter(Source.objects.published, _slug("a source's short name"), field_name="via", lookup_expr="in")

    class Meta:
        model = Quote
        fields: list[str] = []

    def __init__(self, asked: Asked) -> None:
        """Raises BadQuery for a parameter with a value it may not hold."""
        super().__init__(asked, Quote.objects.published().with_context())

    def by_club(self, rows: QuoteQuerySet, name: str, clubs: list[Club]) -> QuoteQuerySet:
        """Said by somebody who was of one of these clubs that day, or about one of them."""
        about = ABOUT_CLUBS.objects.filter(quote=OuterRef("pk"), club__in=clubs)
        return rows.filter(Q(club__in=clubs) | Exists(about)) if clubs else rows

    def by_player(self, rows: QuoteQuerySet, name: str, players: list[Player]) -> QuoteQuerySet:
        """Said by one of these players, or about one of them."""
        about = ABOUT_PLAYERS.objects.filter(quote=OuterRef("pk"), player__in=players)
        return rows.filter(Q(speaker__player__in=players) | Exists(about)) if players else rows

    @property
    def heading(self) -> str:
        """`Quotes by Igor Tudor, of or about Juventus, via Tuttojuve`."""
        first = joined([row.name for row in self.chosen["speaker"]], "or")
        rest = [
            f"{words} {joined([row.name for row in self.chosen[name]], 'or')}"
            for name, words in (("club", "of or about"), ("player", "by or about"), ("via", "via"))
            if self.chosen[name]
        ]
        return ", ".join([f"Quotes by {first}" if first else "Quotes", *rest])

    def picks(self) -> list[Pick]:
        return [
            Pick("speaker", "Said by", well_known(Person.objects.published())),
            Pick("club", "Of the club", well_known(Club.objects.published())),
            Pick("player", "About", well_known(Player.objects.published())),
            Pick("via", "Via", well_known(Source.objects.published())),
        ]


def quote_listing(asked: Asked) -> RowListing[Quote]:
    """The quotes an address asks for, the latest first. Raises BadQuery."""
    return RowListing(asked, QuoteFilters(asked), Order("dated_at"))
