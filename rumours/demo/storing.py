"""Storing the articles of the invented press in bulk, with everything that stands in them."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from hashlib import sha256

from django.contrib.auth.models import User
from django.db import models

from rumours.choices import ArticleStatus, DatePrecision, ReportRole, Shown
from rumours.demo.newsroom import Draft
from rumours.demo.sagas import Saga, Step
from rumours.demo.world import World
from rumours.demo.writing import Subject, Tag
from rumours.editorial.fees import in_euros
from rumours.editorial.loading.writing import create_all, update_all
from rumours.models import (
    Article,
    Club,
    Fee,
    Mention,
    Original,
    Person,
    Player,
    PlayerSpell,
    Quote,
    Report,
    Source,
    TransferLink,
)
from rumours.models.slugs import slug_of
from rumours.text import Span, bands, fingerprint, simhash

FIRST = (ReportRole.ORIGIN, ReportRole.INDEPENDENT, ReportRole.CONTEXT)
EVERY_EXCERPT = 7  # every seventh article is shown in excerpts, with an address to go to


def store_moves(world: World, by: User) -> None:
    """Write where the players have been and are."""
    create_all(PlayerSpell, [spell for spells in world.spells.values() for spell in spells], by)
    update_all(Player, world.players, {"club", "owner"}, by)


def store_links(sagas: Iterable[Saga], by: User) -> None:
    """Write a link for each saga."""
    sagas = list(sagas)
    for saga in sagas:
        player = saga.player
        saga.link = TransferLink(
            player=player, from_club=saga.seller, free_agent=saga.seller is None, loan_club=saga.loan_club,
            to_club=saga.buyer, window=saga.round.window, position=player.position,
            position_group=player.position_group, second_position=player.second_position,
            third_position=player.third_position,
        )  # fmt: skip
        if saga.set_ending is not None:
            saga.link.set_ending, saga.link.set_ending_note = saga.set_ending, "Nothing was heard of it again."
            saga.link.set_ending_by = by
            saga.link.set_ending_at = datetime.combine(saga.round.closes, time(20), UTC)
    create_all(TransferLink, [saga.link for saga in sagas], by)


def store_articles(drafts: Iterable[Draft], by: User) -> None:
    """Write the articles as published, with tags, claims, sums and quotes; the links of their sagas must be stored."""
    drafts = list(drafts)
    articles = [_article(draft, number, by) for number, draft in enumerate(drafts)]
    create_all(Article, articles, by)
    Original.objects.bulk_create(_original(article) for article in articles)
    mentions = [
        _mention(article, tag) for article, draft in zip(articles, drafts, strict=True) for tag in draft.writer.tags
    ]
    Mention.objects.bulk_create(mentions, batch_size=2000)
    _store_claims(articles, drafts, by)
    _store_quotes(articles, drafts, by)


def _article(draft: Draft, number: int, by: User) -> Article:
    body = draft.writer.body
    excerpt = number % EVERY_EXCERPT == 3 and bool(draft.publisher.domains)
    host = draft.publisher.domains.strip("|")
    first, second, third, fourth = bands(simhash(body))
    return Article(
        headline=draft.headline[:300], body=body, publisher=draft.publisher, author=draft.author,
        address=f"https://{host}/{draft.at:%Y/%m/%d}/{number}-{slug_of(draft.headline)[:60]}" if excerpt else "",
        language="en", section=draft.section, published_at=draft.at, dated_at=draft.at, precision=DatePrecision.TIME,
        received_at=draft.at + timedelta(minutes=20), released_at=draft.at + timedelta(minutes=45),
        status=ArticleStatus.PUBLISHED, shown=Shown.EXCERPT if excerpt else Shown.FULL, is_fictional=True,
        fingerprint=fingerprint(body), simhash_a=first, simhash_b=second, simhash_c=third, simhash_d=fourth,
        created_by=by,
    )  # fmt: skip


def _original(article: Article) -> Original:
    content = article.body.encode()
    return Original(
        article=article, content=content, digest=sha256(content).hexdigest(), content_type="text/plain",
        encoding="utf-8", offsets=[[0, 0, len(article.body)]],
    )  # fmt: skip


def mention_of(article: Article, span: Span, subject: Subject) -> Mention:
    """An unsaved tag, with role and club of the day for people."""
    mention = Mention(article=article, start=span.start, end=span.end, text=span.of(article.body))
    match subject:
        case Player():
            mention.player = subject
        case Club():
            mention.club = subject
        case Source():
            mention.source = subject
        case Person():
            mention.person, mention.role, mention.club_then = subject, subject.role, subject.club
    return mention


def _mention(article: Article, tag: Tag) -> Mention:
    return mention_of(article, tag.span, tag.subject)


def _store_claims(articles: list[Article], drafts: list[Draft], by: User) -> None:
    """What is followed goes first, since those that follow name it."""
    claims = [
        (article, saga, step, span)
        for article, draft in zip(articles, drafts, strict=True)
        for saga, step, span in draft.claims
    ]
    for first in (True, False):
        part = [claim for claim in claims if (claim[2].role in FIRST) is first]
        for article, saga, step, span in part:
            step.report = _report(article, saga, step, span)
        create_all(Report, [step.report for _, _, step, _ in part], by)
    create_all(Fee, [_fee(step) for _, _, step, _ in claims if step.fee is not None], by)


def _report(article: Article, saga: Saga, step: Step, span: Span) -> Report:
    return Report(
        article=article, link=saga.link, source=step.source, role=step.role, stage_group=step.group,
        stage=step.stage or "", kind=step.kind, doubt=step.doubt, text=span.of(article.body), start=span.start,
        end=span.end, dated_at=article.dated_at, recorded_at=article.received_at, shown_from=article.released_at,
        follows=step.follows.report if step.follows else None, window_assumed=article.dated_at.minute % 3 == 0,
        claimant_person=step.claimant if isinstance(step.claimant, Person) else None,
        claimant_club=step.claimant if isinstance(step.claimant, Club) else None,
    )  # fmt: skip


def _fee(step: Step) -> Fee:
    if step.fee is None or step.report is None:
        raise ValueError("only a stored step with a sum has a fee")
    fee, high = step.fee, step.fee.low if step.fee.high is None else step.fee.high
    return Fee(
        report=step.report, what=fee.what, low=fee.low, high=high, currency=fee.currency, certainty=fee.certainty,
        fee_eur=in_euros(Decimal(fee.low + high) / 2, fee.currency, step.report.dated_at),
    )  # fmt: skip


def _store_quotes(articles: list[Article], drafts: list[Draft], by: User) -> None:
    quotes, about_players, about_clubs = [], [], []
    for article, draft in zip(articles, drafts, strict=True):
        for spoken in draft.quotes:
            quote = Quote(
                article=article, speaker=spoken.speaker, role=spoken.speaker.role, club=spoken.club, via=spoken.via,
                text=spoken.span.of(article.body), start=spoken.span.start, end=spoken.span.end, language="en",
                stance=spoken.stance, dated_at=article.dated_at,
            )  # fmt: skip
            quotes.append(quote)
            about_players.append((quote, spoken.player))
            if spoken.club is not None:
                about_clubs.append((quote, spoken.club))
    create_all(Quote, quotes, by)
    _join(Quote.players.through, "player", about_players)
    _join(Quote.clubs.through, "club", about_clubs)


def _join(through: type[models.Model], field: str, pairs: Iterable[tuple[Quote, models.Model]]) -> None:
    rows = [through(quote_id=quote.pk, **{f"{field}_id": row.pk}) for quote, row in pairs]
    through._base_manager.bulk_create(rows, batch_size=2000)
