"""manage.py export_site: the whole site as one file of JSON Lines."""

import os
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from rumours.editorial.archive import ArchiveError, description, export_site, open_to_write
from rumours.management.progress import Progress


class Command(BaseCommand):
    help = (
        "Write the whole site into a new FILE (- for standard output), as it is at one moment, while it goes on: JSON "
        "Lines, compressed where the name ends in .gz. Passwords, second factors and sessions are not in it, drafts "
        "are."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE", nargs="?", help="a new file, or - for standard output")
        parser.add_argument("--format", action="store_true", help="print what each line of the file means, and end")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["format"]:
            self.stdout.write(description(), ending="")
            return
        if options["file"] is None:
            raise CommandError("Say into which FILE, or - for standard output.", returncode=2)
        try:
            with open_to_write(options["file"]) as out, Progress("rows") as bar:
                rows = export_site(out, begun=bar.begin, done=bar.add)
        except (ArchiveError, OSError) as error:
            why = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else error
            raise CommandError(f"Nothing was exported: {why}.", returncode=2) from error
        self.stderr.write(f"{rows} rows exported.")
