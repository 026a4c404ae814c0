"""Who is named where in an article."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models.functions import Length

from rumours.choices import PersonRole
from rumours.models.article import Article
from rumours.models.club import Club
from rumours.models.entity import Entity
from rumours.models.labels import choice_field
from rumours.models.person import Person
from rumours.models.player import Player
from rumours.models.source import Source

SUBJECTS = ("player", "club", "person", "source")


def exactly_one(*fields: str, name: str) -> models.CheckConstraint:
    """A named constraint: of these nullable columns exactly one is set."""
    condition = models.Q()
    for chosen in fields:
        condition |= models.Q(*[(f"{field}__isnull", field != chosen) for field in fields])
    return models.CheckConstraint(condition=condition, name=name)


def span_constraints(prefix: str) -> list[models.CheckConstraint]:
    """Named constraints of a span: `start` before `end`, and as long as its `text`."""
    return [
        models.CheckConstraint(condition=models.Q(start__lt=models.F("end")), name=f"{prefix}_start_before_end"),
        models.CheckConstraint(
            condition=models.Q(end=models.F("start") + Length("text")), name=f"{prefix}_as_long_as_text"
        ),
    ]


class MentionQuerySet(models.QuerySet["Mention"]):
    def published(self, at: datetime | None = None) -> Self:
        """Those in articles that readers may see at an instant (default: now)."""
        shown = Article.objects.published(at).filter(pk=models.OuterRef("article"))
        return self.filter(models.Exists(shown))  # as a join SQLite would begin with all published articles

    def with_subjects(self) -> Self:
        return self.select_related(*SUBJECTS)


class Mention(models.Model):
    """One name in a body: half-open span in code points, exactly one subject, role and club as of that day."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="mentions")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.CharField(max_length=200)
    player = models.ForeignKey(Player, null=True, blank=True, on_delete=models.PROTECT, related_name="mentions")
    club = models.ForeignKey(Club, null=True, blank=True, on_delete=models.PROTECT, related_name="mentions")
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="mentions")
    source = models.ForeignKey(Source, null=True, blank=True, on_delete=models.PROTECT, related_name="mentions")
    role = choice_field(PersonRole, blank=True)
    club_then = models.ForeignKey(Club, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    objects = MentionQuerySet.as_manager()

    class Meta:
        ordering = ("article", "start", "id")
        constraints = [
            exactly_one(*SUBJECTS, name="mention_of_exactly_one"),
            *span_constraints("mention"),
            models.UniqueConstraint(fields=["article", "start"], name="mention_starts_once"),
        ]
        indexes = [
            models.Index(
                fields=["person", "-article"], condition=models.Q(person__isnull=False), name="mention_of_person"
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def subject(self) -> Entity:
        """The player, club, person or source named."""
        candidates = (self.player, self.club, self.person, self.source)
        return next(subject for subject in candidates if subject is not None)
