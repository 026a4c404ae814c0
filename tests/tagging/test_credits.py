"""Who is credited with a claim: tables of sentences, with those that credit nobody."""

import pytest

from rumours.tagging import Gazetteer, Key, KnownName, tag
from rumours.text import AsideText, Document, Span

GAZETTEER = Gazetteer(
    [
        KnownName(Key("source", 1), "The Athletic"),
        KnownName(Key("source", 1), "Athletic", ambiguous=True),
        KnownName(Key("source", 2), "Daily Mail"),
        KnownName(Key("source", 2), "The Daily Mail"),
        KnownName(Key("source", 3), "Kicker"),
        KnownName(Key("source", 4), "Sport", ambiguous=True),
        KnownName(Key("source", 5), "AS", ambiguous=True),
        KnownName(Key("source", 6), "Sky Sports"),
        KnownName(Key("source", 6), "Sky", ambiguous=True),
        KnownName(Key("source", 7), "Fabrizio Romano"),
        KnownName(Key("source", 7), "Romano", ambiguous=True),
        KnownName(Key("source", 8), "Football Italia"),
        KnownName(Key("source", 9), "FIFA"),
        KnownName(Key("source", 10), "TEAMtalk"),
        KnownName(Key("club", 1), "Redville"),
        KnownName(Key("club", 2), "Blueport"),
        KnownName(Key("player", 1), "Bo Kean"),
    ]
)


def credited(text: str, *, headline: str | None = None, asides: tuple[str, ...] = ()) -> list[str]:
    document = Document(headline, text, asides=tuple(AsideText("promo", words, 0, Span(0, 0)) for words in asides))
    return list(dict.fromkeys(credit.source.name for credit in tag(document, GAZETTEER).credits))


# sentence, who is credited, in the order of the text
KNOWN = [
    ("According to the Daily Mail, Redville want Bo Kean.", ["Daily Mail"]),
    ("Redville want Bo Kean, as per Kicker.", ["Kicker"]),
    ("Per The Athletic, Redville want Bo Kean.", ["The Athletic"]),
    ("Kicker reports that Redville want Bo Kean.", ["Kicker"]),
    ("Kicker have also claimed that Blueport will sell.", ["Kicker"]),
    ("Blueport will not sell, Sky Sports understands, before May.", []),
    (
        "The Daily Mail, Kicker, Sky Sports and AS all reported the deal.",
        ["The Daily Mail", "Kicker", "Sky Sports", "AS"],
    ),
    ("A report from Kicker suggests that Redville wait.", ["Kicker"]),
    ("As first relayed by Football Italia, the keeper is free.", ["Football Italia"]),
    ("Kicker (via Football Italia) report that the keeper is free.", ["Kicker", "Football Italia"]),
    ("“I am happy,” Kean told Sky Sports.", ["Sky Sports"]),
    ("Speaking to Kicker last week, Kean refused to say.", ["Kicker"]),
    ("In an interview with AS, the keeper said no.", ["AS"]),
    ("He said via Football Italia that he would stay.", ["Football Italia"]),
    ("The keeper may leave this summer, reports the Daily Mail.", ["Daily Mail"]),
    ("Fabrizio Romano has revealed that Redville will bid.", ["Fabrizio Romano"]),
    ("Transfer expert Fabrizio Romano wrote on X that it is done.", ["Fabrizio Romano"]),
    ("Romano told Kicker that it is done.", ["Romano", "Kicker"]),
    ("Redville have asked about Kean. (Sport)", ["Sport"]),
    ("It is done.\n— Fabrizio Romano (@FabrizioRomano) May 4, 2025", ["Fabrizio Romano"]),
    ("He is off.\nSource: Kicker\nMore is not known.", ["Kicker"]),
    ("He is valued at a fortune by Kicker.", ["Kicker"]),
    ("Kean could go, with The Athletic reporting that Redville are keen.", ["The Athletic"]),
    ("His Daily Briefing for Football Italia had it first.", ["Football Italia"]),
    ("He has one year left (The Athletic) and wants to go.", ["The Athletic"]),
    ("The latest from Kicker is that Redville will bid.", ["Kicker"]),
    ("The claim was made by Kicker.", ["Kicker"]),
    ("Kicker carry a story that Redville will bid.", ["Kicker"]),
    ("Kicker: Redville want Bo Kean.", ["Kicker"]),
    ("Redville are keen on Bo Kean – Kicker", ["Kicker"]),
    ("Redville denied the Kicker story.", ["Kicker"]),
    ("Kicker’s Ana Bini says that Redville wait.", ["Kicker", "Ana Bini"]),
    ("Redville wait, writes Ana Bini in Kicker.", ["Ana Bini", "Kicker"]),
    ("Secondo Kicker, Redville vuole Kean: la trattativa per il portiere è in corso con il Blueport.", ["Kicker"]),
    ("Sky Germany report that Redville have called.", ["Sky Germany"]),
    ("Footage broadcast by Sky in Germany showed Kean at the airport.", ["Sky in Germany"]),
]

