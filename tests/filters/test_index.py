"""A club's index answers as the database would: the same rows in the same order, the same counts, the same paging."""

import random
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import RequestFactory
from pytest_django import DjangoAssertNumQueries

from rumours.choices import Doubt, LinkStatus, StageGroup, TransferKind
from rumours.filters.index import LinkIndex
from rumours.filters.indexes import Indexes, read_index
from rumours.filters.link_rows import ShownRows
from rumours.filters.links import PARAMETERS
from rumours.filters.listing import ClubListing, LinkListing
from rumours.filters.names import Names, names_again
from rumours.filters.query import asked
from rumours.models import Club, TransferLink
from rumours.models.version import bump, key_of, read, settle
from tests.factories import (
    ClubFactory,
    CompetitionFactory,
    PlayerFactory,
    PublishedArticleFactory,
    ReportFactory,
    SourceFactory,
    TransferLinkFactory,
    WindowFactory,
)
from tests.filters.conftest import NOW

pytestmark = pytest.mark.django_db
CURRENT = "2026-winter"
PLACES = [
    ("Centre-Back", "", "", "Defender"),
    ("Left-Back", "Centre-Back", "", "Defender"),
    ("", "", "", "Defender"),
    ("Goalkeeper", "", "", "Goalkeeper"),
    ("", "", "", ""),
    ("Left Winger", "Right Winger", "Centre-Forward", "Attack"),
]
QUERIES = [
    "",
    "direction=in",
    "direction=out&status=open",
    "direction=in&direction=out",
    "position=Centre-Back",
    "position=Defender",
    "position=Centre-Back&position=Goalkeeper&window=2026-winter",
    "position=Left-Back&window=2025-summer&window=2026-summer",
    "window=2031-winter",
    "status=over",
    "status=done&status=open",
    "stage=bid&kind=loan",
    "doubt=price&stage=talks&stage=bid",
    "club=other-0",
    "club=other-1&club=other-2&position=Defender",
    "fee_min=0",
    "fee_min=2000000&window=2026-winter",
    "age_max=25&position=Centre-Back",
    "q=bearer",
    "since=2026-01-10&status=open",
    "sort=sources&position=Centre-Back",
    "sort=new",
    "sort=sources&status=open",
    "fee_max=2000000",
    "fee_min=1&fee_max=3000000&stage=bid",
    "age_min=20&direction=out",
    "q=bearer other",
    "q=nobody",
    "nationality=Italy",
    "nationality=Italy&nationality=France&position=Defender",
    "competition=first-league",
    "competition=first-league&direction=in&status=open",
    "source=morning-ball",
    "source=morning-ball&role=denial&window=2026-winter",
    "role=denial",
    "kind=loan&kind=loan+with+option&status=over",
]


def version_of(club: Club) -> int:
    settle()
    key = key_of("club", club.pk)
    return read([key])[key]


@pytest.fixture
def club() -> Iterator[Club]:
    """A club with links of all sorts, many of which moved at the same instant."""
    chance = random.Random(7)
    club = ClubFactory(name="Vintermoor", is_public=True)
    others = [ClubFactory(name=f"Other {n}", is_public=bool(n)) for n in range(4)]
    others[0].is_public = True
    others[0].competition = CompetitionFactory(slug="first-league", is_public=True)
    others[0].save()
    source = SourceFactory(slug="morning-ball", is_public=True)
    article = PublishedArticleFactory()
    windows = [WindowFactory(code=code) for code in ("2025-summer", "2026-winter", "2026-summer")]
    countries = ["Italy", "France", ""]
    players = [
        PlayerFactory(name=f"{'Bearer' if n % 5 else 'Nobody'} {n}", nationality=countries[n % 3]) for n in range(60)
    ]
    for n, player in enumerate(players):
        other = chance.choice([*others, None])
        place = chance.choice(PLACES)
        free = n % 7 == 0
        link = TransferLinkFactory(
            player=player,
            **(
                {"to_club": club, "from_club": None if free else other}
                if free or chance.random() < 0.6
                else {"to_club": other, "from_club": club}
            ),
            free_agent=free,
            loan_club=None if free else chance.choice([None, *(each for each in others if each != other)]),
            window=chance.choice(windows),
            is_public=n % 9 != 0,
            position=place[0],
            second_position=place[1],
            third_position=place[2],
            position_group=place[3],
            outcome=chance.choice(list(LinkStatus)),
            closes_at=chance.choice([None, NOW, NOW - timedelta(days=3), NOW + timedelta(days=9)]),
            stage_group=chance.choice(list(StageGroup)),
            kind=chance.choice(list(TransferKind)),
            doubt=chance.choice(list(Doubt)),
            fee_eur=chance.choice([None, 0, 3_000_000]),
            age_then=chance.choice([None, 19, 31]),
            source_count=chance.randrange(3),
            moved_at=NOW - timedelta(days=chance.randrange(6), microseconds=chance.choice([0, 1])),
        )
        if n % 4 == 0:
            role = chance.choice(["origin", "denial"])
            ReportFactory(article=article, link=link, source=chance.choice([source, article.publisher]), role=role)
    return club


