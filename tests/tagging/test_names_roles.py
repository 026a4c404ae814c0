"""What people are: players, coaches, directors, journalists… by role words, by what they have, by what is done."""

import pytest

from tests.tagging.naming import company

ROLES = [
    ("Lazio coach Marco Bruni spoke.", "coach Marco Bruni", "a role before the name"),
    ("Marco Bruni, the head coach of Lazio, spoke.", "coach Marco Bruni", "a role behind it"),
    ("Marco Bruni’s side lost to Lazio.", "coach Marco Bruni", "whoever has a side"),
    ("They have improved under Marco Bruni.", "coach Marco Bruni", "under whom one plays"),
    ("Marco Bruni wants to sign a winger.", "coach Marco Bruni", "who wants to sign others"),
    ("Marco Bruni wants to sign for Lazio.", "player Marco Bruni", "who wants to sign for a club"),
    ("Marco Bruni’s Lazio lost.", "coach Marco Bruni", "who has a club"),
    ("Lazio appointed Marco Bruni.", "coach Marco Bruni", "whom clubs appoint"),
    ("Lazio sporting director Marco Bruni spoke.", "director Marco Bruni", "a director"),
    ("Lazio’s sporting director, Marco Bruni, spoke.", "director Marco Bruni", "a comma before the name"),
    ("President Marco Bruni spoke.", "president Marco Bruni", "a title"),
    ("Lazio owner Marco Bruni spoke.", "owner Marco Bruni", "an owner"),
    ("Chief executive Marco Bruni spoke.", "executive Marco Bruni", "an executive"),
    ("His agent Marco Bruni spoke.", "agent Marco Bruni", "an agent"),
    ("Marco Bruni’s agent spoke.", "player Marco Bruni", "whoever has an agent"),
    ("Transfer insider Marco Bruni reports it.", "journalist Marco Bruni", "a journalist"),
    ("According to Marco Bruni, he left.", "journalist Marco Bruni", "whoever is credited"),
    ("Pundit Marco Bruni spoke.", "pundit Marco Bruni", "a pundit"),
    ("Former Lazio striker Marco Bruni believes they should.", "player Marco Bruni", "a former club alone"),
    ("Lazio legend Marco Bruni believes they should.", "former player Marco Bruni", "a legend"),
    ("Lazio midfielder Marco Bruni said so.", "player Marco Bruni", "a player who speaks"),
    ("Lazio want Marco Bruni.", "player Marco Bruni", "whom clubs want"),
    ("Marco Bruni, 24, left.", "player Marco Bruni", "an age in commas"),
    ("Igli Tarev spoke of players he likes.", "director Igli Tarev", "a known person keeps his role"),
    ("Mikel Arteta spoke.", "coach Mikel Arteta", "a public figure"),
    ("Lazio want to sign Mikel Arteta, the 17-year-old winger.", "player Mikel Arteta", "unless the text says other"),
    ("Gianni Romeri reports it.", "journalist Gianni Romeri", "a known journalist"),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), ROLES, ids=[why for *_, why in ROLES])
def test_roles(sentence: str, expected: str, why: str) -> None:
    assert [one for one in company(sentence) if not one.startswith("club")] == [expected]


def test_a_list_shares_the_role_before_it() -> None:
    assert company("Coaches Marco Bruni, Ivo Lalic and Tom Berg spoke.") == [
        "coach Marco Bruni",
        "coach Ivo Lalic",
        "coach Tom Berg",
    ]


def test_a_description_before_another_name_is_not_taken_for_one_behind_the_first() -> None:
    assert company("Danilo Ricci, manager Marco Bruni and others left.") == ["player Danilo Ricci", "coach Marco Bruni"]
