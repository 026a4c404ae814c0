"""Which words are direct speech: marks of every style, and marks that are none."""

import pytest

from tests.tagging.quotes_world import quotes, texts

SAID = "We will not sell him."


@pytest.mark.parametrize(
    "body",
    [
        f'"{SAID}" Jonas Bergstrom said.',
        f"“{SAID}” Jonas Bergstrom said.",
        f"‘{SAID}’ Jonas Bergstrom said.",
        f"'{SAID}' Jonas Bergstrom said.",
        f"„{SAID}“ Jonas Bergstrom said.",
        f"«{SAID}» Jonas Bergstrom said.",
        f"»{SAID}« Jonas Bergstrom said.",
        f"''{SAID}'' Jonas Bergstrom said.",
        f"“{SAID}“ Jonas Bergstrom said.",
        f'“{SAID}" Jonas Bergstrom said.',
    ],
)
def test_marks_of_every_style(body: str) -> None:
    assert texts(body) == [SAID]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        # Apostrophes inside single marks, also a plural's.
        (
            "‘It’s the players’ decision and they’ll take it,’ Marek Novak said.",
            "It’s the players’ decision and they’ll take it,",
        ),
        (
            "'It's the clubs' problem, isn't it?' Marek Novak asked.",
            "It's the clubs' problem, isn't it?",
        ),
        # One kind inside the other.
        (
            "“He told me ‘come and play’ and I came,” Marek Novak said.",
            "He told me ‘come and play’ and I came,",
        ),
        (
            "‘He told me “come and play” and I came,’ Marek Novak said.",
            "He told me “come and play” and I came,",
        ),
        ('"They call it a "project" and I like it," Marek Novak said.', 'They call it a "project" and I like it,'),
        ("‘He is a ‘big boss’ for all of us,’ Marek Novak said.", "He is a ‘big boss’ for all of us,"),
        # Text glued to the marks.
        (
            "Nordheim United are waiting.“We have known it since May,” Jonas Bergstrom said.",
            "We have known it since May,",
        ),
        # Inserted words.
        ("“[He] is a player we like,” Jonas Bergstrom said.", "[He] is a player we like,"),
        # Elisions open nothing.
        ("Get 'em while you can, said the fans of the '90s. “I was there,” Marek Novak said.", "I was there,"),
        # A stop behind the closing mark.
        ("Jonas Bergstrom said: “He is our best man and he stays”.", "He is our best man and he stays"),
        # A mark was forgotten before the words, and one after them.
        ("It is not easy for a young man,” Jonas Bergstrom said.", "It is not easy for a young man,"),
        (
            "Jonas Bergstrom said: “It is not easy for a young man.\nThe window shuts on Monday.",
            "It is not easy for a young man.",
        ),
    ],
)
def test_words_between_marks(body: str, words: str) -> None:
    assert texts(body) == [words]


@pytest.mark.parametrize(
    "body",
    [
        "Jonas Bergstrom called him a “hero” in May.",
        "Marek Novak is “very open” to joining Atletico Valdera.",
        "The club call it a ‘statement signing’.",
        "He says that he “will not remain” at the club.",
        "The deal is “progressing well”, it is said.",
        "They were told that the price is “more than they can pay” this summer.",
        "The series, “The Last Summer of Novak”, is on air.",
        "Nordheim United have ‘assured Novak that he will play’ next season.",
        "Jonas Bergstrom said that he would never sell his best man.",
        "The clubs’ interest is known, and the players’ agents’ work goes on.",
        "'We want him': Bergstrom on a summer of waiting",
        "‘We want him back’ – coach on his lost son",
        "He scored in the 6'2\" giant's farewell.",
        "“",
        "”’‘“",
    ],
)
def test_marks_that_hold_no_speech(body: str) -> None:
    assert texts(body) == []


def test_a_headline_is_no_quotation() -> None:
    found = quotes("Marek Novak was clear after the game.", headline="Novak: ‘I am not going anywhere this summer’")
    assert found == ()


def test_a_section_heading_is_no_quotation() -> None:
    body = "He played well.\n\n‘I will be back one day’\n\nThe window shuts on Monday, and nobody has called."
    assert texts(body) == []


def test_fragments_are_the_words_in_the_text() -> None:
    body = "“I like it here,” Marek Novak said. “I will stay.”"
    (found,) = quotes(body)
    assert [fragment.of(body) for fragment in found.fragments] == ["I like it here,", "I will stay."]
    assert found.text == "I like it here, I will stay."
    assert found.span.of(body) == "I like it here,” Marek Novak said. “I will stay."


def test_a_passage_in_another_language() -> None:
    assert texts("Luigi Carbone ha detto a La Voce: «Marek è un grande giocatore e resta con noi».") == [
        "Marek è un grande giocatore e resta con noi"
    ]