def listings(rf: RequestFactory, club: Club, query: str, size: int) -> tuple[LinkListing, ClubListing]:
    """The list by the database, and the same by an index."""
    asked_for = asked(rf.get(f"/clubs/x/?{query}"), PARAMETERS, size)
    rows = TransferLink.objects.published().of_club(club.pk)
    names = names_again("default")
    index = read_index("default", club.pk)
    own: dict[str, Any] = {"now": NOW, "club": names.clubs[club.pk], "current": CURRENT}
    return (
        LinkListing(asked_for, rows, **own),
        ClubListing(asked_for, **own, index=index, names=names, using="default"),
    )


def test_rows_counts_and_paging_are_those_of_the_database(
    rf: RequestFactory, club: Club, subtests: pytest.Subtests
) -> None:
    for query in QUERIES:
        with subtests.test(query):
            _is_the_same(rf, club, query)


def _is_the_same(rf: RequestFactory, club: Club, query: str) -> None:
    more, pages = "", 0
    while pages < 12:
        address = f"{query}&after={more}" if more else query
        by_rows, by_index = listings(rf, club, address, 7)
        assert [row.pk for row in by_index.page.rows] == [row.pk for row in by_rows.page.rows]
        assert [(part.heading, len(part.rows)) for part in by_index.parts] == [
            (part.heading, len(part.rows)) for part in by_rows.parts
        ]
        assert (by_index.page.next, by_index.total) == (by_rows.page.next, by_rows.total)
        if not more:
            shown, expected = by_index.facets, by_rows.facets
            assert [facet for facet in shown if facet.name != "club"] == [
                facet for facet in expected if facet.name != "club"
            ]
            clubs = [sorted(choice for facet in found for choice in facet.choices if facet.name == "club")
                     for found in (shown, expected)]  # fmt: skip
            assert clubs[0] == clubs[1]
        pages, more = pages + 1, by_index.page.next
        if not more:
            break
    assert not more


def test_a_row_reads_as_the_link_it_stands_for(rf: RequestFactory, club: Club) -> None:
    by_rows, by_index = listings(rf, club, "", 50)
    for light, link in zip(by_index.page.rows, by_rows.page.rows, strict=True):
        assert light.get_absolute_url() == link.get_absolute_url()
        assert (light.status_at(NOW), light.moved_at) == (link.status_at(NOW), link.moved_at.date())
        assert (light.player.name, light.window.label) == (link.player.name, link.window.label)
        for side in ("to_club", "from_club", "loan_club"):
            one, other = getattr(light, side), getattr(link, side)
            assert (one and one.name) == (other and other.name)
        for name in (
            "stage_group",
            "stage",
            "kind",
            "doubt",
            "fee_eur",
            "age_then",
            "source_count",
            "position",
            "best_tier",
        ):
            assert getattr(light, name) == getattr(link, name)


def test_a_cursor_of_a_link_that_has_moved_since_goes_on_where_it_stood(rf: RequestFactory, club: Club) -> None:
    _, first = listings(rf, club, "", 7)
    last = first.page.rows[-1]
    expected = listings(rf, club, f"after={first.page.next}", 7)[1].page.rows
    TransferLink.objects.filter(pk=last.pk).update(moved_at=NOW + timedelta(days=1))
    by_rows, by_index = listings(rf, club, f"after={first.page.next}", 7)
    assert [row.pk for row in by_index.page.rows] == [row.pk for row in by_rows.page.rows]
    assert [row.pk for row in by_index.page.rows] == [row.pk for row in expected]


