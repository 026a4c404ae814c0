"""The columns of each kind of row, explicitly: nothing is data because a model has it."""

from rumours.choices import (
    DatePrecision,
    Doubt,
    Ending,
    LinkStatus,
    Position,
    PositionGroup,
    QuoteStance,
    ReportRole,
    Section,
    SourceKind,
    Stage,
    StageGroup,
    Tier,
    TransferKind,
)
from rumours.data.columns import Column, Type, absolute
from rumours.models import Article, Club, Player, Quote, Source, TransferLink
from rumours.models.entity import Entity
from rumours.views.reading import Told

TEXT, ADDRESS, DAY, INSTANT = Type.TEXT, Type.ADDRESS, Type.DAY, Type.INSTANT
NUMBER, YES_OR_NO = Type.NUMBER, Type.YES_OR_NO


def _name(row: Entity | None) -> str | None:
    return row.name if row else None


def _slug(row: Entity | None) -> str | None:
    return row.slug if row else None


def _article_of(told: Told) -> str:
    return absolute(told.report.article.get_absolute_url())


LINK: tuple[Column[TransferLink], ...] = (
    Column("id", NUMBER, lambda link: link.pk, "stays the same unless merged", optional=False),
    Column("url", ADDRESS, lambda link: absolute(link.get_absolute_url()), "its page", optional=False),
    Column("player", TEXT, lambda link: link.player.name, "his name", optional=False),
    Column("player_slug", TEXT, lambda link: link.player.slug, "his short name in addresses", optional=False),
    Column("from_club", TEXT, lambda link: _name(link.from_club), "his club, of a loanee the owner; null: not known"),
    Column("from_club_slug", TEXT, lambda link: _slug(link.from_club), "its short name in addresses"),
    Column("free_agent", YES_OR_NO, lambda link: link.free_agent, "he has no club", optional=False),
    Column("loan_club", TEXT, lambda link: _name(link.loan_club), "where he is on loan"),
    Column("loan_club_slug", TEXT, lambda link: _slug(link.loan_club), "its short name in addresses"),
    Column("to_club", TEXT, lambda link: _name(link.to_club), "the suitor; null: none named"),
    Column("to_club_slug", TEXT, lambda link: _slug(link.to_club), "its short name in addresses"),
    Column("window", TEXT, lambda link: link.window.code, "as 2026-winter", optional=False),
    Column("window_assumed", YES_OR_NO, lambda link: link.window_assumed, "no report names the window", optional=False),
    Column("position", TEXT, lambda link: link.position, "his main position then", Position),
    Column("position_group", TEXT, lambda link: link.position_group, "the line he plays in", PositionGroup),
    Column("age", NUMBER, lambda link: link.age_then, "at the last movement"),
    Column("status", TEXT, lambda link: link.status, "open, done or over", LinkStatus, optional=False),
    Column("stage_group", TEXT, lambda link: link.stage_group, "the furthest step", StageGroup, optional=False),
    Column("stage", TEXT, lambda link: link.stage, "the exact step, where reported", Stage),
    Column("kind", TEXT, lambda link: link.kind, "the kind of move", TransferKind, optional=False),
    Column("doubt", TEXT, lambda link: link.doubt, "the newest doubt stated", Doubt, optional=False),
    Column("denied_by", TEXT, lambda link: link.denied_by, "who denied it since it last moved"),
    Column("ending", TEXT, lambda link: link.ending, "why it ended", Ending),
    Column("sources", NUMBER, lambda link: link.source_count, "independent newsrooms behind it", optional=False),
    Column("reports", NUMBER, lambda link: link.report_count, "reports that name it", optional=False),
    Column("repeats", NUMBER, lambda link: link.repeat_count, "reports that repeat another", optional=False),
    Column("denials", NUMBER, lambda link: link.denial_count, "reports that deny it", optional=False),
    Column("best_tier", TEXT, lambda link: link.best_tier, "the best of its sources, an editors' opinion", Tier),
    Column("fee_eur", NUMBER, lambda link: link.fee_eur, "agreed, else offered, in whole euros"),
    Column("fee_converted", YES_OR_NO, lambda link: link.fee_is_converted, "by a yearly rate", optional=False),
    Column("first_reported_at", INSTANT, lambda link: link.first_reported_at, "by the date of its source"),
    Column("moved_at", INSTANT, lambda link: link.moved_at, "last movement", optional=False),
)

