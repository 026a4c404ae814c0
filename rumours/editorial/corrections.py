"""The public line on a change to something readers had seen."""

from django.contrib.auth.models import User
from django.db import models

from rumours.editorial.errors import EditorialError
from rumours.models import Article, Correction


def public_note(article: Article, note: str, *, what: str) -> str:
    """The note on a change to `what` (a report, a quote, the article itself), without white space around it.

    Raises EditorialError where readers have seen the article and nothing says what is corrected.
    """
    if article.was_shown and not note.strip():
        raise EditorialError(f"Readers have seen this {what}: say in a note what is corrected")
    return note.strip()


def add_correction(row: models.Model, note: str, *, by: User) -> Correction:
    """Record a note on a row. Readers see it: it never repeats words that were taken down."""
    return Correction.objects.create(row_kind=row._meta.model_name or "", row_id=row.pk, note=note, by=by)
