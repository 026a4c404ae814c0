"""The notation of wordings: what each piece of it matches, and what it must not."""

import pytest

from rumours.tagging.links.phrases import Phrasebook
from tests.tagging.links.world import line_of, scene_of

# phrase, sentence, the words found (None: none)
MATCHES = [
    ("keen on", "they are keen on him", "keen on"),
    ("keen on", "they are keen to win", None),
    ("want|wants him", "she wants him", "wants him"),
    ("keen [up] on", "keen up on", "keen up on"),
    ("keen [up] on", "keen on", "keen on"),
    ("made ..2 bid", "they made a second bid", "made a second bid"),
    ("made ..2 bid", "they made a very late bid", None),
    ("made ..2 bid", "they made . a bid", None),
    ("made _2 bid", "they made C a bid", None),
    ("made ..2 bid", "they made C a bid", "made C a bid"),
    ("sign +P", "they sign C 's swiss defender P", "sign C 's swiss defender P"),
    ("sign +P", "they sign a replacement for P", None),
    ("sign +P", "they sign P", "sign P"),
    ("keen on [+P]", "keen on a striker for P", "keen on"),
    ("linked with +B", "linked with serie a side C", "linked with serie a side C"),
    ("linked with +B", "linked with former C", None),
    ("{move} to +B", "a switch to C", "switch to C"),
]


@pytest.mark.parametrize(("phrase", "sentence", "expected"), MATCHES, ids=[f"{one} / {two}" for one, two, _ in MATCHES])
def test_a_phrase_matches(phrase: str, sentence: str, expected: str | None) -> None:
    line = line_of(sentence)
    book = Phrasebook([(phrase, None)], {"move": "move|switch"})
    found = [" ".join(line.words[hit.first : hit.last + 1]) for hit in book.on(line)]
    assert found == ([] if expected is None else [expected])


def test_a_club_that_describes_a_player_is_not_the_club_meant() -> None:
    line = scene_of("Harbury were linked with Real Castellar winger Ivo Lander.").lines[0]
    line.possible = None  # read before these phrases were made
    assert [hit.tag for hit in Phrasebook([("linked with +B", "club"), ("linked with +P", "player")], {}).on(line)] == [
        "player"
    ]


def test_names_in_a_phrase_are_told_by_their_slots() -> None:
    (hit,) = Phrasebook([("B bid for P", None)], {}).on(line_of("C bid for P"))
    assert (dict(hit.slots), hit.said) == ({"B": 0, "P": 3}, frozenset({0, 1, 2, 3}))


def test_a_wording_outdoes_one_that_spells_out_less() -> None:
    book = Phrasebook([("not interested in", "off"), ("interested in", "wants")], {})
    long, short = book.on(line_of("not interested in P"))
    assert (long.outdoes(short), short.outdoes(long), long.outdoes(long)) == (True, False, False)


def test_a_phrase_cannot_begin_with_a_gap() -> None:
    with pytest.raises(ValueError, match="gap"):
        Phrasebook([("..3 bid", None)], {})
