"""Feeds that are read by themselves, and the entries they have had."""

from datetime import datetime
from typing import Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone

from rumours.models.article import Article
from rumours.models.source import Source

SHORTEST_INTERVAL, LONGEST_INTERVAL = 5, 24 * 60  # minutes


class FeedQuerySet(models.QuerySet["Feed"]):
    def due(self, at: datetime | None = None) -> Self:
        """The active feeds that are to be polled at an instant (default: now), the longest waiting first."""
        return self.filter(active=True, next_at__lte=at or timezone.now()).order_by("next_at", "id")


class Feed(models.Model):
    """An outlet's RSS, Atom or JSON Feed. What stands under "polling" is written by `editorial.feeds` alone."""

    address = models.URLField(
        "web address", max_length=500, unique=True, help_text="Of the feed itself: RSS, Atom or JSON Feed."
    )
    publisher = models.ForeignKey(
        Source, null=True, blank=True, on_delete=models.PROTECT, related_name="feeds",
        help_text="Whose articles these are. Empty: by the address of each.",
    )  # fmt: skip
    language = models.CharField(max_length=8, blank=True, help_text="As in en, it. Empty: found out for each article.")
    active = models.BooleanField(default=True, help_text="No: it is left alone, what came from it stays.")
    interval = models.PositiveSmallIntegerField(
        default=15, validators=[MinValueValidator(SHORTEST_INTERVAL), MaxValueValidator(LONGEST_INTERVAL)],
        help_text=f"Minutes between two polls, {SHORTEST_INTERVAL} to {LONGEST_INTERVAL}.",
    )  # fmt: skip

    # polling
    title = models.CharField(max_length=200, blank=True, editable=False, help_text="As the feed calls itself.")
    etag = models.CharField(max_length=200, blank=True, editable=False)
    last_modified = models.CharField(max_length=100, blank=True, editable=False)
    next_at = models.DateTimeField("next try", default=timezone.now, editable=False, db_index=True)
    failures = models.PositiveSmallIntegerField(default=0, editable=False, help_text="In a row.")
    last_error = models.CharField(max_length=300, blank=True, editable=False)
    last_ok_at = models.DateTimeField("last read", null=True, editable=False)

    objects = FeedQuerySet.as_manager()

    class Meta:
        ordering = ("address",)
        constraints = [
            models.CheckConstraint(
                condition=models.Q(interval__gte=SHORTEST_INTERVAL, interval__lte=LONGEST_INTERVAL),
                name="feed_interval_in_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.address


class FeedEntry(models.Model):
    """An entry that a feed has had, known again by its guid: the article it became, or why it became none.

    One without either is being fetched, or was when a worker died; `tries` says how often it was begun.
    """

    feed = models.ForeignKey(Feed, on_delete=models.CASCADE, related_name="entries")
    guid = models.CharField(max_length=64, editable=False, help_text="SHA-256 of the feed's own, hexadecimal.")
    address = models.URLField("web address", max_length=500, blank=True)
    title = models.CharField(max_length=300, blank=True)
    article = models.ForeignKey(Article, null=True, blank=True, on_delete=models.SET_NULL, related_name="feed_entries")
    first_seen = models.DateTimeField(default=timezone.now)
    tries = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name_plural = "feed entries"
        ordering = ("-first_seen", "-id")
        constraints = [models.UniqueConstraint(fields=["feed", "guid"], name="feed_entry_once")]
        indexes = [models.Index(fields=["-first_seen", "-id"], name="feed_entry_seen")]

    def __str__(self) -> str:
        return self.title or self.address or self.guid
