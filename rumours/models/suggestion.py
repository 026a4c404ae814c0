"""What the tagger proposes, and every decision anybody took."""

from typing import Any, Self

from django.conf import settings
from django.db import models

from rumours.choices import (
    Doubt,
    PersonRole,
    Position,
    ReportRole,
    Stage,
    StageGroup,
    SuggestionKind,
    TransferKind,
    Verdict,
)
from rumours.models.article import Article
from rumours.models.club import Club
from rumours.models.labels import all_or_none, choice_field, one_of
from rumours.models.mention import span_constraints
from rumours.models.person import Person
from rumours.models.player import Player
from rumours.models.report import Report
from rumours.models.source import Source


def _means_a_row() -> models.Q:
    """Names with the row they mean filled in."""
    meant = models.Q()
    for kind in (SuggestionKind.PLAYER, SuggestionKind.CLUB, SuggestionKind.PERSON, SuggestionKind.SOURCE):
        meant |= models.Q(kind=kind, **{f"{kind}__isnull": False})
    return meant


def _has_alternatives() -> models.Exists:
    """Looked up row by row: the queue asks it of a few rows of a table of millions."""
    alternatives: Any = Suggestion._meta.get_field("alternatives").related_model
    return models.Exists(alternatives.objects.filter(suggestion=models.OuterRef("pk")))


class SuggestionQuerySet(models.QuerySet["Suggestion"]):
    def undecided(self) -> Self:
        return self.filter(decision__isnull=True)

    def decided(self) -> Self:
        return self.filter(decision__isnull=False)

    def with_names(self) -> Self:
        return self.select_related("player", "from_club", "to_club", "loan_club", "club", "person", "source", "via")

    def names(self) -> Self:
        """Those of names of players, clubs, people and sources."""
        return self.exclude(kind__in=(SuggestionKind.LINK, SuggestionKind.QUOTE))

    def plain_names(self) -> Self:
        """Names that mean exactly one row that is known: publishing tags them, unless somebody rejects them."""
        return self.filter(_means_a_row(), ~_has_alternatives())

    def open_cards(self) -> Self:
        """Undecided suggestions that wait for an editor: links, quotes, and names that are new or ambiguous."""
        return self.undecided().filter(~_means_a_row() | _has_alternatives())

    def whole(self) -> Self:
        """With everything a card shows."""
        return self.with_names().prefetch_related("alternatives__player", "alternatives__club", "fees", "fragments")


class Suggestion(models.Model):
    """One proposal in typed columns: a name as the text has it (`*_name`), and the row it means where one fits.

    Of a name, `text` is the name itself, and its `*_name` is filled only where nobody is known by it; `club` is where
    the text puts him, a new source's `via` the outlet it works for. A quote's speaker is `player`, `person` or
    `described`. Proposed columns are never overwritten: an editor's change stands in the `Decision`.
    """

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="suggestions")
    kind = choice_field(SuggestionKind)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField()
    player = models.ForeignKey(Player, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    player_name = models.CharField(max_length=120, blank=True)
    from_club = models.ForeignKey(Club, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    from_name = models.CharField(max_length=120, blank=True)
    loan_club = models.ForeignKey(Club, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    loan_name = models.CharField(max_length=120, blank=True)
    to_club = models.ForeignKey(Club, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    to_name = models.CharField(max_length=120, blank=True)
    club = models.ForeignKey(Club, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    club_name = models.CharField(max_length=120, blank=True)
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    person_name = models.CharField(max_length=120, blank=True)
    described = models.CharField(max_length=120, blank=True, help_text="A speaker without a name.")
    role = choice_field(PersonRole, blank=True)
    source = models.ForeignKey(Source, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    source_name = models.CharField(max_length=120, blank=True)
    via = models.ForeignKey(Source, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    via_name = models.CharField(max_length=120, blank=True)
    window = models.CharField(max_length=12, blank=True, help_text="A window's code; empty: not said.")
    stage_group = choice_field(StageGroup, blank=True)
    stage = choice_field(Stage, blank=True)
    transfer_kind = choice_field(TransferKind, blank=True)
    doubt = choice_field(Doubt, blank=True)
    report_role = choice_field(ReportRole, blank=True, help_text="What the claim is to others that are known.")
    follows = models.ForeignKey(
        Report, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", help_text="The report it repeats."
    )
    position = choice_field(Position, blank=True)
    nationality = models.CharField(max_length=60, blank=True)
    age = models.PositiveSmallIntegerField(null=True, blank=True)
    confidence = models.DecimalField(max_digits=4, decimal_places=3)
    rule = models.CharField(max_length=60, help_text="The tagger's rule that made it.")
    tagger_version = models.CharField(max_length=20)
    decision = choice_field(Verdict, null=True, editable=False)
    decided_at = models.DateTimeField(null=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )

    objects = SuggestionQuerySet.as_manager()

    class Meta:
        ordering = ("article", "start", "id")
        constraints = [
            *span_constraints("suggestion"),
            all_or_none("decision", "decided_at", "decided_by", name="suggestion_decision_whole"),
            one_of("kind", SuggestionKind, name="suggestion_kind_known"),
            models.CheckConstraint(
                condition=models.Q(confidence__gte=0, confidence__lte=1), name="suggestion_confidence_0_to_1"
            ),
        ]
        indexes = [
            models.Index(fields=["article", "kind", "start"], name="suggestion_of_article"),
            models.Index(fields=["article"], name="suggestion_waiting", condition=models.Q(decision__isnull=True)),
            models.Index(fields=["decision", "rule"], name="suggestion_fare"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.text[:60]}"


class Decision(models.Model):
    """One thing an editor did to one row: append-only, with what was before and after. Undo and history rest on it.

    `asked` is what the tagging desk was asked for: only such decisions are taken back one by one with undo (`undoes`)
    and done again with redo (`redoes`). Those that another brought along, or the plain forms, have none.
    """

    article = models.ForeignKey(Article, null=True, blank=True, on_delete=models.CASCADE, related_name="decisions")
    sitting = models.CharField(max_length=40, blank=True, help_text="Groups what was done in one go.")
    client_id = models.CharField(max_length=40, unique=True, help_text="Made by the client: a repeat is recognised.")
    action = models.CharField(max_length=40)
    row_kind = models.CharField(max_length=40)
    row_id = models.PositiveBigIntegerField()
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    asked = models.JSONField(null=True)
    undoes = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="undone_by")
    redoes = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="redone_by")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-at", "-id")
        indexes = [
            models.Index(fields=["row_kind", "row_id"], name="decision_of_row"),
            models.Index(fields=["action", "-id"], name="decision_action"),
            models.Index(fields=["article", "id"], name="decision_of_article"),
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.row_kind} {self.row_id}"
