"""What a change touches of what readers see: which versions it moves on. All of it in this one place.

Rows that are saved or deleted one by one tell by themselves (`listen`); what writes many rows at once, or derives,
calls `touch_…`. Whole articles and links are noted as such and looked up once, just before the commit. What readers
have never seen touches nothing. Which versions a page shows stands in `config/pages/routes.py`.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import DEFAULT_DB_ALIAS
from django.db.models import Model, Q
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete, pre_save
from django.utils import timezone

from rumours.models import (
    Alias,
    Article,
    Club,
    ClubAlias,
    Competition,
    Correction,
    Entity,
    Fee,
    LinkTie,
    Mention,
    Person,
    PersonAlias,
    Player,
    PlayerAlias,
    PlayerSpell,
    Quote,
    QuoteFragment,
    Report,
    Source,
    SourceAlias,
    SourceTier,
    TransferLink,
    Window,
    WindowSpan,
)
from rumours.models.version import bump, expanders, key_of, note
from rumours.versions.keys import HOURS, LISTS, NAMES

ARTICLES, LINKS, PLAYERS_LINKS = "article", "link", "links of player"
_FAMILY: dict[type[Model], str] = {Club: "club", Player: "player", Person: "person", Source: "source", Window: "window"}
_OF_REPORT = ("claimant_player_id", "claimant_person_id", "claimant_club_id", "source_id", "via_id")
_OF_MENTION = ("player_id", "club_id", "club_then_id", "person_id", "source_id")
_OF_QUOTE = ("speaker_id", "club_id", "via_id")
_KIND = {
    "claimant_player_id": "player", "claimant_person_id": "person", "claimant_club_id": "club", "source_id": "source",
    "via_id": "source", "player_id": "player", "club_id": "club", "club_then_id": "club", "person_id": "person",
    "speaker_id": "person", "from_club_id": "club", "to_club_id": "club", "loan_club_id": "club", "window_id": "window",
}  # fmt: skip

# What pages of other rows show of an entity: all but these; of a player only those.
_OWN_PAGE_ONLY = {
    "folded", "search", "link_count", "ambiguous", "domains", "handles", "is_reference", "is_stub", "created_at",
    "note", "nationality", "born",
}  # fmt: skip
_OF_A_PLAYER_ELSEWHERE = {"name", "slug", "is_public", "is_fictional", "section"}


def touch_everything() -> None:
    """Every page: for what writes rows of many kinds at once, and what all pages may show."""
    bump([NAMES, LISTS, HOURS])


def touch_article(article: Article) -> None:
    """An article that readers have seen, or will at its hour, with all that it names."""
    if not article.was_shown:
        return
    note(ARTICLES, [article.pk])
    if article.released_at is not None and article.released_at > timezone.now():
        bump([HOURS])


def touch_links(ids: Iterable[int]) -> None:
    """Links that readers see or saw, and what shows them."""
    note(LINKS, ids)


def touch_entities(
    *,
    players: Iterable[int] = (),
    clubs: Iterable[int] = (),
    people: Iterable[int] = (),
    sources: Iterable[int] = (),
    windows: Iterable[int] = (),
) -> None:
    """The pages of these rows, and lists."""
    named = {"player": players, "club": clubs, "person": people, "source": sources, "window": windows}
    keys = [key_of(family, pk) for family, ids in named.items() for pk in ids]
    if keys:
        bump([*keys, LISTS])


def touch_derived(model: type[Entity], was: dict[int, tuple[bool, int]], now: dict[int, tuple[bool, int]]) -> None:
    """Rows by id, each with whether readers see it and the number of its links, before and after."""
    changed = [pk for pk in now if now[pk] != was[pk]]
    appeared = [pk for pk in changed if now[pk][0] != was[pk][0]]
    if changed:
        bump([LISTS, *(key_of(_FAMILY[model], pk) for pk in changed)])
    if appeared and model is Player:
        people = Person.objects.filter(player__in=appeared).values_list("pk", flat=True)
        bump(key_of("person", pk) for pk in people)
    elif appeared and model is not Person:
        bump([NAMES])  # clubs and sources stand on pages of others before they have their own, which are then linked


def listen() -> None:
    """Let every row that readers see tell of its changes. Called once, at the start."""
    expanders[ARTICLES], expanders[LINKS], expanders[PLAYERS_LINKS] = _of_articles, _of_links, _of_players_links
    for model, tell in _TELLS.items():
        uid = f"rumours.touching.{model.__name__}"
        post_save.connect(_after(tell), sender=model, weak=False, dispatch_uid=uid)
        pre_delete.connect(_after(tell), sender=model, weak=False, dispatch_uid=uid)
    for entity in (Club, Competition, Person, Player, Source):
        uid = f"rumours.touching.{entity.__name__}"
        pre_save.connect(_remember, sender=entity, dispatch_uid=uid)
        post_save.connect(_entity_saved, sender=entity, dispatch_uid=uid)
        post_delete.connect(_entity_gone, sender=entity, dispatch_uid=uid)
    pre_save.connect(_link_was, sender=TransferLink, dispatch_uid="rumours.touching.link_was")
    for through in (Quote.players.through, Quote.clubs.through):
        m2m_changed.connect(_named_in_quote, sender=through, dispatch_uid=f"rumours.touching.{through.__name__}")


def _after(tell: Callable[[Any], None]) -> Callable[..., None]:
    def heard(sender: type[Model], instance: Model, **kwargs: Any) -> None:
        try:
            tell(instance)
        except ObjectDoesNotExist:  # rows are put back one after the other, some before those they belong to
            touch_everything()

    return heard


def _part(article: Article, row: Model | None = None, columns: Iterable[str] = ()) -> None:
    """A row of an article, with those it names itself: it may be about to go."""
    if article.was_shown:
        touch_article(article)
        bump(key_of(_KIND[name], pk) for name in columns if (pk := getattr(row, name)) is not None)


def _report(report: Report) -> None:
    _part(report.article, report, _OF_REPORT)
    if report.article.was_shown:
        touch_links([report.link_id])


def _link(link: TransferLink) -> None:
    if link.is_public and link.pk:
        touch_links([link.pk])


def _link_was(sender: type[Model], instance: TransferLink, **kwargs: Any) -> None:
    """A link that readers see is about to be written: the pages it stood on until now."""
    if instance.pk and instance.is_public:
        bump(_of_links({instance.pk}, DEFAULT_DB_ALIAS))


def _tie(tie: LinkTie) -> None:
    touch_links(link.pk for link in (tie.link, tie.other) if link.is_public)


def _alias(alias: Alias) -> None:
    owner = alias.owner
    if owner.is_public:
        bump([key_of(_FAMILY[type(owner)], owner.pk), LISTS])


def _window(window: Window) -> None:
    """A new one is only listed; when it opens and shuts follows from its code."""
    bump([LISTS, HOURS, key_of("window", window.pk)])


def _span(span: WindowSpan) -> None:
    touch_everything()


def _correction(correction: Correction) -> None:
    kind, pk = correction.row_kind, correction.row_id
    if kind == "article":
        found = Article.objects.filter(pk=pk)
    elif kind == "report":
        found = Article.objects.filter(reports=pk)
    elif kind == "quote":
        found = Article.objects.filter(quotes=pk)
    elif kind == "transferlink":
        touch_links([pk])
        return
    else:
        touch_everything()
        return
    for article in found:
        touch_article(article)


_TELLS: dict[type[Model], Callable[[Any], None]] = {
    Article: touch_article,
    Report: _report,
    Fee: lambda fee: _report(fee.report),
    Mention: lambda mention: _part(mention.article, mention, _OF_MENTION),
    Quote: lambda quote: _part(quote.article, quote, _OF_QUOTE),
    QuoteFragment: lambda fragment: _part(fragment.quote.article),
    Correction: _correction,
    TransferLink: _link,
    LinkTie: _tie,
    PlayerSpell: lambda spell: touch_entities(players=[spell.player_id]),
    SourceTier: lambda tier: touch_entities(sources=[tier.source_id]),
    Window: _window,
    WindowSpan: _span,
    ClubAlias: _alias,
    PersonAlias: _alias,
    PlayerAlias: _alias,
    SourceAlias: _alias,
}


def _remember(sender: type[Entity], instance: Entity, **kwargs: Any) -> None:
    """The row as it is stored, before it is written over."""
    stored = sender._base_manager.filter(pk=instance.pk).values().first() if instance.pk else None
    instance.__dict__["_was"] = stored


def _entity_saved(sender: type[Entity], instance: Entity, **kwargs: Any) -> None:
    was = instance.__dict__.pop("_was", None)
    if was is None:
        if instance.is_public:
            _own_page(instance)
        return
    changed = {name for name, value in was.items() if value != getattr(instance, name)}
    seen = instance.is_public or was["is_public"]
    elsewhere = changed & _OF_A_PLAYER_ELSEWHERE if sender is Player else changed - _OWN_PAGE_ONLY
    if elsewhere and (seen or sender in (Club, Competition, Source)):
        touch_everything()
    elif changed and seen:
        _own_page(instance)


def _entity_gone(sender: type[Entity], instance: Entity, **kwargs: Any) -> None:
    if instance.is_public:
        touch_everything()


def _own_page(entity: Entity) -> None:
    """The row's page and lists; of a player also those of his links, which can be filtered by what he is."""
    family = _FAMILY.get(type(entity))
    bump([LISTS, *([key_of(family, entity.pk)] if family else [NAMES])])
    if isinstance(entity, Player):
        note(PLAYERS_LINKS, [entity.pk])


