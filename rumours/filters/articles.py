"""The list of articles: published ones, narrowed by who published them, section and the windows they write about."""

from django.db.models import Exists, OuterRef, Prefetch

from rumours.choices import Section
from rumours.filters.cursor import Order
from rumours.filters.fields import RowsFilter, VocabularyFilter, WindowsFilter
from rumours.filters.query import CURSOR, Asked
from rumours.filters.rows import MOST_OPTIONS, Pick, RowFilters, RowListing, well_known
from rumours.filters.wording import joined, window_name
from rumours.models import Article, Report, Source, Window
from rumours.models.article import ArticleQuerySet
from rumours.models.labels import choices_of

PARAMETERS = ("publisher", "section", "window", CURSOR)


class ArticleFilters(RowFilters):
    names = {"publisher": "Published by", "section": "Football", "window": "Window"}

    publisher = RowsFilter(
        Source.objects.published, "a source's short name, as in its address", field_name="publisher", lookup_expr="in"
    )
    section = VocabularyFilter(Section)
    window = WindowsFilter(method="by_window")

    class Meta:
        model = Article
        fields: list[str] = []

    def __init__(self, asked: Asked, rows: ArticleQuerySet | None = None) -> None:
        """`rows` are published articles, with what is shown of them. Raises BadQuery for a value that may not be."""
        super().__init__(asked, with_row(Article.objects.published()) if rows is None else rows)

    def by_window(self, rows: ArticleQuerySet, name: str, codes: list[str]) -> ArticleQuerySet:
        """Articles with a public report on a link of one of these windows.

        The list begins with what is written about the latest window: there each article is asked. An earlier one's are
        looked up, for all that was written since would have to be passed.
        """
        if not codes:
            return rows
        reports = Report.objects.standing().filter(link__window__code__in=codes)
        talked_about = Window.objects.filter(link_count__gt=0).latest_first()
        if talked_about.values_list("code", flat=True).first() in codes:
            return rows.filter(Exists(reports.filter(article=OuterRef("pk"))))
        return rows.filter(pk__in=reports.values("article"))

    @property
    def heading(self) -> str:
        """`Articles by Football Italia, women, winter 2026`."""
        publishers = joined([source.name for source in self.chosen["publisher"]], "or")
        sections = joined(self.chosen["section"], "or")
        windows = joined([window_name(code).lower() for code in sorted(self.chosen["window"])], "or")
        return ", ".join(filter(None, [f"Articles by {publishers}" if publishers else "Articles", sections, windows]))

    def picks(self) -> list[Pick]:
        windows = Window.objects.filter(link_count__gt=0).latest_first()
        return [
            Pick("publisher", "Published by", well_known(Source.objects.published())),
            Pick("section", "Football", choices_of(Section)),
            Pick("window", "Window", [(window.code, window.label) for window in windows[:MOST_OPTIONS]]),
        ]


def with_row(rows: ArticleQuerySet) -> ArticleQuerySet:
    """With what a list row names: the publisher, and as `shown_reports` the public reports with their links."""
    reports = Report.objects.published().with_link().oldest_first()
    return without_text(rows).prefetch_related(Prefetch("reports", reports, to_attr="shown_reports"))


def without_text(rows: ArticleQuerySet) -> ArticleQuerySet:
    """With the publisher, and without the long text that no list shows."""
    return rows.select_related("publisher").defer("body", "standfirst")


def article_listing(asked: Asked, rows: ArticleQuerySet | None = None) -> RowListing[Article]:
    """The articles an address asks for, those shown last first; `rows` as of `ArticleFilters`. Raises BadQuery."""
    return RowListing(asked, ArticleFilters(asked, rows), Order("released_at"))
