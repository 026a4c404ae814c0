"""What filters leave of the queue, how many there are behind each, and how long they are kept."""

from typing import Any

import pytest
from django.contrib.auth.models import User

from rumours.editorial.desk.queue_counts import counts_of
from rumours.editorial.desk.queue_filters import Filters, Sort, Tab, keep, kept_of
from tests import factories
from tests.editorial.desk.queue.drafts import draft, link, shown

pytestmark = pytest.mark.django_db


def test_filters_narrow_by_source_club_confidence_section_and_language(ana: User) -> None:
    kell, post = factories.ClubFactory(name="Kell"), factories.SourceFactory(name="Post")
    one = draft("one", links=0, publisher=post, section="women", language="it")
    link(one, to_club=kell, confidence="0.900")
    two = draft("two", links=0, publisher=None)
    link(two, confidence="0.900")
    link(two, confidence="0.550")
    three = draft("three", links=0)
    link(three, confidence="0.300")
    factories.MentionFactory(article=three, start=6, text="want", player=None, club=kell)
    four = draft("four", links=0)
    factories.SuggestionFactory(article=four, player=None, player_name="Teo Marlin")

    def left(**chosen: Any) -> list[str]:
        return sorted(shown(ana, **chosen))

    assert left(source=("post",)) == ["one"]
    assert left(source=("-",)) == ["two"]
    assert left(source=("-", "post")) == ["one", "two"]
    assert left(club=("kell",)) == ["one", "three"]
    assert left(club=("nobody",)) == []
    assert left(confidence=("high",)) == ["one"]
    assert left(confidence=("middle",)) == ["two"]
    assert left(confidence=("low",)) == ["three"]
    assert left(confidence=("low", "none")) == ["four", "three"]
    assert left(section=("women",)) == ["one"]
    assert left(language=("it",), club=("kell",)) == ["one"]
    assert left(language=("it",), confidence=("low",)) == []


def test_counts_stand_behind_each_choice_and_ignore_their_own_filter(ana: User) -> None:
    kell, post = factories.ClubFactory(name="Kell"), factories.SourceFactory(name="Post")
    first = draft("one", links=0, publisher=post)
    link(first, to_club=kell, from_club=kell, confidence="0.900")
    factories.MentionFactory(article=first, start=6, text="want", player=None, club=kell)
    link(draft("two", links=0, publisher=factories.SourceFactory(name="Echo")), confidence="0.300")
    counts = counts_of(Filters(source=("post",)), by=ana)
    found = {facet.name: {(c.value, c.label, c.count, c.chosen) for c in facet.choices} for facet in counts.facets}
    assert found == {"source": {("post", "Post", 1, True), ("echo", "Echo", 1, False)}}
    everything = {
        facet.name: [(c.value, c.count) for c in facet.choices] for facet in counts_of(Filters(), by=ana).facets
    }
    assert everything["confidence"] == [("high", 1), ("low", 1)]
    narrowed = {facet.name: facet.choices for facet in counts_of(Filters(club=("kell",)), by=ana).facets}
    assert [(c.value, c.label, c.count, c.chosen) for c in narrowed["club"]] == [("kell", "Kell", 1, True)]
    assert [(c.value, c.count) for c in narrowed.get("confidence", [])] == []


def test_filters_survive_the_address_and_rubbish_is_dropped(ana: User) -> None:
    filters = Filters(tab=Tab.OPEN, sort=Sort.OLDEST, source=("post", "-"), confidence=("low",), language=("it",))
    keep(ana, filters)
    assert kept_of(ana).query == "tab=open&sort=oldest&source=-&source=post&confidence=low&language=it"
    given = {
        "tab": ["nowhere"],
        "sort": ["x", "oldest"],
        "club": ["a'b", "\0", "ok"],
        "confidence": ["sure"],
        "q": ["1"],
    }
    assert Filters.parse(given) == Filters(sort=Sort.OLDEST, club=("ok",))
    assert len(Filters.parse({"club": [f"club-{n}" for n in range(999)]}).club) == 12


def test_filters_too_long_to_keep_leave_those_kept_before(ana: User) -> None:
    keep(ana, Filters(sort=Sort.OLDEST))
    keep(ana, Filters(club=tuple(f"{'x' * 130}-{n}" for n in range(9))))
    assert kept_of(ana) == Filters(sort=Sort.OLDEST)
