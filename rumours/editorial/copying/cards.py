"""Which waiting suggestions of an article ask what was copied: they are decided with it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from uuid import uuid4

from django.contrib.auth.models import User
from django.utils import timezone

from rumours.choices import SuggestionKind, SuggestionSlot, Verdict
from rumours.editorial.reviewing import NAMES
from rumours.editorial.suggesting.identity import identities
from rumours.editorial.waiting import mark_waiting
from rumours.models import Article, Decision, Entity, Mention, Quote, Report, Suggestion
from rumours.text import Span, fold

# A new row beside the one that it is copied from.
Answer = tuple[Report, Report] | tuple[Quote, Quote]


class Cards:
    """The waiting suggestions of an article (two queries), and what each became."""

    def __init__(self, article: Article) -> None:
        self._article = article
        rows = article.suggestions.undecided().with_names().prefetch_related("alternatives").order_by("start", "pk")
        self._waiting = list(rows)
        self._became: list[tuple[Suggestion, Report | Quote | list[Mention], Verdict]] = []

    def take_reports(self, pairs: Sequence[tuple[Report, Report]]) -> None:
        """Let each suggested link that a new report (beside its original) answers become that report."""
        for row in self._of_kind(SuggestionKind.LINK):
            answers = [pair for pair in pairs if _is_same_link(row, *pair)]
            answers.sort(key=lambda pair: pair[0].source_id != row.source_id)
            self._become(row, answers)

    def take_quotes(self, pairs: Sequence[tuple[Quote, Quote]]) -> None:
        """Let each suggested quote that a new one overlaps become that quote."""
        for row in self._of_kind(SuggestionKind.QUOTE):
            span = Span(row.start, row.end)
            self._become(row, [pair for pair in pairs if span.overlaps(Span(pair[0].start, pair[0].end))])

    def take_mentions(self, tags: Iterable[Mention]) -> None:
        """Let each suggested name that is tagged now stand for its tags."""
        tagged: dict[str, list[Mention]] = defaultdict(list)
        for tag in tags:
            tagged[fold(tag.text)].append(tag)
        for row in self._of_kind(*NAMES):
            if found := tagged.get(fold(row.text)):
                self._became.append((row, found, Verdict.ACCEPTED))

    def decide(self, *, by: User, sitting: str) -> list[int]:
        """Write the verdicts, each with its decision, when the new rows are stored; the ids of the suggestions."""
        for verdict in (Verdict.ACCEPTED, Verdict.EDITED):
            chosen = [row.pk for row, _, given in self._became if given is verdict]
            if chosen:
                rows = Suggestion.objects.filter(pk__in=chosen)
                rows.update(decision=verdict, decided_at=timezone.now(), decided_by=by)
        mark_waiting([self._article.pk])
        Decision.objects.bulk_create(
            Decision(
                article=self._article, sitting=sitting, client_id=uuid4().hex, action="accept", row_kind="suggestion",
                row_id=row.pk, before={"decision": None}, after={"decision": verdict, **_made(became)}, by=by,
            )
            for row, became, verdict in self._became
        )  # fmt: skip
        return [row.pk for row, _, _ in self._became]

    def _of_kind(self, *kinds: str) -> Iterator[Suggestion]:
        return (row for row in self._waiting if row.kind in kinds)

    def _become(
        self, row: Suggestion, answers: Sequence[tuple[Report, Report]] | Sequence[tuple[Quote, Quote]]
    ) -> None:
        if not answers:
            return
        fresh, original = answers[0]
        if fresh.suggestion is None:
            fresh.suggestion = row
        proposed = original.suggestion
        edited = proposed is not None and proposed.decision == Verdict.EDITED
        self._became.append((row, fresh, Verdict.EDITED if edited else Verdict.ACCEPTED))


def _made(became: Report | Quote | list[Mention]) -> dict[str, object]:
    """What the decision made, as one on a single card keeps it: with it the card can be opened again alone."""
    if isinstance(became, Report):
        return {"report": became.pk, "names": []}
    if isinstance(became, Quote):
        return {"quote": became.pk}
    subject = became[0].subject
    return {"subject": [subject._meta.model_name, subject.pk], "mentions": [tag.pk for tag in became]}


def _is_same_link(row: Suggestion, report: Report, original: Report) -> bool:
    """Whether a suggested link is the one that was reported, or the very proposal from which that was entered."""
    if original.suggestion is not None and not {*identities(original.suggestion)}.isdisjoint(identities(row)):
        return True
    link = report.link
    others = {(other.slot, other.player_id or other.club_id) for other in row.alternatives.all()}
    player = _may_mean(row.player_id, row.player_name, link.player)
    buyer = _may_mean(row.to_club_id, row.to_name, link.to_club)
    return (player or (SuggestionSlot.PLAYER, link.player_id) in others) and (
        buyer or (SuggestionSlot.TO_CLUB, link.to_club_id) in others
    )


def _may_mean(pk: int | None, name: str, entity: Entity | None) -> bool:
    """Whether a proposed row, or a name that nobody bore when it was proposed, is this one; nobody is nobody."""
    if entity is None:
        return pk is None and not name
    return pk == entity.pk or (pk is None and bool(fold(name)) and f"| {fold(name)} |" in entity.search)
