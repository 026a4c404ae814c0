"""Public notes on what was corrected, withdrawn or redacted, and the record of merges."""

from typing import Self

from django.conf import settings
from django.db import models

from rumours.models.labels import all_or_none


class CorrectionQuerySet(models.QuerySet["Correction"]):
    def of(self, row: models.Model) -> Self:
        """The notes on one row, newest first."""
        return self.filter(row_kind=row._meta.model_name, row_id=row.pk).order_by("-at", "-id")


class Correction(models.Model):
    """A public line on a change to something readers had seen. It never repeats words that were taken down."""

    row_kind = models.CharField(max_length=40)
    row_id = models.PositiveBigIntegerField()
    note = models.CharField(max_length=300, help_text="Readers see this. Never repeat words taken down.")
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        ordering = ("-at", "-id")
        indexes = [models.Index(fields=["row_kind", "row_id"], name="correction_of_row")]

    def __str__(self) -> str:
        return self.note


class Merge(models.Model):
    """What a merge of two clubs, players, people or sources moved, joined and dropped: enough to undo it."""

    kind = models.CharField(max_length=40)
    kept_id = models.PositiveBigIntegerField()
    gone_id = models.PositiveBigIntegerField()
    gone_name = models.CharField(max_length=120)
    changes = models.JSONField(help_text="Rows moved, joined and dropped, with their values before and after.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    undone_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ("-at", "-id")
        permissions = [("merge_entities", "Can merge and split clubs, players, people and sources")]
        constraints = [
            models.CheckConstraint(condition=~models.Q(kept_id=models.F("gone_id")), name="merge_of_two"),
            all_or_none("undone_at", "undone_by", name="merge_undoing_whole"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.gone_name} → {self.kept_id}"
