"""A suggested quote becomes one with its speaker, a new name a row of its own."""

from typing import Any

import pytest
from django.contrib.auth.models import User

from rumours.editorial.errors import EditorialError
from rumours.editorial.reviewing import accept, accept_quote
from rumours.models import (
    Article,
    Decision,
    Person,
    Player,
    Source,
)
from tests import factories as make
from tests.editorial.accepting.surroundings import QUOTE, spoken, suggested, tags

pytestmark = pytest.mark.django_db


def test_a_quote_is_entered_with_its_speaker_and_outlet(article: Article, chief: User) -> None:
    rovers = make.ClubFactory(name="Rovers")
    row = spoken(article, person_name="Abel Quist", role="coach", club=rovers, via_name="The Quayside Post")
    quote: Any = accept_quote(row, by=chief)
    assert (quote.words, quote.text) == ("He stays, … and that is all.", QUOTE)
    assert (quote.speaker.name, quote.speaker.role, quote.speaker.is_stub) == ("Abel Quist", "coach", True)
    assert (quote.role, quote.club, quote.via.name) == ("coach", rovers, "The Quayside Post")
    assert row.decision == "accepted"


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ({"described": "The winger’s agent"}, (None, "The winger’s agent")),
        ({"player_name": "Teo Marlin", "role": "player"}, ("Teo Marlin", "")),
    ],
)
def test_who_speaks(article: Article, chief: User, columns: dict[str, str], expected: tuple[str | None, str]) -> None:
    quote: Any = accept_quote(spoken(article, **columns), by=chief)
    assert (quote.speaker.name if quote.speaker else None, quote.described) == expected
    players = Person.objects.filter(player__isnull=False).values_list("player__name", flat=True)
    assert list(players) == [name for name in expected[:1] if name]


def test_a_known_player_speaks_as_himself(article: Article, chief: User, marlin: Player) -> None:
    person = make.PersonFactory(player=marlin, name="Teo Marlin")
    quote: Any = accept_quote(spoken(article, player=marlin), by=chief)
    assert (quote.speaker, Person.objects.count()) == (person, 1)


def test_another_speaker_may_be_chosen(article: Article, chief: User) -> None:
    row = spoken(article, person_name="Abel Quist")
    quote: Any = accept_quote(row, by=chief, described="A friend")
    assert (quote.speaker, quote.described, row.decision) == (None, "A friend", "edited")


def test_a_quote_of_nobody_waits(article: Article, chief: User) -> None:
    with pytest.raises(EditorialError, match="one speaker"):
        accept_quote(spoken(article), by=chief)
    assert Decision.objects.count() == 0


@pytest.mark.parametrize(
    ("kind", "model", "facts"),
    [("player", Player, {"is_stub": True}), ("person", Person, {"is_stub": True}), ("source", Source, {})],
)
def test_a_new_name_is_entered_and_tagged(
    article: Article, chief: User, kind: str, model: Any, facts: dict[str, Any]
) -> None:
    row = suggested(article, "Teo Marlin", kind, **{f"{kind}_name": "Teo Marlin"})
    accept(row, by=chief)
    assert (tags(article), row.decision) == ([("Teo Marlin", "Teo Marlin")], "accepted")
    assert {name: getattr(model.objects.get(name="Teo Marlin"), name) for name in facts} == facts


def test_a_journalist_comes_with_the_outlet_he_works_for(article: Article, chief: User) -> None:
    post = make.SourceFactory(name="The Quayside Post")
    accept(suggested(article, "Teo Marlin", "source", source_name="Teo Marlin", via=post), by=chief)
    journalist = Source.objects.get(name="Teo Marlin")
    assert (journalist.kind, journalist.outlet) == ("journalist", post)
