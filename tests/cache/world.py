"""A small world in which every kind of public page has something to show, and all its pages."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from rumours.editorial.deriving import refresh_all
from rumours.formatting.addresses import as_data
from rumours.models import Article, Club, Person, Player, Source, TransferLink, Window
from rumours.sitemaps import SITEMAPS
from tests import factories as make

LISTS = (
    "/", "/links/", "/links/?position=Defender", "/clubs/", "/players/", "/players/?nationality=Italy", "/windows/",
    "/quotes/", "/sources/", "/articles/", "/api/", "/method/", "/security/", "/sitemap.xml",
    *(f"/sitemap-{part}.xml" for part in SITEMAPS),
)  # fmt: skip
# The forms of one list are one page to the cache: each list in one of them, each form somewhere.
DATA = (
    "/links.atom", "/links.json?position=Defender", "/clubs.json", "/players.csv?nationality=Italy", "/quotes.atom",
    "/sources.json", "/articles.csv", "/api/openapi.json",
)  # fmt: skip
FORMS: dict[type[Any], str] = {Club: "json", Player: "csv", Source: "atom"}
FIRST = 2  # rows of each kind are asked for as data: those that are changed


@dataclass
class World:
    """Its rows by name, as `world.milan`."""

    rows: dict[str, Any] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Any:
        try:
            row = self.rows[name]
        except KeyError:
            raise AttributeError(name) from None
        row.refresh_from_db()
        return row


def pages() -> Iterator[str]:
    """The address of every page that readers have, and of its data."""
    yield from LISTS
    yield from DATA
    yield from _pages_of_rows()


def _pages_of_rows() -> Iterator[str]:
    for model, form in FORMS.items():
        rows = model._base_manager.filter(is_public=True).order_by("pk")[:FIRST]
        yield from (as_data(row.get_absolute_url(), form) for row in rows)
    yield from (as_data(window.get_absolute_url(), "json") for window in Window.objects.order_by("pk")[:FIRST])
    links = TransferLink.objects.published().order_by("pk")[:FIRST]
    yield from (f"/links/{link.pk}.json" for link in links)
    for model in (Club, Player, Person, Source):
        yield from (row.get_absolute_url() for row in model._base_manager.filter(is_public=True).order_by("pk"))
    yield from (f"{club.get_absolute_url()}?position=Centre-Back" for club in Club.objects.published()[:2])
    yield from (window.get_absolute_url() for window in Window.objects.all())
    yield from (
        link.get_absolute_url() for link in TransferLink.objects.published().select_related("player", "to_club")
    )
    yield from (article.get_absolute_url() for article in Article.objects.published())


def make_world() -> World:
    """Two articles that readers see and one draft that says nearly the same; two players, two clubs, a window."""
    league = make.CompetitionFactory(name="Serie A", is_reference=True)
    milan = make.ClubFactory(name="Milan", competition=league, is_reference=True)
    turin = make.ClubFactory(name="Turin", competition=league, is_reference=True)
    window = make.WindowFactory()
    span = make.WindowSpanFactory(window=window)
    outlet = make.SourceFactory(name="Evening Outlet", domains="|evening.example|")
    tier = make.SourceTierFactory(source=outlet)
    director = make.PersonFactory(name="Ugo Neri", club=turin)
    rossi = make.PlayerFactory(name="Aldo Rossi", nationality="Italy", born=date(2000, 5, 1))
    verdi = make.PlayerFactory(name="Bruno Verdi")
    spell = make.PlayerSpellFactory(player=rossi, club=turin)
    article = make.PublishedArticleFactory(headline="Milan ask for Rossi", publisher=outlet, shown="full")
    link = make.TransferLinkFactory(player=rossi, from_club=turin, to_club=milan, window=window)
    report = make.ReportFactory(article=article, link=link)
    fee = make.FeeFactory(report=report)
    quote = make.QuoteFactory(article=article, speaker=director, players=[rossi], clubs=[milan])
    mention = make.MentionFactory(article=article, player=None, club=milan)
    second = make.PublishedArticleFactory(headline="Verdi as well", publisher=outlet)
    other_link = make.TransferLinkFactory(player=verdi, from_club=milan, to_club=turin, window=window)
    other_report = make.ReportFactory(article=second, link=other_link)
    draft = make.ArticleFactory(headline="A draft", publisher=outlet)
    draft_report = make.ReportFactory(article=draft, link=make.TransferLinkFactory(player=verdi, to_club=milan))
    draft_mention = make.MentionFactory(article=draft, player=None, club=milan)
    draft_quote = make.QuoteFactory(article=draft, speaker=director, players=[rossi])
    refresh_all()
    named = {name: row for name, row in locals().items() if hasattr(row, "_meta")}
    return World(named)
