import pytest
from hypothesis import given
from hypothesis import strategies as st

from rumours.text import Span, fold, fold_with_offsets

NAMES = [
    ("Škriniar", "skriniar"),
    ("S\u030ckriniar", "skriniar"),
    ("Ødegaard", "odegaard"),
    ("Fenerbahçe", "fenerbahce"),
    ("Ilkay Gündoğan", "ilkay gundogan"),
    ("Yıldız", "yildiz"),
    ("Łukasz Fabiański", "lukasz fabianski"),
    ("Đoković", "dokovic"),
    ("Großkreutz", "grosskreutz"),
    ("O'Riley", "oriley"),
    ("N’Golo  Kanté", "ngolo kante"),
    ("Al-Nassr", "al nassr"),
    ("(Inter)", "inter"),
    ("Soft\u00adhyphen", "softhyphen"),
    ("Шевченко", "shevchenko"),
    ("…", ""),
    ("", ""),
]


@pytest.mark.parametrize(("name", "folded"), NAMES)
def test_a_name_folds_to_what_a_reader_types(name: str, folded: str) -> None:
    assert fold(name) == folded


def test_a_match_in_the_folded_text_gives_the_span_of_the_original() -> None:
    text = "Sources: “Großkreutz” for O’Riley!"
    folded = fold_with_offsets(text)
    at = folded.text.index("oriley")
    assert folded.source_span(at, at + len("oriley")).of(text) == "O’Riley"
    at = folded.text.index("grosskreutz")
    assert folded.source_span(at, at + len("grosskreutz")).of(text) == "Großkreutz"


def test_a_loose_accent_belongs_to_its_letter() -> None:
    assert fold_with_offsets("Josip Ilic\u030c.").source_span(6, 10) == Span(6, 11)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (3, 2), (0, 99)])
def test_an_impossible_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no folded text"):
        fold_with_offsets("Inter").source_span(start, end)


@given(st.text())
def test_folding_again_changes_nothing_and_both_ways_agree(text: str) -> None:
    folded = fold_with_offsets(text)
    assert folded.text == fold(text) == fold(fold(text))
    assert len(folded.starts) == len(folded.ends) == len(folded.text)
    assert all(0 <= start < end <= len(text) for start, end in zip(folded.starts, folded.ends, strict=True))
    assert list(folded.starts) == sorted(folded.starts)
