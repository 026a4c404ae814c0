"""Players, their other names, and their spells at clubs."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Self

from django.db import models
from simple_history.models import HistoricalRecords

from rumours.choices import GROUP_OF_POSITION, AliasKind, Foot, Position, PositionGroup, Section
from rumours.models.club import Club
from rumours.models.entity import Alias, Entity, EntityQuerySet
from rumours.models.labels import choice_field, one_of
from rumours.models.paths import slugged
from rumours.models.positions import Placed


class PlayerQuerySet(EntityQuerySet["Player"]):
    def with_club(self) -> Self:
        """With the present club and owner, for rows that show them."""
        return self.select_related("club", "owner")

    def namesakes(self) -> Self:
        """Players whose folded name another player has too."""
        same = Player.objects.filter(folded=models.OuterRef("folded")).exclude(pk=models.OuterRef("pk"))
        return self.filter(models.Exists(same))


class Player(Placed, Entity):
    """A player. `club` is where he plays now, `owner` the club that has lent him there: both kept from his spells."""

    section = choice_field(Section, default=Section.MEN)
    born = models.DateField(null=True, blank=True)
    birth_year = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Where only the year is known; taken from the date of birth otherwise."
    )
    nationality = models.CharField(max_length=60, blank=True, help_text="Country in English.")
    second_nationality = models.CharField(max_length=60, blank=True)
    position = choice_field(Position, blank=True, verbose_name="main position")
    position_group = choice_field(
        PositionGroup, blank=True, help_text="Enough when the exact position is not known; follows from it otherwise."
    )
    second_position = choice_field(Position, blank=True)
    third_position = choice_field(Position, blank=True)
    foot = choice_field(Foot, blank=True)
    contract_end = models.DateField(null=True, blank=True)
    retired = models.BooleanField(default=False)
    club = models.ForeignKey(
        Club, null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="players"
    )
    owner = models.ForeignKey(
        Club, null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="players_out_on_loan"
    )
    is_stub = models.BooleanField("stub", default=False, help_text="Made in a hurry: details to be filled in.")
    is_fictional = models.BooleanField(default=False)

    objects = PlayerQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta(Entity.Meta):
        constraints = [
            one_of("position", Position, name="player_position_known", blank=True),
            one_of("position_group", PositionGroup, name="player_group_known", blank=True),
            models.CheckConstraint(
                condition=models.Q(owner__isnull=True) | ~models.Q(owner=models.F("club")),
                name="player_owner_is_not_club",
            ),
        ]
        indexes = [
            models.Index(fields=["folded", "born"], name="player_folded_born"),
            models.Index(fields=["-id"], condition=models.Q(is_stub=True), name="player_stub"),
        ]

    def all_names(self) -> Iterator[str]:
        yield self.name
        yield from self.aliases.values_list("name", flat=True)

    def slug_candidates(self) -> Iterator[str]:
        """A namesake's address gets the birth year, then the country, then a number."""
        yield self.name
        if self.birth_year or self.born:
            yield f"{self.name} {self.born.year if self.born else self.birth_year}"
        if self.nationality:
            yield f"{self.name} {self.nationality}"

    def settle_derived(self) -> None:
        """Fill the columns that follow from others: the line from the exact position, the year from the date."""
        if self.position:
            self.position_group = GROUP_OF_POSITION[Position(self.position)]
        if self.born:
            self.birth_year = self.born.year

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.settle_derived()
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return slugged("player-detail", self.slug)

    def age_on(self, day: date) -> int | None:
        """Whole years on a day (a birthday counts), or None where the birth date is not known.

        Someone born on 29 February turns a year older on 1 March of a common year.
        """
        if self.born is None:
            return None
        return day.year - self.born.year - ((day.month, day.day) < (self.born.month, self.born.day))


class PlayerAlias(Alias):
    """Another name of a player."""

    owner_field = "player"

    player = models.ForeignKey(Player, on_delete=models.CASCADE, related_name="aliases")
    kind = choice_field(AliasKind, default=AliasKind.SPELLING)

    history = HistoricalRecords()

    class Meta(Alias.Meta):
        verbose_name_plural = "player aliases"
        constraints = [models.UniqueConstraint(fields=["player", "folded"], name="player_alias_once")]


class PlayerSpellQuerySet(models.QuerySet["PlayerSpell"]):
    def on(self, day: date) -> Self:
        """The spells that hold on a day, the latest begun first; an unknown date leaves that side open."""
        begun = models.Q(since__isnull=True) | models.Q(since__lte=day)
        unended = models.Q(until__isnull=True) | models.Q(until__gt=day)
        return self.filter(begun & unended).order_by(models.F("since").desc(nulls_last=True), "-id")


class PlayerSpell(models.Model):
    """Time at a club: half-open days `since`..`until`, either may be unknown; `on_loan_from` is the owner."""

    player = models.ForeignKey(Player, on_delete=models.CASCADE, related_name="spells")
    club = models.ForeignKey(Club, on_delete=models.CASCADE, related_name="spells")
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True, help_text="The first day he is no longer there.")
    on_loan_from = models.ForeignKey(
        Club, null=True, blank=True, on_delete=models.SET_NULL, related_name="spells_lent", help_text="The owner."
    )
    begun_by = models.ForeignKey(
        "TransferLink", null=True, editable=False, on_delete=models.CASCADE, related_name="spells_begun",
        help_text="The done link that made it: it goes when the link is done no more.",
    )  # fmt: skip
    ended_by = models.ForeignKey(
        "TransferLink", null=True, editable=False, on_delete=models.SET_NULL, related_name="spells_ended",
        help_text="The done link that gave it its end.",
    )  # fmt: skip

    objects = PlayerSpellQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = (models.F("since").desc(nulls_last=True), "-id")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(since__isnull=True)
                | models.Q(until__isnull=True)
                | models.Q(since__lt=models.F("until")),
                name="spell_since_before_until",
            ),
            models.CheckConstraint(
                condition=models.Q(on_loan_from__isnull=True) | ~models.Q(on_loan_from=models.F("club")),
                name="spell_owner_is_not_club",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.player} at {self.club}"
