"""manage.py import_articles: articles from files, folders, standard input and the web become drafts."""

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import partial
from pathlib import Path, PurePath
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import InterfaceError, OperationalError

from rumours.editorial.batches import Given, ProcessKilled, Reading, import_many
from rumours.editorial.importing import ImportOutcome
from rumours.intake import SIZE_LIMIT, IntakeError, RawArticle, fetch_article, read
from rumours.management.acting import acting, add_by
from rumours.management.progress import Progress
from rumours.models import Source

NEW, KNOWN, NEAR, REFUSED = "new", "already here", "near copy", "refused"
# What a folder may hold beside articles is passed over; a file that is named is always read.
SUFFIXES = frozenset({".txt", ".md", ".markdown", ".html", ".htm", ".xhtml"})


class Command(BaseCommand):
    help = (
        "Import articles as drafts with suggestions. Each WHAT is a file, a folder (its articles and those of its "
        "subfolders, README files aside), a web address, or - for standard input. Importing again changes nothing."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", nargs="+", metavar="WHAT", help="file, folder, http(s) address, or -")
        parser.add_argument("--source", help="who published them: the name or alias of a source that is known here")
        parser.add_argument("--published", help="when: 2026-01-20, or with time and zone, 2026-01-20T09:30+01:00")
        parser.add_argument("--language", help="as a code: en, it, es")
        parser.add_argument(
            "--jobs", type=int, metavar="N", help="processes that read and tag when there are many; default: all cores"
        )
        add_by(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        given = Given(_source(options["source"]), _published(options["published"]), _language(options["language"]))
        jobs = options["jobs"] if options["jobs"] is not None else _cores()
        counts: Counter[str] = Counter()
        try:
            with Progress("articles") as bar:
                for name, outcome in import_many(
                    _articles(options["what"]), given, by=acting(options["by"]), jobs=jobs
                ):
                    if not counts:
                        bar.begin(_total(options["what"]) if sys.stderr.isatty() else None)
                    counts[self._say(name, outcome, bar)] += 1
        except PermissionDenied as denied:
            raise CommandError(f"Nothing was imported: {denied}.", returncode=2) from denied
        except (OperationalError, InterfaceError, ProcessKilled) as error:
            why = str(error).strip().splitlines()[0]
            what = why if isinstance(error, ProcessKilled) else f"the database failed: {why}"
            raise CommandError(f"Stopped, {what}. {_summary(counts)}; run it again to go on.") from error
        self.stdout.write(_summary(counts))
        if counts[REFUSED]:
            raise CommandError(f"{counts[REFUSED]} refused, see above; the rest went in.", returncode=2)

    def _say(self, name: str, outcome: ImportOutcome | IntakeError, bar: Progress) -> str:
        """A line on what became of one article, which is stored by now; what that was."""
        printable = name.encode(errors="replace").decode()  # a file's name may be no text
        bar.add(1)
        with bar.aside():
            if isinstance(outcome, IntakeError):
                self.stderr.write(f"{printable}: {outcome}")
                return REFUSED
            self.stdout.write(f"{printable}: {outcome.sentence}")
            self.stdout.flush()
        return _kind_of(outcome)


def _summary(counts: Counter[str]) -> str:
    return ", ".join(f"{counts[what]} {what}" for what in (NEW, KNOWN, NEAR, REFUSED))


def _cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _kind_of(outcome: ImportOutcome) -> str:
    if not outcome.is_new:
        return KNOWN
    return NEAR if outcome.near_copy_of else NEW


def _articles(names: list[str]) -> Iterator[tuple[str, Reading]]:
    """Each article with the name to call it by, and how to read it; what is no file is read here and now."""
    for name in names:
        if name == "-":
            yield "standard input", partial(_itself, _attempt(lambda: read(sys.stdin.buffer.read(SIZE_LIMIT + 1))))
        elif "://" in name:
            yield name, partial(_itself, _attempt(partial(fetch_article, name)))
        else:
            yield from _files(Path(name))


def _total(names: list[str]) -> int:
    """How many articles these are, for whoever watches."""
    return sum(1 for name in names for _ in ([name] if name == "-" or "://" in name else _files(Path(name))))


def _itself(read_already: RawArticle | IntakeError) -> RawArticle | IntakeError:
    return read_already


def _attempt(reading: Callable[[], RawArticle]) -> RawArticle | IntakeError:
    try:
        return reading()
    except IntakeError as error:
        return error
    except OSError as error:
        return IntakeError(_reason(error))


def _reason(error: OSError) -> str:
    return {
        FileNotFoundError: "there is no such file or folder",
        PermissionError: "no permission to read it",
    }.get(type(error), error.strerror or "it cannot be read")


def _files(path: Path) -> Iterator[tuple[str, Reading]]:
    """The article of a file, or those of a folder and its subfolders in order of name; a folder may be unreadable."""
    if not os.path.isdir(path):  # noqa: PTH112 - Path's raises where it may not look
        yield str(path), partial(_attempt, partial(_read_file, path))
        return
    try:
        with os.scandir(path) as listing:
            inside = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        yield str(path), partial(_itself, IntakeError(_reason(error)))
        return
    for entry in inside:
        if entry.name.lower().startswith((".", "readme.")):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files(Path(entry))
        elif PurePath(entry.name).suffix.lower() in SUFFIXES:
            yield entry.path, partial(_attempt, partial(_read_file, Path(entry)))


def _read_file(path: Path) -> RawArticle:
    """Never more than the limit is read, however large the file."""
    if path.exists() and not path.is_file():
        raise IntakeError("it is neither a file nor a folder")
    with path.open("rb") as file:
        return read(file.read(SIZE_LIMIT + 1), name=path.name)


def _source(name: str | None) -> Source | None:
    if name is None:
        return None
    found = list(Source.objects.called(name).order_by("id")[:2])
    if len(found) != 1:
        how_many = "more than one" if found else "no"
        raise CommandError(f"--source: {how_many} source is called {name!r}.", returncode=2)
    return found[0]


def _published(text: str | None) -> date | datetime | None:
    if text is None:
        return None
    try:
        day = date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)
        if not 1900 <= day.year <= 2199:
            raise ValueError(text)
    except ValueError:
        raise CommandError(
            f"--published: {text!r} is no date; write 2026-01-20 or 2026-01-20T09:30+01:00.", returncode=2
        ) from None
    if isinstance(day, datetime) and day.tzinfo is None:
        raise CommandError(f"--published: {text!r} needs a time zone, as in 2026-01-20T09:30+01:00.", returncode=2)
    return day


def _language(code: str | None) -> str | None:
    if code is not None and not (code.isascii() and code.isalpha() and len(code) in (2, 3)):
        raise CommandError(f"--language: {code!r} is no language code; write en, it, es.", returncode=2)
    return code.lower() if code else None
