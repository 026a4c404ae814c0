"""make bench: how fast the site is at a million links, and the tagger: one table, exit 1 where a target is missed.

SIZES=10k,1M chooses the sizes (also 100k), ONLY=club,admin the sections, ROUNDS=7 how many pairs are measured (at
least five), SECONDS_EACH=2 the load of each. The databases are made once and kept in VAR_DIR/bench.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator

from tests.benchmarks import tagging
from tests.benchmarks.figures import Figure, closing, heading
from tests.benchmarks.plan import Plan, rounds, seconds, sizes
from tests.benchmarks.sections import admin, bulk, club, growth, lookups, memory, queue
from tests.benchmarks.world.building import ROOT, built, environment

SECTIONS: dict[str, Callable[[Plan], Iterator[Figure]]] = {
    "club": club.figures,
    "growth": growth.figures,
    "lookups": lookups.figures,
    "admin": admin.figures,
    "queue": queue.figures,
    "memory": memory.figures,
    "import": bulk.figures,
}
TAGGING = "tagging"


def main() -> int:
    """Build, measure, print; the exit code says whether every target is met."""
    asked = os.environ.get("ONLY", ",".join([*SECTIONS, TAGGING])).split(",")
    unknown = set(asked) - {*SECTIONS, TAGGING}
    if unknown:
        say(f"ONLY may name {', '.join([*SECTIONS, TAGGING])}; not {', '.join(sorted(unknown))}.")
        return 2
    found = list(_site([name for name in SECTIONS if name in asked]))
    over = tagging.run() if TAGGING in asked else []
    show(closing(found, over))
    return 1 if over or any(figure.is_missed for figure in found) else 0


def _site(names: list[str]) -> Iterator[Figure]:
    if not names:
        return
    _collect_static()
    plan = Plan({size: built(size, say) for size in sizes()}, rounds(), seconds(), say)
    show(heading())
    for name in names:
        for figure in _section(name, plan):
            show(figure.row)
            yield figure


def _section(name: str, plan: Plan) -> Iterator[Figure]:
    """Its rows; one that cannot be measured to the end is a target missed, and the others go on."""
    try:
        yield from SECTIONS[name](plan)
    except (OSError, RuntimeError) as error:
        yield Figure(f"{name}: not measured to its end", missing=str(error).splitlines()[0][:60])


def _collect_static() -> None:
    """The pages name the files that are served beside them."""
    command = [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity", "0"]
    subprocess.run(command, cwd=ROOT, env=environment("sqlite:////nowhere"), check=True)


def say(text: str) -> None:
    """What it is at."""
    sys.stderr.write(f"{text}\n")


def show(text: str) -> None:
    """A line of the table."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
