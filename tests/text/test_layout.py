from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rumours.text import Span, headings, paragraphs, segments, sentences, title_like


def words_of(text: str, spans: list[Span]) -> list[str]:
    return [span.of(text) for span in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\n  Two. \nThree.", ["One.", "Two.", "Three."]),
        ("He leaves in the\nsummer on a free.", ["He leaves in the\nsummer on a free."]),
        ("He leaves in the\n\nsummer", ["He leaves in the", "summer"]),
        ("", []),
        (" \n \n", []),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert words_of(text, paragraphs(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("He is out. The deal is on.", ["He is out.", "The deal is on."], "plain"),
        ("“Will he go? I doubt it.” He left.", ["“Will he go?", "I doubt it.”", "He left."], "inside quotes"),
        ("Paris St. Germain wait. So does Mr. Eta.", ["Paris St. Germain wait.", "So does Mr. Eta."], "abbreviations"),
        ("J. Okoro joins. All done.", ["J. Okoro joins.", "All done."], "an initial"),
        ("It cost €1.5m. Not bad.", ["It cost €1.5m.", "Not bad."], "a number"),
        ("an option.According to Ora, yes.", ["an option.", "According to Ora, yes."], "no space"),
        ("Goal.Com and Ora.It say so.", ["Goal.Com and Ora.It say so."], "a domain"),
        ("A Heading\nThen prose. And more", ["A Heading", "Then prose.", "And more"], "paragraphs part sentences"),
        ("Wait... what? No.", ["Wait... what?", "No."], "small letter after dots"),
    ],
)
def test_sentences(text: str, expected: list[str], why: str) -> None:
    assert words_of(text, sentences(text)) == expected, why


def test_headings_are_short_titles_before_prose() -> None:
    text = (
        "The first paragraph is prose.\nWhat next for Okoro?\nHe may leave, says his agent.\n"
        "Source: La Voce\nNothing is agreed yet.\nThe very last line"
    )
    assert words_of(text, headings(text)) == ["What next for Okoro?"]


@pytest.mark.parametrize(
    ("words", "is_title"),
    [
        ("Reds push for Okoro", True),
        ("'I am off': Okoro on his future", True),
        ("Reds push for Okoro.", False),
        ("“I am happy here.”", False),
        ("he said to reporters", False),
        ("- a point in a list", False),
        ("word " * 20, False),
        ("", False),
    ],
)
def test_what_looks_like_a_title(words: str, is_title: bool) -> None:
    assert title_like(words) is is_title


def test_a_text_is_cut_by_its_tags() -> None:
    text = "Okoro to Reds"
    pieces = segments(
        text, [(Span(9, 13), "club"), (Span(0, 5), "player"), (Span(0, 3), "shorter"), (Span(9, 99), "out")]
    )
    assert [(piece.text, piece.tag) for piece in pieces] == [("Okoro", "player"), (" to ", None), ("Reds", "club")]


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_span_cannot_run_backwards(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="cannot run"):
        Span(start, end)


def test_spans_touch_without_overlapping() -> None:
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 3).overlaps(Span(2, 5))
    assert Span(0, 5).contains(Span(3, 5)) and not Span(3, 5).contains(Span(0, 5))


@given(st.text('aA.?!\n “”"’1'))
def test_spans_stand_in_the_text_in_order_and_miss_no_word(text: str) -> None:
    for spans in (paragraphs(text), sentences(text)):
        assert all(before.end <= after.start for before, after in pairwise(spans))
        assert "".join("".join(words_of(text, spans)).split()) == "".join(text.split())


@given(st.text(), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted)))
def test_segments_join_to_the_text(text: str, edges: list[list[int]]) -> None:
    pieces = segments(text, [(Span(*edge), number) for number, edge in enumerate(edges)])
    assert "".join(piece.text for piece in pieces) == text
    assert all(piece.span.of(text) == piece.text for piece in pieces)


@pytest.mark.parametrize("unit", ["a", ".", ". ", ".”", "a.", "A.", "a\n", " ", '."A'])
def test_a_hostile_wall_of_text_costs_one_pass(unit: str) -> None:
    text = unit * 100_000
    assert "".join("".join(words_of(text, sentences(text))).split()) == "".join(text.split())
