"""Which club a name means, and when it means a city, a day or a man."""

import pytest

from tests.tagging.naming import GAZETTEER, reading

CLUBS = [
    ("Milan want a striker.", ["AC Milan"], "a club that is also a city"),
    ("He lives in Milan.", [], "a city"),
    ("Their interest in Milan grew.", ["AC Milan"], "a club after in"),
    ("He left Lens, France, today.", [], "a city by its country"),
    ("Liverpool wait. The Reds win.", ["Liverpool", "Liverpool"], "a nickname of one that is named"),
    ("Nottingham Forest wait. The Reds win.", ["Nottingham Forest", "Nottingham Forest"], "or of the other"),
    ("Newcastle United wait. United win.", ["Newcastle United", "Newcastle United"], "a last word"),
    ("Man Utd wait. United win. The Red Devils sing.", ["Manchester United"] * 3, "one club under three names"),
    ("United win.", ["Manchester United"], "whose own short name it is"),
    ("Inter win.", ["Inter"], "the row's own name"),
    ("He plays on Wednesday.", [], "a day"),
    ("Sheffield Wednesday win on Wednesday. Wednesday sing.", ["Sheffield Wednesday"] * 2, "a day and a club"),
    ("Sporting Director Marco Bruni spoke.", [], "part of a role"),
    ("Darwin Nuñez scored. Nuñez left.", [], "a man's surname"),
    ("River Plate want Darwin Nuñez. Núñez sing.", ["River Plate", "River Plate"], "unless its club is named"),
    ("Chelsea want her.", ["Chelsea"], "one pronoun is not enough"),
    ("She left. Chelsea want her. Her agent said she will sign.", ["Chelsea Women"], "a women's team by pronouns"),
    ("Chelsea and Arsenal meet in the WSL. Women sing.", ["Chelsea Women"], "by the competition"),
    ("Juventus want him. Juventsu do not.", ["Juventus"], "letters turned round are another word"),
    ("Juventus want him, but Juventuss do not.", ["Juventus", "Juventus"], "a slip of the pen"),
    ("The Spain coach and the Germany international.", [], "national teams are no clubs"),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), CLUBS, ids=[why for *_, why in CLUBS])
def test_clubs(sentence: str, expected: list[str], why: str) -> None:
    found = reading(sentence)
    named = [found.actor_of(mention) for mention in found.mentions if not mention.implied]
    assert [GAZETTEER.name_of(actor.candidates[0]) for actor in named if actor.kind == "club" and actor.candidates] == (
        expected
    )


def test_namesakes_are_ranked_by_the_clubs_of_the_text() -> None:
    found = reading("Real Madrid want Carlos Ozua to stay.")
    (player,) = [actor for actor in found.actors if actor.kind == "player"]
    assert [key.id for key in player.candidates] == [5, 4]


def test_the_fullest_name_that_is_no_nickname_names_a_club() -> None:
    found = reading("The Bianconeri wait. Juve win. Juventus sing.")
    assert [actor.name for actor in found.actors] == ["Juventus"]