REPORT: tuple[Column[Told], ...] = (
    Column("id", NUMBER, lambda told: told.report.pk, "a corrected report gets a new one", optional=False),
    Column("link", NUMBER, lambda told: told.report.link_id, "the id of the link it claims", optional=False),
    Column("link_url", ADDRESS, lambda told: absolute(told.report.link.get_absolute_url()), "its page", optional=False),
    Column("source", TEXT, lambda told: _name(told.report.source), "who is credited; null: not known"),
    Column("source_slug", TEXT, lambda told: _slug(told.report.source), "its short name in addresses"),
    Column("via", TEXT, lambda told: _name(told.report.via), "who passed it on"),
    Column("role", TEXT, lambda told: told.report.role, "repeats, denials and context move nothing", ReportRole,
           optional=False),
    Column("stage_group", TEXT, lambda told: told.report.stage_group, "the step it claims", StageGroup, optional=False),
    Column("stage", TEXT, lambda told: told.report.stage, "the exact step", Stage),
    Column("kind", TEXT, lambda told: told.report.kind, "the kind of move", TransferKind, optional=False),
    Column("doubt", TEXT, lambda told: told.report.doubt, "what it doubts itself", Doubt, optional=False),
    Column("evidence", TEXT, lambda told: told.words, "the sentence it rests on", optional=False),
    Column("article", TEXT, lambda told: told.report.article.headline, "the headline it stands under", optional=False),
    Column("article_url", ADDRESS, _article_of, "here", optional=False),
    Column("dated_at", INSTANT, lambda told: told.report.dated_at, "when it was claimed", optional=False),
)  # fmt: skip

QUOTE: tuple[Column[Quote], ...] = (
    Column("id", NUMBER, lambda quote: quote.pk, "stays the same for good", optional=False),
    Column("words", TEXT, lambda quote: quote.words, "what was said", optional=False),
    Column("language", TEXT, lambda quote: quote.language, "of the words: en, it", optional=False),
    Column("translation", TEXT, lambda quote: quote.translation, "into English"),
    Column("speaker", TEXT, lambda quote: quote.speaker_name, "a name, or who it was: his agent", optional=False),
    Column("speaker_slug", TEXT, lambda quote: _slug(quote.speaker), "short name in addresses; null: not named"),
    Column("role", TEXT, lambda quote: quote.role, "what the speaker was that day"),
    Column("club", TEXT, lambda quote: _name(quote.club), "the speaker's club that day"),
    Column("stance", TEXT, lambda quote: quote.stance, "towards the move", QuoteStance, optional=False),
    Column("via", TEXT, lambda quote: _name(quote.via), "who took the words"),
    Column("article", TEXT, lambda quote: quote.article.headline, "the headline it stands under", optional=False),
    Column("article_url", ADDRESS, lambda quote: absolute(quote.article.get_absolute_url()), "here", optional=False),
    Column("dated_at", INSTANT, lambda quote: quote.dated_at, "the article's date", optional=False),
)

