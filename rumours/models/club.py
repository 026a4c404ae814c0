"""Clubs and their other names."""

from collections.abc import Iterator
from typing import Self

from django.db import models
from simple_history.models import HistoricalRecords

from rumours.choices import AliasKind, Section
from rumours.models.competition import Competition
from rumours.models.entity import Alias, Entity, EntityQuerySet
from rumours.models.labels import choice_field, one_of
from rumours.models.paths import slugged


class ClubQuerySet(EntityQuerySet["Club"]):
    def of(self, association: str, section: str = Section.MEN) -> Self:
        """The clubs of one association and section."""
        return self.filter(association=association, section=section)

    def with_competition(self) -> Self:
        return self.select_related("competition")


class Club(Entity):
    """A club's team of one section. The association decides its transfer windows; the competition may be unknown."""

    short_name = models.CharField(max_length=60, blank=True)
    association = models.CharField(max_length=60, help_text="In English: England, Saudi Arabia.")
    section = choice_field(Section, default=Section.MEN)
    competition = models.ForeignKey(
        Competition, null=True, blank=True, on_delete=models.SET_NULL, related_name="clubs", verbose_name="league"
    )
    colours = models.CharField(max_length=30, blank=True, help_text="Up to three, as #rrggbb separated by |.")
    domains = models.CharField(max_length=200, blank=True)
    is_reserve = models.BooleanField("reserve or youth team", default=False)
    is_stub = models.BooleanField("stub", default=False, help_text="Made in a hurry: details to be filled in.")
    is_fictional = models.BooleanField(default=False)

    objects = ClubQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta(Entity.Meta):
        constraints = [one_of("section", Section, name="club_section_known")]
        indexes = [models.Index(fields=["association", "section"], name="club_association")]

    def get_absolute_url(self) -> str:
        return slugged("club-detail", self.slug)

    def own_names(self) -> Iterator[str]:
        yield self.short_name

    def all_names(self) -> Iterator[str]:
        yield self.name
        yield self.short_name
        yield from self.aliases.values_list("name", flat=True)

    def slug_candidates(self) -> Iterator[str]:
        yield self.name
        yield f"{self.name} {self.association}"

    @property
    def display(self) -> str:
        """The short name where there is one."""
        return self.short_name or self.name

    @property
    def colour_list(self) -> list[str]:
        """The club's colours, main one first."""
        return [colour for colour in self.colours.split("|") if colour]


class ClubAlias(Alias):
    """Another name the press uses for a club."""

    owner_field = "club"

    club = models.ForeignKey(Club, on_delete=models.CASCADE, related_name="aliases")
    kind = choice_field(AliasKind, default=AliasKind.SPELLING)

    history = HistoricalRecords()

    class Meta(Alias.Meta):
        verbose_name_plural = "club aliases"
        constraints = [models.UniqueConstraint(fields=["club", "folded"], name="club_alias_once")]
