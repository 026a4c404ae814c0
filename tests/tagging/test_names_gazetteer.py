"""Looking names up by their words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rumours.tagging import Gazetteer, Key, KnownName
from rumours.tagging.tokens import words_in, words_of

BERG, CITY = Key("player", 1), Key("club", 1)
GAZETTEER = Gazetteer([KnownName(BERG, "Jan van Berg"), KnownName(CITY, "FC Norvik"), KnownName(CITY, "FCN")])


def found(text: str, reach: int | None = None) -> str:
    """The words that the match at the first word covers."""
    words = words_in(text)
    match = GAZETTEER.match_at(words, 0, reach=reach)
    return text[words.starts[match.first] : words.ends[match.last]] if match else ""


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("Jan van Berg left", "Jan van Berg", "all words"),
        ("Jan van Dijkman", "", "not a part"),
        ("jan van berg", "", "not without a capital"),
        ("FCN left", "FCN", "initials"),
        ("Fcn left", "", "initials are capitals throughout"),
        ("Ján ván Bérg", "Ján ván Bérg", "accents aside"),
        ("Jan-van Berg’s", "Jan-van Berg", "hyphens part words, possessives belong to none"),
    ],
)
def test_the_longest_name_that_begins_here(text: str, expected: str, why: str) -> None:
    assert found(text) == expected, why


def test_no_name_reaches_over_a_break() -> None:
    assert found("Jan van Berg", reach=1) == ""


@given(st.text(max_size=40))
def test_a_name_is_keyed_as_a_text_is_read(name: str) -> None:
    assert words_of(name) == tuple(words_in(name).folded)
