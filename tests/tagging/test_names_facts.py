"""What the text says of a player: place on the pitch, country, age, his club and those he has left."""

import pytest

from rumours.tagging.reading import Reading
from tests.tagging.naming import reading


def facts(found: Reading) -> str:
    """The first player as "position, country, age, club, former clubs", what is unknown as "-"."""
    player = next(actor for actor in found.actors if actor.kind == "player")
    club = found.actors[player.club].name if player.club is not None else "-"
    former = "+".join(sorted(found.actors[number].name for number in player.former)) or "-"
    return f"{player.position or '-'}, {player.nationality or '-'}, {player.age or '-'}, {club}, {former}"


FACTS = [
    ("French centre-back Danilo Ricci left.", "Centre-Back, France, -, -, -", "before the name"),
    ("Juventus defender Danilo Ricci left.", "-, -, -, Juventus, -", "the club before the noun"),
    ("Lazio’s Danilo Ricci left.", "-, -, -, Lazio, -", "a possessive"),
    ("Danilo Ricci of Lazio left.", "-, -, -, Lazio, -", "of a club"),
    ("The 23-year-old Brazilian winger Danilo Ricci left.", "-, Brazil, 23, -, -", "age and people"),
    ("Danilo Ricci, the 23-year-old Lazio striker, left.", "Centre-Forward, -, 23, Lazio, -", "behind the name"),
    ("Danilo Ricci, 23, left.", "-, -, 23, -, -", "an age alone"),
    ("Danilo Ricci (23) left.", "-, -, 23, -, -", "an age in brackets"),
    ("Lazio and Italy goalkeeper Danilo Ricci left.", "Goalkeeper, Italy, -, Lazio, -", "club and country"),
    ("Serbia international Danilo Ricci left.", "-, Serbia, -, -, -", "an international"),
    ("Former Roma man Danilo Ricci left.", "-, -, -, -, Roma", "a former club"),
    ("Ex-Chelsea striker Danilo Ricci left.", "Centre-Forward, -, -, -, Chelsea", "an ex-club"),
    ("Lazio target Danilo Ricci left.", "-, -, -, -, -", "whose target he is is not his club"),
    ("He joined Lazio, winger Danilo Ricci Roma.", "-, -, -, -, -", "a comma ends what belongs to a name"),
    ("Roma left, and Lazio midfielder Danilo Ricci stays.", "-, -, -, Lazio, -", "only the nearest club"),
    ("Danilo Ricci left. The Lazio midfielder is 24.", "-, -, -, Lazio, -", "from a description without the name"),
    ("Danilo Ricci left. The 24-year-old Brazilian smiled.", "-, Brazil, 24, -, -", "an age and a people"),
    ("Lazio defenders Danilo Ricci and Ivo Lalic left.", "-, -, -, Lazio, -", "a list"),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), FACTS, ids=[why for *_, why in FACTS])
def test_facts(sentence: str, expected: str, why: str) -> None:
    assert facts(reading(sentence)) == expected


def test_votes_add_up_over_the_text() -> None:
    text = "Lazio’s Danilo Ricci left. Roma winger Danilo Ricci said so. Roma’s Ricci signed."
    assert facts(reading(text)) == "-, -, -, Roma, -"