UNKNOWN = [
    ("According to Corriere di Redville, Kean is free.", ["Corriere di Redville"]),
    ("According to tuttoredville.it, Kean is free.", ["tuttoredville.it"]),
    ("According to TBR, Kean is free.", ["TBR"]),
    ("The Spanish newspaper Sol says that Kean is free.", ["Sol"]),
    ("German outlet Die Woche claim that Kean is free.", ["Die Woche"]),
    ("As per the often speculative Redville Central, Kean is free.", ["Redville Central"]),
    ("‘I will stay,’ Kean told Casino Luna. ‘I like it here.’", ["Casino Luna"]),
    ("Kean said on the Second Half is Ours podcast that he would stay.", ["Second Half is Ours"]),
    ("Journalist Ana Bini claims that Kean is free.", ["Ana Bini"]),
    ("According to Italian reporter Ana Bini, Kean is free. Bini adds that he likes Redville.", ["Ana Bini"]),
    ("Ana Bini of The Athletic believes that Kean will go.", ["Ana Bini", "The Athletic"]),
    ("Sky Sports’ Ana Bini reports that Kean will go.", ["Sky Sports", "Ana Bini"]),
    ("The Athletic reporter Ana Bini has said that Kean will go.", ["The Athletic", "Ana Bini"]),
    ("Redville have asked about the keeper they saw in March. (Redville Gazeta)", ["Redville Gazeta"]),
    ("Kickblatt has it that Kean will go.", ["Kickblatt"]),
    ("Kickblatt say Redville want Kean.", ["Kickblatt"]),
    ("The keeper wants to go, reports A Bancada.", ["A Bancada"]),
    ("The Redville Herald understands that Kean will go, the Blueport Herald understands.", ["Blueport Herald"]),
    ("The PA news agency understands that Kean will go.", ["PA news agency"]),
    ("Kicker (via Redville News) have more.", ["Redville News"]),
    ("As reported by Sport Luna, Kean will go.", ["Sport Luna"]),
]

NOBODY = [
    "According to reports, Kean is free.",
    "According to reports in Spain, Kean is free.",
    "Reports in Redville claim that Kean is free.",
    "Media reports claim that Kean is free.",
    "It went according to plan for Redville.",
    "He earns a fortune per week at Redville.",
    "Redville reported a profit and Blueport claimed the points.",
    "Kean told Redville that he wants to go.",
    "Amorosi told reporters that Kean is not for sale.",
    "Kean reports for training on Monday.",
    "Kean has been told that he may leave.",
    "Ada Rossi has been told that she may leave.",
    "According to Bo Kean, the food is good.",
    "According to Ada Rossi, the mother of Kean, he likes Redville.",
    "Kean wrote on Instagram that he is off.",
    "“I spoke with Ada and the staff,” he said.",
    "“He [Amorosi] is right,” said Kean.",
    "LONDON, May 4 (Kicker) - Redville want Kean.",
    "FIFA announced new rules on Monday.",
    "The Women's Redville League (WRL) begins in May.",
    "Kean was recently reported by his club to be ill.",
    "Watch it live on Sky Sports and in the app of Kicker.",
    "He read the Daily Mail at breakfast and the Athletic match was off.",
    "Supporters claim that Kean is the best.",
    "Evidence suggests that Kean is the best.",
    "Since his move to Redhall everything suggests he will stay.",
    "I believe that he will stay.",
    "Real Redville have a deal for Ada Rossi, former reporters say.",
    "Sport is good for you, as Redville know.",
]


