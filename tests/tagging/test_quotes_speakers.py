"""Who says it."""

import pytest

from tests.tagging.quotes_world import quotes, speakers

LEAD = "Nordheim United coach Jonas Bergstrom is pleased. Marek Novak has scored twice since May."


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        # Tags after, before, inverted; with a title and an apposition.
        ("“I like it here,” Marek Novak said.", "Marek Novak"),
        ("“I like it here,” said Marek Novak.", "Marek Novak"),
        ("“I like it here,” rued Marek Novak after the draw.", "Marek Novak"),
        ("Marek Novak told reporters: “I like it here.”", "Marek Novak"),
        ("Nordheim United’s head coach, Jonas Bergstrom, said: “We like him.”", "Jonas Bergstrom"),
        ("“We like him,” said the head coach, Jonas Bergstrom.", "Jonas Bergstrom"),
        ("“We like him,” sporting director Luigi Carbone explained.", "Luigi Carbone"),
        ("As told by Marek Novak, “we are not there yet”.", "Marek Novak"),
        ("According to Luigi Carbone, “we are not there yet”.", "Luigi Carbone"),
        # A name with a mark of exclamation, and no end of the sentence.
        ("“I like it here,” said Yahoo! columnist Marek Novak.", "Marek Novak"),
        # A surname after the full name, and a participle.
        (f"{LEAD}\n“I like it here,” Novak said.", "Marek Novak"),
        ("Jonas Bergstrom was full of praise for Novak, saying: “He is our best man.”", "Jonas Bergstrom"),
        # A journalist, known as a source.
        ("Pia Lindqvist wrote: “Nordheim United are close to a deal.”", "Pia Lindqvist"),
        ("Pia Lindqvist has news.\n“Nordheim United are close to a deal,” Lindqvist said.", "Pia Lindqvist"),
        # A pronoun, as of him who is the subject before, and not of him who is named in the words.
        (
            "Jonas Bergstrom dismissed the talk about Marek Novak.\n“There is no offer for him,” he said.",
            "Jonas Bergstrom",
        ),
        ("Marek Novak has spoken of Jonas Bergstrom.\n“I owe Bergstrom all I have,” he said.", "Marek Novak"),
        ("He said, as quoted by La Voce: “I like it here.”", None),
        # Descriptions.
        (f"{LEAD}\n“He runs more than all the others,” the coach said.", "Jonas Bergstrom"),
        (f"{LEAD}\n“I have never been so happy,” the winger said.", "Marek Novak"),
        # Nobody says it in so many words: the man that the sentence before is about.
        ("Luigi Carbone denied the story last night.\n“There is nothing in it. He stays with us.”", "Luigi Carbone"),
        # Somebody else's words.
        ("Marek Novak’s agent said: “We know of no offer.”", None),
        ("A club statement read: “We know of no offer.”", None),
        ("Nordheim United said: “We know of no offer.”", None),
        ("“We know of no offer,” a source said.", None),
        ("La Voce report: “The player has agreed to everything.”", None),
        ("“We know of no offer and we do not wait for one.”", None),
    ],
)
def test_speakers(body: str, speaker: str | None) -> None:
    assert speakers(body) == [speaker]


def test_who_has_no_name_is_described() -> None:
    (found,) = quotes("Marek Novak’s agent denied it all.\n“There has been no meeting with anybody.”")
    assert (found.speaker, found.described) == (None, "Marek Novak’s agent")


def test_a_name_that_nobody_has_read_is_kept() -> None:
    assert speakers("“We like him,” said Dr Vilem Hrabak.") == ["Vilem Hrabak"]


def test_two_men_in_turn() -> None:
    body = "“I like it here,” Marek Novak said.\n“He must run more,” Jonas Bergstrom replied.\nNovak laughed: “I will.”"
    assert speakers(body)[:2] == ["Marek Novak", "Jonas Bergstrom"]


def test_a_speaker_leads_to_his_row() -> None:
    (found,) = quotes("“I like it here,” Marek Novak said.")
    assert found.speaker and found.speaker.key == ("player", 1)
