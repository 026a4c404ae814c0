"""Articles, the bytes they came as, and the pieces that cleaning set apart."""

from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models.lookups import IsNull
from django.utils import timezone
from simple_history.models import HistoricalRecords

from rumours.choices import ArticleStatus, AsideKind, DatePrecision, Section, Shown
from rumours.models.labels import all_or_none, choice_field, one_of
from rumours.models.paths import numbered
from rumours.models.slugs import slug_of
from rumours.models.source import Source
from rumours.models.withdrawal import Withdrawable
from rumours.text import normalise


class ArticleQuerySet(models.QuerySet["Article"]):
    def published(self, at: datetime | None = None) -> Self:
        """What readers may see at an instant (default: now): published, and its hour has come."""
        return self.filter(status=ArticleStatus.PUBLISHED, released_at__lte=at or timezone.now())

    def taken_down(self) -> Self:
        """Withdrawn after readers had seen them; those withdrawn before their hour never were there."""
        return self.filter(status=ArticleStatus.WITHDRAWN, released_at__lte=models.F("withdrawn_at"))

    def drafts(self) -> Self:
        return self.filter(status=ArticleStatus.DRAFT)

    def latest_shown(self) -> Self:
        """Newest first by when we showed it."""
        return self.order_by("-released_at", "-id")

    def needing_tags(self) -> Self:
        """Drafts with cards that wait for an editor, or with neither a report nor a quote nor a mention."""
        return self.filter(needing_tags())


def _first(relation: str, which: str = "all") -> IsNull:
    """That there is a row of another model, looked up article by article: the queue reads a few of a table of many.

    An EXISTS beside others with "or" PostgreSQL would answer for all articles at once, to read fifty of them: 46 ms of
    the page of the queue at a million links; asked one by one, 7.
    """
    model: Any = Article._meta.get_field(relation).related_model
    found = getattr(model.objects, which)().filter(article=models.OuterRef("pk")).order_by().values("pk")
    return IsNull(models.Subquery(found[:1]), False)


def _newest(name: str, **condition: Any) -> list[models.Index]:
    """The few articles of a kind, the newest first."""
    return [models.Index(fields=["-received_at", "-id"], condition=models.Q(**condition), name=name)]


def needing_tags() -> models.Q:
    """The condition behind `needing_tags`."""
    tagged = _first("reports") | _first("quotes") | _first("mentions")
    return models.Q(status=ArticleStatus.DRAFT) & (models.Q(_first("suggestions", "open_cards")) | ~models.Q(tagged))


def shown_article(at: datetime | None = None) -> dict[str, Any]:
    """The condition of `published` for rows that belong to an article: a join, where a list of all published articles
    would be made for each query.
    """
    return {"article__status": ArticleStatus.PUBLISHED, "article__released_at__lte": at or timezone.now()}


