"""manage.py suggest: what the tagger would propose for article files, as JSON lines."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from rumours.editorial.gazetteers import gazetteer
from rumours.intake import IntakeError, clean, read
from rumours.models import WindowSpan
from rumours.tagging import tag
from rumours.tagging.answers import answer


class Command(BaseCommand):
    help = (
        "Print what the tagger proposes for each text file: one JSON object a line, in the order given, with title, "
        "published, links, quotes, sources and people. Reads the names in the database and stores nothing."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        names, calendar = gazetteer(), WindowSpan.objects.calendar()
        for path in options["files"]:
            try:
                document = clean(read(path.read_bytes(), name=path.name))
            except (OSError, IntakeError) as fault:
                raise CommandError(f"{path}: {fault}", returncode=2) from fault
            found = answer(document, tag(document, names, calendar), names)
            self.stdout.write(json.dumps({"file": path.name} | found, ensure_ascii=False))
