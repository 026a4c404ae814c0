"""manage.py migrate: Django's own, which on PostgreSQL lets the site's readers pass first."""

import time
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.core.management.commands import migrate
from django.db import OperationalError, connections

PATIENCE = 2  # seconds that it waits for a lock, with everybody who comes later waiting behind it
TRIES = 10
PAUSE = 1.0  # seconds in which those behind it pass
NO_LOCK = "55P03"  # PostgreSQL's lock_not_available


class Command(migrate.Command):
    help = f"{migrate.Command.help} Waits {PATIENCE} seconds for a lock, then lets others pass and tries again."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--tries", type=int, default=TRIES, help=f"for a lock, before it stops; default: {TRIES}")

    def handle(self, *args: Any, **options: Any) -> None:
        connection = connections[options["database"]]
        tries = options.pop("tries", TRIES)
        shared = connection.settings_dict.get("DISABLE_SERVER_SIDE_CURSORS", False)
        if shared:
            self.stderr.write(
                "Through pgbouncer it waits for locks as long as the role may: better ask PostgreSQL itself."
            )
        if connection.vendor != "postgresql" or shared:
            super().handle(*args, **options)
            return
        with connection.cursor() as cursor:
            cursor.execute(f"SET lock_timeout = '{PATIENCE}s'")
        try:
            self._until_locked(tries, *args, **options)
        finally:
            with connection.cursor() as cursor:
                cursor.execute("RESET lock_timeout")

    def _until_locked(self, tries: int, *args: Any, **options: Any) -> None:
        """What is done already stays done: each try goes on where the one before stopped."""
        for turn in range(1, tries + 1):
            try:
                super().handle(*args, **options)
                return
            except OperationalError as error:
                if getattr(error.__cause__, "sqlstate", "") != NO_LOCK:
                    raise
                self.stderr.write(f"Somebody holds a table that is to be changed; try {turn} of {tries}.")
                time.sleep(PAUSE)
        raise CommandError("The tables were never free: end what holds them (pg_stat_activity), and try again.")
