"""Press conferences and interviews set without marks: a line with the matter or the question, then the answer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rumours.tagging.reading import Reading
from rumours.text import Span

# "on the young goalkeeper...", "On his contract:". Known miss: matters set as headings without either.
_MATTER = re.compile(r"[Oo]n (?!(?:the other hand|top|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)")
_MATTER_ENDS = ("...", "…", ":", "....")
# "How do you feel?": asked of somebody. Known miss: a question without "you".
_ASKS = re.compile(r"\b(?:you|your|yourself)\b")
_HIMSELF = re.compile(
    r"\b(?:I|I['’]m|I['’]ve|I['’]d|I['’]ll|we|we['’]re|we['’]ve|my|our|us|me)\b|\b(?:We|My|Our|You)\b"
)
_MARK = re.compile(r"[\"“”«»„]")
_LINE = 160
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Answer:
    """The paragraphs that answer one line."""

    paragraphs: tuple[Span, ...]


def answers(reading: Reading) -> list[Answer]:
    """Every answer, or none where fewer than two lines call for one: then they are the writer's own."""
    found = list(_answers(reading))
    return found if len(found) >= _LEAST else []


def _answers(reading: Reading) -> Iterator[Answer]:
    answer: list[Span] = []
    asked = False
    for paragraph in reading.paragraphs:
        if _is_prompt(reading, paragraph):
            if answer:
                yield Answer(tuple(answer))
            answer, asked = [], True
        elif asked and _is_answer(reading, paragraph):
            answer.append(paragraph)
        else:
            if answer:
                yield Answer(tuple(answer))
            answer, asked = [], False
    if answer:
        yield Answer(tuple(answer))


def _is_prompt(reading: Reading, paragraph: Span) -> bool:
    if len(paragraph) > _LINE:
        return False
    words = paragraph.of(reading.text)
    if _MATTER.match(words) and words.endswith(_MATTER_ENDS):
        return True
    return words.endswith("?") and bool(_ASKS.search(words)) and not _MARK.search(words)


def _is_answer(reading: Reading, paragraph: Span) -> bool:
    words = paragraph.of(reading.text)
    return len(words.split()) > 1 and not _MARK.search(words) and bool(_HIMSELF.search(words))