def _named_in_quote(sender: Any, instance: Any, action: str, pk_set: set[int] | None, **kwargs: Any) -> None:
    if not isinstance(instance, Quote):
        touch_everything()
        return
    family = "player" if sender is Quote.players.through else "club"
    if action == "pre_clear":
        pk_set = set(getattr(instance, f"{family}s").values_list("pk", flat=True))
    if instance.article.was_shown:
        touch_article(instance.article)
        bump(key_of(family, pk) for pk in pk_set or ())


def _of_articles(ids: set[int], using: str) -> Iterator[str]:
    """All that these articles name: their own pages, and those of players, clubs, people, sources and links."""
    yield LISTS
    yield from (key_of("article", pk) for pk in ids)
    articles = Article.objects.using(using).filter(pk__in=ids)
    yield from _keys([("source", articles.values_list("publisher"))])
    mentions = Mention.objects.using(using).filter(article__in=ids)
    yield from _columns(mentions, _OF_MENTION)
    quotes = Quote.objects.using(using).filter(article__in=ids)
    yield from _columns(quotes, _OF_QUOTE)
    yield from _keys([("player", quotes.values_list("players")), ("club", quotes.values_list("clubs"))])
    named = Q(mentions__article__in=ids) | Q(quotes__article__in=ids)
    people = Person.objects.using(using).filter(named, player__isnull=False)
    yield from _keys([("player", people.order_by().values_list("player").distinct())])
    reports = Report.objects.using(using).filter(article__in=ids)
    yield from _columns(reports, _OF_REPORT)
    yield from _of_links(set(reports.order_by().values_list("link", flat=True)), using)


