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
from rumours.text import Document


class Command(BaseCommand):
    help = (
        "Print what the tagger proposes for each text file: one JSON object a line, in the order given, with title, "
        "published, links, quotes, sources and people. Reads the names in the database and stores nothing."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        documents = [(path.name, _document(path)) for path in options["files"]]  # all, before anything is printed
        names, calendar = gazetteer(), WindowSpan.objects.calendar()
        for name, document in documents:
            found = answer(document, tag(document, names, calendar), names)
            self.stdout.write(json.dumps({"file": name} | found, ensure_ascii=False))


def _document(path: Path) -> Document:
    """The cleaned text of a file; CommandError (exit 2) where it cannot be read."""
    try:
        return clean(read(path.read_bytes(), name=path.name))
    except OSError as fault:
        raise CommandError(f"{path}: {fault.strerror or fault}", returncode=2) from fault
    except IntakeError as fault:
        raise CommandError(f"{path}: {fault}", returncode=2) from fault