def test_indexes_are_dropped_where_they_are_too_many_and_the_last_used_stay() -> None:
    clubs = [ClubFactory(is_public=True) for _ in range(3)]
    for club in clubs:
        TransferLinkFactory(to_club=club, is_public=True)
    size = read_index("default", clubs[0].pk).size
    kept = Indexes(most_bytes=2 * size + size // 2)
    first = kept.at("default", clubs[0].pk, version_of(clubs[0]))
    second = kept.at("default", clubs[1].pk, version_of(clubs[1]))
    assert kept.at("default", clubs[0].pk, version_of(clubs[0])) is first
    kept.at("default", clubs[2].pk, version_of(clubs[2]))
    assert kept.at("default", clubs[0].pk, version_of(clubs[0])) is first
    assert kept.at("default", clubs[1].pk, version_of(clubs[1])) is not second
    assert kept.bytes <= 2 * size + size // 2
    assert Indexes(most_bytes=10).at("default", clubs[0].pk, 0).all == 1


def test_an_index_of_another_version_is_built_anew() -> None:
    club = ClubFactory(is_public=True)
    link = TransferLinkFactory(to_club=club, is_public=True)
    kept = Indexes()
    first = kept.at("default", club.pk, version_of(club))
    assert kept.at("default", club.pk, version_of(club)) is first
    link.is_public = False
    link.save()
    bump([key_of("club", club.pk)])
    assert kept.at("default", club.pk, version_of(club)).all == 0


def test_an_index_is_kept_as_what_it_holds_where_the_version_that_was_read_before_is_older() -> None:
    """A commit fell between the two statements."""
    club = ClubFactory(is_public=True)
    TransferLinkFactory(to_club=club, is_public=True)
    kept, before = Indexes(), version_of(club)
    TransferLinkFactory(to_club=club, is_public=True)
    bump([key_of("club", club.pk)])
    assert version_of(club) > before
    newer = kept.at("default", club.pk, before)
    assert newer.all.bit_count() == 2
    assert kept.at("default", club.pk, version_of(club)) is newer
    older = kept.at("default", club.pk, before)
    assert older is not newer


def shown(index: LinkIndex, names: Names) -> list[str]:
    return [row.player.name for row in index.shown.read("default", dict.fromkeys(index.ids, 0), names)]


def test_rows_that_were_shown_are_not_asked_for_again(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    club = ClubFactory(is_public=True)
    links = [TransferLinkFactory(to_club=club, is_public=True) for _ in range(3)]
    index, names = Indexes().at("default", club.pk, version_of(club)), names_again("default")
    with django_assert_num_queries(1):
        index.shown.read("default", {links[0].pk: 0, links[1].pk: 0}, names)
    with django_assert_num_queries(0):
        rows = index.shown.read("default", {links[1].pk: 0, links[0].pk: 0}, names)
    assert [row.pk for row in rows] == [links[1].pk, links[0].pk]
    with django_assert_num_queries(1):
        rows = index.shown.read("default", {links[2].pk: 0, links[1].pk: 0}, names)
    assert [row.pk for row in rows] == [links[2].pk, links[1].pk]
    with django_assert_num_queries(1):  # in another part of the list it is another row
        assert [row.part for row in index.shown.read("default", {links[0].pk: 7}, names)] == [7]


def test_rows_of_another_version_are_not_kept() -> None:
    """A commit fell between the index and its rows, or a pool led to another replica."""
    club = ClubFactory(is_public=True)
    link = TransferLinkFactory(to_club=club, is_public=True, player__name="Old Name")
    index, names = Indexes().at("default", club.pk, version_of(club)), names_again("default")
    link.player.name = "New Name"
    link.player.save()
    bump([key_of("club", club.pk)])
    settle()
    assert shown(index, names) == ["New Name"]
    link.player.name = "Newest Name"
    link.player.save()
    assert shown(index, names) == ["Newest Name"]


def test_rows_are_read_again_with_other_names() -> None:
    club = ClubFactory(is_public=True, name="Vintermoor")
    link = TransferLinkFactory(to_club=club, is_public=True)
    index, parts = Indexes().at("default", club.pk, version_of(club)), {link.pk: 0}
    (row,) = index.shown.read("default", parts, names_again("default"))
    assert row.to_club and row.to_club.name == "Vintermoor"
    club.name = "Vintermoor FC"
    club.save()
    (row,) = index.shown.read("default", parts, names_again("default"))
    assert row.to_club and row.to_club.name == "Vintermoor FC"


def test_rows_that_were_shown_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ShownRows, "MOST", 2)
    club = ClubFactory(is_public=True)
    links = [TransferLinkFactory(to_club=club, is_public=True) for _ in range(3)]
    index, names = Indexes().at("default", club.pk, version_of(club)), names_again("default")
    for link in links:
        assert [row.pk for row in index.shown.read("default", {link.pk: 0}, names)] == [link.pk]
    assert len(index.shown._kept[1]) <= 2


def test_a_link_that_was_withdrawn_since_its_index_was_read_is_not_shown() -> None:
    club = ClubFactory(is_public=True)
    stays, goes = (TransferLinkFactory(to_club=club, is_public=True) for _ in range(2))
    index = Indexes().at("default", club.pk, version_of(club))
    TransferLink.objects.filter(pk=goes.pk).update(is_public=False)
    assert shown(index, names_again("default")) == [stays.player.name]
