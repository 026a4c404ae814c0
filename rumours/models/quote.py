"""Quotes: who said what, where it stands, and who carried the words."""

from datetime import datetime
from typing import Self

from django.db import models
from django.utils import timezone
from simple_history.models import HistoricalRecords

from rumours.choices import PersonRole, QuoteStance
from rumours.models.article import Article, shown_article
from rumours.models.club import Club
from rumours.models.labels import all_or_none, choice_field
from rumours.models.mention import span_constraints
from rumours.models.person import Person
from rumours.models.player import Player
from rumours.models.source import Source
from rumours.models.withdrawal import Withdrawable


class QuoteQuerySet(models.QuerySet["Quote"]):
    def published(self, at: datetime | None = None) -> Self:
        """What readers may see: not withdrawn, in an article they may see. Dated by the article."""
        return self.filter(withdrawn_at__isnull=True, **shown_article(at))

    def with_context(self) -> Self:
        """With what a quote's card shows."""
        related = self.select_related("article__publisher", "speaker__player", "club", "via")
        return related.prefetch_related("fragments")

    def latest_first(self) -> Self:
        return self.order_by("-dated_at", "-id")

    def about_player(self, player: Player) -> Self:
        return self.filter(players=player)


# What the desk's list is narrowed by, the newest first.
FILTERED = ("role", "stance", "language")


class Quote(Withdrawable):
    """Direct speech: the words as they stand in the clean body, from one named or described speaker."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="quotes")
    suggestion = models.ForeignKey(
        "Suggestion", null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="quotes",
        help_text="The proposal it was entered from.",
    )  # fmt: skip
    speaker = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="quotes")
    described = models.CharField(
        "described speaker", max_length=120, blank=True, help_text="Where no name is given: Gündogan's agent."
    )
    role = choice_field(PersonRole, blank=True, verbose_name="role that day")
    club = models.ForeignKey(
        Club, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name="club that day"
    )
    via = models.ForeignKey(
        Source, null=True, blank=True, on_delete=models.PROTECT, related_name="quotes", help_text="Who took the words."
    )
    text = models.TextField("words", help_text="Exactly as they stand in the article, without the quotation marks.")
    start = models.PositiveIntegerField(editable=False)
    end = models.PositiveIntegerField(editable=False)
    language = models.CharField(max_length=8, default="en")
    translation = models.TextField(blank=True)
    stance = choice_field(QuoteStance, default=QuoteStance.NEUTRAL)
    players = models.ManyToManyField(Player, blank=True, related_name="quotes_about", verbose_name="about players")
    clubs = models.ManyToManyField(Club, blank=True, related_name="quotes_about", verbose_name="about clubs")
    dated_at = models.DateTimeField(editable=False, default=timezone.now, help_text="The article's.")

    objects = QuoteQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ("-dated_at", "-id")
        permissions = [("withdraw_quote", "Can withdraw a single quote")]
        constraints = [
            *span_constraints("quote"),
            models.CheckConstraint(
                condition=models.Q(speaker__isnull=False, described="")
                | (models.Q(speaker__isnull=True) & ~models.Q(described="")),
                name="quote_speaker_named_or_described",
            ),
            all_or_none("withdrawn_at", "withdrawn_by", "withdrawn_why", name="quote_withdrawal_whole"),
            models.UniqueConstraint(fields=["article", "start"], name="quote_starts_once"),
        ]
        indexes = [
            models.Index(fields=["-dated_at", "-id"], name="quote_dated"),
            *(models.Index(fields=[name, "-dated_at", "-id"], name=f"quote_{name}") for name in FILTERED),
            models.Index(
                fields=["-dated_at", "-id"], condition=models.Q(withdrawn_at__isnull=False), name="quote_withdrawn"
            ),
            models.Index(fields=["-dated_at", "-id"], condition=models.Q(speaker__isnull=True), name="quote_unnamed"),
        ]

    def __str__(self) -> str:
        return f"{self.speaker_name}: {self.text[:60]}"

    @property
    def speaker_name(self) -> str:
        return self.speaker.name if self.speaker else self.described

    @property
    def words(self) -> str:
        """What was said: the stretches of the quote, without the tag that divides them. Lists prefetch `fragments`."""
        return " … ".join(fragment.text for fragment in self.fragments.all()) or self.text


class QuoteFragment(models.Model):
    """One stretch of a quote that a tag such as "he said" divides; without fragments the quote is one stretch."""

    quote = models.ForeignKey(Quote, on_delete=models.CASCADE, related_name="fragments")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField()

    class Meta:
        ordering = ("quote", "start")
        constraints = [
            *span_constraints("fragment"),
            models.UniqueConstraint(fields=["quote", "start"], name="fragment_starts_once"),
        ]

    def __str__(self) -> str:
        return self.text[:60]
