"""The whole world as rows: reference data first, then window by window links, articles and their reports."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import User

from rumours.choices import PersonRole, SourceKind, Tier
from rumours.evidence import Opinion
from rumours.models import Club, Competition, Person, Player, Source, SourceTier, Window, WindowSpan
from rumours.models.entity import search_column
from rumours.models.slugs import slug_of
from rumours.models.window import rank_of
from rumours.text import fold
from tests.benchmarks.world import cast
from tests.benchmarks.world.periods import END, Period, calendar, periods, shares, spans
from tests.benchmarks.world.sagas import Home
from tests.benchmarks.world.storing import Table
from tests.benchmarks.world.verdicts import Known
from tests.benchmarks.world.window import Newsroom, WindowWriter

SEED = 20_250_601
ARTICLES_PER_LINK = 0.3
DRAFTS, DROPPED = 0.06, 0.01
EDITOR, PASSWORD = "bench", "bench-password-of-no-worth"
ENTITY = ("id", "name", "folded", "search", "slug", "is_reference", "is_public")


def fill(file: sqlite3.Connection, links: int, say: Callable[[str], None], *, players: int = cast.PLAYERS) -> None:
    """Write a world of `links` links (as near as the dealing comes) into a migrated database that holds the editor."""
    chance = Random(SEED)
    windows = periods()
    known = _reference(file, windows, Random(SEED + 1), players)
    say("reference data")
    newsroom = Newsroom(file, known, [Home(player.club) for player in known.players])
    articles = round(links * ARTICLES_PER_LINK)
    drafts, dropped = round(articles * DRAFTS), round(articles * DROPPED)
    carriers = shares(articles - drafts - dropped)
    for pk, (period, share) in enumerate(zip(windows, shares(links), strict=True), 1):
        writer = WindowWriter(newsroom, pk, period, max(carriers[pk - 1], 2), chance)
        is_last = pk == len(windows)
        writer.write(share - (drafts // 10 if is_last else 0))
        if is_last:
            writer.write_drafts(drafts, dropped)
        say(period.code)
    _players(file, known, newsroom)
    _clubs(file, known, newsroom)
    _sources(file, known, newsroom)
    _people(file, known, newsroom)
    _windows(file, windows, newsroom)
    newsroom.flush()


def make_editor() -> None:
    """Who made and decided everything: a superuser, id 1."""
    User.objects.create(
        pk=1, username=EDITOR, password=make_password(PASSWORD), is_staff=True, is_superuser=True, date_joined=END
    )


def _reference(file: sqlite3.Connection, windows: list[Period], chance: Random, number: int) -> Known:
    """Leagues, sources, people and dates are written; what clubs, players and windows count comes at the end."""
    players = cast.players(chance, number)
    clubs, sources, people = cast.club_names(), cast.sources(chance), cast.people(chance)
    leagues = Table(file, Competition, *ENTITY, "country", "level")
    for place, country in enumerate(cast.COUNTRIES):
        for level in range(cast.LEVELS):
            name = f"{country} Division {level + 1}"
            leagues.add(place * cast.LEVELS + level + 1, *_named(name, slug_of(name)), country, level + 1)
    leagues.flush()
    dates = Table(file, WindowSpan, "id", "window_id", "association", "opens_at", "closes_at")
    order = {window.code: place for place, window in enumerate(windows, 1)}
    for pk, span in enumerate(spans(windows), 1):
        dates.add(pk, order[span.window], span.association, span.opens, span.closes)
    dates.flush()
    opinions = _opinions(file, chance)
    return Known(players, clubs, sources, people, opinions, calendar(windows))


def _named(name: str, slug: str) -> tuple[str, str, str, str, bool, bool]:
    return name, fold(name)[:120], search_column([name]), slug, True, True


def _opinions(file: sqlite3.Connection, chance: Random) -> dict[int, list[Opinion]]:
    """An opinion of most sources in general, and of some for one club."""
    table = Table(file, SourceTier, "source_id", "tier", "club_id", "since", "reason", "id")
    found: dict[int, list[Opinion]] = defaultdict(list)
    pk = 0
    for source in range(1, cast.SOURCES + 1):
        for club in (None, chance.randrange(200) + 1):
            if chance.random() < 0.8:
                pk += 1
                tier = chance.choice(list(Tier))
                since = date(2015, 1, 1) + timedelta(days=chance.randrange(2500))
                table.add(source, tier, club, since, "Measured over the last windows.", pk)
                found[source].append(Opinion(source, tier, since, club, None))
    table.flush()
    return dict(found)


def _players(file: sqlite3.Connection, known: Known, newsroom: Newsroom) -> None:
    columns = (
        "born", "birth_year", "nationality", "position", "position_group", "second_position", "third_position",
        "club_id", "owner_id", "link_count",
    )  # fmt: skip
    table = Table(file, Player, *ENTITY, *columns)
    for place, player in enumerate(known.players):
        home = newsroom.homes[place]
        table.add(
            place + 1, *_named(player.name, player.slug), player.born, player.born.year, player.nationality,
            player.position, player.group, *player.others, home.club + 1,
            None if home.owner is None else home.owner + 1, newsroom.links_of_player[place],
        )  # fmt: skip
    table.flush()


def _clubs(file: sqlite3.Connection, known: Known, newsroom: Newsroom) -> None:
    table = Table(file, Club, *ENTITY, "association", "competition_id", "colours", "link_count")
    for place, name in enumerate(known.clubs):
        colours = f"#{place * 8191 % 0xFFFFFF:06x}|#ffffff"
        table.add(
            place + 1, *_named(name, slug_of(name)), cast.country_of(place), cast.league_of(place) + 1, colours,
            newsroom.links_of_club[place],
        )  # fmt: skip
    table.flush()


def _sources(file: sqlite3.Connection, known: Known, newsroom: Newsroom) -> None:
    table = Table(file, Source, *ENTITY, "kind", "outlet_id", "link_count")
    for place, source in enumerate(known.sources):
        kind = SourceKind.OUTLET if source.outlet is None else SourceKind.JOURNALIST
        outlet = None if source.outlet is None else source.outlet + 1
        table.add(place + 1, *_named(source.name, source.slug), kind, outlet, newsroom.links_of_source[place])
    table.flush()


def _people(file: sqlite3.Connection, known: Known, newsroom: Newsroom) -> None:
    table = Table(file, Person, *ENTITY, "role", "club_id", "link_count")
    for place, (name, slug) in enumerate(zip(known.people, cast.slugs(list(known.people)), strict=True)):
        club = place * 7 % cast.CLUBS + 1
        table.add(place + 1, *_named(name, slug), PersonRole.COACH, club, newsroom.press.quotes_of[place])
    table.flush()


def _windows(file: sqlite3.Connection, windows: list[Period], newsroom: Newsroom) -> None:
    table = Table(file, Window, "id", "code", "rank", "link_count")
    for pk, window in enumerate(windows, 1):
        table.add(pk, window.code, rank_of(window.code), newsroom.links_of_window[pk])
    table.flush()
