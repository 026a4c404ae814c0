"""Transfer links: one saga each, of one player, one buyer (or none named) and one window."""

from collections.abc import Iterable
from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from simple_history.models import HistoricalRecords

from rumours.choices import (
    Doubt,
    Ending,
    LinkStatus,
    Position,
    PositionGroup,
    Stage,
    StageGroup,
    TieKind,
    Tier,
    TransferKind,
)
from rumours.models.club import Club
from rumours.models.labels import choice_field, one_of
from rumours.models.paths import numbered
from rumours.models.player import Player
from rumours.models.positions import Placed, plays, unplaced
from rumours.models.slugs import link_slug
from rumours.models.window import Window

# What the desk's list is narrowed by, newest movement first; of a yes and no only the rare answer.
FILTERED = ("outcome", "stage_group", "kind", "doubt")
RARE = {
    "link_window_assumed": models.Q(window_assumed=True),
    "link_no_suitor": models.Q(to_club__isnull=True),
    "link_from_unknown": models.Q(from_club__isnull=True, free_agent=False),
    "link_hidden": models.Q(is_public=False),
}


class TransferLinkQuerySet(models.QuerySet["TransferLink"]):
    def published(self) -> Self:
        """What readers may see: links with a published report (kept by `editorial.deriving`)."""
        return self.filter(is_public=True)

    def with_row(self) -> Self:
        """With everything a list row names."""
        return self.select_related("player", "from_club", "to_club", "loan_club", "window")

    def latest_moved(self) -> Self:
        """Newest movement first; total and stable."""
        return self.order_by("-moved_at", "-id")

    def into(self, *clubs: int) -> Self:
        """To one of the clubs of these ids."""
        return self.filter(to_club__in=clubs)

    def out_of(self, *clubs: int) -> Self:
        """From one of the clubs of these ids."""
        return self.filter(from_club__in=clubs)

    def of_club(self, club: int) -> Self:
        """In or out, of the club of this id."""
        return self.filter(models.Q(to_club=club) | models.Q(from_club=club))

    def with_status(self, statuses: Iterable[str], at: datetime | None = None) -> Self:
        """Links whose status at an instant (default: now) is one of these; the row's own form is `status_at`."""
        return self.filter(has_status(statuses, at))

    def playing_or_unplaced(self, positions: Iterable[str]) -> Self:
        """Of players of these exact places (main or other) or lines, on the link's own record of them.

        And those of whom only the line is known, where an exact place of it is asked for.
        """
        asked = list(positions)
        return self.filter(plays(asked) | unplaced(asked))


def has_status(statuses: Iterable[str], at: datetime | None = None) -> models.Q:
    """The condition behind `with_status`."""
    shut = models.Q(closes_at__lte=at or timezone.now(), free_agent=False)
    wanted = set(statuses)
    condition = models.Q(pk__in=[])
    if LinkStatus.DONE in wanted:
        condition |= models.Q(outcome=LinkStatus.DONE)
    if LinkStatus.OPEN in wanted:
        condition |= models.Q(outcome=LinkStatus.OPEN) & (~shut | models.Q(closes_at__isnull=True))
    if LinkStatus.OVER in wanted:
        condition |= models.Q(outcome=LinkStatus.OVER) | (models.Q(outcome=LinkStatus.OPEN) & shut)
    return condition


