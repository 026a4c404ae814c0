"""A small world for the public pages: what every kind of page shows, and beside it what no reader may see."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from rumours.choices import Doubt, FeeWhat, PersonRole, Position, QuoteStance, ReportRole, Stage, StageGroup
from rumours.editorial.fees import Sum
from rumours.editorial.linking import assumed_window
from rumours.editorial.mentioning import mention_all
from rumours.editorial.publishing import publish, withdraw, withdraw_quote
from rumours.editorial.quoting import add_quote
from rumours.editorial.reporting import add_report
from rumours.models import Article, Club, Player, Report, Source, Window
from tests import factories as make

DEFENDERS = 27  # one page of a list holds 25
JANUARY = datetime(2026, 1, 10, 12, 0, tzinfo=UTC)

FULL = """AC Milan have asked Juventus about Milan Škriniar. The clubs have talked twice this week.

“He is not for sale,” said Rocco Bandiera, who looks after the squad. “Nobody has rung me.”

The agent says that nothing is true in it. A source close to the club was quoted before that was taken back.

Chelsea signed Ugo Terzino from Marseille on Monday for 12 million euros."""

EXCERPT = """Chelsea would pay 30 million euros for Pio Portiere. Juventus do not want to sell him.

“We are calm,” the goalkeeper's agent told TuttoCampo."""

ITALIAN = """Il Milan segue Elio Esterno dell'Ajax. «Vedremo a gennaio», ha detto Rocco Bandiera.

La Juventus Women cerca Ada Ala."""

DRAFT = "Juventus have secretly asked about Dino Draftonly."


@dataclass(frozen=True)
class World:
    """The public addresses by the name of the page, and what the tests look for on them."""

    pages: dict[str, str]
    refused: dict[str, tuple[str, int]]
    next_window: str


@transaction.atomic
def build(now: datetime | None = None) -> World:
    """Make the world around an instant (UTC; default: now) and give back its addresses."""
    return _Builder(now or timezone.now()).world()


