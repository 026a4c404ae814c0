"""New names: which capitalised words are somebody's name, and what he is."""

import pytest

from rumours.tagging.names import read
from rumours.text import Document
from tests.tagging.naming import GAZETTEER, company, mentions

NEW = [
    ("Juventus want Danilo Ricci.", ["club Juventus", "player Danilo Ricci"], "two capitalised words"),
    ("Striker Matthijs van der Berk left.", ["player Matthijs van der Berk"], "particles inside"),
    ("Sergej Vukic-Lalic signed.", ["player Sergej Vukic-Lalic"], "a hyphened family name"),
    ("N'Gola O'Reardon signed.", ["player N'Gola O'Reardon"], "apostrophes"),
    ("Winger Yang Min-hyeon is wanted.", ["player Yang Min-hyeon"], "a small part after a hyphen"),
    ("Meanwhile Danilo Ricci waits.", ["player Danilo Ricci"], "an opener is no part of a name"),
    ("Midfielder Danilo Ricci waits.", ["player Danilo Ricci"], "nor is a role"),
    ("Brazilian Danilo Ricci waits.", ["player Danilo Ricci"], "nor is a people"),
    ("Odisha Sports Minister Danilo Ricci spoke.", ["other Danilo Ricci"], "nor is a title inside"),
    ("The Premier League and the Ballon d'Or.", [], "competitions and awards"),
    ("At Old Trafford and the Allianz Stadium on Monday.", [], "grounds and days"),
    ("He was born in Turin, Italy.", [], "places"),
    ("(Photo by Getty Images)", [], "companies"),
    ("It was the Golden Foot Award.", [], "an award by its last word"),
    ("Fabregas Arena is sold out.", [], "a ground by its last word"),
    ("In the Daily Briefing he wrote.", [], "an article before a phrase"),
    ("The Ricci deal is close. Danilo Ricci signs.", ["player Danilo Ricci"], "an article before a surname"),
    ("Milan Barov joined from Lens.", ["player Milan Barov", "club Lens"], "a club's name may be a given name"),
    ("Antonio Lens scored.", ["player Antonio Lens"], "and a family name"),
    ("Declan Rice scored. Rice left.", ["player Declan Rice"], "a known lone name is part of a longer one"),
    ("Varga waits.", [], "a capital at the start alone tells nothing"),
    ("Juventus defender Varga waits.", ["club Juventus", "player Varga"], "a role before a lone name"),
    ("They agreed a deal for Varga.", ["player Varga"], "what clubs do to players"),
    ("Varga’s agent was in town; so was Varga.", ["player Varga"], "what players have"),
    (
        "Danilo Ricci, Varga and Ivan Lalic left.",
        ["player Danilo Ricci", "player Varga", "player Ivan Lalic"],
        "a list",
    ),
    ("The arrivals of Varga (£12m) and others.", ["player Varga"], "a price in brackets"),
    ("They love Instagram and Varga.", [], "nothing said of it"),
    ("Norvik United play today.", ["club Norvik United"], "a new club by its last word"),
    ("Norvik striker Danilo Ricci joined.", ["player Danilo Ricci"], "one sign is not enough for a club"),
    (
        "He joined Norvik. Norvik striker Danilo Ricci played for Norvik.",
        ["player Danilo Ricci"],
        "a new club by what is said of it",
    ),
    ("According to Radio Onda, he left.", ["source Radio Onda"], "a new outlet by its first word"),
    ("As Notizie Sport reports.", ["source Notizie Sport"], "a new outlet by its last word"),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), NEW, ids=[why for *_, why in NEW])
def test_new_names(sentence: str, expected: list[str], why: str) -> None:
    found = [one for one in company(sentence) if one != "club Norvik"]
    assert found == expected


PARTS = [
    (
        "Danilo Ricci left. Ricci signed.",
        ["Danilo Ricci = Danilo Ricci", "Ricci = Danilo Ricci"],
        "a surname after the full name",
    ),
    (
        "Ricci signed. Then Danilo Ricci left.",
        ["Ricci = Danilo Ricci", "Danilo Ricci = Danilo Ricci"],
        "and before it",
    ),
    (
        "Randal Kola Muanu left. Kola Muanu signed; Muanu smiled.",
        ["Randal Kola Muanu = Randal Kola Muanu", "Kola Muanu = Randal Kola Muanu", "Muanu = Randal Kola Muanu"],
        "family names of two words",
    ),
    (
        "Erik ten Berg left, and ten Berg smiled. Ten Berg sat.",
        ["Erik ten Berg = Erik ten Berg", "ten Berg = Erik ten Berg", "Ten Berg = Erik ten Berg"],
        "a surname with its particle",
    ),
    (
        "Danilo Ricci left. “Danilo is happy.”",
        ["Danilo Ricci = Danilo Ricci", "Danilo = Danilo Ricci"],
        "a given name that one man bears",
    ),
    (
        "Sergej Vukic-Lalic left. Vukic-Lalic and Vukic.",
        ["Sergej Vukic-Lalic = Sergej Vukic-Lalic", "Vukic-Lalic = Sergej Vukic-Lalic", "Vukic = Sergej Vukic-Lalic"],
        "half of a double name",
    ),
    (
        "Sergej Vukic-Lalic left; it was Vulic-Lalic.",
        ["Sergej Vukic-Lalic = Sergej Vukic-Lalic", "Vulic-Lalic = Sergej Vukic-Lalic"],
        "a slip of the pen",
    ),
    (
        "Leonardo Balerdo left. Leo Balerdo signed.",
        ["Leonardo Balerdo = Leonardo Balerdo", "Leo Balerdo = Leonardo Balerdo"],
        "a shortened given name",
    ),
    (
        "Milan Škriniarov left. Skriniarov signed.",
        ["Milan Škriniarov = Milan Škriniarov", "Skriniarov = Milan Škriniarov"],
        "accents aside",
    ),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), PARTS, ids=[why for *_, why in PARTS])
def test_parts_of_a_full_name(sentence: str, expected: list[str], why: str) -> None:
    assert mentions(sentence) == expected


def test_in_title_case_only_what_prose_names_counts_and_full_names() -> None:
    body = "Juventus have agreed a deal with Lyon for striker Danilo Ricci."
    assert mentions(body, headline="Bianconeri Close To Signing Ricci From Lyon In Winter") == [
        "Bianconeri = Juventus",
        "Ricci = Danilo Ricci",
        "Lyon = Lyon",
        "Juventus = Juventus",
        "Lyon = Lyon",
        "Danilo Ricci = Danilo Ricci",
    ]


def test_a_full_name_that_only_the_headline_has() -> None:
    assert company("Juventus are close.", headline="Bianconeri Close To Signing Danilo Ricci From Lyon") == [
        "club Juventus",
        "player Danilo Ricci",
        "club Lyon",
    ]


def test_words_that_open_sentences_in_another_language_are_no_names() -> None:
    body = "Anche Bruni ha parlato. Intanto Danilo Ricci del Lens attende. Danilo Ricci, Bruni e altri."
    found = read(Document(None, body, language="it"), GAZETTEER)
    assert [actor.name for actor in found.actors] == ["Lens", "Danilo Ricci", "Bruni"]
