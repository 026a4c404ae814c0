"""Sources: outlets and journalists, their other names, and editors' dated opinions of them."""

from collections.abc import Iterator
from datetime import date
from typing import Self

from django.db import models
from simple_history.models import HistoricalRecords

from rumours.choices import SourceKind, Tier
from rumours.models.club import Club
from rumours.models.competition import Competition
from rumours.models.entity import Alias, Entity, EntityQuerySet
from rumours.models.labels import choice_field, one_of
from rumours.models.paths import slugged


class SourceQuerySet(EntityQuerySet["Source"]):
    def with_outlet(self) -> Self:
        return self.select_related("outlet")

    def at_domain(self, host: str) -> Self:
        """The outlets whose site a host name belongs to (`www.` aside)."""
        return self.filter(domains__contains=f"|{host.lower().removeprefix('www.')}|")


class Source(Entity):
    """An outlet or a journalist, who may work for one. What it said right and wrong is measured, not entered."""

    kind = choice_field(SourceKind, default=SourceKind.OUTLET)
    outlet = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="journalists", help_text="Works for."
    )
    country = models.CharField(max_length=60, blank=True)
    language = models.CharField(max_length=8, blank=True, help_text="As in it, en, pt.")
    domains = models.CharField(max_length=300, blank=True, help_text="Host names between bars: |calciomercato.com|.")
    handles = models.CharField(max_length=300, blank=True)
    interest = models.CharField(
        "declared interest", max_length=200, blank=True, help_text="Who gains from its reports: a club, an agency…"
    )

    objects = SourceQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta(Entity.Meta):
        constraints = [
            one_of("kind", SourceKind, name="source_kind_known"),
            models.CheckConstraint(
                condition=models.Q(outlet__isnull=True) | ~models.Q(outlet=models.F("id")),
                name="source_is_not_its_own_outlet",
            ),
        ]

    def get_absolute_url(self) -> str:
        return slugged("source-detail", self.slug)

    def all_names(self) -> Iterator[str]:
        yield self.name
        yield from self.aliases.values_list("name", flat=True)

    def slug_candidates(self) -> Iterator[str]:
        yield self.name
        if self.country:
            yield f"{self.name} {self.country}"


class SourceAlias(Alias):
    """Another name of a source."""

    owner_field = "source"

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="aliases")

    history = HistoricalRecords()

    class Meta(Alias.Meta):
        verbose_name_plural = "source aliases"
        constraints = [models.UniqueConstraint(fields=["source", "folded"], name="source_alias_once")]


class SourceTierQuerySet(models.QuerySet["SourceTier"]):
    def published(self) -> Self:
        """What readers may see: opinions in general, and those for clubs that they may see."""
        return self.filter(models.Q(club__isnull=True) | models.Q(club__in=Club.objects.published()))

    def on(self, day: date) -> Self:
        """Opinions that hold on a day, the newest first."""
        return self.filter(since__lte=day).order_by("-since", "-id")


class SourceTier(models.Model):
    """An editor's opinion of a source from a day on, in general or for one club or competition, with the reason."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="tiers")
    tier = choice_field(Tier)
    club = models.ForeignKey(Club, null=True, blank=True, on_delete=models.CASCADE, related_name="source_tiers")
    competition = models.ForeignKey(
        Competition, null=True, blank=True, on_delete=models.CASCADE, related_name="source_tiers"
    )
    since = models.DateField()
    reason = models.CharField(max_length=300)

    objects = SourceTierQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ("-since", "-id")
        constraints = [
            one_of("tier", Tier, name="tier_known"),
            models.CheckConstraint(
                condition=models.Q(club__isnull=True) | models.Q(competition__isnull=True),
                name="tier_for_club_or_competition",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source}: {self.get_tier_display()} since {self.since}"
