"""The list of sources: published ones with the number of their public reports, narrowed by kind."""

from django.db.models import Count, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce

from rumours.choices import SourceKind
from rumours.filters.cursor import Order
from rumours.filters.fields import VocabularyFilter
from rumours.filters.query import CURSOR, Asked
from rumours.filters.rows import Pick, RowFilters, RowListing
from rumours.filters.wording import joined
from rumours.models import Report, Source
from rumours.models.labels import choices_of
from rumours.models.source import SourceQuerySet

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
        super().__init__(asked, with_reports(Source.objects.published().with_outlet()))

    @property
    def heading(self) -> str:
        """`Sources: outlets or journalists`."""
        kinds = joined([PLURALS[kind] for kind in self.chosen["kind"]], "or")
        return f"Sources: {kinds}" if kinds else "Sources"

    def picks(self) -> list[Pick]:
        return [Pick("kind", "Kind", choices_of(SourceKind))]


def with_reports(rows: SourceQuerySet) -> SourceQuerySet:
    """Each with `reports_shown`: how many reports readers can see that credit it."""
    counted = Report.objects.published().filter(source=OuterRef("pk")).order_by().values("source")
    number = Subquery(counted.annotate(number=Count("pk")).values("number"), output_field=IntegerField())
    return rows.annotate(reports_shown=Coalesce(number, 0))


def source_listing(asked: Asked) -> RowListing[Source]:
    """The sources an address asks for, those with most reports first. Raises BadQuery."""
    return RowListing(asked, SourceFilters(asked), Order("reports_shown"))
