"""What readers may see of players, clubs, people, sources and competitions, and how many links each has."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Case, Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from rumours.editorial.touching import touch_derived
from rumours.models import (
    Article,
    Club,
    Competition,
    Mention,
    Person,
    Player,
    Quote,
    Report,
    Source,
    TransferLink,
)
from rumours.models import Window as TransferWindow
from rumours.models.word import rerank

ROW = OuterRef("pk")


@transaction.atomic
def refresh_entities(
    *,
    players: Iterable[int] = (),
    clubs: Iterable[int] = (),
    people: Iterable[int] = (),
    sources: Iterable[int] = (),
    windows: Iterable[int] = (),
    now: datetime | None = None,
) -> None:
    """Recompute visibility and counts of the rows with these ids; for clubs also those of their competitions.

    A row is public when it is reference data or stands in something published at `now` (UTC; default: the clock).
    Again changes nothing.
    """
    players, clubs, people, sources, windows = map(set, (players, clubs, people, sources, windows))
    asked: tuple[tuple[type[Any], set[int]], ...] = (
        (Player, players),
        (Club, clubs),
        (Person, people),
        (Source, sources),
    )
    before = [_seen(model, ids) for model, ids in asked]
    if players:
        refresh_players(Player.objects.filter(pk__in=players), now)
    if clubs:
        refresh_clubs(Club.objects.filter(pk__in=clubs), now)
        refresh_competitions(Competition.objects.filter(clubs__in=clubs))
    if people:
        refresh_people(Person.objects.filter(pk__in=people), now)
    if sources:
        refresh_sources(Source.objects.filter(pk__in=sources), now)
    if windows:
        refresh_windows(TransferWindow.objects.filter(pk__in=windows))
    for (model, ids), was in zip(asked, before, strict=True):
        touch_derived(model, was, _seen(model, ids))


def refresh_players(rows: "QuerySet[Player]", at: datetime | None = None) -> None:
    """As `refresh_entities`. A player is public too where he speaks or claims under his row as a person."""
    quotes, reports, mentions = Quote.objects.published(at), Report.objects.published(at), Mention.objects.published(at)
    named = (
        Exists(_links().filter(player=ROW))
        | Exists(mentions.filter(Q(player=ROW) | Q(person__player=ROW)))
        | Exists(quotes.filter(Q(speaker__player=ROW)))
        | Exists(Quote.players.through.objects.filter(player=ROW, quote__in=quotes))
        | Exists(reports.filter(Q(claimant_player=ROW) | Q(claimant_person__player=ROW)))
    )
    _write(rows, named, _count(_links(), "player"))


def refresh_clubs(rows: "QuerySet[Club]", at: datetime | None = None) -> None:
    """As `refresh_entities`."""
    quotes, mentions = Quote.objects.published(at), Mention.objects.published(at)
    named = (
        Exists(_links().filter(Q(from_club=ROW) | Q(to_club=ROW) | Q(loan_club=ROW)))
        | Exists(mentions.filter(Q(club=ROW) | Q(club_then=ROW)))
        | Exists(quotes.filter(club=ROW))
        | Exists(Quote.clubs.through.objects.filter(club=ROW, quote__in=quotes))
        | Exists(Report.objects.published(at).filter(claimant_club=ROW))
    )
    _write(rows, named, _count(_links(), "to_club") + _count(_links(), "from_club"))


def refresh_people(rows: "QuerySet[Person]", at: datetime | None = None) -> None:
    """As `refresh_entities`; counted are quotes and mentions."""
    quotes, mentions = Quote.objects.published(at), Mention.objects.published(at)
    named = (
        Exists(mentions.filter(person=ROW))
        | Exists(quotes.filter(speaker=ROW))
        | Exists(Report.objects.published(at).filter(claimant_person=ROW))
    )
    _write(rows, named, _count(quotes, "speaker") + _count(mentions, "person"))


def refresh_sources(rows: "QuerySet[Source]", at: datetime | None = None) -> None:
    """As `refresh_entities`; counted are the links it reports on."""
    reports = Report.objects.published(at)
    named = (
        Exists(reports.filter(Q(source=ROW) | Q(via=ROW)))
        | Exists(Article.objects.published(at).filter(publisher=ROW))
        | Exists(Quote.objects.published(at).filter(via=ROW))
        | Exists(Mention.objects.published(at).filter(source=ROW))
    )
    _write(rows, named, _count(reports, "source", "link"))


def refresh_competitions(rows: "QuerySet[Competition]") -> None:
    """As `refresh_entities`: a competition is public with any of its clubs; its links are not counted."""
    _write(rows, Exists(Club.objects.published().filter(competition=ROW)), Value(0))


def refresh_windows(rows: "QuerySet[TransferWindow]") -> None:
    """The number of public links of each window."""
    rows.update(link_count=_count(_links(), "window"))


def _seen(model: "type[Any]", ids: set[int]) -> dict[int, tuple[bool, int]]:
    """By id what readers see of rows: whether they are there, and how many links they have."""
    rows = model._base_manager.filter(pk__in=ids) if ids else model._base_manager.none()
    return {pk: (public, count) for pk, public, count in rows.values_list("pk", "is_public", "link_count")}


def _links() -> "QuerySet[TransferLink]":
    return TransferLink.objects.published()


def _count(rows: "QuerySet[Any]", field: str, counted: str = "pk") -> Coalesce:
    """How many rows (or distinct values of `counted`) name the outer row in `field`."""
    per_row = rows.filter(**{field: ROW}).order_by().values(field)
    number = per_row.annotate(number=Count(counted, distinct=True)).values("number")
    return Coalesce(Subquery(number), 0, output_field=IntegerField())


def _write(rows: "QuerySet[Any]", named: Any, count: Any) -> None:
    public = Case(When(Q(is_reference=True) | Q(named), then=True), default=False)
    ids = rows.order_by().values("pk")
    rows.model._base_manager.filter(pk__in=ids).update(is_public=public, link_count=count)
    if rows.model is not Competition:
        rerank(rows.model, ids)
