"""manage.py load_reference: competitions, clubs, players, people, sources, windows, spans and rates from CSV files."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from rumours.editorial.loading import LoadSummary, load_files
from rumours.intake.table_errors import TableErrors
from rumours.management.acting import acting, add_by

SHOWN = 50


class Command(BaseCommand):
    help = (
        "Load reference data from CSV files, plain or gzip. The header tells the kind of a file, their order does not "
        "matter. Loading again changes nothing; an error in any file stops all of them."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE")
        parser.add_argument("--check", action="store_true", help="say what would be done, and store nothing")
        add_by(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with transaction.atomic():
                summary = load_files(options["files"], by=acting(options["by"]), check=options["check"])
                # The system's user may have been made just now: a dry run leaves not even that.
                transaction.set_rollback(options["check"])
        except TableErrors as faults:
            self._list(faults.errors, "errors", SHOWN)
            raise CommandError("Nothing was loaded: put these errors right first.", returncode=2) from faults
        except PermissionDenied as denied:
            raise CommandError(f"Nothing was loaded: {denied}.", returncode=2) from denied
        self._say(summary, SHOWN if options["verbosity"] < 2 else None)

    def _say(self, summary: LoadSummary, shown: int | None) -> None:
        self._list(summary.warnings, "warnings", shown)
        for stub in summary.stubs:
            self.stdout.write(stub)
        for kind, counts in summary.counts.items():
            self.stdout.write(f"{kind}: {counts}")
        if summary.check:
            self.stdout.write("Dry run: nothing was stored.")

    def _list(self, lines: list[Any], what: str, shown: int | None) -> None:
        for line in lines[:shown]:
            self.stderr.write(str(line))
        if shown is not None and len(lines) > shown:
            self.stderr.write(f"… and {len(lines) - shown} more {what}")
