"""manage.py worker: the one process that does what no request waits for."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from rumours.management.rounds import Rounds

LONGEST_INTERVAL = 60.0


class Command(BaseCommand):
    help = (
        "Show scheduled articles when their hour comes, follow the closing of windows, poll feeds. Runs until it is "
        "stopped; may be stopped or killed at any time, and several may run at once."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="do what is due now, then end")
        parser.add_argument(
            "--interval", type=float, default=2.0, metavar="SECONDS",
            help=f"between two looks at the clock, 0.1 to {LONGEST_INTERVAL:g}; default: 2",
        )  # fmt: skip

    def handle(self, *args: Any, **options: Any) -> None:
        if not 0.1 <= options["interval"] <= LONGEST_INTERVAL:
            raise CommandError(f"--interval: give 0.1 to {LONGEST_INTERVAL:g} seconds.", returncode=2)
        rounds = Rounds(interval=options["interval"])
        rounds.configure_signals()
        if options["once"]:
            rounds.until_idle()
            return
        self.stdout.write("The worker runs; Ctrl-C or SIGTERM stops it.")
        rounds.until_stopped()
