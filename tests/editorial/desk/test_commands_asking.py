"""What the desk can be asked for: anything else is told, by its field."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rumours.editorial.desk.commands import Asked, BadAsked
from rumours.editorial.desk.commands.asking import FIELDS, TAKES

WORDS = st.sampled_from([
    "client_id", "verb", "card", "version", "values", "note", "sitting", "kind", "id", "new", "described", "what",
    "low", "high", "currency", "evidence", "player", "fees", "window", "role", "accept", "edit", "add_link", "s12",
    "0123456789ab", "2026-summer", "link", "EUR", "offer", "report", "\ud800", "\x00", "",
])  # fmt: skip
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | WORDS
ANY_JSON = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4) | WORDS, inner, max_size=5),
    max_leaves=12,
)  # fmt: skip


def request(**more: Any) -> dict[str, Any]:
    return {"client_id": "a-1", "verb": "edit", "card": "s12", "version": "0123456789ab", **more}


def wrong(**more: Any) -> str:
    """The field that a request is refused for."""
    with pytest.raises(BadAsked) as caught:
        Asked.parse(request(**more))
    return caught.value.field


@given(ANY_JSON)
def test_any_json_is_a_request_or_refused(payload: Any) -> None:
    try:
        assert isinstance(Asked.parse(payload), Asked)
    except BadAsked as error:
        assert error.field
        assert error.message


@given(
    st.sampled_from(sorted(TAKES)),
    st.dictionaries(
        st.sampled_from(sorted({*FIELDS["link"], *FIELDS["quote"], *FIELDS["name"], "report", "article", "cards"})),
        ANY_JSON,
        max_size=4,
    ),
)
def test_any_values_of_any_verb_are_taken_or_refused(verb: str, values: Any) -> None:
    try:
        asked = Asked.parse(request(verb=verb, values=values))
        assert asked.values.keys() == values.keys()
        asked.as_json()
    except BadAsked as error:
        assert error.field.startswith("values")


def test_a_request_as_the_desk_sends_it() -> None:
    values = {"stage_group": "bid", "window": "", "player": {"kind": "player", "new": "  Teo   Marlin "}, "fees": [
        {"what": "offer", "low": 20_000_000, "high": None}
    ]}  # fmt: skip
    asked = Asked.parse(request(values=values, note=" Said wrongly. ", sitting="one"))
    assert (asked.verb, asked.card, asked.note, asked.sitting) == ("edit", "s12", "Said wrongly.", "one")
    assert asked.values == {
        "stage_group": "bid", "window": "", "player": {"kind": "player", "new": "Teo Marlin"},
        "fees": [{"what": "offer", "low": 20_000_000, "high": 20_000_000, "currency": "EUR", "certainty": "reported"}],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"client_id": ""}, "client_id"),
        ({"client_id": "x" * 41}, "client_id"),
        ({"client_id": 5}, "client_id"),
        ({"verb": "destroy"}, "verb"),
        ({"verb": ["edit"]}, "verb"),
        ({"card": "s0"}, "card"),
        ({"card": "t12"}, "card"),
        ({"card": None}, "card"),
        ({"version": None}, "version"),
        ({"version": "zz"}, "version"),
        ({"note": "x" * 301}, "note"),
        ({"sitting": 4}, "sitting"),
        ({"extra": 1}, "request"),
        ({"values": []}, "values"),
        ({"values": {"nonsense": 1}}, "values"),
        ({"values": {"stage_group": "sold"}}, "values.stage_group"),
        ({"values": {"window": "2026-autumn"}}, "values.window"),
        ({"values": {"window": None}}, "values.window"),
        ({"values": {"player": {"kind": "club", "id": 4}}}, "values.player"),
        ({"values": {"player": {"kind": "player", "id": True}}}, "values.player"),
        ({"values": {"player": {"kind": "player", "id": 2**63}}}, "values.player"),
        ({"values": {"player": {"kind": "player", "id": 1, "new": "x"}}}, "values.player"),
        ({"values": {"player": {"kind": "player", "new": "…"}}}, "values.player"),
        ({"values": {"follows": {"kind": "report", "new": "x"}}}, "values.follows"),
        ({"values": {"fees": [{"what": "offer", "low": 5, "high": 4}]}}, "values.fees"),
        ({"values": {"fees": [{"what": "offer", "low": 5, "currency": "eur"}]}}, "values.fees"),
        ({"values": {"fees": [{"what": "gift", "low": 5}]}}, "values.fees"),
        ({"values": {"free_agent": 1}}, "values.free_agent"),
        ({"values": {"evidence": []}}, "values.evidence"),
        ({"values": {"evidence": [[4, 4]]}}, "values.evidence"),
        ({"values": {"evidence": [[4, 9], [7, 12]]}}, "values.evidence"),
        ({"values": {"evidence": [[4, 9, 12]]}}, "values.evidence"),
        ({"values": {"speaker": {"described": ""}}}, "values.speaker"),
        ({"verb": "add_link", "values": {"player": {"kind": "player", "id": 1}}}, "values.evidence"),
        ({"verb": "repeat", "values": {}}, "values.report"),
        ({"verb": "copy_tags", "values": {"article": "4"}}, "values.article"),
        ({"verb": "reject", "values": {"player": None}}, "values"),
        ({"verb": "accept_rest", "values": {"cards": ["s1"]}}, "values.cards"),
    ],
)
def test_what_is_wrong_is_named(more: dict[str, Any], field: str) -> None:
    assert wrong(**more) == field


@pytest.mark.parametrize("verb", ["undo", "redo", "publish", "drop", "skip", "accept_rest"])
def test_what_is_of_no_card_needs_none(verb: str) -> None:
    asked = Asked.parse({"client_id": "a-1", "verb": verb})
    assert (asked.card, asked.version, dict(asked.values), asked.note) == (None, None, {}, "")


def test_what_cannot_be_stored_does_not_come_through() -> None:
    asked = Asked.parse(request(values={"translation": "He\x00 \ud800stays"}))
    assert asked.values == {"translation": "He stays"}
