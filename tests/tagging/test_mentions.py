"""Who is named in a text: tables of sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rumours.tagging import Gazetteer, Key, KnownName, tag
from rumours.text import Document

NAMES = [
    KnownName(Key("player", 1), "Milan Škriniar"),
    KnownName(Key("player", 2), "Fikayo Tomori"),
    KnownName(Key("player", 3), "Virgil van Dijk"),
    KnownName(Key("player", 4), "Murillo"),
    KnownName(Key("player", 5), "Ana Murillo", section="women"),
    KnownName(Key("player", 6), "Matt O'Riley"),
    KnownName(Key("club", 1), "AC Milan"),
    KnownName(Key("club", 1), "Milan", ambiguous=True),
    KnownName(Key("club", 2), "Liverpool", weight=9),
    KnownName(Key("club", 2), "Reds", ambiguous=True, weight=9),
    KnownName(Key("club", 3), "Nottingham Forest"),
    KnownName(Key("club", 3), "Reds", ambiguous=True),
    KnownName(Key("club", 4), "Chelsea", section="men"),
    KnownName(Key("club", 5), "Chelsea", section="women"),
    KnownName(Key("club", 7), "The Fire"),
    KnownName(Key("source", 1), "CalcioMercato"),
    KnownName(Key("source", 2), "The Herald"),
    KnownName(Key("source", 3), "AS"),
    KnownName(Key("club", 6), "Roma"),
    KnownName(Key("club", 6), "Roma", ambiguous=True),
]
GAZETTEER = Gazetteer(NAMES)

# sentence, what is found (text, likeliest row, rule), why
SENTENCES = [
    (
        "Milan want Milan Skriniar.",
        ["Milan = club 1, ambiguous-name", "Milan Skriniar = player 1, known-name"],
        "longest run of words",
    ),
    (
        "Tomori, said Fikayo Tomori’s agent.",
        ["Tomori = player 2, surname-of-full-name", "Fikayo Tomori = player 2, known-name"],
        "surname before the full name, possessive off",
    ),
    ("Tomori stays.", [], "a surname nobody bears in full here"),
    (
        "Virgil van Dijk waits; van Dijk, or Dijk.",
        [
            "Virgil van Dijk = player 3, known-name",
            "van Dijk = player 3, surname-of-full-name",
            "Dijk = player 3, surname-of-full-name",
        ],
        "particles",
    ),
    ("Matt O’Riley’s move", ["Matt O’Riley = player 6, known-name"], "apostrophes of either sort"),
    (
        "Murillo of Nottingham Forest",
        ["Murillo = player 4, lone-known-name", "Nottingham Forest = club 3, known-name"],
        "one-name player",
    ),
    ("The Reds play.", ["Reds = club 2, undecided"], "two clubs bear it, nothing decides: the likelier first"),
    (
        "Nottingham Forest: the Reds play.",
        ["Nottingham Forest = club 3, known-name", "Reds = club 3, named-elsewhere"],
        "the one named in full",
    ),
    (
        "Fire! The Fire told The Herald.",
        ["Fire = club 7, known-name", "The Herald = source 2, known-name"],
        "a nickname needs its article, which is no part of it",
    ),
    ("As it stands, AS say so.", ["AS = source 3, known-name"], "initials are capitals throughout"),
    ("Roma wait.", ["Roma = club 6, ambiguous-name"], "a club's own name that is also a common word"),
    ("a forest of reds in milan", [], "names are written with capitals"),
    ("Milano and Chelseafans", [], "whole words only"),
    ("According to CalcioMercato.", ["CalcioMercato = source 1, known-name"], "outlets"),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), SENTENCES, ids=[why for *_, why in SENTENCES])
def test_names_in_a_sentence(sentence: str, expected: list[str], why: str) -> None:
    mentions = tag(Document(None, sentence), GAZETTEER).mentions
    assert [f"{found.text} = {found.key.kind} {found.key.id}, {found.rule}" for found in mentions] == expected


@pytest.mark.parametrize(("section", "club"), [("men", 4), ("women", 5)])
def test_the_section_ranks_clubs_of_one_name_and_keeps_the_other(section: str, club: int) -> None:
    (mention,) = tag(Document(None, "Chelsea want her."), GAZETTEER, section=section).mentions
    assert [key.id for key in mention.candidates] == [club, 9 - club]


def test_an_undecided_name_keeps_every_row_it_may_mean() -> None:
    (mention,) = tag(Document(None, "The Reds play."), GAZETTEER).mentions
    assert mention.candidates == (("club", 2), ("club", 3))


@given(st.text(alphabet=st.sampled_from("MilanŠkrr ReßdsoCA’'-.\n\u0307"), max_size=80))
def test_spans_lie_in_the_text_and_say_what_they_claim(text: str) -> None:
    at = 0
    for mention in tag(Document(None, text), GAZETTEER).mentions:
        assert at <= mention.span.start < mention.span.end <= len(text)
        assert mention.span.of(text) == mention.text
        at = mention.span.end
