"""Words are found in a body as people type them, and stored as the body has them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rumours.editorial.anchoring import locate, occurrences
from rumours.editorial.errors import WordsNotFound
from rumours.text import Span, normalise

BODY = "Milan’s Milanello is quiet.\n\n“He  stays,” said Milan – for now…"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Milan's Milanello", "Milan’s Milanello"),
        ('"He stays,"', "“He  stays,”"),
        ("Milan - for now...", "Milan – for now…"),
        ("  quiet. “He", "quiet.\n\n“He"),
        ("quiet.\r\n\r\n“He", "quiet.\n\n“He"),
        ("ilanell", "ilanell"),
    ],
)
def test_what_is_typed_otherwise_is_found_as_the_body_has_it(typed: str, found: str) -> None:
    assert locate(BODY, typed).of(BODY) == found


def test_a_decomposed_accent_is_found() -> None:
    assert locate("Škriniar", "S\u030ckriniar").of("Škriniar") == "Škriniar"


def test_the_nearest_occurrence_is_taken_else_the_first() -> None:
    assert locate(BODY, "Milan") == Span(0, 5)
    assert locate(BODY, "Milan", near=50).start == BODY.rindex("Milan")


def test_whole_words_go_before_parts_of_words() -> None:
    assert locate("Milanello, Milan", "Milan") == Span(11, 16)


def test_occurrences_are_whole_words_only() -> None:
    assert [span.start for span in occurrences(BODY, "Milan")] == [0, BODY.rindex("Milan")]


@pytest.mark.parametrize("words", ["Juventus", "", "  ", "Milan\x00ese", "He stays " * 40])
def test_what_does_not_stand_there_is_refused(words: str) -> None:
    with pytest.raises(WordsNotFound):
        locate(BODY, words)


def test_the_error_names_how_the_words_begin() -> None:
    with pytest.raises(WordsNotFound, match="“Juventus have also asked, it is said, about the price of the…”"):
        locate(BODY, "Juventus have also asked, it is said, about the price of the defender of Milan")


@given(st.text(max_size=80), st.data())
def test_any_piece_of_a_body_is_found_in_it(text: str, data: st.DataObject) -> None:
    body = normalise(text)
    start = data.draw(st.integers(0, len(body)))
    piece = body[start : data.draw(st.integers(start, len(body)))].strip()
    if piece and normalise(piece) == piece:
        assert len(locate(body, piece, near=start).of(body)) > 0
