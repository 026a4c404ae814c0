"""Filters of the lists, each a question an editor asks."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from rumours.choices import ArticleStatus, ReportRole

Rows = QuerySet[Any]


class Question(admin.SimpleListFilter):
    """Yes or no. Subclasses say what "yes" means; "no" is everything else."""

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", "Yes"), ("no", "No")]

    def queryset(self, request: HttpRequest, queryset: Rows) -> Rows:
        """The rows of the answer chosen."""
        if self.value() == "yes":
            return self.yes(queryset)
        if self.value() == "no":
            return queryset.exclude(pk__in=self.yes(queryset).order_by().values("pk"))
        return queryset

    def yes(self, rows: Rows) -> Rows:
        """Those of which it is true."""
        raise NotImplementedError


def question(title: str, parameter: str, yes: Callable[[Any], Rows]) -> type[Question]:
    """A filter with this title and parameter of the address; `yes` narrows a queryset."""
    members = {"title": title, "parameter_name": parameter, "yes": lambda self, rows: yes(rows)}
    return type("Question", (Question,), members)


NeedsTagging = question("Needs tagging?", "needs_tagging", lambda rows: rows.needing_tags())
NoPublisher = question("No source?", "no_source", lambda rows: rows.filter(publisher__isnull=True))
NoSource = question("No source?", "no_source", lambda rows: rows.filter(source__isnull=True))
NearCopies = question("Near copies?", "near_copies", lambda rows: rows.filter(near_copy_of__isnull=False))
OurHeadline = question("Headline made here?", "headline_ours", lambda rows: rows.filter(headline_ours=True))
DateUnknown = question("Date unknown?", "date_unknown", lambda rows: rows.filter(published_at__isnull=True))
Scheduled = question(
    "Scheduled?",
    "scheduled",
    lambda rows: rows.filter(status=ArticleStatus.PUBLISHED).exclude(
        pk__in=rows.model.objects.published().order_by().values("pk")
    ),
)
Stubs = question("Stubs to finish?", "stubs", lambda rows: rows.filter(is_stub=True))
Namesakes = question("Namesakes?", "namesakes", lambda rows: rows.namesakes())
NoPosition = question("Position unknown?", "no_position", lambda rows: rows.filter(position=""))
NoClub = question("Club unknown?", "no_club", lambda rows: rows.filter(club__isnull=True))
NoLeague = question("League unknown?", "no_league", lambda rows: rows.filter(competition__isnull=True))
WindowAssumed = question("Window assumed?", "window_assumed", lambda rows: rows.filter(window_assumed=True))
NoSuitor = question("No suitor named?", "no_suitor", lambda rows: rows.filter(to_club__isnull=True))
FromUnknown = question(
    "From unknown?", "from_unknown", lambda rows: rows.filter(from_club__isnull=True, free_agent=False)
)
Shown = question("Do readers see it?", "shown", lambda rows: rows.published())
NoTier = question("No tier yet?", "no_tier", lambda rows: rows.filter(tiers__isnull=True))
Standing = question("Standing?", "standing", lambda rows: rows.standing())
Withdrawn = question("Withdrawn?", "withdrawn", lambda rows: rows.filter(withdrawn_at__isnull=False))
Denials = question("Denials?", "denials", lambda rows: rows.filter(Q(role=ReportRole.DENIAL) | Q(retracts=True)))
SpeakerUnnamed = question("Speaker unnamed?", "unnamed", lambda rows: rows.filter(speaker__isnull=True))
Undecided = question("Still to decide?", "undecided", lambda rows: rows.filter(decision__isnull=True))
Unconfirmed = question(
    "Spans to confirm?",
    "unconfirmed",
    lambda rows: rows.filter(pk__in=rows.model.objects.filter(spans__confirmed=False).order_by().values("pk")),
)
