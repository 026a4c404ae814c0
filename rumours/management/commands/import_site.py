"""manage.py import_site: a new site from a file that export_site wrote."""

import os
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from rumours.accounts.audit import record
from rumours.editorial.archive import ArchiveError, import_site, open_to_read
from rumours.management.progress import Progress


class Command(BaseCommand):
    help = (
        "Fill a new, migrated and empty site from FILE (- for standard input), whichever database it came from. All of "
        "it or nothing. Users come without passwords: set them with changepassword."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE", help="a file that export_site wrote, or - for standard input")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with open_to_read(options["file"]) as stream, Progress("rows") as bar:
                imported = import_site(stream, begun=bar.begin, done=bar.add)
        except (ArchiveError, OSError) as error:
            why = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else error
            raise CommandError(f"Nothing was imported: {why}.", returncode=2) from error
        record("site imported", rows=imported.rows, users=imported.users)
        self.stdout.write(f"{imported.rows} rows imported, {imported.users} users among them without a password.")
