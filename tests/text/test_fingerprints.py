from random import Random

from hypothesis import given
from hypothesis import strategies as st

from rumours.text import bands, fingerprint, overlap, simhash


def _story(seed: int) -> str:
    choose = Random(seed)
    return " ".join("".join(choose.choices("abcdefgh", k=4)) for _ in range(400))


STORY, OTHER = _story(1), _story(2)


def test_a_fingerprint_ignores_case_accents_and_white_space() -> None:
    assert fingerprint("Škriniar  to Milan.") == fingerprint("skriniar to\nMILAN")
    assert fingerprint("Škriniar to Milan") != fingerprint("Škriniar to Inter")
    assert len(fingerprint("")) == 64


def test_a_copy_with_a_paragraph_more_is_close_and_another_story_is_far() -> None:
    copy = STORY + " Read the terms of this site before you copy it."
    assert (simhash(STORY) ^ simhash(copy)).bit_count() <= 6
    assert (simhash(STORY) ^ simhash(OTHER)).bit_count() > 16
    assert overlap(STORY, copy) == 1.0
    assert overlap(STORY, OTHER) < 0.1


def test_overlap_of_nothing_is_none() -> None:
    assert overlap("", "") == 0.0
    assert overlap("Milan", "milan") == 1.0
    assert simhash("") == 0


@given(st.integers(0, 2**64 - 1))
def test_bands_hold_the_whole_number(value: int) -> None:
    assert sum(band << 16 * place for place, band in enumerate(bands(value))) == value
    assert all(0 <= band < 2**16 for band in bands(value))
