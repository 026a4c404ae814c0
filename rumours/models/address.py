"""Where renamed, merged or moved things were: the old address leads to the row that took its place."""

from django.db import models


class OldAddressQuerySet(models.QuerySet["OldAddress"]):
    def target_of(self, kind: str, old: str) -> int | None:
        """The id of the row now found at an old address, or None. `old` is a slug, or an id for links and articles."""
        return self.filter(kind=kind, old=old).values_list("target_id", flat=True).first()


class OldAddress(models.Model):
    """One address that something had. `kind` is a model's name; the target is kept by id, so that merges can chain."""

    kind = models.CharField(max_length=40)
    old = models.CharField(max_length=140, help_text="A slug; for links the id.")
    target_id = models.PositiveBigIntegerField()
    since = models.DateTimeField(auto_now_add=True)

    objects = OldAddressQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "old addresses"
        constraints = [models.UniqueConstraint(fields=["kind", "old"], name="old_address_once")]
        indexes = [models.Index(fields=["kind", "target_id"], name="old_address_target")]

    def __str__(self) -> str:
        return f"{self.kind} {self.old} → {self.target_id}"
