"""What a suggestion has several of: other rows its names may mean, sums of money, stretches of a quote."""

from django.db import models

from rumours.choices import FeeWhat, SuggestionSlot
from rumours.models.club import Club
from rumours.models.labels import choice_field, one_of
from rumours.models.mention import span_constraints
from rumours.models.player import Player
from rumours.models.suggestion import Suggestion


class SuggestionAlternative(models.Model):
    """Another row that an ambiguous name in a suggestion could mean: ambiguity is kept for the editor.

    `slot` names the column of the suggestion for which it stands.
    """

    suggestion = models.ForeignKey(Suggestion, on_delete=models.CASCADE, related_name="alternatives")
    slot = choice_field(SuggestionSlot)
    player = models.ForeignKey(Player, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    club = models.ForeignKey(Club, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    rank = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("suggestion", "slot", "rank")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(slot=SuggestionSlot.PLAYER, player__isnull=False, club__isnull=True)
                | (~models.Q(slot=SuggestionSlot.PLAYER) & models.Q(player__isnull=True, club__isnull=False)),
                name="alternative_is_player_or_club",
            ),
            one_of("slot", SuggestionSlot, name="alternative_slot_known"),
            models.UniqueConstraint(fields=["suggestion", "slot", "rank"], name="alternative_rank_once"),
        ]

    def __str__(self) -> str:
        return str(self.subject)

    @property
    def subject(self) -> Player | Club | None:
        """The player or club it is."""
        return self.player or self.club


class SuggestionFee(models.Model):
    """A sum that a suggested link names, in whole units of `currency`; the same twice unless it is a range."""

    suggestion = models.ForeignKey(Suggestion, on_delete=models.CASCADE, related_name="fees")
    what = choice_field(FeeWhat)
    low = models.BigIntegerField()
    high = models.BigIntegerField()
    currency = models.CharField(max_length=3)

    class Meta:
        ordering = ("suggestion", "id")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(low__gte=0, low__lte=models.F("high")), name="suggestion_fee_low_up_to_high"
            ),
            one_of("what", FeeWhat, name="suggestion_fee_what_known"),
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.low}–{self.high} {self.currency}"


class SuggestionFragment(models.Model):
    """One stretch of a suggested quote that a tag such as "he said" divides; without any the quote is one stretch."""

    suggestion = models.ForeignKey(Suggestion, on_delete=models.CASCADE, related_name="fragments")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField()

    class Meta:
        ordering = ("suggestion", "start", "id")
        constraints = [*span_constraints("suggestion_fragment")]

    def __str__(self) -> str:
        return self.text[:60]
