"""People who speak or are named and are no players now, and the one row a player who speaks has here."""

from collections.abc import Iterator
from typing import Self

from django.db import models
from simple_history.models import HistoricalRecords

from rumours.choices import AliasKind, PersonRole
from rumours.models.club import Club
from rumours.models.entity import Alias, Entity, EntityQuerySet
from rumours.models.labels import choice_field
from rumours.models.paths import slugged
from rumours.models.player import Player
from rumours.models.source import Source


class PersonQuerySet(EntityQuerySet["Person"]):
    def with_club(self) -> Self:
        return self.select_related("club", "player", "source")


class Person(Entity):
    """A coach, director, agent, pundit…; role and club here are the last known, those of a day stand on the mention.

    With `player` set its address redirects to the player's page; a journalist's points to `source`.
    """

    role = choice_field(PersonRole, default=PersonRole.OTHER, verbose_name="last known role")
    club = models.ForeignKey(
        Club, null=True, blank=True, on_delete=models.SET_NULL, related_name="people", verbose_name="last known club"
    )
    player = models.OneToOneField(Player, null=True, blank=True, on_delete=models.SET_NULL, related_name="person")
    source = models.OneToOneField(Source, null=True, blank=True, on_delete=models.SET_NULL, related_name="person")
    nationality = models.CharField(max_length=60, blank=True)
    born = models.DateField(null=True, blank=True)
    note = models.CharField(max_length=200, blank=True)
    is_stub = models.BooleanField("stub", default=False, help_text="Made in a hurry: details to be filled in.")
    is_fictional = models.BooleanField(default=False)

    objects = PersonQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta(Entity.Meta):
        verbose_name_plural = "people"

    def get_absolute_url(self) -> str:
        return slugged("person-detail", self.slug)

    def all_names(self) -> Iterator[str]:
        yield self.name
        yield from self.aliases.values_list("name", flat=True)

    def slug_candidates(self) -> Iterator[str]:
        yield self.name
        if self.born:
            yield f"{self.name} {self.born.year}"
        if self.nationality:
            yield f"{self.name} {self.nationality}"


class PersonAlias(Alias):
    """Another name of a person."""

    owner_field = "person"

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="aliases")
    kind = choice_field(AliasKind, default=AliasKind.SPELLING)

    history = HistoricalRecords()

    class Meta(Alias.Meta):
        verbose_name_plural = "person aliases"
        constraints = [models.UniqueConstraint(fields=["person", "folded"], name="person_alias_once")]