class _Builder:
    def __init__(self, now: datetime) -> None:
        self.now = now
        self.desk: User = make.ChiefFactory()
        leagues = {
            name: make.CompetitionFactory(name=name, country=country, is_reference=True)
            for name, country in (("Serie A", "Italy"), ("Premier League", "England"), ("Ligue 1", "France"))
        }
        self.milan = _club("AC Milan", "Milan", leagues["Serie A"], "#fb090b|#000000")
        self.juventus = _club("Juventus", "", leagues["Serie A"], "#ffffff|#000000")
        self.chelsea = _club("Chelsea", "", leagues["Premier League"], "#034694")
        self.marseille = _club("Marseille", "", leagues["Ligue 1"], "#2faee0")
        self.winter: Window = make.WindowFactory(code="2026-winter")
        make.WindowSpanFactory(window=self.winter, confirmed=True)
        self.next = assumed_window(buyer=None, seller=None, at=now)
        for association, days in (("Italy", 6), ("England", 8)):
            closes = now + timedelta(days=days)
            make.WindowSpanFactory(
                window=self.next, association=association, opens_at=now - timedelta(days=20), closes_at=closes
            )
        self.outlet: Source = make.SourceFactory(name="TuttoCampo", country="Italy", is_reference=True)
        self.writer: Source = make.JournalistFactory(name="Ines Penna", outlet=self.outlet, is_reference=True)
        make.SourceTierFactory(source=self.outlet, tier="2", reason="It names who it spoke to.")
        make.SourceTierFactory(source=self.writer, tier="1", club=self.milan, reason="First on three moves.")
        self.director = make.PersonFactory(name="Rocco Bandiera", role=PersonRole.DIRECTOR, club=self.juventus)
        self.skriniar = _player("Milan Škriniar", Position.CENTRE_BACK, club=self.juventus, born=date(1995, 2, 11))

    def world(self) -> World:
        full, excerpt, italian = self._full(), self._excerpt(), self._italian()
        defenders, taken_back = self._defenders(), self._taken_back()
        self._draft()
        link = full.reports.get(link__player=self.skriniar).link
        over = defenders.reports.order_by("id")[0].link
        done = full.reports.get(stage_group=StageGroup.DONE).link
        rows: dict[str, Any] = {
            "link": link, "link over": over, "link done": done, "club": self.milan, "club with a deal": self.chelsea,
            "player": self.skriniar, "player with settled links": over.player, "person": self.director,
            "source": self.outlet, "journalist": self.writer, "window": self.winter, "next window": self.next,
            "article full": full, "article excerpt": excerpt, "article Italian": italian,
        }  # fmt: skip
        gone = taken_back.get_absolute_url()
        refused = {"404": ("/nothing/here/", 404), "400": ("/links/?stage=nonsense", 400), "410": (gone, 410)}
        pages = PAGES | {name: row.get_absolute_url() for name, row in rows.items()}
        return World(pages, refused, self.next.code)

    def _full(self) -> Article:
        """Our own text: an enquiry that is denied, a done deal, a quote in two stretches, one that was taken back."""
        article = self._article("Milan ask about Škriniar", FULL, days=2, publisher=self.writer, language="en")
        mention_all(article, words="Milan Škriniar", subject=self.skriniar, by=self.desk)
        mention_all(article, words="Rocco Bandiera", subject=self.director, by=self.desk, role=PersonRole.DIRECTOR)
        for club in (self.milan, self.juventus, self.chelsea, self.marseille):
            mention_all(article, words=club.name, subject=club, by=self.desk)
        asked = self._report(
            article, self.skriniar, self.milan, StageGroup.TALKS, FULL[:50], stage=Stage.ENQUIRY,
            doubt=Doubt.SELLER, via=self.outlet,
        )  # fmt: skip
        terzino = _player("Ugo Terzino", Position.LEFT_BACK, club=self.marseille)
        self._report(
            article, terzino, self.chelsea, StageGroup.DONE, "Chelsea signed Ugo Terzino from Marseille on Monday",
            fees=[Sum(FeeWhat.AGREED, 12_000_000)],
        )  # fmt: skip
        said = add_quote(
            article, words="He is not for sale, … Nobody has rung me.", by=self.desk, speaker=self.director,
            role=PersonRole.DIRECTOR, club=self.juventus, via=self.outlet, players=[self.skriniar],
        )  # fmt: skip
        regretted = add_quote(article, words="taken back", by=self.desk, described="A source close to the club")
        publish(article, by=self.desk, at=self.now - timedelta(days=2))
        withdraw_quote(regretted, by=self.desk, why="It was never said.")
        self._denial(asked)
        assert said.speaker == self.director
        return article

    def _denial(self, asked: Report) -> None:
        body = "The agent of Milan Škriniar calls the talks an invention."
        article = self._article("Škriniar's agent denies it", body, days=1, publisher=self.outlet)
        self._report(
            article, self.skriniar, self.milan, StageGroup.TALKS, body, role=ReportRole.DENIAL, follows=asked,
            claimant=self.director,
        )  # fmt: skip
        add_quote(
            article, words="an invention", by=self.desk, described="Škriniar's agent", stance=QuoteStance.DENIAL,
            players=[self.skriniar],
        )  # fmt: skip
        publish(article, by=self.desk, at=self.now - timedelta(days=1))

    def _excerpt(self) -> Article:
        article = self._article(
            "Chelsea look for a goalkeeper", EXCERPT, days=3, publisher=self.outlet, shown="excerpt",
            address="https://tuttocampo.example/chelsea-goalkeeper",
        )  # fmt: skip
        keeper = _player("Pio Portiere", Position.GOALKEEPER, club=self.juventus)
        self._report(
            article, keeper, self.chelsea, StageGroup.BID, EXCERPT[:51], stage=Stage.BID_REJECTED,
            fees=[Sum(FeeWhat.OFFER, 30_000_000)], doubt=Doubt.PRICE,
        )  # fmt: skip
        add_quote(article, words="We are calm", by=self.desk, described="His agent", via=self.outlet, players=[keeper])
        publish(article, by=self.desk, at=self.now - timedelta(days=3))
        return article

    def _italian(self) -> Article:
        article = self._article("Milan, piace Esterno", ITALIAN, days=4, publisher=self.outlet, language="it")
        winger = _player("Elio Esterno", Position.RIGHT_WINGER)
        self._report(article, winger, self.milan, StageGroup.INTEREST, "Il Milan segue Elio Esterno dell'Ajax.")
        self._report(article, winger, None, StageGroup.INTEREST, "Vedremo a gennaio")
        add_quote(
            article, words="Vedremo a gennaio", by=self.desk, speaker=self.director, role=PersonRole.DIRECTOR,
            translation="We shall see in January", clubs=[self.milan],
        )  # fmt: skip
        publish(article, by=self.desk, at=self.now - timedelta(days=4))
        return article

    def _defenders(self) -> Article:
        """More centre-backs than a page of a list holds, a full-back, and a defender whose exact place is not known."""
        lines = [f"Milan watched Stopper Number{n}." for n in range(DEFENDERS)]
        lines += ["Milan watched Lino Laterale.", "Milan watched Dario Dietro."]
        article = self._article("Everybody Milan watched", "\n\n".join(lines), publisher=self.outlet)
        players = [_player(f"Stopper Number{n}", Position.CENTRE_BACK) for n in range(DEFENDERS)]
        players.append(_player("Lino Laterale", Position.RIGHT_BACK))
        players.append(make.PlayerFactory(name="Dario Dietro", position="", position_group="Defender"))
        for player, line in zip(players, lines, strict=True):
            self._report(article, player, self.milan, StageGroup.INTEREST, line, window=self.winter)
        publish(article, by=self.desk, at=JANUARY)
        return article

    def _taken_back(self) -> Article:
        article = self._article("This was wrong", "Juventus have bought the moon.", publisher=self.outlet)
        publish(article, by=self.desk, at=JANUARY)
        withdraw(article, by=self.desk, why="It was not so.")
        return article

    def _draft(self) -> None:
        article = self._article("Not for readers yet", DRAFT, publisher=self.outlet)
        hidden = _player("Dino Draftonly", Position.CENTRE_BACK)
        self._report(article, hidden, self.milan, StageGroup.INTEREST, DRAFT, window=self.winter)

    def _article(self, headline: str, body: str, *, publisher: Source, days: int | None = None, **more: Any) -> Article:
        """A draft dated some days before now; None: in January 2026."""
        dated = JANUARY if days is None else self.now - timedelta(days=days)
        article: Article = make.ArticleFactory(
            headline=headline, body=body, publisher=publisher, published_at=dated, dated_at=dated, **more
        )
        return article

    def _report(
        self, article: Article, player: Player, to_club: Club | None, group: StageGroup, words: str, **more: Any
    ) -> Report:
        return add_report(
            article, player=player, to_club=to_club, stage_group=group, words=words, by=self.desk, **more
        )  # fmt: skip


