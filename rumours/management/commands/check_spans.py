"""Check that every tag, quote and evidence stands in its article where it says."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from rumours.editorial.checking import broken_spans


class Command(BaseCommand):
    """Prints one line for each that does not; exit status 1 when there is any."""

    help = "Checks that every mention, quote and report stands in its article's text where it says; exit 1 if not."

    def handle(self, *args: Any, **options: Any) -> None:
        number = 0
        for broken in broken_spans():
            self.stdout.write(broken.message)
            number += 1
        if number:
            self.stderr.write(f"{number} not in the text")
            sys.exit(1)
        self.stdout.write("Every span stands in its text")
