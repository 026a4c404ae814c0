"""Which outlet the words were said to or taken from."""

import pytest

from tests.tagging.quotes_world import outlets

WORDS = "“I like it here,”"


@pytest.mark.parametrize(
    ("body", "outlet"),
    [
        (f"{WORDS} Marek Novak told La Voce.", "La Voce"),
        (f"{WORDS} Marek Novak told the newspaper La Voce on Monday.", "La Voce"),
        ("Speaking exclusively to Radio Sette, Marek Novak said: “I like it here.”", "Radio Sette"),
        ("In an interview with Radio Sette, Marek Novak said: “I like it here.”", "Radio Sette"),
        ("Marek Novak said, as quoted by La Voce: “I like it here.”", "La Voce"),
        (f"{WORDS} he said via La Voce.", "La Voce"),
        (f"{WORDS} Marek Novak said [via La Voce].", "La Voce"),
        ("“I like it here, and I will stay here.”\nSource: La Voce", "La Voce"),
        ("Marek Novak told La Voce, as relayed by Radio Sette: “I like it here.”", "La Voce"),
        # Nobody knows the outlet: its place in the sentence names it.
        (f"{WORDS} Marek Novak told Kurier Sportowy.", "Kurier Sportowy"),
        (f"{WORDS} Marek Novak told voetbalkrant.com.", "voetbalkrant.com"),
        (f"{WORDS} Marek Novak said on The Long Ball podcast.", "The Long Ball"),
        ("Speaking on his podcast, The Long Ball, Marek Novak said: “I like it here.”", "Long Ball"),
        # The club's own.
        (f"{WORDS} Marek Novak told the club’s official website.", "club website"),
        # The outlet itself is quoted, or writes.
        ("La Voce report: “The player has agreed to everything.”", "La Voce"),
        ("La Voce have news of him.\nThe report adds: “The player has agreed to everything.”", "La Voce"),
        # He spoke to it in the sentence before.
        ("Marek Novak was speaking to Radio Sette last night.\n“I have never been so happy,” he said.", "Radio Sette"),
        ("As per La Voce, Luigi Carbone has confirmed the talks.\n“There is an offer and we look at it.”", "La Voce"),
        # No outlet.
        (f"{WORDS} Marek Novak told reporters.", None),
        (f"{WORDS} Marek Novak told a press conference.", None),
        (f"{WORDS} Marek Novak told the Spanish media.", None),
        (f"{WORDS} Marek Novak told Nordheim United.", None),
        (f"{WORDS} Marek Novak told Jonas Bergstrom.", None),
        (f"{WORDS} Marek Novak wrote on X.", None),
        (f"{WORDS} Marek Novak told friends on Monday.", None),
        (f"La Voce say that he goes.\n{WORDS} Marek Novak said.", None),
    ],
)
def test_outlets(body: str, outlet: str | None) -> None:
    assert outlets(body) == [outlet]


def test_another_answer_has_no_outlet_of_the_first() -> None:
    body = (
        f"{WORDS} Marek Novak told La Voce.\nHe came in May and has scored in every second game since then.\n"
        "“I want to stay for years,” Novak said."
    )
    assert outlets(body) == ["La Voce", None]