ARTICLE: tuple[Column[Article], ...] = (
    Column("id", NUMBER, lambda article: article.pk, "stays the same for good", optional=False),
    Column("url", ADDRESS, lambda article: absolute(article.get_absolute_url()), "its page here", optional=False),
    Column("headline", TEXT, lambda article: article.headline, "as published", optional=False),
    Column("headline_ours", YES_OR_NO, lambda article: article.headline_ours, "it came without one", optional=False),
    Column("publisher", TEXT, lambda article: _name(article.publisher), "null: not known"),
    Column("publisher_slug", TEXT, lambda article: _slug(article.publisher), "its short name in addresses"),
    Column("original_url", ADDRESS, lambda article: article.address, "where it was published"),
    Column("author", TEXT, lambda article: article.author, "as printed"),
    Column("language", TEXT, lambda article: article.language, "en, it", optional=False),
    Column("section", TEXT, lambda article: article.section, "men's or women's game", Section, optional=False),
    Column("published_at", INSTANT, lambda article: article.published_at, "the source's own date; null: not known"),
    Column("published_precision", TEXT, lambda article: article.precision, "how exact that date is", DatePrecision,
           optional=False),
    Column("shown_at", INSTANT, lambda article: article.released_at, "when we showed it first", optional=False),
)  # fmt: skip

PLAYER: tuple[Column[Player], ...] = (
    Column("id", NUMBER, lambda player: player.pk, "stays the same unless merged", optional=False),
    Column("slug", TEXT, lambda player: player.slug, "his short name in addresses", optional=False),
    Column("url", ADDRESS, lambda player: absolute(player.get_absolute_url()), "his page", optional=False),
    Column("name", TEXT, lambda player: player.name, "as he is known", optional=False),
    Column("section", TEXT, lambda player: player.section, "men's or women's game", Section, optional=False),
    Column("born", DAY, lambda player: player.born, "date of birth"),
    Column("birth_year", NUMBER, lambda player: player.birth_year, "where only the year is known, too"),
    Column("nationality", TEXT, lambda player: player.nationality, "country in English"),
    Column("second_nationality", TEXT, lambda player: player.second_nationality, "country in English"),
    Column("position", TEXT, lambda player: player.position, "main position", Position),
    Column("position_group", TEXT, lambda player: player.position_group, "the line he plays in", PositionGroup),
    Column("club", TEXT, lambda player: _name(player.club), "where he plays now"),
    Column("club_slug", TEXT, lambda player: _slug(player.club), "its short name in addresses"),
    Column("owner", TEXT, lambda player: _name(player.owner), "the club that has lent him there"),
    Column("links", NUMBER, lambda player: player.link_count, "public links", optional=False),
)

CLUB: tuple[Column[Club], ...] = (
    Column("id", NUMBER, lambda club: club.pk, "stays the same unless merged", optional=False),
    Column("slug", TEXT, lambda club: club.slug, "its short name in addresses", optional=False),
    Column("url", ADDRESS, lambda club: absolute(club.get_absolute_url()), "its page", optional=False),
    Column("name", TEXT, lambda club: club.name, "as it is known", optional=False),
    Column("association", TEXT, lambda club: club.association, "it decides the windows"),
    Column("section", TEXT, lambda club: club.section, "men's or women's game", Section, optional=False),
    Column("competition", TEXT, lambda club: _name(club.competition), "its league; null: not known"),
    Column("competition_slug", TEXT, lambda club: _slug(club.competition), "its short name in addresses"),
    Column("links", NUMBER, lambda club: club.link_count, "public links in and out", optional=False),
)

SOURCE: tuple[Column[Source], ...] = (
    Column("id", NUMBER, lambda source: source.pk, "stays the same unless merged", optional=False),
    Column("slug", TEXT, lambda source: source.slug, "its short name in addresses", optional=False),
    Column("url", ADDRESS, lambda source: absolute(source.get_absolute_url()), "its page", optional=False),
    Column("name", TEXT, lambda source: source.name, "as it is known", optional=False),
    Column("kind", TEXT, lambda source: source.kind, "outlet or journalist", SourceKind, optional=False),
    Column("outlet", TEXT, lambda source: _name(source.outlet), "where a journalist works"),
    Column("country", TEXT, lambda source: source.country, "in English"),
    Column("language", TEXT, lambda source: source.language, "it, en, pt"),
    Column("interest", TEXT, lambda source: source.interest, "who gains from its reports"),
    Column("links", NUMBER, lambda source: source.link_count, "links it reports on", optional=False),
)