def _of_links(ids: set[int], using: str) -> Iterator[str]:
    """The pages that show these links: their own, of their players, clubs and windows, of those who report them, and
    of the links they are tied to.
    """
    if not ids:
        return
    yield LISTS
    yield from (key_of("link", pk) for pk in ids)
    links = TransferLink.objects.using(using).filter(pk__in=ids)
    yield from _columns(links, ("player_id", "from_club_id", "to_club_id", "loan_club_id", "window_id"))
    ties = LinkTie.objects.using(using).filter(Q(link__in=ids) | Q(other__in=ids))
    yield from _keys([("link", ties.values_list("link")), ("link", ties.values_list("other"))])
    reports = Report.objects.using(using).filter(link__in=ids).order_by()
    rows = list(reports.values_list("article_id", "source_id", "via_id"))
    yield from (key_of("article", article) for article, _, _ in rows)
    yield from (key_of("source", pk) for _, *sources in rows for pk in sources if pk is not None)


def _of_players_links(ids: set[int], using: str) -> Iterator[str]:
    links = TransferLink.objects.using(using).filter(player__in=ids, is_public=True).order_by()
    yield from _columns(links, ("from_club_id", "to_club_id", "loan_club_id", "window_id"))


def _columns(rows: Any, columns: tuple[str, ...]) -> Iterator[str]:
    for row in rows.order_by().values_list(*columns):
        for name, pk in zip(columns, row, strict=True):
            if pk is not None:
                yield key_of(_KIND[name], pk)


def _keys(columns: Iterable[tuple[str, Any]]) -> Iterator[str]:
    for family, rows in columns:
        yield from (key_of(family, pk) for (pk,) in rows if pk is not None)
