"""What the tagger answers: frozen records with spans, confidence and the rule that made them."""

from dataclasses import dataclass
from typing import NamedTuple

from rumours.text import Span


class Key(NamedTuple):
    """A row the text may mean: `kind` is player, club, person or source; `id` is the caller's own."""

    kind: str
    id: int


@dataclass(frozen=True, slots=True)
class MentionFinding:
    """A name in the text. `candidates` are the rows it may mean, the likeliest first; more than one is an ambiguity
    left to the editor. `confidence` runs from 0 to 1."""

    span: Span
    text: str
    candidates: tuple[Key, ...]
    confidence: float
    rule: str

    @property
    def key(self) -> Key:
        """The likeliest candidate."""
        return self.candidates[0]


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything found in one document, in the order of the text."""

    mentions: tuple[MentionFinding, ...] = ()