class Article(Withdrawable):
    """An article about transfer rumours. Spans count code points of `body`, which is NFC with plain newlines.

    `published_at` is the source's date (UTC, may be unknown), `dated_at` stands in for it and is never null,
    `released_at` is from when we show it: lists go by the last, timelines by `dated_at`.
    """

    headline = models.CharField(max_length=300)
    headline_ours = models.BooleanField(
        "headline is ours", default=False, help_text="The article came without one and this was made here."
    )
    standfirst = models.TextField(blank=True)
    body = models.TextField(help_text="The clean text. Captions, promos and repeated headlines stand apart below.")
    publisher = models.ForeignKey(
        Source,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="articles",
        help_text="Who published it. Claims without a credited source count as the publisher's.",
    )
    author = models.CharField(max_length=120, blank=True)
    address = models.URLField("web address", max_length=500, blank=True)
    language = models.CharField(max_length=8, default="en", help_text="As in en, it.")
    section = choice_field(Section, default=Section.MEN)
    published_at = models.DateTimeField(
        null=True, blank=True, help_text="The source's own date, UTC; 12:00 where only the day is known."
    )
    precision = choice_field(DatePrecision, default=DatePrecision.UNKNOWN)
    dated_at = models.DateTimeField(editable=False)
    received_at = models.DateTimeField(editable=False, default=timezone.now)
    released_at = models.DateTimeField(
        "shown from", null=True, blank=True, help_text="Set on publishing; a later hour schedules it."
    )
    status = choice_field(ArticleStatus, default=ArticleStatus.DRAFT, editable=False)
    shown = choice_field(Shown, default=Shown.EXCERPT)
    fingerprint = models.CharField(max_length=64, editable=False, db_index=True)
    simhash_a = models.PositiveIntegerField(default=0, editable=False)
    simhash_b = models.PositiveIntegerField(default=0, editable=False)
    simhash_c = models.PositiveIntegerField(default=0, editable=False)
    simhash_d = models.PositiveIntegerField(default=0, editable=False)
    near_copy_of = models.ForeignKey(
        "self", null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="near_copies"
    )
    is_fictional = models.BooleanField(default=False, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    has_undecided = models.BooleanField(
        default=False, db_default=False, editable=False, help_text="Whether any of its suggestions waits."
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.PROTECT, related_name="articles"
    )

    objects = ArticleQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["simhash_a", "simhash_b", "simhash_c", "simhash_d", "has_undecided"])

    class Meta:
        ordering = ("-received_at", "-id")
        permissions = [
            ("publish_article", "Can publish, withdraw and correct articles"),
            ("preview_article", "Can preview articles before readers see them"),
            ("redact_article", "Can redact words from everywhere"),
        ]
        constraints = [
            one_of("status", ArticleStatus, name="article_status_known"),
            models.UniqueConstraint(fields=["address"], condition=~models.Q(address=""), name="article_address_once"),
            models.CheckConstraint(
                condition=~models.Q(status=ArticleStatus.PUBLISHED) | models.Q(released_at__isnull=False),
                name="article_published_has_hour",
            ),
            all_or_none("withdrawn_at", "withdrawn_by", "withdrawn_why", name="article_withdrawal_whole"),
        ]
        indexes = [
            models.Index(fields=["status", "-released_at", "-id"], name="article_shown"),
            models.Index(fields=["publisher", "status", "-released_at", "-id"], name="article_published_by"),
            models.Index(fields=["section", "status", "-released_at", "-id"], name="article_of_section"),
            models.Index(fields=["-received_at", "-id"], name="article_received"),
            models.Index(fields=["status", "-received_at", "-id"], name="article_queue"),
            models.Index(fields=["language", "-received_at", "-id"], name="article_language"),
            models.Index(fields=["section", "-received_at", "-id"], name="article_section"),
            models.Index(
                fields=["status", "-received_at", "-id"],
                condition=models.Q(has_undecided=True),
                name="article_undecided",
            ),
            *_newest("article_headline_ours", headline_ours=True),
            *_newest("article_undated", published_at__isnull=True),
            *_newest("article_unpublished_by", publisher__isnull=True),
            *_newest("article_near_copies", near_copy_of__isnull=False),
            models.Index(fields=["simhash_a"], name="article_simhash_a"),
            models.Index(fields=["simhash_b"], name="article_simhash_b"),
            models.Index(fields=["simhash_c"], name="article_simhash_c"),
            models.Index(fields=["simhash_d"], name="article_simhash_d"),
        ]

    def __str__(self) -> str:
        return self.headline

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the body normal (spans count on it) and the date that stands in for an unknown one.

        What follows from its suggestions is never written over by an older copy of the row.
        """
        self.body = normalise(self.body)
        self.dated_at = self.published_at or self.received_at
        update_fields = kwargs.get("update_fields")
        if update_fields is not None and "published_at" in update_fields:
            kwargs["update_fields"] = {*update_fields, "dated_at"}
        if update_fields is None and not (self._state.adding or kwargs.get("force_insert") or args):
            kwargs["update_fields"] = _own_columns()
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return numbered("article-detail", self.pk, self.slug)

    @property
    def slug(self) -> str:
        return slug_of(self.headline)[:80].strip("-")

    @property
    def was_shown(self) -> bool:
        """Whether readers may have seen it: every change is then a public correction."""
        return self.status in (ArticleStatus.PUBLISHED, ArticleStatus.WITHDRAWN)

    def is_published(self, at: datetime | None = None) -> bool:
        """Whether readers may see it at an instant (default: now): the row's own form of `published()`."""
        return (
            self.status == ArticleStatus.PUBLISHED
            and self.released_at is not None
            and self.released_at <= (at or timezone.now())
        )


def _own_columns() -> set[str]:
    fields = Article._meta.concrete_fields
    return {field.name for field in fields if not field.primary_key and field.name != "has_undecided"}


class Original(models.Model):
    """An article's bytes as they came, and the map from the clean body back to their decoded text."""

    article = models.OneToOneField(Article, on_delete=models.CASCADE, related_name="original")
    content = models.BinaryField()
    digest = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the bytes as they came, hexadecimal.")
    content_type = models.CharField(max_length=60)
    encoding = models.CharField(max_length=40)
    repaired = models.BooleanField(default=False, help_text="Mojibake was repaired on the way in.")
    offsets = models.JSONField(default=list, help_text="Runs [body start, original start, length].")

    def __str__(self) -> str:
        return f"original of {self.article_id}"


class Aside(models.Model):
    """A piece that cleaning set apart: kept and shown to the editor in place, never tagged."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="asides")
    kind = choice_field(AsideKind)
    text = models.TextField()
    place = models.PositiveIntegerField(help_text="Offset in the body before which it stood.")
    original_start = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("place", "original_start", "id")

    def __str__(self) -> str:
        return f"{self.kind}: {self.text[:60]}"
