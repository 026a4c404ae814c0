"""Recompute everything that follows from published reports."""

from typing import Any

from django.core.management.base import BaseCommand

from rumours.editorial.deriving import refresh_all


class Command(BaseCommand):
    """Changes nothing when all is as it should be; brings in articles whose hour has come."""

    help = "Recomputes stages, counts and visibility from the published reports; also shows what was scheduled."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{refresh_all()} links recomputed")
