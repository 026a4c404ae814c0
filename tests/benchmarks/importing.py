"""How fast many articles come in: `.venv/bin/python -m tests.benchmarks.importing` prints articles a second and memory.

Invented articles (ARTICLES, 10,000 of them) are written by the demo's story makers into a folder, the demo's clubs and
players and the reference data into a database of its own, or into the one that DATABASE_URL names; then
`manage.py import_articles` brings them in, with JOBS processes (default: all cores). Memory is that of all of them at
its highest: RSS counts what they share as often as there are processes, PSS once. Exit 1 below TARGET a second, and
where not every article became a draft of its own.
"""

import os
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory, TemporaryFile

ROOT = Path(__file__).resolve().parents[2]
TARGET = 100  # articles a second, on two cores
ANCHOR = date(2026, 11, 20)
IN_A_FOLDER = 1_000
LOOKED_EVERY = 1.0  # seconds: a look takes 10 ms of a processor, and holds up who is looked at
_SUM = re.compile(r"([0-9]+) new, ([0-9]+) already here, ([0-9]+) near copy, ([0-9]+) refused")


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import took: seconds on the clock and of processors, and most bytes of all its processes at once."""

    articles: int
    seconds: float
    processor: float
    rss: int
    pss: int

    @property
    def row(self) -> str:
        rate = self.articles / self.seconds
        memory = f"RSS {self.rss / 1e6:.0f} MB, PSS {self.pss / 1e6:.0f} MB"
        each = f"{1000 * self.processor / self.articles:.1f} ms of processor each"
        told = f"{self.articles:,} articles in {self.seconds:.1f} s: {rate:.0f} a second (target {TARGET})"
        return f"{told}, {each}, {memory}"


def main() -> int:
    """Build, import, print; whether the target was met by the exit code."""
    with TemporaryDirectory(prefix="import-bench-") as folder:
        var = Path(folder)
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{var / 'bench.sqlite3'}")
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "VAR_DIR": str(var / "var"),
            "SITE_ENV": "demo",
            "LOG_LEVEL": "WARNING",
        }
        number = prepare(var / "articles", int(os.environ.get("ARTICLES", "10000")))
        imported = measure(var / "articles", number, os.environ.get("JOBS"))
    sys.stdout.write(f"{imported.row}\n")
    return 0 if imported.articles / imported.seconds >= TARGET else 1


def prepare(folder: Path, number: int) -> int:
    """Write so many articles, and the names in them into the database; how many there are."""
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    count = 0
    for count, text in enumerate(_texts(number), start=1):
        path = folder / f"{count // IN_A_FOLDER:03}" / f"{count:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return count


def measure(folder: Path, number: int, jobs: str | None) -> Imported:
    """Run the command on a folder, and look at its processes while it runs."""
    command = [sys.executable, "manage.py", "import_articles", str(folder)]
    began, used = time.monotonic(), _used()
    rss = pss = 0
    with TemporaryFile("w+") as said:
        process = subprocess.Popen([*command, "--jobs", jobs] if jobs else command, cwd=ROOT, stdout=said)
        while process.poll() is None:
            now = [_memory(pid) for pid in _family(process.pid)]
            rss, pss = max(rss, sum(held[0] for held in now)), max(pss, sum(held[1] for held in now))
            time.sleep(LOOKED_EVERY)
        seconds, processor = time.monotonic() - began, _used() - used
        said.seek(0)
        check(said.read(), number, process.returncode)
    return Imported(number, seconds, processor, rss, pss)


def check(said: str, number: int, code: int) -> None:
    """SystemExit where the command did not store so many articles: what is here already costs next to nothing."""
    found = _SUM.fullmatch(said.rstrip().rpartition("\n")[2])
    stored = int(found[1]) + int(found[3]) if found else 0
    if code or stored != number:
        told = found[0] if found else "it told of no sum"
        raise SystemExit(f"import_articles ended with {code} and stored {stored} of {number}: {told}")


def _texts(number: int) -> Iterator[str]:
    """Headline, empty line and body, each another story or told in other words."""
    from rumours.demo.papers import print_all
    from rumours.demo.rounds import make_rounds
    from rumours.demo.sagas import Season
    from rumours.demo.storing import store_moves
    from rumours.demo.world import make_world
    from rumours.editorial.actors import system_user
    from rumours.editorial.loading import load_files

    by = system_user()
    load_files(sorted((ROOT / "seeds").glob("*.csv")), by=by)
    rounds = make_rounds(ANCHOR, by)
    world = make_world(Random(1), rounds[0].days[0], by)
    store_moves(world, by)
    told = 0
    for seed in range(number):
        rng = Random(seed)
        for draft in print_all(world, Season(world, rng).play(rounds), rng):
            if told == number:
                return
            told += 1
            yield f"{draft.headline}\n\n{draft.writer.body}\n"


def _used() -> float:
    """Seconds of processor that this process's ended children and theirs have had: neither what else runs is in it nor
    a database server."""
    found = resource.getrusage(resource.RUSAGE_CHILDREN)
    return found.ru_utime + found.ru_stime


def _family(pid: int) -> list[int]:
    """A process and its children, where /proc tells."""
    children = Path(f"/proc/{pid}/task/{pid}/children")
    try:
        return [pid, *map(int, children.read_text().split())]
    except OSError:
        return [pid]


def _memory(pid: int) -> tuple[int, int]:
    """(RSS, PSS) of a process in bytes; nothing where it is gone or /proc does not tell."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]
    except OSError:
        return 0, 0
    held = {name: int(rest.split()[0]) * 1024 for name, _, rest in (line.partition(":") for line in lines)}
    return held["Rss"], held["Pss"]


if __name__ == "__main__":
    raise SystemExit(main())
