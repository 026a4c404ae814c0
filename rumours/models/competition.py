"""Competitions: leagues and cups, by country and section."""

from collections.abc import Iterator

from django.db import models
from simple_history.models import HistoricalRecords

from rumours.choices import Section
from rumours.models.entity import Entity, EntityQuerySet
from rumours.models.labels import choice_field, one_of


class CompetitionQuerySet(EntityQuerySet["Competition"]):
    def of(self, country: str, section: str = Section.MEN) -> "CompetitionQuerySet":
        """The competitions of one association and section."""
        return self.filter(country=country, section=section)


class Competition(Entity):
    """A league or cup. `level` 1 is a country's top division; 0 an international competition."""

    short_name = models.CharField(max_length=40, blank=True)
    country = models.CharField("association", max_length=60, help_text="In English: England, Saudi Arabia.")
    section = choice_field(Section, default=Section.MEN)
    level = models.PositiveSmallIntegerField(default=1)
    aliases = models.CharField(max_length=300, blank=True, help_text="Other names, separated by |.")

    objects = CompetitionQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta(Entity.Meta):
        constraints = [
            models.UniqueConstraint(fields=["folded", "country", "section"], name="competition_once"),
            one_of("section", Section, name="competition_section_known"),
        ]

    def own_names(self) -> Iterator[str]:
        yield self.short_name
        yield from self.aliases.split("|")

    def all_names(self) -> Iterator[str]:
        yield self.name
        yield from self.own_names()

    def slug_candidates(self) -> Iterator[str]:
        yield self.name
        yield f"{self.name} {self.country}"
        yield f"{self.name} {self.country} {self.section}"
