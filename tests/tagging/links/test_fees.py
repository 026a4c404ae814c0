"""Sums in sentences: how much, in what, and what for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rumours.choices import FeeWhat
from rumours.tagging.links.fees import sums, what_for
from rumours.text import Span

# sentence, low, high, currency
SUMS = [
    ("They paid €58 million for him.", 58_000_000, 58_000_000, "EUR"),
    ("They paid £20m for him.", 20_000_000, 20_000_000, "GBP"),
    ("It would take £20-25m.", 20_000_000, 25_000_000, "GBP"),
    ("It would take between €40m and €50m.", 40_000_000, 50_000_000, "EUR"),
    ("It would take €40m to €50m.", 40_000_000, 50_000_000, "EUR"),
    ("It would take 60 million euros.", 60_000_000, 60_000_000, "EUR"),
    ("He earns £85,000 a week.", 85_000, 85_000, "GBP"),
    ("It rose to $8.5 million.", 8_500_000, 8_500_000, "USD"),
    ("They want €1.2bn for the club.", 1_200_000_000, 1_200_000_000, "EUR"),
]
# sentence, what its only sum is for
WHAT = [
    ("Harbury have made an offer of €20m.", FeeWhat.OFFER),
    ("The asking price is €40m.", FeeWhat.ASKING),
    ("They value him at €40m.", FeeWhat.ASKING),
    ("His release clause stands at €75m.", FeeWhat.CLAUSE),
    ("The clubs agreed a fee of €30m.", FeeWhat.AGREED),
    ("There is a loan fee of €2m.", FeeWhat.LOAN_FEE),
    ("It includes an option to buy for €18m.", FeeWhat.OPTION),
    ("It includes an obligation worth €18m.", FeeWhat.OBLIGATION),
    ("There are add-ons of €5m.", FeeWhat.ADD_ONS),
    ("His salary is €4m.", FeeWhat.WAGE),
    ("He earns €90,000-a-week.", FeeWhat.WAGE),
    ("They turned down a bid worth €20m.", FeeWhat.OFFER),
    ("He is worth €20m.", FeeWhat.ASKING),
    ("They want him and would pay the €60m clause.", FeeWhat.CLAUSE),
    ("There are bonuses of up to €5m.", FeeWhat.ADD_ONS),
    ("The bid includes €5m in possible add-ons.", FeeWhat.ADD_ONS),
    ("The clubs agreed a fee of €30m including add-ons.", FeeWhat.AGREED),
    ("Harbury made a bid of €30m, add-ons included.", FeeWhat.OFFER),
    ("Harbury would pay €30m with bonuses.", FeeWhat.OFFER),
    ("Lander was sold for €30m.", FeeWhat.AGREED),
    ("Lazzano have rejected €20m from Harbury.", FeeWhat.OFFER),
    ("Lazzano turned down €20m from Harbury.", FeeWhat.OFFER),
    ("The stadium holds a museum that cost the town €9m.", None),
]


@pytest.mark.parametrize(("sentence", "low", "high", "currency"), SUMS, ids=[row[0] for row in SUMS])
def test_a_sum(sentence: str, low: int, high: int, currency: str) -> None:
    found = [(money.low, money.high, money.currency) for money in sums(sentence, Span(0, len(sentence)))]
    assert found == [(low, high, currency)]


def test_a_sum_converted_in_brackets_is_the_same_sum() -> None:
    sentence = "They want €58m (£50m) for him."
    assert [money.currency for money in sums(sentence, Span(0, len(sentence)))] == ["EUR"]


@pytest.mark.parametrize(
    "sentence", ["He scored 20 goals.", "They won 3-1.", "It cost €5.", "He is 25 million times better."]
)
def test_no_sum(sentence: str) -> None:
    assert list(sums(sentence, Span(0, len(sentence)))) == []


@pytest.mark.parametrize(("sentence", "what"), WHAT, ids=[row[0] for row in WHAT])
def test_what_a_sum_is_for(sentence: str, what: FeeWhat | None) -> None:
    whole = Span(0, len(sentence))
    (money,) = sums(sentence, whole)
    assert what_for(sentence, whole, money.span) == what


# sentence, what its sums are for
SEVERAL = [
    ("Harbury had a €20m bid rejected because Lazzano want €35m.", [(FeeWhat.OFFER, 20), (FeeWhat.ASKING, 35)]),
    ("The clubs agreed a fee of €12m plus €3m in add-ons.", [(FeeWhat.AGREED, 12), (FeeWhat.ADD_ONS, 3)]),
    ("Harbury made a bid of €12m and €3m in bonuses.", [(FeeWhat.OFFER, 12), (FeeWhat.ADD_ONS, 3)]),
    ("Harbury offered €12m and a further €3m in add-ons.", [(FeeWhat.OFFER, 12), (FeeWhat.ADD_ONS, 3)]),
    ("They agreed an initial €12m (with €3m in add-ons).", [(FeeWhat.AGREED, 12), (FeeWhat.ADD_ONS, 3)]),
    ("A loan fee of €2m and an option to buy for €18m.", [(FeeWhat.LOAN_FEE, 2), (FeeWhat.OPTION, 18)]),
]


@pytest.mark.parametrize(("sentence", "expected"), SEVERAL, ids=[row[0] for row in SEVERAL])
def test_several_sums_of_several_sorts(sentence: str, expected: list[tuple[FeeWhat, int]]) -> None:
    whole = Span(0, len(sentence))
    found = [(what_for(sentence, whole, money.span), money.high // 10**6) for money in sums(sentence, whole)]
    assert found == expected


@given(st.text(alphabet="€£$0123456789.,- mkbn(and)", max_size=200))
def test_any_text_gives_sums_inside_it(text: str) -> None:
    for money in sums(text, Span(0, len(text))):
        assert 0 <= money.span.start < money.span.end <= len(text)
        assert 1_000 <= money.low <= money.high
