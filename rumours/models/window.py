"""Transfer windows and the spans in which associations keep them open."""

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from typing import Any, Self
from zoneinfo import ZoneInfo, available_timezones

from django.core.exceptions import ValidationError
from django.db import models
from simple_history.models import HistoricalRecords

from rumours.calendar import Calendar, WindowCode, WindowDates
from rumours.choices import Section
from rumours.models.labels import choice_field, one_of
from rumours.models.paths import slugged


def check_code(code: str) -> None:
    """Refuse what is no window code."""
    try:
        WindowCode.parse(code)
    except ValueError as error:
        raise ValidationError(str(error)) from error


def check_zone(name: str) -> None:
    """Refuse what is no IANA time zone."""
    if name not in available_timezones():
        raise ValidationError(f"{name!r} is no time zone: write it as Europe/London")


class WindowQuerySet(models.QuerySet["Window"]):
    def latest_first(self) -> Self:
        return self.order_by("-rank")

    def links(self) -> int:
        """How many public links these windows have together."""
        return int(self.aggregate(all=models.Sum("link_count"))["all"] or 0)

    def with_codes(self, codes: Iterable[str]) -> Self:
        return self.filter(code__in=list(codes))


class Window(models.Model):
    """`2026-winter`: one half-year's window everywhere; when it opens and shuts stands in its spans."""

    code = models.CharField(max_length=12, unique=True, validators=[check_code], help_text="2026-winter, 2026-summer")
    rank = models.PositiveIntegerField(unique=True, editable=False, help_text="Orders windows by time.")
    note = models.CharField(max_length=200, blank=True)
    link_count = models.PositiveIntegerField(default=0, editable=False)

    objects = WindowQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ("-rank",)

    def __str__(self) -> str:
        return self.code

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.rank = rank_of(self.code)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return slugged("window-detail", self.code)

    @property
    def label(self) -> str:
        """`Winter 2026`."""
        return WindowCode.parse(self.code).label


@lru_cache(maxsize=1024)
def rank_of(code: str) -> int:
    """A number that orders window codes by time."""
    parsed = WindowCode.parse(code)
    return parsed.year * 2 + parsed.half


class WindowSpanQuerySet(models.QuerySet["WindowSpan"]):
    def of(self, association: str, section: str = Section.MEN) -> Self:
        return self.filter(association=association, section=section)

    def open_at(self, at: datetime) -> Self:
        """Spans that are open at an instant and known to shut, the first to shut first.

        One whose opening is not known counts as open in the half year of its window only.
        """
        begun = models.Q(opens_at__isnull=True, window__rank__lte=rank_of(str(WindowCode.opened_by(at))))
        opened = begun | models.Q(opens_at__lte=at)
        return self.filter(opened, closes_at__gt=at).order_by("closes_at", "association", "id")

    def last_closing(self, code: str) -> "WindowSpan | None":
        """The span of a window that shuts last, of those whose closing is known."""
        return self.filter(window__code=code, closes_at__isnull=False).order_by("-closes_at").first()

    def calendar(self) -> Calendar:
        """These spans as a calendar (one query)."""
        rows = self.values_list("window__code", "association", "section", "opens_at", "closes_at")
        return Calendar(WindowDates(*row) for row in rows)


class WindowSpan(models.Model):
    """One stretch in which an association registers players: instants in UTC, shown in `time_zone`; may be unknown."""

    window = models.ForeignKey(Window, on_delete=models.CASCADE, related_name="spans")
    association = models.CharField(max_length=60)
    section = choice_field(Section, default=Section.MEN)
    opens_at = models.DateTimeField(null=True, blank=True)
    closes_at = models.DateTimeField(null=True, blank=True)
    closing_time_known = models.BooleanField(default=True, help_text="No: only the day is known.")
    time_zone = models.CharField(max_length=40, default="UTC", validators=[check_zone])
    confirmed = models.BooleanField(default=False)
    reference = models.CharField(max_length=200, blank=True, help_text="Where the dates are from.")

    objects = WindowSpanQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ("association", "section", "opens_at", "id")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(opens_at__isnull=True)
                | models.Q(closes_at__isnull=True)
                | models.Q(opens_at__lt=models.F("closes_at")),
                name="span_opens_before_closes",
            ),
            models.UniqueConstraint(
                fields=["window", "association", "section", "opens_at"],
                condition=models.Q(opens_at__isnull=False),
                name="span_once",
            ),
            models.UniqueConstraint(
                fields=["window", "association", "section"],
                condition=models.Q(opens_at__isnull=True),
                name="span_of_unknown_opening_once",
            ),
            one_of("section", Section, name="span_section_known"),
        ]

    def __str__(self) -> str:
        return f"{self.window} {self.association} {self.section}"

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)
