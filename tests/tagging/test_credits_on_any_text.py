"""Credits on any text: places that lead back, no crash, time that grows with the length alone."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rumours.tagging import Gazetteer, Key, KnownName
from rumours.tagging.credits import find_credits
from rumours.tagging.names import read
from rumours.text import Document

GAZETTEER = Gazetteer(
    [
        KnownName(Key("source", 1), "Kicker"),
        KnownName(Key("source", 2), "Sky", ambiguous=True),
        KnownName(Key("source", 3), "Fabrizio Romano"),
        KnownName(Key("club", 1), "Redville"),
    ]
)
PIECES = st.sampled_from(
    [
        *(
            "according to",
            "per",
            "via",
            "told",
            "reports",
            "as reported by",
            "and",
            ",",
            ".",
            "(",
            ")",
            "[",
            "]",
            "“",
            "”",
        ),
        *("Kicker", "Sky", "Germany", "Fabrizio Romano", "Redville", "Ana Bini", "tuttoredville.it", "the", "podcast"),
        *("journalist", "newspaper", "’s", "‘", "\n", "— ", "(@ana)", "on X", "Source:", "claims", "is", "The"),
    ]
)


@given(st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=200))
def test_every_credit_stands_where_it_says(text: str) -> None:
    reading = read(Document(None, text), GAZETTEER)
    credits = find_credits(reading)
    assert all(credit.text == credit.span.of(reading.text) != "" for credit in credits)
    assert all(credit.claim.contains(credit.span) or not len(credit.claim) for credit in credits)
    assert all(0 < credit.confidence <= 1 and credit.rule for credit in credits)
    ends = [credit.span.end for credit in credits]
    assert all(credit.span.start >= end for credit, end in zip(credits[1:], ends, strict=False))


WALLS = [
    "According to Kicker, ",
    "Ana Bini of Kicker, ",
    "Kicker, Sky and ",
    "told Ana Bini ",
    "(Kicker) ",
    "(via ",
    "“Ana ",
    "Aa ",
    "a.",
    "the Ana podcast ",
    "reported by a b c d e f g ",
    "A",
    "Source: Ana\n",
]


@pytest.mark.parametrize("unit", WALLS)
def test_twice_the_text_takes_not_much_more_than_twice_the_time(unit: str) -> None:
    def seconds(length: int) -> float:
        reading = read(Document(None, (unit * length)[:length]), GAZETTEER)
        began = process_time()
        find_credits(reading)
        return process_time() - began

    assert seconds(200_000) < max(8 * seconds(50_000), 1.0)
