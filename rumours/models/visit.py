"""Who is at work where at the desk, and how each likes to work."""

from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone

from rumours.models.article import Article

# A browser tells every ten seconds that it is there; three that failed and its editor is gone.
PRESENT = timedelta(seconds=35)
# A claim from the queue lapses when its editor has done nothing for so long.
IDLE = timedelta(minutes=10)


class VisitQuerySet(models.QuerySet["Visit"]):
    def present(self, at: datetime | None = None) -> Self:
        """Of those whose browser has the article open at an instant (default: now)."""
        return self.filter(seen_at__gt=(at or timezone.now()) - PRESENT)

    def claiming(self, at: datetime | None = None) -> Self:
        """Claims that have not lapsed at an instant (default: now)."""
        return self.filter(claimed=True, acted_at__gt=(at or timezone.now()) - IDLE)


class Visit(models.Model):
    """One editor at one article: when his browser was last there, when he last did something, what he meant by it."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="visits")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    seen_at = models.DateTimeField(default=timezone.now)
    acted_at = models.DateTimeField(default=timezone.now)
    claimed = models.BooleanField(default=False, help_text="Taken from the queue: it is offered to nobody else.")
    skipped_at = models.DateTimeField(null=True, blank=True, help_text="Passed over: it comes last in his queue.")

    objects = VisitQuerySet.as_manager()

    class Meta:
        ordering = ("-seen_at", "-id")
        constraints = [models.UniqueConstraint(fields=["article", "user"], name="visit_once")]
        indexes = [models.Index(fields=["user", "-acted_at"], name="visit_of_user")]

    def __str__(self) -> str:
        return f"{self.user} at {self.article_id}"


class DeskSettings(models.Model):
    """How one editor likes to work: his keys by command, and the filters of the queue that he used last."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="desk_settings")
    single_keys = models.BooleanField(default=True, help_text="Single letters act; else only with Alt.")
    keys = models.JSONField(default=dict, help_text="Command to key, where it is not the usual one.")
    queue = models.CharField(max_length=500, blank=True, help_text="The query string of the queue.")

    def __str__(self) -> str:
        return f"settings of {self.user}"
