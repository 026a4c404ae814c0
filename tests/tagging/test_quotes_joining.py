"""Where a passage of speech begins and ends: what stands between decides."""

import pytest

from tests.tagging.quotes_world import texts


@pytest.mark.parametrize(
    ("body", "passages"),
    [
        # A tag in the middle.
        ("“I like it here,” Marek Novak said, “and I stay.”", ["I like it here, and I stay."]),
        ("“I like it here.” Marek Novak added: “I stay.”", ["I like it here. I stay."]),
        # Paragraphs, each opened anew and only the last one closed.
        (
            "“I like it here,” Marek Novak said.\n“The town is small.\n“I stay.”",
            ["I like it here, The town is small. I stay."],
        ),
        # A long tag ends a paragraph, and the next goes on.
        (
            "“I like it here,” Marek Novak said when he was asked about Atletico Valdera.\n“I stay.”",
            ["I like it here, I stay."],
        ),
        # A short tag between.
        ("“I like it here,” Marek Novak said.\nHe added: “I stay.”", ["I like it here, I stay."]),
        ("“I like it here,” the winger said. Novak continued: “I stay.”", ["I like it here, I stay."]),
        # A box of the paper's own inside words that nobody closed.
        (
            "‘I like it here,’ Marek Novak said. ‘I stay.\nSign up here\n‘The town is small.’",
            ["I like it here, I stay. The town is small."],
        ),
        # A whole paragraph of the writer's.
        (
            "“I like it here,” Marek Novak said.\nHe came from Atletico Valdera in May and has scored twice.\n"
            "“I will stay,” he said.",
            ["I like it here,", "I will stay,"],
        ),
        # A hand-over that brings up something new.
        (
            "“I like it here,” Marek Novak said.\nAsked about the offer from Atletico Valdera, Novak replied: "
            "“I know nothing.”",
            ["I like it here,", "I know nothing."],
        ),
        # Another man.
        (
            "“I like it here,” Marek Novak said.\nJonas Bergstrom said: “He must run more.”",
            ["I like it here,", "He must run more."],
        ),
        (
            "“He is done,” one fan wrote, while another asked: “Is he even ours?”",
            ["He is done,", "Is he even ours?"],
        ),
        # One word belongs to what follows.
        ("“No,” Marek Novak said. “I am not going.”", ["No, I am not going."]),
    ],
)
def test_passages(body: str, passages: list[str]) -> None:
    assert texts(body) == passages
