"""Any text is read: spans lie in it, in order and apart, and every number is somebody's."""

from hypothesis import given
from hypothesis import strategies as st

from rumours.tagging.reading import Reading
from rumours.text import Span
from tests.tagging.naming import reading

WORDS = st.sampled_from(
    [
        "Milan", "the", "The", "he", "his", "Danilo", "Ricci", "striker", "24-year-old", "and", "of", "Reds", "club",
        "Lazio’s", "former", "Brazilian", "van", "Min-hyeon", ",", ".", "\n\n", "“", "”", "(", "O'Reardon", "Rice",
        "manager", "Wednesday", "Sport", "according to", "in", "İstanbul", "ß", "St.", "1.", "FC", "Norvik", "-",
    ]
)  # fmt: skip


def assert_sound(found: Reading) -> None:
    at = 0
    for mention in found.mentions:
        assert at <= mention.span.start < mention.span.end <= len(found.text)
        assert 0 <= mention.actor < len(found.actors)
        assert 0 < mention.confidence <= 1
        at = mention.span.end
    for number, actor in enumerate(found.actors):
        assert actor.number == number
        assert actor.club is None or found.actors[actor.club].kind == "club"
        assert all(found.actors[former].kind == "club" for former in actor.former)
    assert all(Span(0, len(found.text)).contains(sentence) for sentence in found.sentences)


@given(st.lists(WORDS, max_size=60))
def test_any_words(words: list[str]) -> None:
    assert_sound(reading(" ".join(words)))


@given(st.text(max_size=120), st.text(max_size=40))
def test_any_text(text: str, headline: str) -> None:
    assert_sound(reading(text, headline=headline or None))
