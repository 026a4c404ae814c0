"""Filters of the lists, each a question an editor asks: a condition on the row itself, which an index can answer."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from rumours.choices import ArticleStatus, ReportRole
from rumours.models import Article, Player, SourceTier, WindowSpan
from rumours.models.article import needing_tags
from rumours.models.report import FALLEN

Rows = QuerySet[Any]
Condition = Q | Callable[[], Q]
# So many rows tell which values a column has.
NEWEST = 2_000


class Question(admin.SimpleListFilter):
    """Yes or no; "no" is everything else."""

    condition: Condition

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", "Yes"), ("no", "No")]

    def queryset(self, request: HttpRequest, queryset: Rows) -> Rows:
        """The rows of the answer chosen."""
        if self.value() not in ("yes", "no"):
            return queryset
        condition = self.condition if isinstance(self.condition, Q) else self.condition()
        return queryset.filter(condition if self.value() == "yes" else ~condition)


def question(title: str, parameter: str, condition: Condition) -> type[Question]:
    """A filter with this title and parameter of the address; a condition that depends on the hour is made anew."""
    made = condition if isinstance(condition, Q) else staticmethod(condition)
    return type("Question", (Question,), {"title": title, "parameter_name": parameter, "condition": made})


class Seen(admin.SimpleListFilter):
    """The values of a column in the newest rows: to look for all there are would read the whole table."""

    column: str

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Each that was seen lately, and the one asked for."""
        newest = model_admin.model.objects.order_by("-pk").values_list(self.column, flat=True)[:NEWEST]
        asked = request.GET.get(str(self.parameter_name), "")
        return [(value, value) for value in sorted({*newest, asked[:40]} - {""})]

    def queryset(self, request: HttpRequest, queryset: Rows) -> Rows:
        """Those with the value chosen."""
        return queryset.filter(**{self.column: self.value()}) if self.value() else queryset


def seen(column: str) -> type[Seen]:
    """A filter by the values that a column has had lately."""
    title = column.replace("_", " ")
    return type("Seen", (Seen,), {"title": title, "parameter_name": f"{column}__exact", "column": column})


def _scheduled() -> Q:
    """The few whose hour is still to come, read along the index of what is shown."""
    rows = Article.objects.filter(status=ArticleStatus.PUBLISHED, released_at__gt=timezone.now())
    return Q(pk__in=list(rows.order_by("-released_at", "-pk").values_list("pk", flat=True)[:NEWEST]))


def _namesakes() -> Q:
    return Q(Exists(Player.objects.filter(folded=OuterRef("folded")).exclude(pk=OuterRef("pk"))))


NeedsTagging = question("Needs tagging?", "needs_tagging", needing_tags)
NoPublisher = question("No source?", "no_source", Q(publisher__isnull=True))
NoSource = question("No source?", "no_source", Q(source__isnull=True))
NearCopies = question("Near copies?", "near_copies", Q(near_copy_of__isnull=False))
OurHeadline = question("Headline made here?", "headline_ours", Q(headline_ours=True))
DateUnknown = question("Date unknown?", "date_unknown", Q(published_at__isnull=True))
Scheduled = question("Scheduled?", "scheduled", _scheduled)
Stubs = question("Stubs to finish?", "stubs", Q(is_stub=True))
Namesakes = question("Namesakes?", "namesakes", _namesakes)
NoPosition = question("Position unknown?", "no_position", Q(position=""))
NoClub = question("Club unknown?", "no_club", Q(club__isnull=True))
NoLeague = question("League unknown?", "no_league", Q(competition__isnull=True))
WindowAssumed = question("Window assumed?", "window_assumed", Q(window_assumed=True))
NoSuitor = question("No suitor named?", "no_suitor", Q(to_club__isnull=True))
FromUnknown = question("From unknown?", "from_unknown", Q(from_club__isnull=True, free_agent=False))
Shown = question("Do readers see it?", "shown", Q(is_public=True))
NoTier = question("No tier yet?", "no_tier", lambda: Q(~Exists(SourceTier.objects.filter(source=OuterRef("pk")))))
Standing = question("Standing?", "standing", ~FALLEN)
Withdrawn = question("Withdrawn?", "withdrawn", Q(withdrawn_at__isnull=False))
Denials = question("Denials?", "denials", Q(role=ReportRole.DENIAL) | Q(retracts=True))
SpeakerUnnamed = question("Speaker unnamed?", "unnamed", Q(speaker__isnull=True))
Undecided = question("Still to decide?", "undecided", Q(decision__isnull=True))
Unconfirmed = question(
    "Spans to confirm?",
    "unconfirmed",
    lambda: Q(Exists(WindowSpan.objects.filter(window=OuterRef("pk"), confirmed=False))),
)
