import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rumours.text import OffsetMap, Span, TracedText, normalise, normalise_with_offsets

ANY_TEXT = st.text(st.characters(), max_size=60) | st.text("e\u0301\u030c\r\n\x00 aÅ\u2028", max_size=30)


@pytest.mark.parametrize(
    ("given_text", "stored"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\u2028b\u2029c\x85d\x0ce", "a\nb\nc\nd\ne"),
        ("Kante\u0301", "Kanté"),
        ("Kant\x00e\x07\u0301", "Kanté"),
        ("\ufeffMilan\u202e", "Milan"),
        ("half\ud800", "half"),
        ("tab\tstays", "tab\tstays"),
    ],
)
def test_a_text_is_stored_in_one_form(given_text: str, stored: str) -> None:
    assert normalise(given_text) == stored


@given(ANY_TEXT)
def test_again_changes_nothing_and_the_traced_text_is_the_same(text: str) -> None:
    traced = normalise_with_offsets(text)
    assert traced.text == normalise(text) == normalise(traced.text)
    assert unicodedata.is_normalized("NFC", traced.text)


@given(st.text(st.characters(exclude_categories=["Mn", "Mc"], max_codepoint=0x2F0)))
def test_every_character_leads_back_to_itself(text: str) -> None:
    traced = normalise_with_offsets(text)
    for index, character in enumerate(traced.text):
        assert character == normalise(text[traced.offsets.to_original(index)])


def test_a_composed_letter_leads_to_its_base_and_what_follows_is_exact() -> None:
    text = "x\r\nKante\u0301 y"
    traced = normalise_with_offsets(text)
    assert traced.text == "x\nKanté y"
    assert traced.offsets.to_original(traced.text.index("é")) == text.index("e")
    assert traced.offsets.to_original(traced.text.index("y")) == text.index("y")


def test_each_letter_of_a_word_leads_to_its_own_where_some_are_composed() -> None:
    text = "Зимний трансфер: и\u0306ожик, case\u0301, и\u0306од"
    traced = normalise_with_offsets(text)
    places = [traced.offsets.to_original(index) for index in range(len(traced.text))]
    assert places == [index for index, character in enumerate(text) if not unicodedata.combining(character)]


def test_dropped_pieces_keep_the_way_back_and_their_place() -> None:
    text = "head\n\nbody one\ncaption\nbody two"
    caption = Span(text.index("caption"), text.index("body two"))
    traced = TracedText.of(text).drop([Span(0, 6), caption])
    assert traced.text == "body one\nbody two"
    assert traced.offsets.span_to_original(Span(9, 17)).of(text) == "body two"
    assert traced.offsets.from_original(caption.start) == 9
    assert traced.offsets.from_original(0) == 0


def test_a_map_survives_storing() -> None:
    offsets = TracedText.of("abcdef").drop([Span(2, 3)]).offsets
    assert offsets.as_rows() == [[0, 0, 2], [2, 3, 3]]
    assert OffsetMap.from_rows(offsets.as_rows()) == offsets


def test_an_empty_map_leads_nowhere() -> None:
    assert OffsetMap.identity(0).to_original(5) == 0
    assert OffsetMap().from_original(5) == 0


@given(st.text(min_size=1), st.lists(st.integers(0, 40), max_size=6))
def test_what_is_kept_leads_back_to_the_same_characters(text: str, cuts: list[int]) -> None:
    edges = sorted({min(cut, len(text)) for cut in cuts} | {0, len(text)})
    spans = [Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=False)]
    kept = TracedText.of(text).keep(spans)
    assert all(kept.text[i] == text[kept.offsets.to_original(i)] for i in range(len(kept.text)))
    assert all(kept.offsets.from_original(kept.offsets.to_original(i)) == i for i in range(len(kept.text)))
