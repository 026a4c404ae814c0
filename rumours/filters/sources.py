"""The list of sources: published ones with the number of links they report on, narrowed by kind."""

from rumours.choices import SourceKind
from rumours.filters.cursor import Order
from rumours.filters.fields import VocabularyFilter
from rumours.filters.query import CURSOR, Asked
from rumours.filters.rows import Pick, RowFilters, RowListing
from rumours.filters.wording import joined
from rumours.models import Source
from rumours.models.labels import choices_of

PARAMETERS = ("kind", CURSOR)
PLURALS: dict[str, str] = {
    SourceKind.OUTLET: "outlets",
    SourceKind.JOURNALIST: "journalists",
    SourceKind.OFFICIAL: "official channels",
    SourceKind.AGGREGATOR: "aggregators",
}


class SourceFilters(RowFilters):
    names = {"kind": "Kind"}

    kind = VocabularyFilter(SourceKind)

    class Meta:
        model = Source
        fields: list[str] = []

    def __init__(self, asked: Asked) -> None:
        """Raises BadQuery for a parameter with a value it may not hold."""
        super().__init__(asked, Source.objects.published().with_outlet())

    @property
    def heading(self) -> str:
        """`Sources: outlets or journalists`."""
        kinds = joined([PLURALS[kind] for kind in self.chosen["kind"]], "or")
        return f"Sources: {kinds}" if kinds else "Sources"

    def picks(self) -> list[Pick]:
        return [Pick("kind", "Kind", choices_of(SourceKind))]


def source_listing(asked: Asked) -> RowListing[Source]:
    """The sources an address asks for, those with most links first. Raises BadQuery."""
    return RowListing(asked, SourceFilters(asked), Order("link_count"))
