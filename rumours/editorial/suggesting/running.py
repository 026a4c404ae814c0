"""Running the tagger over one article and keeping what it proposes."""

from collections.abc import Sequence
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from rumours.calendar import Calendar
from rumours.choices import PersonRole, ReportRole
from rumours.editorial.inserting import follow, insert_new
from rumours.editorial.permissions import require
from rumours.editorial.shared_names import shared_gazetteer
from rumours.editorial.suggesting.identity import Decided
from rumours.editorial.suggesting.proposals import Proposal, proposals
from rumours.editorial.suggesting.repeats import repeats_of_many
from rumours.editorial.waiting import mark_waiting
from rumours.models import (
    Article,
    Person,
    Suggestion,
    SuggestionAlternative,
    SuggestionFee,
    SuggestionFragment,
    TaggerRun,
    WindowSpan,
)
from rumours.tagging import VERSION, Findings, Gazetteer, tag
from rumours.text import AsideText, Document, Span, headings


@transaction.atomic
def suggest_for(
    article: Article,
    *,
    by: User,
    names: Gazetteer | None = None,
    calendar: Calendar | None = None,
    findings: Findings | None = None,
) -> int:
    """Store what the tagger finds in `article`, and answer how many suggestions are new.

    Undecided suggestions of an earlier run are replaced. Decided ones, and those that editors changed at the desk, stay
    as they are, and what they were about (see `identity`) is not proposed again. A batch hands on `names` and
    `calendar`; `findings` made elsewhere are stored instead of a run. Nothing is decided here. Raises PermissionDenied.
    """
    require(by, "rumours.add_suggestion")
    Article.objects.select_for_update(no_key=True).get(pk=article.pk)
    if findings is None:
        spans = calendar or WindowSpan.objects.calendar()
        findings = tag(document_of(article), names or shared_gazetteer(), spans, section=article.section)
    _forget_untouched(article)
    decided = Decided(article.suggestions.all())
    fresh = decided.without(proposals(article, findings))
    _add_last_known_roles(fresh)
    _mark_repeats([(article, fresh)])
    _store(fresh)
    mark_waiting([article.pk])
    run = {"version": VERSION, "notes": "\n".join(findings.notes), "at": timezone.now()}
    TaggerRun.objects.update_or_create(article=article, defaults=run)
    return len(fresh)


@transaction.atomic
def suggest_for_new(found: Sequence[tuple[Article, Findings]], *, by: User) -> int:
    """As `suggest_for`, for articles that were stored in this transaction: in few statements for all of them.

    Nothing is decided of them yet, and there is nothing to be replaced. Raises PermissionDenied.
    """
    require(by, "rumours.add_suggestion")
    fresh = [(article, Decided(()).without(proposals(article, findings))) for article, findings in found]
    every = [proposal for _, several in fresh for proposal in several]
    _add_last_known_roles(every)
    _mark_repeats(fresh)
    _store(every)
    mark_waiting(article.pk for article, _ in found)
    TaggerRun.objects.bulk_create(
        TaggerRun(article=article, version=VERSION, notes="\n".join(findings.notes)) for article, findings in found
    )
    return len(every)


def document_of(article: Article) -> Document:
    """A stored article as the tagger reads it."""
    asides = [
        AsideText(aside.kind, aside.text, aside.place, Span(aside.original_start, aside.original_start))
        for aside in article.asides.all()
    ]
    return document_to_tag(
        None if article.headline_ours else article.headline, article.body, asides,
        published=article.published_at, precision=article.precision, language=article.language,
    )  # fmt: skip


def document_to_tag(
    headline: str | None,
    body: str,
    asides: Sequence[AsideText],
    *,
    published: datetime | None,
    precision: str,
    language: str,
) -> Document:
    """An article, stored or about to be, as the tagger reads it. `asides`, in the order in which they are stored, are
    never tagged, but tell which site's page it was."""
    return Document(
        headline=headline, body=body, asides=tuple(asides), headings=tuple(headings(body)),
        published=published, precision=precision, language=language,
    )  # fmt: skip


def _forget_untouched(article: Article) -> None:
    """Held first, so that one that somebody is deciding at this moment is either decided or gone, never both.

    One that waits with an editor's changes on it, not taken back, is his work and stays.
    """
    waiting = set(article.suggestions.undecided().select_for_update().values_list("pk", flat=True))
    changes = article.decisions.filter(action="edit", row_kind="suggestion", undone_by__isnull=True)
    Suggestion.objects.filter(pk__in=waiting.difference(changes.values_list("row_id", flat=True))).delete()


def _add_last_known_roles(fresh: Sequence[Proposal]) -> None:
    """What people were when they were last heard of, where the text does not say: for the editor to confirm."""
    rows = {id(row): row.person_id for row in _rows(fresh) if row.person_id and not row.role}
    people = Person.objects.filter(pk__in=rows.values()).exclude(role=PersonRole.OTHER)
    roles = dict(people.values_list("pk", "role")) if rows else {}
    for row in _rows(fresh):
        row.role = roles.get(rows.get(id(row), 0), row.role)


def _rows(fresh: Sequence[Proposal]) -> list[Suggestion]:
    return [proposal.row for proposal in fresh]


def _mark_repeats(fresh: Sequence[tuple[Article, Sequence[Proposal]]]) -> None:
    suggested = [(article, _rows(several)) for article, several in fresh]
    for (_, rows), reports in zip(suggested, repeats_of_many(suggested), strict=True):
        for row, report in zip(rows, reports, strict=True):
            if report is not None:
                row.report_role, row.follows = ReportRole.REPEAT, report


def _store(fresh: Sequence[Proposal]) -> None:
    """A handful of statements, however many there are."""
    insert_new(Suggestion, _rows(fresh))
    alternatives = [row for proposal in fresh for row in proposal.alternatives]
    fees = [row for proposal in fresh for row in proposal.fees]
    fragments = [row for proposal in fresh for row in proposal.fragments]
    parts = ((SuggestionAlternative, alternatives), (SuggestionFee, fees), (SuggestionFragment, fragments))
    for model, rows in parts:
        follow(rows, "suggestion")
        insert_new(model, rows)