PAGES = {
    "home": "/",
    "links": "/links/",
    "links: none": "/links/?stage=done&position=Goalkeeper",
    "clubs": "/clubs/",
    "clubs by name": "/clubs/?q=mil",
    "club with filters": "/clubs/ac-milan/?position=Centre-Back&window=2026-winter&direction=in",
    "players": "/players/",
    "windows": "/windows/",
    "quotes": "/quotes/",
    "articles": "/articles/",
    "articles of a section": "/articles/?section=women",
    "sources": "/sources/",
    "search": "/search/",
    "search with results": "/search/?q=skrin",
    "search with guesses": "/search/?q=skrinjar",
    "search without results": "/search/?q=xyzzy",
    "method": "/method/",
    "security": "/security/",
}


def _club(name: str, short: str, league: Any, colours: str) -> Club:
    club: Club = make.ClubFactory(
        name=name, short_name=short, association=league.country, competition=league, colours=colours, is_reference=True
    )
    return club


def _player(name: str, position: Position, club: Club | None = None, born: date | None = None) -> Player:
    """A player; with a club also his spell there, from which a link takes where he leaves from."""
    player: Player = make.PlayerFactory(name=name, position=position, club=club, born=born, nationality="Italy")
    if club is not None:
        make.PlayerSpellFactory(player=player, club=club)
    return player
