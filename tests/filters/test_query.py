"""What an address may ask, and what is refused."""

import pytest
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from rumours.filters.query import Asked, BadQuery, asked

KNOWN = ("position", "q", "after")


def ask(query: str) -> Asked:
    return asked(RequestFactory().get(f"/links/?{query}"), KNOWN)


def test_unknown_parameters_and_blanks_are_dropped_also_from_the_canonical_address() -> None:
    found = ask("utm_source=x&q=&position=Goalkeeper&position=&position=Goalkeeper")
    assert dict(found.values) == {"position": ["Goalkeeper"]}
    assert found.canonical == "/links/?position=Goalkeeper"


def test_one_canonical_address_whatever_the_order() -> None:
    assert (
        ask("q=a&position=Sweeper&position=Goalkeeper").canonical
        == ask("position=Goalkeeper&position=Sweeper&q=a").canonical
    )


def test_the_canonical_address_of_a_later_page_is_its_own() -> None:
    assert ask("after=0.1.2").canonical == "/links/?after=0.1.2"


def test_letting_go_of_one_value_keeps_the_others_and_goes_back_to_the_start() -> None:
    found = ask("position=Sweeper&position=Goalkeeper&after=0.1.2")
    assert found.without("position", "Sweeper") == "/links/?position=Goalkeeper"


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("q=a%00b", "q"),
        ("q=" + "a" * 141, "q"),
        ("&".join(["position=Sweeper"] * 51), "position"),
        ("x=" + "a" * 4096, "the address"),
        ("&".join(["a=1"] * 1023), ""),
    ],
)
def test_bounds(query: str, parameter: str) -> None:
    if not parameter:
        assert dict(ask(query).values) == {}
        return
    with pytest.raises(BadQuery) as refused:
        ask(query)
    assert refused.value.parameter == parameter


def test_a_parameter_of_one_value_is_refused_twice() -> None:
    with pytest.raises(BadQuery, match="one value only"):
        ask("q=a&q=b").one("q")


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_and_never_breaks(text: str) -> None:
    try:
        ask(text.replace("#", ""))
    except BadQuery as refused:
        assert refused.parameter in (*KNOWN, "the address")
