"""The scorer itself: what counts as the same, and how figures are made."""

import pytest

from tests.tagging.scoring import Score, Tally, same_club, same_person, same_source


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("AS Monarque", "Monarque", True),
        ("Lutèce SG", "Lutece SG", True),
        ("Carrowby City", "Carrowby City Women", False),
        (None, None, True),
        (None, "Romara", False),
    ],
)
def test_clubs(one: str | None, other: str | None, same: bool) -> None:
    assert same_club(one, other) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Joost van der Werff", "van der Werff", True),
        ("Dennis Hoeksma", "Hoeksma", True),
        ("Dennis Hoeksma", "Dennis Verhage", False),
        (None, None, True),
        (None, "Hoeksma", False),
    ],
)
def test_people(one: str | None, other: str | None, same: bool) -> None:
    assert same_person(one, other) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The Terrace", "Terrace", True),
        ("Pennwick Echo", "Pennwick Echo online", True),
        ("Echo", "Pennwick Echo", False),
        (None, None, False),
    ],
)
def test_sources(one: str | None, other: str | None, same: bool) -> None:
    assert same_source(one, other) is same


def test_a_tally_is_one_number() -> None:
    assert [Tally().f1, Tally(hit=2, missed=1, extra=1).f1, Tally(missed=1).f1] == [1.0, 2 / 3, 0.0]


def test_an_article_is_judged_on_what_both_name() -> None:
    link = {"player": "Ana Berg", "to": "Romara", "from": None, "window": None, "stage": "bid", "kind": "loan"}
    quote = {"speaker": "Ana Berg", "via": None, "starts": "I stay", "ends": "for good."}
    gold = {"published": None, "title": "Berg", "links": [link | {"doubtful": False}], "quotes": [quote], "sources": []}
    said = {
        "published": None,
        "title": None,
        "links": [
            link | {"from_club": "Vesuva", "to_club": "Romara", "doubtful": False},
            {"player": "X", "to_club": ""},
        ],
        "quotes": [{"speaker": None, "via": None, "text": "I stay here, for good."}],
        "sources": ["Goalwire"],
    }
    score = Score()
    score.add("berg", gold, said)
    assert score.figures() == {
        "links": 2 / 3,
        "quotes": 1.0,
        "sources": 0.0,
        "from": 0.0,
        "window": 1.0,
        "stage": 1.0,
        "kind": 1.0,
        "doubtful": 1.0,
        "speaker": 0.0,
        "via": 1.0,
        "cut": 1.0,
        "published": 1.0,
        "title": 0.0,
    }
    assert score.unasked == []
