"""When the tagger last read an article, and what it said about itself."""

from django.db import models
from django.utils import timezone

from rumours.models.article import Article


class TaggerRun(models.Model):
    """The last run over an article: kept also where nothing was found, so that a later version knows what to redo."""

    article = models.OneToOneField(Article, on_delete=models.CASCADE, related_name="tagger_run")
    version = models.CharField(max_length=20)
    notes = models.TextField(blank=True, help_text="What was not looked for, one sentence a line.")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-at", "-id")
        indexes = [models.Index(fields=["version"], name="tagger_run_version")]

    def __str__(self) -> str:
        return f"{self.article} by tagger {self.version}"