class TransferLink(Placed):
    """One saga. What is under "derived" is computed from reports of published articles only (`editorial.deriving`).

    `from_club` is null where not known, and where `free_agent` says there is none; for a loanee it is the owner and
    `loan_club` the club he plays for. `outcome` is what reports and editors settled; `status_at` adds the deadline.
    """

    player = models.ForeignKey(Player, on_delete=models.PROTECT, related_name="links")
    from_club = models.ForeignKey(
        Club, null=True, blank=True, on_delete=models.PROTECT, related_name="links_out", verbose_name="from"
    )
    free_agent = models.BooleanField(default=False, help_text="He has no club.")
    loan_club = models.ForeignKey(
        Club, null=True, blank=True, on_delete=models.PROTECT, related_name="links_from_loan",
        help_text="Where he is on loan; the owner then stands under From.",
    )  # fmt: skip
    to_club = models.ForeignKey(
        Club, null=True, blank=True, on_delete=models.PROTECT, related_name="links_in", verbose_name="to",
        help_text="Empty: no suitor named.",
    )  # fmt: skip
    window = models.ForeignKey(Window, on_delete=models.PROTECT, related_name="links")
    position = choice_field(Position, blank=True, verbose_name="position then")
    position_group = choice_field(PositionGroup, blank=True)
    second_position = choice_field(Position, blank=True)
    third_position = choice_field(Position, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    # set by an editor
    set_ending = choice_field(Ending, blank=True, verbose_name="ending set by an editor")
    set_ending_note = models.CharField(max_length=300, blank=True)
    set_ending_at = models.DateTimeField(null=True, editable=False)
    set_ending_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )

    # derived
    is_public = models.BooleanField(default=False, editable=False)
    stage_group = choice_field(StageGroup, default=StageGroup.INTEREST, editable=False)
    stage = choice_field(Stage, blank=True, editable=False)
    player_stage = choice_field(Stage, blank=True, editable=False)
    club_stage = choice_field(Stage, blank=True, editable=False)
    joint_stage = choice_field(Stage, blank=True, editable=False)
    kind = choice_field(TransferKind, default=TransferKind.UNKNOWN, editable=False)
    doubt = choice_field(Doubt, default=Doubt.NONE, editable=False)
    denied_by = models.CharField(max_length=120, blank=True, editable=False)
    outcome = choice_field(LinkStatus, default=LinkStatus.OPEN, editable=False)
    ending = choice_field(Ending, blank=True, editable=False)
    ended_by = models.ForeignKey(
        "Report", null=True, editable=False, on_delete=models.SET_NULL, related_name="+",
        help_text="The report the ending rests on.",
    )  # fmt: skip
    ended_by_link = models.ForeignKey(
        "self", null=True, editable=False, on_delete=models.SET_NULL, related_name="ended_links",
        help_text="The player's done link that ended this one.",
    )  # fmt: skip
    window_assumed = models.BooleanField(default=False, editable=False)
    closes_at = models.DateTimeField(null=True, editable=False, help_text="When the buyer's window shuts.")
    closing_known = models.BooleanField(default=False, editable=False)
    source_count = models.PositiveIntegerField(default=0, editable=False, help_text="Independent roots.")
    report_count = models.PositiveIntegerField(default=0, editable=False)
    repeat_count = models.PositiveIntegerField(default=0, editable=False)
    denial_count = models.PositiveIntegerField(default=0, editable=False)
    best_tier = choice_field(Tier, blank=True, editable=False)
    fee_eur = models.BigIntegerField(null=True, editable=False, help_text="Agreed or else offered, whole euros.")
    fee_is_converted = models.BooleanField(default=False, editable=False)
    age_then = models.PositiveSmallIntegerField(null=True, editable=False)
    first_reported_at = models.DateTimeField(null=True, editable=False)
    moved_at = models.DateTimeField(default=timezone.now, editable=False, help_text="Last movement.")

    objects = TransferLinkQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ("-moved_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(from_club__isnull=True)
                | models.Q(to_club__isnull=True)
                | ~models.Q(from_club=models.F("to_club")),
                name="link_from_is_not_to",
            ),
            models.CheckConstraint(
                condition=models.Q(loan_club__isnull=True)
                | models.Q(from_club__isnull=True)
                | ~models.Q(loan_club=models.F("from_club")),
                name="link_loan_club_is_not_owner",
            ),
            models.CheckConstraint(
                condition=models.Q(free_agent=False) | models.Q(from_club__isnull=True, loan_club__isnull=True),
                name="link_free_agent_has_no_club",
            ),
            models.UniqueConstraint(
                fields=["player", "to_club", "window"],
                condition=models.Q(to_club__isnull=False),
                name="link_once_per_buyer_and_window",
            ),
            models.UniqueConstraint(
                fields=["player", "window"], condition=models.Q(to_club__isnull=True), name="link_once_without_buyer"
            ),
            models.CheckConstraint(
                condition=models.Q(set_ending="", set_ending_at__isnull=True, set_ending_by__isnull=True)
                | (~models.Q(set_ending="") & models.Q(set_ending_at__isnull=False, set_ending_by__isnull=False)),
                name="link_set_ending_whole",
            ),
            one_of("stage_group", StageGroup, name="link_stage_group_known"),
            one_of("outcome", LinkStatus, name="link_outcome_known"),
        ]
        indexes = [
            models.Index(fields=["-moved_at", "-id"], name="link_moved"),
            models.Index(fields=["to_club", "-moved_at", "-id"], name="link_to_moved"),
            models.Index(fields=["from_club", "-moved_at", "-id"], name="link_from_moved"),
            models.Index(fields=["window", "-moved_at", "-id"], name="link_window_moved"),
            models.Index(fields=["player", "-moved_at"], name="link_player_moved"),
            models.Index(fields=["-source_count", "-id"], condition=models.Q(is_public=True), name="link_most_sources"),
            models.Index(fields=["-created_at", "-id"], condition=models.Q(is_public=True), name="link_newest"),
            models.Index(fields=["fee_eur"], condition=models.Q(is_public=True), name="link_fee"),
            models.Index(fields=["age_then"], condition=models.Q(is_public=True), name="link_age"),
            *(models.Index(fields=[name, "-moved_at", "-id"], name=f"link_{name}") for name in FILTERED),
            *(models.Index(fields=["-moved_at", "-id"], condition=rare, name=name) for name, rare in RARE.items()),
        ]

    def __str__(self) -> str:
        return f"{self.player} to {self.to_club or 'an unnamed club'}, {self.window}"

    def get_absolute_url(self) -> str:
        return address_of(self.pk, self.slug)

    def status_at(self, at: datetime | None = None) -> LinkStatus:
        """Open, done or over at an instant (default: now): an open link is over once the buyer's window has shut."""
        if self.outcome == LinkStatus.OPEN and self.is_shut(at):
            return LinkStatus.OVER
        return LinkStatus(self.outcome)

    def is_shut(self, at: datetime | None = None) -> bool:
        """Whether the buyer's window has shut at an instant (default: now); free agents may still sign."""
        return self.closes_at is not None and not self.free_agent and self.closes_at <= (at or timezone.now())

    @property
    def status(self) -> LinkStatus:
        return self.status_at()

    @property
    def slug(self) -> str:
        return link_slug(self.player.name, self.to_club.name if self.to_club else "")


def address_of(pk: int, slug: str) -> str:
    """The page of a link."""
    return numbered("link-detail", pk, slug)


class LinkTie(models.Model):
    """Two links that hang together: a swap, a condition, or one instead of the other."""

    link = models.ForeignKey(TransferLink, on_delete=models.CASCADE, related_name="ties")
    other = models.ForeignKey(TransferLink, on_delete=models.CASCADE, related_name="ties_back")
    kind = choice_field(TieKind)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~models.Q(link=models.F("other")), name="tie_joins_two_links"),
            models.UniqueConstraint(fields=["link", "other", "kind"], name="tie_once"),
            one_of("kind", TieKind, name="tie_kind_known"),
        ]

    def __str__(self) -> str:
        return f"{self.link} – {self.other}: {self.kind}"
