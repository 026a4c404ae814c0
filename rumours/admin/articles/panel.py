"""What the panel of suggestions shows: links, quotes and names to decide, and what was decided last."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet

from rumours.calendar import WindowCode
from rumours.choices import SuggestionKind, SuggestionSlot
from rumours.editorial.reviewing import Subject, candidates
from rumours.editorial.reviewing.quotes import words_of
from rumours.editorial.suggesting import repeats_of
from rumours.models import Article, Report, Suggestion, TaggerRun

DECIDED_SHOWN = 30
FIRST = {SuggestionKind.LINK: 0, SuggestionKind.QUOTE: 1}
NAME_OF_SLOT = {
    SuggestionSlot.PLAYER: "player_name",
    SuggestionSlot.FROM_CLUB: "from_name",
    SuggestionSlot.TO_CLUB: "to_name",
    SuggestionSlot.LOAN_CLUB: "loan_name",
}


@dataclass(frozen=True, slots=True)
class Slot:
    """A name in a suggestion: the text's word, whom it may mean, and the name of the field that chooses."""

    field: str
    word: str
    found: list[Subject]

    @property
    def choices(self) -> list[tuple[str, str]]:
        """What the field chooses from, each told apart from its namesakes; nothing where only one is meant."""
        return [(key_of(subject), _told_apart(subject)) for subject in self.found] if len(self.found) > 1 else []

    @property
    def is_new(self) -> bool:
        """Whether the text names somebody whom nobody has entered."""
        return bool(self.word) and not self.found

    @property
    def shown(self) -> str:
        """The likeliest, or the text's word for a stranger."""
        return str(self.found[0]) if self.found else self.word


@dataclass(frozen=True, slots=True)
class LinkCard:
    """A suggested link and the known report that its claim repeats."""

    row: Suggestion
    player: Slot
    from_club: Slot
    to_club: Slot
    loan_club: Slot
    repeats: Report | None

    @property
    def window(self) -> str:
        """`Winter 2026`; "" where the text names none."""
        return WindowCode.parse(self.row.window).label if self.row.window else ""


def panel(article: Article) -> dict[str, Any]:
    """Everything to decide with whom each name may mean, what was decided last, and what the tagger did not look for.

    Whether a claim repeats a known one is looked up now: it may have become known since the article came in.
    """
    rows = article.suggestions.whole()
    waiting = in_order(_with_labels(rows.undecided()))
    links = [row for row in waiting if row.kind == SuggestionKind.LINK]
    quotes = [row for row in waiting if row.kind == SuggestionKind.QUOTE]
    names = waiting[len(links) + len(quotes) :]
    run = TaggerRun.objects.filter(article=article).first()
    return {
        "total": len(waiting),
        "links": [_link(row, known) for row, known in zip(links, repeats_of(article, links), strict=True)],
        "quotes": [
            {"row": row, "words": words_of(row), "speaker": _slot(row, SuggestionSlot.PLAYER)} for row in quotes
        ],
        "waiting": [{"row": row, "slot": Slot(f"subject-{row.pk}", row.text, candidates(row))} for row in names],
        "notes": run.notes.splitlines() if run else [],
        "decided": rows.decided().select_related("decided_by").order_by("-decided_at", "-pk")[:DECIDED_SHOWN],
    }


def _link(row: Suggestion, repeats: Report | None) -> LinkCard:
    player, from_club, to_club, loan_club = (_slot(row, slot) for slot in NAME_OF_SLOT)
    return LinkCard(row, player, from_club, to_club, loan_club, repeats)


def _slot(row: Suggestion, slot: SuggestionSlot) -> Slot:
    return Slot(f"{slot}-{row.pk}", getattr(row, NAME_OF_SLOT[slot]), candidates(row, slot))


def in_order(rows: Iterable[Suggestion]) -> list[Suggestion]:
    """As the panel shows them: links, quotes, then names; each kind in the order of the text."""
    return sorted(rows, key=lambda row: (FIRST.get(SuggestionKind(row.kind), len(FIRST)), row.start, row.pk))


def _with_labels(rows: QuerySet[Suggestion]) -> QuerySet[Suggestion]:
    """With what tells namesakes apart."""
    return rows.select_related("player__club", "person__club", "source__outlet").prefetch_related(
        "alternatives__player__club"
    )


def _told_apart(subject: Subject) -> str:
    """A row as the fields of the desk show it: Emil Vaskelin (2004, Goalkeeper, SV Altenwyk)."""
    desk: Any = admin.site.get_model_admin(type(subject))
    return str(desk.choice_label(subject))


def key_of(subject: Subject) -> str:
    """How a form names a row: player-12."""
    return f"{subject._meta.model_name}-{subject.pk}"
