"""Rows made in a hurry."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rumours.choices import SourceKind
from rumours.editorial.stubs import KINDS, missing, stub_counts, stubs
from rumours.models import Club, Person, Player, Source
from tests import factories as make

pytestmark = pytest.mark.django_db


def made(row: Any, minutes: int) -> Any:
    """The row, made so many minutes after the day of the tests."""
    type(row).objects.filter(pk=row.pk).update(created_at=make.DAY + timedelta(minutes=minutes))
    return row


def test_all_kinds_the_newest_first() -> None:
    player = made(make.PlayerFactory(is_stub=True), 2)
    club = made(make.ClubFactory(is_stub=True), 4)
    person = made(make.PersonFactory(is_stub=True), 1)
    source = made(make.SourceFactory(), 3)
    for row in (make.PlayerFactory(), make.ClubFactory(), make.PersonFactory()):
        made(row, 9)
    assert [(stub.kind, stub.row) for stub in stubs()] == [
        ("club", club), ("source", source), ("player", player), ("person", person),
    ]  # fmt: skip
    assert [stub.row for stub in stubs(start=1, count=2)] == [source, player]
    assert [stub.row for stub in stubs(["player"])] == [player]
    assert stub_counts() == dict.fromkeys(KINDS, 1)


@pytest.mark.parametrize(
    "known", [{"country": "Italy"}, {"language": "it"}, {"domains": "|a.example|"}, {"handles": "@a"},
              {"is_reference": True}], ids=str,
)  # fmt: skip
def test_a_source_of_which_something_is_known_is_none(known: dict[str, Any]) -> None:
    make.SourceFactory(**known)
    assert stubs() == []


def test_nor_is_a_journalist_whose_outlet_is_known() -> None:
    outlet = make.SourceFactory(country="Italy")
    make.JournalistFactory(outlet=outlet)
    alone = make.SourceFactory(kind=SourceKind.JOURNALIST)
    assert [stub.row for stub in stubs()] == [alone]


@pytest.mark.parametrize(
    ("row", "lacks"),
    [
        (Player(), ["position", "nationality", "born", "club"]),
        (Player(position="goalkeeper", nationality="Italy", born=date(2004, 1, 1), club_id=1), []),
        (Player(birth_year=2004, retired=True), ["position", "nationality"]),
        (Club(), ["association", "league"]),
        (Club(association="Italy", competition_id=1), []),
        (Person(), ["role", "club"]),
        (Person(role="coach", club_id=1), []),
        (Person(role="journalist", source_id=1), []),
        (Source(), ["country", "language", "web address"]),
    ],
    ids=str,
)
def test_what_is_missing(row: Player | Club | Person | Source, lacks: list[str]) -> None:
    assert missing(row) == lacks


def test_the_first_article_that_names_it() -> None:
    first, later = make.ArticleFactory(), make.ArticleFactory()
    player, club, unnamed = (
        make.PlayerFactory(is_stub=True), make.ClubFactory(is_stub=True), make.ClubFactory(is_stub=True),
    )  # fmt: skip
    person, source = make.PersonFactory(is_stub=True), make.SourceFactory()
    link = make.TransferLinkFactory(player=player, to_club=club)
    make.ReportFactory(article=first, link=link, source=source)
    make.MentionFactory(article=later, player=player)
    make.QuoteFactory(article=later, speaker=person)
    found = {(stub.kind, stub.row.pk): stub.article for stub in stubs()}
    known = {kind: found[kind, row.pk] for kind, row in (("player", player), ("club", club), ("source", source))}
    assert known == dict.fromkeys(("player", "club", "source"), first)
    assert (found["person", person.pk], found["club", unnamed.pk]) == (later, None)


def test_as_many_queries_for_many_as_for_few() -> None:
    few = queries_with(1)
    assert queries_with(20) == few


def queries_with(count: int) -> int:
    for _ in range(count):
        make.ReportFactory(
            link=make.TransferLinkFactory(
                player=make.PlayerFactory(is_stub=True), to_club=make.ClubFactory(is_stub=True)
            )
        )
        make.QuoteFactory(speaker=make.PersonFactory(is_stub=True))
    with CaptureQueriesContext(connection) as seen:
        stubs()
    return len(seen)
