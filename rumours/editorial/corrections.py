"""The public line on a change to something readers had seen."""

from django.contrib.auth.models import User
from django.db import models

from rumours.models import Correction


def add_correction(row: models.Model, note: str, *, by: User) -> Correction:
    """Record a note on a row. Readers see it: it never repeats words that were taken down."""
    return Correction.objects.create(row_kind=row._meta.model_name or "", row_id=row.pk, note=note, by=by)
