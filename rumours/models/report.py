"""Reports: one source's claim on one link in one article; and the sums it names."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from simple_history.models import HistoricalRecords

from rumours.choices import (
    GROUP_OF_STAGE,
    Doubt,
    FeeCertainty,
    FeeWhat,
    ReportRole,
    Stage,
    StageGroup,
    TransferKind,
)
from rumours.models.article import Article, shown_article
from rumours.models.club import Club
from rumours.models.labels import all_or_none, choice_field, one_of
from rumours.models.link import TransferLink
from rumours.models.mention import span_constraints
from rumours.models.person import Person
from rumours.models.player import Player
from rumours.models.source import Source
from rumours.models.withdrawal import Withdrawable


class ReportQuerySet(models.QuerySet["Report"]):
    def standing(self) -> Self:
        """Neither ended by a correction nor withdrawn."""
        return self.filter(ended_at__isnull=True, withdrawn_at__isnull=True)

    def published(self, at: datetime | None = None) -> Self:
        """What readers may see: standing, in an article they may see. Everything derived counts only these."""
        return self.standing().filter(**shown_article(at))

    def with_row(self) -> Self:
        """With what a report's row in a timeline names."""
        return self.select_related(
            "article__publisher", "source", "via", "claimant_person", "claimant_player", "claimant_club", "follows"
        )

    def with_link(self) -> Self:
        """With the link's row, for pages of a source or an article."""
        return self.select_related(
            "link__player", "link__from_club", "link__to_club", "link__loan_club", "link__window", "source", "via"
        )

    def newest_first(self) -> Self:
        return self.order_by("-dated_at", "-id")

    def oldest_first(self) -> Self:
        return self.order_by("dated_at", "id")


# Ended by a correction, or withdrawn.
FALLEN = models.Q(ended_at__isnull=False) | models.Q(withdrawn_at__isnull=False)


def _stage_in_group() -> models.Q:
    """An exact stage, where given, is one of its group's."""
    condition = models.Q(stage="")
    for group in StageGroup:
        members = [stage.value for stage in Stage if GROUP_OF_STAGE[stage] is group]
        condition |= models.Q(stage_group=group.value, stage__in=members)
    return condition


