"""What waits on the editors' desk: drafts to be tagged, a page for later, what was taken back, dropped or merged."""

from datetime import datetime

from rumours.choices import PersonRole, Section, Stage, StageGroup, SuggestionKind
from rumours.demo import press
from rumours.demo.cast import Column
from rumours.demo.pages import read
from rumours.editorial.actors import save_by
from rumours.editorial.gazetteers import gazetteer
from rumours.editorial.importing import import_document
from rumours.editorial.merging import merge
from rumours.editorial.publishing import drop, publish, withdraw
from rumours.editorial.reporting import add_report
from rumours.editorial.reviewing import accept_link
from rumours.intake import RawArticle
from rumours.models import Article, Club, Player
from rumours.tagging import Gazetteer


def fill(column: Column) -> None:
    """Put everything on the desk."""
    names = gazetteer()
    _drafts(column, names)
    _stub(column, _import(column, names, "waiting-stub", press.WIRE))
    drop(_import(column, names, "no-rumour", press.HERALD), by=column.by)
    _scheduled(column)
    _withdrawn(column)
    _merged(column)


def _drafts(column: Column, names: Gazetteer) -> None:
    """Seven to be tagged: one is a near copy, one has a report already, one names people whom nobody has entered."""
    director, coach = column.person("Brenn", PersonRole.DIRECTOR), column.person("Kessery Women", PersonRole.COACH)
    forward = _at(column, "Kessery Women")
    _import(column, names, "waiting-clean", press.HERALD, director=director.name)
    _import(column, names, "waiting-dirty", press.SPORTBLATT)
    _import(column, names, "waiting-namesake", press.SPORTBLATT)
    _import(column, names, "waiting-stranger", press.HERALD)
    women = _import(column, names, "waiting-women", press.FEMINA, player=forward.name, coach=coach.name)
    Article.objects.filter(pk=women.pk).update(section=Section.WOMEN)
    copied, added = read("bid-improved"), read("added-paragraph")
    _keep(column, names, f"{added.headline}\n\n{copied.body}\n\n{added.body}\n", press.TOUCHLINE)
    wanted = _at(column, "Redfen")
    begun = _import(column, names, "waiting-tagged", "Goalmouth Daily", player=wanted.name)
    add_report(
        begun, player=wanted, to_club=column.club("Ellisgate"), stage_group=StageGroup.TALKS, stage=Stage.ENQUIRY,
        words=f"Ellisgate have made an enquiry for {wanted.name} of Redfen, Goalmouth Daily reports.", by=column.by,
        window=column.window,
    )  # fmt: skip


def _at(column: Column, short: str) -> Player:
    """A player who is at the club now, the same one every time."""
    players = Player.objects.filter(club=column.club(short), owner__isnull=True, is_fictional=True)
    others = players.exclude(pk__in=[player.pk for player in column.players.values()])
    return min(others, key=lambda player: player.slug)  # not by the database, whose order of letters may differ


def _import(column: Column, names: Gazetteer, slug: str, outlet: str, **people: str) -> Article:
    text = read(slug, **people)
    return _keep(column, names, f"{text.headline}\n\n{text.body}\n", outlet)


def _keep(column: Column, names: Gazetteer, words: str, outlet: str) -> Article:
    """Bring a text in by the door by which all texts come in."""
    raw = RawArticle(content=words.encode(), content_type="text/plain", encoding="utf-8", text=words)
    article = import_document(
        raw, by=column.by, source=column.world.sources[outlet], published=column.ago(0, hour=0), names=names,
        now=column.ago(0, hour=1),
    ).article  # fmt: skip
    Article.objects.filter(pk=article.pk).update(is_fictional=True)
    article.refresh_from_db()
    return article


def _stub(column: Column, article: Article) -> None:
    """The link is accepted already; that made a player in a hurry, of whom only the article's words are known."""
    accept_link(article.suggestions.undecided().get(kind=SuggestionKind.LINK), by=column.by, window=column.window)
    Player.objects.filter(name="Halvard Brunsvik-Aas").update(is_fictional=True)


def _scheduled(column: Column) -> None:
    """Ready, and shown to readers only on the day of the deadline."""
    article = column.write("scheduled", outlet=press.HERALD, at=column.ago(0, hour=1))
    add_report(
        article, player=column.players["Orazio Belvente"], to_club=column.club("Torvane"), by=column.by,
        stage_group=StageGroup.BID, stage=Stage.BID, window=column.window,
        words="Torvane have set their eyes on Orazio Belvente of Belcastra and are ready to pay €10m",
    )  # fmt: skip
    publish(article, by=column.by, at=_deadline_day(column))


def _deadline_day(column: Column) -> datetime:
    return column.ago(0, hour=6) + (column.rounds[-1].closes - column.anchor)


def _withdrawn(column: Column) -> None:
    player = _at(column, "Thornwick")
    article = column.write("to-be-withdrawn", outlet="Goalmouth Daily", at=column.ago(4), player=player.name)
    add_report(
        article, player=player, to_club=column.club("Oldavia"), stage_group=StageGroup.AGREED, by=column.by,
        stage=Stage.TERMS_AGREED, window=column.window,
        words=f"Oldavia have agreed terms with {player.name} of Thornwick, Goalmouth Daily reports.",
    )  # fmt: skip
    column.publish(article)
    withdraw(article, by=column.by, why="Made up: neither club nor player had heard of it.")


def _merged(column: Column) -> None:
    """A club that was entered twice; its second address leads to the one that was kept."""
    kept = column.club("Harrowmere")
    twin = Club(name="Harrowmere Union 1908", association=kept.association, is_fictional=True, is_stub=True)
    save_by(twin, column.by)
    merge(kept, twin, by=column.by)
