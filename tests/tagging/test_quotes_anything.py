"""What holds for any text: spans inside it, words that are its own, no crash, no long wait."""

import gc
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rumours.tagging.names import read
from rumours.tagging.quotes import find_quotes
from rumours.text import Document
from tests.tagging.quotes_world import GAZETTEER, quotes

PIECES = [
    "“", "”", '"', "‘", "’", "'", "„", "«", "»", "''", " ", "  ", "\n", ".", ",", ": ", "? ", "[", "]", "I am here",
    "Marek Novak", "Marek Novak’s agent", "said", " he added", "told La Voce", "according to ", "(via La Voce)",
    "Source: La Voce", "the players’ interest", "It’s done", "É", "🚨",
]  # fmt: skip
MEGABYTE = 1_000_000


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_a_passage_is_made_of_the_texts_own_words(body: str) -> None:
    for found in quotes(body):
        words = [fragment.of(body) for fragment in found.fragments]
        assert found.text == " ".join(" ".join(word.split()) for word in words)
        assert all(words)
        assert (found.span.start, found.span.end) == (found.fragments[0].start, found.fragments[-1].end)


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_passages_stand_in_order_and_apart(body: str) -> None:
    fragments = [fragment for found in quotes(body) for fragment in found.fragments]
    assert all(earlier.end <= later.start for earlier, later in pairwise(fragments))


@given(st.text(max_size=300))
def test_any_text_has_an_answer(body: str) -> None:
    assert isinstance(quotes(body), tuple)


@pytest.mark.parametrize(
    "piece", ['"', "“", "‘", '" ', "“a ", "‘a ", "''a ", "“I am here,” he said. ", "“I am\n", '\n"']
)
def test_a_wall_of_marks_is_soon_read(piece: str) -> None:
    reading = read(Document(None, piece * (MEGABYTE // len(piece) // 4)), GAZETTEER)
    # The collector would go through all that other tests of this process have left.
    gc.disable()
    try:
        began = process_time()
        find_quotes(reading)
        took = process_time() - began
    finally:
        gc.enable()
    assert took < 1.0
