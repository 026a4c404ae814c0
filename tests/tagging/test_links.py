"""Which moves a text reports: whole texts of a paragraph or two, told by what `tag` answers."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rumours.calendar import Calendar
from rumours.tagging import Findings, Gazetteer, Key, KnownName, Spell, tag
from rumours.tagging.tagger import MOST_READ, NO_LINK_RULES, READ_IN_PART
from rumours.text import Document

CLUBS = ("Marlow Athletic", "Harbury", "Sportivo Lazzano", "Real Castellar", "Norchester City")
PLAYERS = ("Ivo Lander", "Tomas Brekke", "Rui Calado", "Joel Amadi")
GAZETTEER = Gazetteer(
    [
        *(KnownName(Key("club", place), name) for place, name in enumerate(CLUBS)),
        *(KnownName(Key("player", place), name) for place, name in enumerate(PLAYERS)),
        KnownName(Key("source", 1), "The Norchester Herald"),
    ],
    spells=[Spell(0, 0), Spell(1, 3, owner=1)],
)
PUBLISHED = datetime(2025, 8, 12, 12, tzinfo=UTC)


def found(body: str, headline: str | None = None, language: str = "en") -> Findings:
    document = Document(headline=headline, body=body, published=PUBLISHED, precision="day", language=language)
    return tag(document, GAZETTEER, Calendar())


def links(body: str, headline: str | None = None) -> list[str]:
    """ "Lander: Marlow Athletic > Harbury, bid" for every link, in the order of the text."""
    return [
        f"{link.player.name.split()[-1]}: {link.from_club.name if link.from_club else '?'}"
        f" > {link.to_club.name if link.to_club else '?'}, {link.stage_group.value}"
        for link in found(body, headline).links
    ]


# text, the links in it, why
TEXTS = [
    (
        "Harbury are keen on Marlow Athletic midfielder Ivo Lander, according to The Norchester Herald.",
        ["Lander: Marlow Athletic > Harbury, interest"],
        "the seller stands before his player, the buyer does it",
    ),
    (
        "Ivo Lander of Marlow Athletic has been linked with Harbury, Real Castellar and Norchester City this summer.",
        [
            "Lander: Marlow Athletic > Harbury, interest",
            "Lander: Marlow Athletic > Real Castellar, interest",
            "Lander: Marlow Athletic > Norchester City, interest",
        ],
        "several suitors, passive",
    ),
    (
        "Harbury have made a £20m bid for Marlow Athletic striker Tomas Brekke.",
        ["Brekke: Marlow Athletic > Harbury, bid"],
        "the text's word comes before the spell",
    ),
    (
        "Marlow Athletic winger Rui Calado has joined Real Castellar on a four-year deal, both clubs announced today.",
        ["Calado: Marlow Athletic > Real Castellar, done"],
        "done",
    ),
    (
        "Harbury drew 1-1 with Real Castellar on Saturday. Rui Calado scored for Harbury before Joel Amadi levelled "
        "for Real Castellar in front of 30,000 people.",
        [],
        "a match report",
    ),
    (
        "Joel Amadi, who joined Harbury from Real Castellar in 2021, has signed a contract until 2029.",
        [],
        "background, and a new contract",
    ),
    (
        "Harbury continue to be linked with:\n\n- Ivo Lander, midfielder at Marlow Athletic\n\n- Rui Calado, winger at"
        " Real Castellar\n\nJoel Amadi is happy at Norchester City.",
        ["Lander: Marlow Athletic > Harbury, interest", "Calado: Real Castellar > Harbury, interest"],
        "a list under the words that lead it, and who stands behind it",
    ),
    (
        "Harbury want a striker:\n\nIvo Lander is out of form at Marlow Athletic.",
        [],
        "no list without items",
    ),
    (
        "Ivo Lander - Marlow Athletic to Harbury",
        ["Lander: Marlow Athletic > Harbury, interest"],
        "whence and whither, as round-ups have it",
    ),
    (
        "Harbury have appointed Pavel Dorn as coach. The former Real Castellar manager signed a two-year deal.",
        [],
        "a coach moves, no player",
    ),
]


@pytest.mark.parametrize(("body", "expected", "why"), TEXTS, ids=[why for _, _, why in TEXTS])
def test_links_of_a_text(body: str, expected: list[str], why: str) -> None:
    assert sorted(links(body)) == sorted(expected), why


def test_a_link_names_evidence_source_and_rule() -> None:
    body = "It rained. Harbury are keen on Marlow Athletic midfielder Ivo Lander, according to The Norchester Herald."
    (link,) = found(body).links
    assert link.text == link.span.of(body) == body.removeprefix("It rained. ")
    assert link.source is not None
    assert link.source.key == Key("source", 1)
    assert link.player.key == Key("player", 0)
    assert link.rule
    assert 0 < link.confidence <= 1


def test_a_language_without_rules_is_said_not_taken_for_no_rumour() -> None:
    findings = found("Harbury vuole Ivo Lander del Marlow Athletic, scrive il Corriere.", language="it")
    assert findings.links == ()
    assert findings.notes == (NO_LINK_RULES,)
    assert {mention.text for mention in findings.mentions} >= {"Harbury", "Ivo Lander"}
    assert found("Harbury are keen on Marlow Athletic midfielder Ivo Lander.").notes == ()


def test_of_a_text_longer_than_any_article_the_opening_is_read_and_that_is_said() -> None:
    sentence = "Harbury are keen on Marlow Athletic midfielder Ivo Lander. "
    body = sentence + "It rained. " * (MOST_READ // 10)
    findings = found(body)
    assert findings.notes == (READ_IN_PART,)
    assert [link.text for link in findings.links] == [sentence.strip()]
    assert found(body[:MOST_READ]).notes == ()


def test_the_headline_counts_but_evidence_stands_in_the_body() -> None:
    body = "The midfielder of Marlow Athletic would cost £30m. Harbury hope to sign Lander this month."
    findings = found(body, headline="Harbury to sign Ivo Lander from Marlow Athletic")
    assert {(link.player.name, link.to_club.name) for link in findings.links if link.to_club} == {
        ("Ivo Lander", "Harbury")
    }
    assert all(link.span.of(body) == link.text for link in findings.links)


WORDS = st.sampled_from(
    [*CLUBS, *PLAYERS, "Lander", "want", "bid for", "joined", "from", "to", "the", "he", "\n\n", ".", ",", "“", "”",
     "£20m", "loan", "last summer", "according to", "says", "’s", "Ümit Özgür", "said", "and", "striker", "Milan", "?"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=60).map(" ".join), st.none() | st.text(max_size=60))
def test_every_span_is_in_the_body_and_says_what_it_claims(body: str, headline: str | None) -> None:
    findings = found(body, headline)
    claimed = [
        *((one.span, one.text, one.confidence) for one in findings.mentions),
        *((one.span, one.text, one.confidence) for one in findings.names),
        *((one.span, one.text, one.confidence) for one in findings.credits),
        *((one.span, one.text, one.confidence) for one in findings.links),
    ]
    for span, words, confidence in claimed:
        assert span.of(body) == words
        assert 0 <= confidence <= 1
    for quote in findings.quotes:
        assert " ".join(" ".join(piece.of(body).split()) for piece in quote.fragments) == " ".join(quote.text.split())
    for link in findings.links:
        assert link.to_club is None or link.from_club is None or link.to_club != link.from_club
        assert all(0 < fee.low <= fee.high for fee in link.fees)
    assert findings == found(body, headline)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_any_text_has_an_answer(body: str) -> None:
    findings = found(body)
    spans = [one.span for one in findings.mentions] + [one.span for one in findings.names]
    assert all(span.end <= len(body) for span in spans + [one.span for one in findings.links])