@pytest.mark.parametrize(("text", "names"), KNOWN, ids=[row[0] for row in KNOWN])
def test_known_outlets_and_reporters(text: str, names: list[str]) -> None:
    assert credited(text) == names


@pytest.mark.parametrize(("text", "names"), UNKNOWN, ids=[row[0] for row in UNKNOWN])
def test_names_nobody_has_entered(text: str, names: list[str]) -> None:
    assert [name for name in credited(text) if name not in {"Kicker"}] == names


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_credited(text: str) -> None:
    assert credited(text) == []


def test_english_wordings_are_not_looked_for_in_other_languages() -> None:
    text = "Il Redville fa sul serio per Mattias Bini: secondo Kicker, domani i dirigenti incontrano il Blueport."
    assert [credit.source.name for credit in tag(Document(None, text, language="it"), GAZETTEER).credits] == ["Kicker"]


OWN = [
    ("TEAMtalk can reveal that Redville will bid.", []),
    ("Sources have told TEAMtalk that Redville will bid.", []),
    ("TEAMtalk understands that Redville will bid.", []),
    ("As previously reported by TEAMtalk, Redville will bid.", []),
    ("According to TEAMtalk, whose sources have told TEAMtalk so, Redville will bid.", ["TEAMtalk"]),
    ("Kicker claims that sources have told Kicker of a bid.", ["Kicker"]),
    ("TEAMtalk can reveal that Redville will bid. Sky Sports understands that they wait.", ["Sky Sports"]),
    ("TEAMtalk sources say so. Kicker understands that Redville wait.", ["Kicker"]),
]


@pytest.mark.parametrize(("text", "names"), OWN, ids=[row[0] for row in OWN])
def test_the_article_s_own_site_is_not_credited(text: str, names: list[str]) -> None:
    assert credited(text) == names


def test_a_page_that_asks_for_followers_is_its_own_site() -> None:
    text = "“I will stay,” Kean told Football Italia."
    assert credited(text) == ["Football Italia"]
    assert credited(text, asides=("Follow Football Italia on Bluesky!",)) == []
    assert credited(text, asides=("MORE: Football Italia names the best keepers",)) == ["Football Italia"]


FOLLOW = "Follow Football Italia on Bluesky!"
GUESTS = [
    ("Sky Sports understands that Redville will bid.", (FOLLOW,), ["Sky Sports"]),
    ("Sources have told Sky Sports that Redville will bid.", (FOLLOW,), ["Sky Sports"]),
    ("Sky Sports has been told that Redville will bid.", (FOLLOW,), ["Sky Sports"]),
    ("Sky Sports understands that Redville will bid.", ("Follow Sky Sports on Bluesky!",), []),
    ("Sky Sports understands that Redville will bid.", ("MORE: Football Italia names the best keepers",), []),
    ("Sky Sports understands that Redville will bid.", (), []),
]


@pytest.mark.parametrize(("text", "asides", "names"), GUESTS, ids=[f"{row[0]} {row[1]}" for row in GUESTS])
def test_what_another_outlet_understands_is_a_credit_to_it(
    text: str, asides: tuple[str, ...], names: list[str]
) -> None:
    assert credited(text, asides=asides) == names


def test_a_credit_knows_its_row_its_sentence_and_the_reporter_s_outlet() -> None:
    text = "Redville wait. Fabrizio Romano of Sky Sports reports that they will bid."
    romano, sky = tag(Document(None, text), GAZETTEER).credits
    assert (romano.source.key, romano.outlet and romano.outlet.key) == (Key("source", 7), Key("source", 6))
    assert (sky.source.key, sky.outlet) == (Key("source", 6), None)
    assert (romano.span.of(text), romano.claim.of(text)) == ("Fabrizio Romano", text[15:])


def test_the_headline_s_credits_are_not_those_of_the_body() -> None:
    assert credited("Redville want Kean.", headline="Kicker reports that Redville want Kean") == []
