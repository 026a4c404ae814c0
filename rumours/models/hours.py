"""What waits for the clock: articles whose hour is still to come, and how far the calendar has been followed."""

from datetime import datetime
from typing import Self

from django.db import models

from rumours.models.article import Article


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    def due(self, at: datetime) -> Self:
        """Those whose hour has come at an instant, the longest waiting first."""
        return self.filter(at__lte=at).order_by("at", "id")


class Appointment(models.Model):
    """An article was published from a later hour: when it comes, what hangs on the article is computed again.

    Made in the transaction that publishes and deleted in the one that computes, so that no hour is ever missed.
    `at` moves on after each failed try.
    """

    article = models.OneToOneField(Article, on_delete=models.CASCADE, related_name="appointment")
    at = models.DateTimeField(db_index=True)
    tries = models.PositiveSmallIntegerField(default=0)

    objects = AppointmentQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.article_id} at {self.at:%Y-%m-%d %H:%M} UTC"


class ClockMark(models.Model):
    """Up to when something that comes about by date alone has been dealt with (UTC)."""

    name = models.CharField(max_length=40, unique=True)
    until = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name} until {self.until:%Y-%m-%d %H:%M} UTC"
