"""manage.py load_demo: the demo world, deterministic from a seed and a day."""

from argparse import ArgumentTypeError
from datetime import date
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from rumours.demo import Made, ReferenceMissing, make_demo
from rumours.management.acting import acting, add_by

SEED = 1
FIRST, LAST = date(2020, 1, 1), date(2029, 12, 31)


def anchor_day(text: str) -> date:
    """A day as YYYY-MM-DD, within the years for which the seeds have windows."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"{text!r} is no day: write it as 2026-01-31") from None
    if not FIRST <= day <= LAST:
        raise ArgumentTypeError(f"{text} is not between {FIRST} and {LAST}")
    return day


class Command(BaseCommand):
    help = (
        "Make the demo world: three real stories retold, and two invented leagues whose windows lie around the anchor "
        "day. The same seed and day make the same world; running it again changes nothing."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--seed", type=int, default=SEED, help=f"any number; default: {SEED}")
        parser.add_argument(
            "--anchor", type=anchor_day, metavar="YYYY-MM-DD", help="the day the world is laid around; default: today"
        )
        add_by(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.PRODUCTION:
            raise CommandError("A production site has no demo world.", returncode=2)
        anchor = options["anchor"] or timezone.localdate()
        try:
            made = make_demo(seed=options["seed"], anchor=anchor, by=acting(options["by"]))
        except ReferenceMissing as missing:
            raise CommandError(f"{missing}: run load_reference seeds/*.csv first.", returncode=2) from missing
        except PermissionDenied as denied:
            raise CommandError(f"Nothing was made: {denied}.", returncode=2) from denied
        self.stdout.write(_sentence(made))


def _sentence(made: Made) -> str:
    what = f"{made.clubs} clubs, {made.players} players, {made.articles} articles, {made.links} links"
    if made.is_new:
        return f"The demo world is made: {what}."
    return f"The demo world is here already, and nothing was changed: {what}."
