"""Mentions without a name: pronouns, descriptions, "the club"."""

import pytest

from tests.tagging.naming import mentions

IMPLIED = [
    ("Danilo Ricci left. He smiled.", ["He = Danilo Ricci"], "a pronoun"),
    ("Danilo Ricci met coach Marco Bruni. They want him.", ["him = Danilo Ricci"], "who is wanted"),
    ("Coach Marco Bruni met Danilo Ricci and praised his agent.", ["his = Danilo Ricci"], "who has an agent"),
    ("Danilo Ricci met coach Marco Bruni before his side lost.", ["his = Marco Bruni"], "who has a side"),
    ("Coach Marco Bruni spoke of Danilo Ricci. He wants to sign a winger.", ["He = Marco Bruni"], "who wants to sign"),
    ("Marco Bruni, a former Lazio player, does not agree. He said so.", ["He = Marco Bruni"], "the last subject"),
    ("Danilo Ricci left. The 24-year-old smiled.", ["The 24-year-old = Danilo Ricci"], "an age"),
    ("Danilo Ricci left. The striker smiled.", ["The striker = Danilo Ricci"], "a position"),
    (
        "Goalkeeper Danilo Ricci and striker Ivo Lalic left. The goalkeeper smiled.",
        ["The goalkeeper = Danilo Ricci"],
        "whom the position fits",
    ),
    (
        "The French winger Danilo Ricci and Croatian Ivo Lalic left. The Frenchman smiled.",
        ["The Frenchman = Danilo Ricci"],
        "whom the people fits",
    ),
    (
        "Lazio’s Danilo Ricci and Roma’s Ivo Lalic left. The Lazio winger smiled.",
        ["winger = Danilo Ricci"],
        "whom the club fits; the club is a mention of its own",
    ),
    (
        "Former Roma man Danilo Ricci and Ivo Lalic left. The former Roma striker smiled.",
        ["striker = Danilo Ricci"],
        "whom the former club fits",
    ),
    ("Danilo Ricci left. The strikers smiled.", [], "a plural"),
    ("Danilo Ricci left. The striker position is open.", [], "a position that is no man"),
    ("Danilo Ricci left. The striker Ivo Lalic smiled.", [], "a description that a name follows"),
    ("The striker smiled.", [], "nobody named before"),
    ("Danilo Ricci left this summer.", [], "a season is nobody"),
    ("Coach Marco Bruni and Danilo Ricci left. The coach smiled.", ["The coach = Marco Bruni"], "a coach"),
    ("Juventus wait. The club are calm.", ["The club = Juventus"], "the club"),
    (
        "Juventus met Lyon. The Ligue 1 side are calm.",
        ["The Ligue 1 side = Lyon"],
        "the club of that league",
    ),
    ("Juventus met Lyon. The Italian giants are calm.", ["The Italian giants = Juventus"], "the club of that country"),
    ("Lazio’s Danilo Ricci met Juventus. He may leave the club.", ["He = Danilo Ricci", "the club = Lazio"], "his own"),
    ("Juventus wait. The team are calm.", [], "a team may be any"),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), IMPLIED, ids=[why for *_, why in IMPLIED])
def test_implied(sentence: str, expected: list[str], why: str) -> None:
    assert mentions(sentence, implied=True) == expected
