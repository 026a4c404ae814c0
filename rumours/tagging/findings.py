"""What the tagger answers: frozen records with spans, confidence and the rule that made them.

Spans are half-open, count code points of the document's body, and equal the words they claim. Confidence runs from 0
to 1. Sums of money are whole units of their currency (ISO 4217).
"""

from dataclasses import dataclass
from typing import NamedTuple

from rumours.choices import Doubt, FeeWhat, PersonRole, Position, Stage, StageGroup, TransferKind
from rumours.text import Span


class Key(NamedTuple):
    """A row the text may mean: `kind` is player, club, person or source; `id` is the caller's own."""

    kind: str
    id: int


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or something a finding speaks of: `name` is the fullest form the text has, `candidates` the rows it
    may mean, the likeliest first (none: nobody is known by that name)."""

    name: str
    candidates: tuple[Key, ...] = ()

    @property
    def key(self) -> Key | None:
        """The likeliest row."""
        return self.candidates[0] if self.candidates else None


@dataclass(frozen=True, slots=True)
class MentionFinding:
    """A known name in the text. More than one candidate is an ambiguity left to the editor."""

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
class NewName:
    """A person or outlet in the text whom no row is known for, with what the text says of him.

    `kind` is player, person or source. `club` is the club he plays or works for, as far as the text tells.
    """

    span: Span
    text: str
    kind: str
    confidence: float
    rule: str
    role: PersonRole | None = None
    position: Position | None = None
    nationality: str = ""
    age: int | None = None
    club: Named | None = None


@dataclass(frozen=True, slots=True)
class QuoteFinding:
    """Direct speech. `fragments` are the spans between the marks, in order: more than one where a tag or a paragraph
    break stands between; `text` is their words joined by one space. `span` runs from the first to the last.

    `described` is how the text puts a speaker without a name ("Gündogan's agent"); `via` the outlet that was spoken to
    or that the words were taken from.
    """

    span: Span
    text: str
    fragments: tuple[Span, ...]
    speaker: Named | None
    described: str
    via: Named | None
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class CreditFinding:
    """An outlet or journalist credited with a claim: `span` is the name, `claim` the sentence that credits it.

    `outlet` is the journalist's, where the text names it with him.
    """

    span: Span
    text: str
    source: Named
    outlet: Named | None
    claim: Span
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class FeeFinding:
    """A sum: `low` and `high` are equal unless the text gives a range."""

    span: Span
    what: FeeWhat
    low: int
    high: int
    currency: str


@dataclass(frozen=True, slots=True)
class LinkFinding:
    """One possible move: `span` is the sentence it stands on. `window` is None where neither words nor date tell."""

    span: Span
    text: str
    player: Named
    from_club: Named | None
    to_club: Named | None
    loan_club: Named | None
    window: str | None
    stage_group: StageGroup
    stage: Stage | None
    kind: TransferKind
    fees: tuple[FeeFinding, ...]
    doubt: Doubt
    source: Named | None
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything found in one document, each tuple in the order of the text. `notes` say what was not looked for."""

    mentions: tuple[MentionFinding, ...] = ()
    names: tuple[NewName, ...] = ()
    quotes: tuple[QuoteFinding, ...] = ()
    credits: tuple[CreditFinding, ...] = ()
    links: tuple[LinkFinding, ...] = ()
    notes: tuple[str, ...] = ()
    people: tuple[tuple[Named, PersonRole], ...] = ()
