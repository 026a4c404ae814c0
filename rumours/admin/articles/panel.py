"""What the panel of suggestions shows: links, quotes and names to decide, and what was decided last."""

from dataclasses import dataclass
from typing import Any

from rumours.choices import SuggestionKind, SuggestionSlot
from rumours.editorial.reviewing import Subject, candidates
from rumours.editorial.reviewing.quotes import words_of
from rumours.editorial.suggesting import repeats_of
from rumours.models import Article, Report, Suggestion, TaggerRun

DECIDED_SHOWN = 30
NAME_OF_SLOT = {
    SuggestionSlot.PLAYER: "player_name",
    SuggestionSlot.FROM_CLUB: "from_name",
    SuggestionSlot.TO_CLUB: "to_name",
    SuggestionSlot.LOAN_CLUB: "loan_name",
}


@dataclass(frozen=True, slots=True)
class Slot:
    """A name in a link or quote: the text's word, whom it may mean, and the name of the field that chooses."""

    field: str
    word: str
    choices: list[tuple[str, str]]

    @property
    def is_new(self) -> bool:
        """Whether the text names somebody whom nobody has entered."""
        return bool(self.word) and not self.choices

    @property
    def shown(self) -> str:
        """The likeliest, or the text's word for a stranger."""
        return self.choices[0][1] if self.choices else self.word


@dataclass(frozen=True, slots=True)
class LinkCard:
    """A suggested link and the known report that its claim repeats."""

    row: Suggestion
    player: Slot
    from_club: Slot
    to_club: Slot
    loan_club: Slot
    repeats: Report | None


def panel(article: Article) -> dict[str, Any]:
    """Everything to decide with whom each name may mean, what was decided last, and what the tagger did not look for.

    Whether a claim repeats a known one is looked up now: it may have become known since the article came in.
    """
    rows = article.suggestions.whole()
    waiting = list(rows.undecided().order_by("start", "pk"))
    links = [row for row in waiting if row.kind == SuggestionKind.LINK]
    quotes = [row for row in waiting if row.kind == SuggestionKind.QUOTE]
    names = [row for row in waiting if row not in links and row not in quotes]
    run = TaggerRun.objects.filter(article=article).first()
    return {
        "total": len(waiting),
        "links": [_link(row, known) for row, known in zip(links, repeats_of(article, links), strict=True)],
        "quotes": [
            {"row": row, "words": words_of(row), "speaker": _slot(row, SuggestionSlot.PLAYER)} for row in quotes
        ],
        "waiting": [{"row": row, "choices": _choices(candidates(row))} for row in names],
        "notes": run.notes.splitlines() if run else [],
        "decided": rows.decided().select_related("decided_by").order_by("-decided_at", "-pk")[:DECIDED_SHOWN],
    }


def _link(row: Suggestion, repeats: Report | None) -> LinkCard:
    player, from_club, to_club, loan_club = (_slot(row, slot) for slot in NAME_OF_SLOT)
    return LinkCard(row, player, from_club, to_club, loan_club, repeats)


def _slot(row: Suggestion, slot: SuggestionSlot) -> Slot:
    return Slot(f"{slot}-{row.pk}", getattr(row, NAME_OF_SLOT[slot]), _choices(candidates(row, slot)))


def _choices(found: list[Subject]) -> list[tuple[str, str]]:
    return [(key_of(subject), str(subject)) for subject in found]


def key_of(subject: Subject) -> str:
    """How a form names a row: player-12."""
    return f"{subject._meta.model_name}-{subject.pk}"