class Report(Withdrawable):
    """One source's claim on one link in one article.

    `source` is the one credited, else the publisher; null only where neither is known. A public report is never
    edited: a correction ends it (`ended_at`, why, by) and adds its successor (`succeeds`).
    """

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="reports")
    link = models.ForeignKey(TransferLink, on_delete=models.PROTECT, related_name="reports")
    suggestion = models.ForeignKey(
        "Suggestion", null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="reports",
        help_text="The proposal it was entered from.",
    )  # fmt: skip
    source = models.ForeignKey(
        Source, null=True, blank=True, on_delete=models.PROTECT, related_name="reports",
        help_text="Who is credited with the claim; the publisher when left empty.",
    )  # fmt: skip
    via = models.ForeignKey(Source, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    claimant_person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="claims")
    claimant_player = models.ForeignKey(Player, null=True, blank=True, on_delete=models.PROTECT, related_name="claims")
    claimant_club = models.ForeignKey(Club, null=True, blank=True, on_delete=models.PROTECT, related_name="claims")
    role = choice_field(ReportRole, default=ReportRole.ORIGIN)
    follows = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="followers",
        help_text="The report it repeats, denies or retracts.",
    )  # fmt: skip
    retracts = models.BooleanField(default=False, help_text="The source takes its earlier report back.")
    stage_group = choice_field(StageGroup)
    stage = choice_field(Stage, blank=True, verbose_name="exact stage")
    kind = choice_field(TransferKind, default=TransferKind.UNKNOWN)
    doubt = choice_field(Doubt, default=Doubt.NONE)
    window_assumed = models.BooleanField(default=False, help_text="The article names no window.")
    text = models.TextField("evidence", help_text="The sentence it rests on, exactly as it stands in the article.")
    start = models.PositiveIntegerField(editable=False)
    end = models.PositiveIntegerField(editable=False)
    dated_at = models.DateTimeField(editable=False, default=timezone.now, help_text="When the source claimed it.")
    recorded_at = models.DateTimeField(editable=False, default=timezone.now)
    shown_from = models.DateTimeField(null=True, editable=False, help_text="When readers first could see it.")
    succeeds = models.OneToOneField(
        "self", null=True, editable=False, on_delete=models.SET_NULL, related_name="successor"
    )
    ended_at = models.DateTimeField(null=True, editable=False)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    ended_why = models.CharField(max_length=300, null=True, editable=False)

    objects = ReportQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ("-dated_at", "-id")
        permissions = [("withdraw_report", "Can withdraw a single report")]
        constraints = [
            *span_constraints("report"),
            models.UniqueConstraint(
                fields=["article", "link", "source", "role"],
                condition=models.Q(source__isnull=False, ended_at__isnull=True),
                name="report_once",
            ),
            models.UniqueConstraint(
                fields=["article", "link", "role"],
                condition=models.Q(source__isnull=True, ended_at__isnull=True),
                name="report_once_without_source",
            ),
            models.CheckConstraint(
                condition=models.Q(claimant_person__isnull=True, claimant_player__isnull=True)
                | models.Q(claimant_person__isnull=True, claimant_club__isnull=True)
                | models.Q(claimant_player__isnull=True, claimant_club__isnull=True),
                name="report_one_claimant_at_most",
            ),
            models.CheckConstraint(condition=_stage_in_group(), name="report_stage_of_its_group"),
            models.CheckConstraint(
                condition=models.Q(follows__isnull=True) | ~models.Q(follows=models.F("id")),
                name="report_does_not_follow_itself",
            ),
            one_of("stage_group", StageGroup, name="report_stage_group_known"),
            one_of("role", ReportRole, name="report_role_known"),
            all_or_none("ended_at", "ended_by", "ended_why", name="report_ending_whole"),
            all_or_none("withdrawn_at", "withdrawn_by", "withdrawn_why", name="report_withdrawal_whole"),
        ]
        indexes = [
            models.Index(fields=["link", "dated_at", "id"], name="report_of_link"),
            models.Index(fields=["source", "-dated_at", "-id"], name="report_of_source"),
            models.Index(fields=["role", "-id"], name="report_role"),
            models.Index(fields=["doubt", "-id"], name="report_doubt"),
            models.Index(fields=["-id"], condition=FALLEN, name="report_fallen"),
            models.Index(fields=["-id"], condition=models.Q(withdrawn_at__isnull=False), name="report_withdrawn"),
            models.Index(fields=["-id"], condition=models.Q(window_assumed=True), name="report_window_assumed"),
        ]

    def __str__(self) -> str:
        return f"{self.source or 'Unnamed source'}: {self.link}"

    @property
    def claimant(self) -> Person | Player | Club | None:
        """Whose own word it is, where it is somebody's."""
        return self.claimant_person or self.claimant_player or self.claimant_club


class Fee(models.Model):
    """A sum a report names: whole units of `currency`, a range or one figure; `fee_eur` by the rate of its year."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="fees")
    what = choice_field(FeeWhat)
    low = models.BigIntegerField(help_text="Whole units: 30000000, not 30.")
    high = models.BigIntegerField()
    currency = models.CharField(max_length=3, default="EUR")
    certainty = choice_field(FeeCertainty, default=FeeCertainty.REPORTED)
    fee_eur = models.BigIntegerField(null=True, editable=False, help_text="The middle of the range, in euros.")

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(low__lte=models.F("high")), name="fee_low_up_to_high"),
            models.CheckConstraint(condition=models.Q(low__gte=0), name="fee_not_negative"),
            models.UniqueConstraint(fields=["report", "what", "low", "high", "currency"], name="fee_once"),
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.low}–{self.high} {self.currency}"


class ExchangeRate(models.Model):
    """How many euros one unit of a currency was worth on average in a year."""

    currency = models.CharField(max_length=3)
    year = models.PositiveSmallIntegerField()
    eur = models.DecimalField(max_digits=14, decimal_places=8)

    class Meta:
        ordering = ("currency", "-year")
        constraints = [
            models.UniqueConstraint(fields=["currency", "year"], name="rate_once"),
            models.CheckConstraint(condition=models.Q(eur__gt=0), name="rate_above_zero"),
        ]

    def __str__(self) -> str:
        return f"1 {self.currency} = {self.eur} EUR in {self.year}"
