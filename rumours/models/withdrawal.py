"""What can be withdrawn by itself: when, by whom and why, all or none (each model names its constraint)."""

from django.conf import settings
from django.db import models


class Withdrawable(models.Model):
    """Abstract: an article, quote or report that readers may be shown no more."""

    withdrawn_at = models.DateTimeField(null=True, editable=False)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_why = models.CharField(max_length=300, null=True, editable=False)

    class Meta:
        abstract = True
