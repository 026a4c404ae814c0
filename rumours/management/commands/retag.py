"""manage.py retag: the tagger goes over drafts again that an earlier version of it has read."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandError, CommandParser

from rumours.editorial.suggesting import outdated, retag
from rumours.management.acting import acting, add_by
from rumours.models import Article


class Command(BaseCommand):
    help = (
        "Run the tagger again over the drafts that an earlier version of it has read, over those named, or over all. "
        "Undecided suggestions are replaced, decided ones stay. Each draft is done by itself: a run that is stopped "
        "goes on where it was."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("ids", nargs="*", metavar="ARTICLE", type=int, help="ids of drafts")
        parser.add_argument("--all-drafts", action="store_true", help="also those that this version has read")
        add_by(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        ids = _chosen(options["ids"], every=options["all_drafts"])
        try:
            for number, done in enumerate(retag(ids, by=acting(options["by"])), start=1):
                self.stdout.write(f"{number} of {len(ids)}: article {done.article.pk}, {done.suggestions} suggestions")
        except PermissionDenied as denied:
            raise CommandError(f"Nothing was done: {denied}.", returncode=2) from denied
        if not ids:
            self.stdout.write("No draft waits for this version of the tagger.")


def _chosen(ids: list[int], *, every: bool) -> list[int]:
    """The drafts to be read; CommandError (exit 2) for an id that is of none."""
    drafts = Article.objects.drafts() if ids or every else outdated()
    found = list(drafts.order_by("pk").values_list("pk", flat=True))
    wrong = sorted(set(ids) - set(found))
    if wrong:
        raise CommandError(f"No draft has the id {wrong[0]}: only drafts are read again.", returncode=2)
    return ids or found
