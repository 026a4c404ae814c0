"""Recomputing all that hangs on one article, and all there is."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from rumours.editorial.deriving import entities
from rumours.editorial.deriving.links import refresh_links
from rumours.editorial.fees import reprice
from rumours.editorial.touching import touch_article, touch_everything
from rumours.editorial.waiting import mark_waiting
from rumours.models import Article, Club, Competition, Fee, Person, Player, Source, TransferLink, Window
from rumours.models.word import keep_words

# Players whose links are derived together: enough to make few queries, few enough to keep them small.
BATCH = 400


@transaction.atomic
def refresh_article(article: Article, *, now: datetime | None = None) -> None:
    """Recompute every link, player, club, person and source that the article names, as of `now` (UTC).

    What readers have never seen counts nowhere: of a draft there is nothing to do.
    """
    if not article.was_shown:
        return
    touch_article(article)
    named: dict[str, set[int]] = defaultdict(set)
    if article.publisher_id:
        named["sources"].add(article.publisher_id)
    _named_in_mentions(article, named)
    _named_in_quotes(article, named)
    _named_in_reports(article, named)
    refresh_links(article.reports.values_list("link_id", flat=True), now=now)
    people = Person.objects.filter(pk__in=named["people"], player__isnull=False)
    named["players"] |= {player for player in people.values_list("player_id", flat=True) if player}
    entities.refresh_entities(**named, now=now)


def refresh_all(*, now: datetime | None = None) -> int:
    """Recompute everything derived; the number of links gone through. Batch by batch, each in one transaction."""
    for fee in Fee.objects.exclude(currency="EUR").select_related("report"):
        reprice(fee)
    players = list(TransferLink.objects.order_by("player_id").values_list("player_id", flat=True).distinct())
    count = 0
    for start in range(0, len(players), BATCH):
        links = TransferLink.objects.filter(player__in=players[start : start + BATCH]).values_list("pk", flat=True)
        refresh_links(links, now=now)
        count += len(links)
    for model in (Player, Club, Person, Source, Competition):
        keep_words(model)
    mark_waiting()
    with transaction.atomic():
        entities.refresh_players(Player.objects.all(), now)
        entities.refresh_clubs(Club.objects.all(), now)
        entities.refresh_people(Person.objects.all(), now)
        entities.refresh_sources(Source.objects.all(), now)
        entities.refresh_competitions(Competition.objects.all())
        entities.refresh_windows(Window.objects.all())
        touch_everything()
    return count


def _add(named: dict[str, set[int]], kinds: Iterable[str], rows: Iterable[tuple[int | None, ...]]) -> None:
    for row in rows:
        for kind, pk in zip(kinds, row, strict=True):
            if pk is not None:
                named[kind].add(pk)


def _named_in_mentions(article: Article, named: dict[str, set[int]]) -> None:
    rows = article.mentions.values_list("player_id", "club_id", "club_then_id", "person_id", "source_id")
    _add(named, ("players", "clubs", "clubs", "people", "sources"), rows)


def _named_in_quotes(article: Article, named: dict[str, set[int]]) -> None:
    _add(named, ("people", "clubs", "sources"), article.quotes.values_list("speaker_id", "club_id", "via_id"))
    _add(named, ("players",), article.quotes.values_list("players"))
    _add(named, ("clubs",), article.quotes.values_list("clubs"))


def _named_in_reports(article: Article, named: dict[str, set[int]]) -> None:
    rows = article.reports.values_list(
        "source_id", "via_id", "claimant_player_id", "claimant_person_id", "claimant_club_id"
    )
    _add(named, ("sources", "sources", "players", "people", "clubs"), rows)
